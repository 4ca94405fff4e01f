import { products } from "../../../demo/catalogue/index.ts";
import { present } from "../../src/kernel/assert.ts";

/** What a variant of the demo shop costs by its catalogue, in minor units. */
export function priceOf(sku: string, currency: "EUR" | "USD"): bigint {
  const variant = present(
    products.flatMap(({ variants }) => variants).find((each) => each.sku === sku),
    sku,
  );
  return BigInt(currency === "EUR" ? variant.priceEurMinor : variant.priceUsdMinor);
}

/** The tax inside an amount at a whole percentage, rounded half up; reckoned apart from the shop's own code. */
export function taxInside(gross: bigint, percent: bigint): bigint {
  const whole = 100n + percent;
  return (2n * gross * percent + whole) / (2n * whole);
}

/** "289.00" for 28900 minor units. */
export function decimal(minor: bigint): string {
  const digits = minor.toString().padStart(3, "0");
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
