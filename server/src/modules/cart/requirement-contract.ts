import { z } from "zod";
import { idView } from "../../kernel/wire.ts";

/**
 * What still stands between a cart and its order. The same list is shown while shopping and enforced
 * when the order is placed; it is empty when the order can be placed. Codes are stable.
 */
export const requirementCodes = [
  "empty_cart",
  "email_missing",
  "email_invalid",
  "shipping_address_missing",
  "billing_address_missing",
  /** `field` names the part ("shippingAddress.postcode"), `details.problem` what is wrong with it. */
  "address_invalid",
  /** `details.market`: the code of the market that sells there; null when none does. */
  "country_not_served",
  "delivery_not_chosen",
  "delivery_not_available",
  "payment_not_chosen",
  "payment_not_available",
  /** `details.limit`: the highest order total that can be paid in cash, as money. */
  "cod_limit_exceeded",
  "account_needed",
  /** With `line`; the goods were withdrawn or have no price in this market. */
  "not_for_sale",
  /** With `line`; `details.available`: how many can be had. */
  "out_of_stock",
  /** A code in it does nothing any more; `details`: `{ code, reason, unmet }` as in `codeView`. */
  "code_not_applicable",
  /** The tax cannot be told for this address. */
  "tax_unknown",
  /** The tax service was not asked yet about the cart as it is: `settleCartTax` asks. */
  "tax_not_calculated",
  /** The tax service gives no answer at present, or says no. */
  "tax_unavailable",
  /** What was given as a VAT id cannot be one. */
  "vat_id_invalid",
] as const;
export type RequirementCode = (typeof requirementCodes)[number];

export const requirementView = z.object({
  code: z.enum(requirementCodes),
  /** The field of the cart's details it is about, with dots. */
  field: z.string().optional(),
  line: idView("cart_line").optional(),
  details: z.record(z.string(), z.json()).optional(),
});
export type RequirementView = z.output<typeof requirementView>;
