import { type Address, addressProblems } from "../../kernel/address.ts";
import type { Json } from "../../kernel/errors.ts";
import { emailSchema } from "../../kernel/wire.ts";
import { type Cart, isBlankAddress, isForSale, obtainable } from "./cart.ts";
import type { RequirementCode } from "./contract.ts";
import type { CodeState } from "./discounts.ts";
import type { PaymentChoice } from "./payment-choices.ts";
import { parseVatId, type TaxResult } from "../tax/index.ts";

/** Something that is still needed before a cart can be ordered. */
export interface Requirement {
  readonly code: RequirementCode;
  readonly field?: string;
  readonly lineId?: string;
  readonly details?: { readonly [key: string]: Json };
}

/** What the requirements are judged by, besides the cart itself. */
export interface Circumstances {
  readonly signedIn: boolean;
  readonly guestsWelcome: boolean;
  /** What the chosen delivery is; null: none is chosen. */
  readonly delivery: "shipping" | "pickup" | "email" | "not_available" | null;
  readonly paymentChoices: readonly PaymentChoice[];
  /** Code of the market that sells to the shipping address; null: no market, or no address yet. */
  readonly servedBy: string | null;
  /** Null when there is nothing to tax. */
  readonly tax: (Pick<TaxResult, "state"> & { readonly reason?: string }) | null;
  /** What is left to be paid by a method, in minor units; nothing: none is needed. */
  readonly dueMinor: bigint;
  readonly codes: readonly CodeState[];
}

/** All that is missing, in the order of a checkout; empty when the order can be placed. Pure. */
export function requirementsOf(cart: Cart, facts: Circumstances): Requirement[] {
  return [
    ...ofLines(cart),
    ...ofCodes(facts),
    ...ofContact(cart, facts),
    ...ofAddresses(cart, facts),
    ...ofVatId(cart),
    ...ofDelivery(facts),
    ...ofPayment(cart, facts),
    ...ofTax(facts),
  ];
}

function ofLines(cart: Cart): Requirement[] {
  if (cart.lines.length === 0) return [{ code: "empty_cart" }];
  return cart.lines.flatMap((line): Requirement[] => {
    if (!isForSale(line)) return [{ code: "not_for_sale", lineId: line.id }];
    const available = obtainable(line);
    if (line.quantity <= available) return [];
    return [{ code: "out_of_stock", lineId: line.id, details: { available } }];
  });
}

/** Codes that do nothing only because something better does, or before a delivery is chosen, are in nobody's way. */
const harmless: readonly CodeState["reason"][] = [
  null,
  "better_offer",
  "nothing_left",
  "no_delivery",
];

function ofCodes({ codes }: Circumstances): Requirement[] {
  return codes
    .filter(({ reason }) => !harmless.includes(reason))
    .map(({ code, reason, unmet }) => ({
      code: "code_not_applicable",
      field: "codes",
      details: { code, reason, unmet: [...unmet] },
    }));
}

function ofContact(cart: Cart, facts: Circumstances): Requirement[] {
  if (!facts.guestsWelcome && !facts.signedIn) return [{ code: "account_needed" }];
  if ((cart.email ?? "") === "") return [{ code: "email_missing", field: "email" }];
  if (emailSchema.safeParse(cart.email).success) return [];
  return [{ code: "email_invalid", field: "email" }];
}

function ofAddresses(cart: Cart, facts: Circumstances): Requirement[] {
  const { shippingAddress, billingAddress } = cart;
  // Nothing is sent: an address is only needed for the bill.
  const pickup = facts.delivery === "pickup" || facts.delivery === "email";
  if (pickup && isBlankAddress(billingAddress) && isBlankAddress(shippingAddress)) {
    return [{ code: "billing_address_missing", field: "billingAddress" }];
  }
  const problems: Requirement[] = [];
  if (isBlankAddress(shippingAddress)) {
    if (!pickup) problems.push({ code: "shipping_address_missing", field: "shippingAddress" });
  } else {
    problems.push(...problemsOf("shippingAddress", shippingAddress));
    if (!pickup && problems.length === 0 && facts.servedBy !== cart.market) {
      const details = { market: facts.servedBy };
      problems.push({ code: "country_not_served", field: "shippingAddress.country", details });
    }
  }
  if (!isBlankAddress(billingAddress)) {
    problems.push(...problemsOf("billingAddress", billingAddress));
  }
  return problems;
}

function problemsOf(field: string, address: Partial<Address> | null): Requirement[] {
  return addressProblems(wholeAddress(address ?? {})).map((problem) => ({
    code: "address_invalid",
    field: `${field}.${problem.field}`,
    details: { problem: problem.code },
  }));
}

/** An unfinished address with its gaps as empty texts. */
export function wholeAddress(address: Partial<Address>): Address {
  return { name: "", line1: "", city: "", country: "", ...address };
}

function ofDelivery({ delivery }: Circumstances): Requirement[] {
  if (delivery === null) return [{ code: "delivery_not_chosen", field: "delivery" }];
  if (delivery === "not_available") return [{ code: "delivery_not_available", field: "delivery" }];
  return [];
}

function ofPayment(cart: Cart, facts: Circumstances): Requirement[] {
  const field = "paymentMethod";
  if (facts.dueMinor === 0n && cart.lines.length > 0 && cart.lines.every(isForSale)) return [];
  if (cart.paymentMethod === null) return [{ code: "payment_not_chosen", field }];
  const choice = facts.paymentChoices.find((each) => each.method === cart.paymentMethod);
  if (
    choice === undefined ||
    choice.reason === "not_in_this_currency" ||
    choice.reason === "paid_first"
  ) {
    return [{ code: "payment_not_available", field }];
  }
  if (choice.reason === null) return [];
  const limit = { minor: String(choice.limitMinor), currency: cart.currency };
  return [{ code: "cod_limit_exceeded", field, details: { limit } }];
}

/** Whether the shopper can help it, or a tax service has not answered. */
function taxRequirement(reason: string): RequirementCode {
  if (reason === "not_calculated") return "tax_not_calculated";
  return reason.startsWith("service_") ? "tax_unavailable" : "tax_unknown";
}

/** Only what cannot be a VAT id at all; that a register does not know one is no obstacle to buying. */
function ofVatId({ vatId }: Cart): Requirement[] {
  if (isBlank(vatId) || parseVatId(vatId ?? "") !== null) return [];
  return [{ code: "vat_id_invalid", field: "vatId" }];
}

function isBlank(text: string | null): boolean {
  return (text ?? "").trim() === "";
}

function ofTax({ tax }: Circumstances): Requirement[] {
  const unknown = tax !== null && tax.state !== "ok" ? tax.reason : undefined;
  return unknown === undefined ? [] : [{ code: taxRequirement(unknown) }];
}
