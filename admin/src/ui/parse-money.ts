import { currencyExponent } from "@shopwright/server/kernel/currency";
import type { Currency } from "@shopwright/server/kernel/currency";
import { fromWire, parseDecimal, toDecimal, toWire } from "@shopwright/server/kernel/money";
import type { MoneyView } from "@shopwright/server/kernel/money";

export type TypedMoney =
  | { readonly kind: "empty" }
  | { readonly kind: "amount"; readonly amount: MoneyView }
  | { readonly kind: "invalid" | "too_many_decimals" };

/**
 * Reads an amount as people type it, in either notation: "1.299,50", "1,299.50", "1 299,5", "80".
 * Where one separator stands alone before exactly three digits ("1.299"), it groups thousands if
 * that is how the locale writes them, and is a decimal point otherwise. Nothing is rounded.
 */
export function parseMoney(typed: string, currency: Currency, locale: string): TypedMoney {
  const text = typed.replaceAll(/[\s’']/g, "");
  if (text === "") return { kind: "empty" };
  if (!/^-?\d[\d.,]*$/.test(text)) return { kind: "invalid" };
  const point = decimalSeparatorOf(text, locale);
  const plain = plainNumber(text, point);
  if (plain === null) return { kind: "invalid" };
  const decimals = plain.split(".")[1]?.length ?? 0;
  if (decimals > currencyExponent(currency)) return { kind: "too_many_decimals" };
  const amount = parseDecimal(plain, currency);
  return amount === null ? { kind: "invalid" } : { kind: "amount", amount: toWire(amount) };
}

/** An amount as it is put into a field: all decimals, the locale's own point, no grouping. */
export function moneyText(amount: MoneyView, locale: string): string {
  return toDecimal(fromWire(amount)).replace(".", separatorsOf(locale).decimal);
}

type Separator = "." | ",";

function decimalSeparatorOf(text: string, locale: string): Separator | null {
  const lastPoint = text.lastIndexOf(".");
  const lastComma = text.lastIndexOf(",");
  if (lastPoint >= 0 && lastComma >= 0) return lastPoint > lastComma ? "." : ",";
  const only: Separator | null = lastPoint >= 0 ? "." : lastComma >= 0 ? "," : null;
  if (only === null) return null;
  const parts = text.split(only);
  if (parts.length > 2) return null;
  const looksGrouped = parts[1]?.length === 3 && (parts[0]?.replace("-", "") ?? "0") !== "0";
  return looksGrouped && separatorsOf(locale).group === only ? null : only;
}

/** With a point for decimals and no grouping; null when the groups are not of three digits. */
function plainNumber(text: string, decimal: Separator | null): string | null {
  const [whole = "", fraction = "", ...more] = decimal === null ? [text] : text.split(decimal);
  if (more.length > 0 || /[.,]/.test(fraction)) return null;
  if (!/^-?(\d+|\d{1,3}([.,]\d{3})+)$/.test(whole)) return null;
  const digits = whole.replaceAll(/[.,]/g, "");
  return fraction === "" ? digits : `${digits}.${fraction}`;
}

function separatorsOf(locale: string): { decimal: string; group: string } {
  const parts = new Intl.NumberFormat(locale).formatToParts(12345.6);
  return {
    decimal: parts.find((part) => part.type === "decimal")?.value ?? ".",
    group: parts.find((part) => part.type === "group")?.value ?? ",",
  };
}
