/**
 * What the merchant says about a product, for the tax tables to answer:
 * - `standard`: taxed like most goods. Right for everything unless a law says otherwise.
 * - `reduced`: goods for which the destination has its ordinary reduced VAT rate. American states
 *   have no such general rate, so there it is taxed as standard.
 * - `zero`: goods that bear no tax at the sale, such as vouchers that are taxed when redeemed.
 */
export const taxCategories = ["standard", "reduced", "zero"] as const;

export type TaxCategory = (typeof taxCategories)[number];

export function isTaxCategory(text: string): text is TaxCategory {
  return taxCategories.some((category) => category === text);
}
