/** The classes of rates that a tax law has, from the highest down to none. */
export const rateClasses = [
  "standard",
  "reduced",
  "second-reduced",
  "super-reduced",
  "zero",
  "exempt",
] as const;
export type RateClass = (typeof rateClasses)[number];

/** Kinds of goods that many countries tax lower than others, each in its own way. */
export const goodsKinds = ["books", "food", "medicine"] as const;
export type GoodsKind = (typeof goodsKinds)[number];

/**
 * What the merchant says about a product, for the tax tables to answer: the kind of goods it is, whose
 * class each country decides, or a class of rates that holds wherever there is one.
 */
export const taxCategories = [...rateClasses, ...goodsKinds] as const;
export type TaxCategory = (typeof taxCategories)[number];

export function isTaxCategory(text: string): text is TaxCategory {
  return taxCategories.some((category) => category === text);
}

/** Countries outside the Union whose tax is known here, for shops that are registered there. */
export const vatCountriesOutsideEu = ["CH", "GB", "NO"] as const;
