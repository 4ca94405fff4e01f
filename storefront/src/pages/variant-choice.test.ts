import type { VariantView } from "@shopwright/server/contracts/catalog";
import { expect, it } from "vitest";
import { product } from "../../test/fixture-catalogue.ts";
import { chosenVariant, picturesOf, variantQuery, variantWith } from "./variant-choice.ts";

const options = [
  { code: "material", name: "Wood", values: [] },
  { code: "size", name: "Size", values: [] },
];

function aVariant(material: string, size: string): VariantView {
  const [first] = product.variants;
  if (first === undefined) throw new Error("The fixture has variants");
  return { ...first, sku: `${material}-${size}`, options: { material, size } };
}

const variants = [aVariant("oak", "s"), aVariant("oak", "l"), aVariant("ash", "l")];
const chair = { options, variants };
const chosen = (query: string) => chosenVariant(chair, new URLSearchParams(query))?.sku;

it("opens with the first variant, and follows the address", () => {
  expect(chosen("")).toBe("oak-s");
  expect(chosen("material=ash&size=l")).toBe("ash-l");
  expect(chosen("material=gold&size=l")).toBe("oak-l");
  expect(chosen("utm_source=x")).toBe("oak-s");
  expect(chosenVariant({ options, variants: [] }, new URLSearchParams())).toBeNull();
});

it("keeps the other choices where it can when one value changes", () => {
  const oakSmall = variants[0];
  const oakLarge = variants[1];
  if (!oakSmall || !oakLarge) throw new Error("There are three variants");
  expect(variantWith(chair, oakLarge, "material", "ash")?.sku).toBe("ash-l");
  // Ash comes in one size only.
  expect(variantWith(chair, oakSmall, "material", "ash")?.sku).toBe("ash-l");
  expect(variantWith(chair, oakSmall, "material", "gold")).toBeNull();
  expect(variantQuery(chair, oakLarge)).toBe("material=oak&size=l");
});

it("shows the variant's own picture first and none of other values", () => {
  const oak = product.variants[1];
  if (!oak) throw new Error("The fixture has three variants");
  const keys = picturesOf(product, oak).map(({ key }) => key);
  expect(keys).toEqual(["sund-chair.material-oak", "sund-chair.front", "sund-chair.detail"]);
});
