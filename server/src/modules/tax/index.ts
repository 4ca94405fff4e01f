export { isTaxCategory, taxCategories } from "./category.ts";
export type { TaxCategory } from "./category.ts";
export type { TaxFailed, TaxPending, TaxReason, TaxTreatment } from "./jurisdiction.ts";
export { partOfLine, refundTax, refundTaxOfAmount } from "./refund-tax.ts";
export type { Part, SoldLine, TakenPart } from "./refund-tax.ts";
export { calculateTax } from "./tax.ts";
export type { Taxed, TaxedLine, TaxLine, TaxRequest, TaxRequestLine, TaxResult } from "./tax.ts";
