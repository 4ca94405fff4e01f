import type { CartView } from "@shopwright/server/contracts/cart";
import { addressLimits } from "@shopwright/server/kernel/address";
import type { AddressField } from "@shopwright/server/kernel/address";
import type { PageRequest } from "@shopwright/server/kernel/page";
import { fieldOf } from "../form.ts";

/** An address on its way to being whole. */
export type PartialAddress = { readonly [F in AddressField]?: string | undefined };
export type AddressPrefix = "shipping" | "billing" | "address";

export const addressFields = Object.keys(addressLimits) as readonly AddressField[];

/** What the checkout's form holds: as it was typed, or as the basket has it. */
export interface CheckoutForm {
  readonly email: string;
  readonly shipping: PartialAddress;
  readonly billing: PartialAddress;
  readonly billingSame: boolean;
  readonly vatId: string;
  readonly note: string;
}

/** The form as it was sent. */
export function typedForm(request: PageRequest): CheckoutForm {
  return {
    email: fieldOf(request, "email").trim(),
    shipping: readAddress(request, "shipping"),
    billing: readAddress(request, "billing"),
    billingSame: fieldOf(request, "billingSame") === "yes",
    vatId: fieldOf(request, "vatId").trim(),
    note: fieldOf(request, "note"),
  };
}

/** The form as the basket remembers it; an untouched one starts in the market's own country. */
export function keptForm(cart: CartView, defaultCountry: string): CheckoutForm {
  const country = { country: defaultCountry };
  return {
    email: cart.email ?? "",
    shipping: cart.shippingAddress ?? country,
    billing: cart.billingAddress ?? country,
    billingSame: cart.billingAddress === null,
    vatId: cart.vatId?.text ?? "",
    note: cart.note,
  };
}

/** An address from fields like "shipping.city"; what is empty is left out. */
export function readAddress(request: PageRequest, prefix: AddressPrefix): PartialAddress {
  const entries = addressFields.flatMap((field) => {
    const value = fieldOf(request, `${prefix}.${field}`).trim();
    return value === "" ? [] : [[field, value] as const];
  });
  return Object.fromEntries(entries);
}

/** The body that keeps the form in the basket. */
export function detailsOf(form: CheckoutForm) {
  const { email, shipping, billing, billingSame, vatId, note } = form;
  return {
    email: email === "" ? null : email,
    shippingAddress: shipping,
    billingAddress: billingSame ? null : billing,
    vatId: vatId === "" ? null : vatId,
    note,
  };
}
