import type { taxTreatments } from "../settings/contract.ts";

/** Which tax law a market sells under. */
export type TaxTreatment = (typeof taxTreatments)[number];

/** Why a line bears the tax it bears, or none. Orders and documents keep it. */
export const taxReasons = [
  "eu-vat",
  "uk-vat",
  "swiss-vat",
  "norwegian-vat",
  "us-sales-tax",
  /** The goods leave the tax area. */
  "export",
  /** The buyer, a business in another member state, owes it. */
  "reverse-charge",
  /** The buyer showed a certificate. */
  "exempt",
  /** The law taxes these goods at 0 %. */
  "zero-rated",
  /** The law does not tax these goods. */
  "exempt-goods",
  /** The shop owes no tax in this place. */
  "no-tax-here",
] as const;
export type TaxReason = (typeof taxReasons)[number];
