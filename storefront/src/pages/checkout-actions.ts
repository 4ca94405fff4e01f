import {
  changeCartDetails,
  chooseDelivery,
  choosePaymentMethod,
  settleCartTax,
} from "@shopwright/server/contracts/cart";
import type { CartView } from "@shopwright/server/contracts/cart";
import { placeOrder } from "@shopwright/server/contracts/checkout";
import type { PlacedView } from "@shopwright/server/contracts/checkout";
import { getAccount, listAddresses } from "@shopwright/server/contracts/customers";
import type { Currency, MoneyView } from "@shopwright/server/kernel/money";
import { fieldOf } from "../form.ts";
import type { Visit } from "../visit.ts";
import { detailsOf, typedForm } from "./checkout-form.ts";

/**
 * Makes a basket ready for the checkout: a signed-in customer's own details where it has none, and
 * the first delivery and payment there are, so that the first total shown is a whole one.
 */
export async function startCheckout(visit: Visit, cart: CartView): Promise<CartView> {
  const known = await withOwnDetails(visit, cart);
  return chooseDefaults(visit, known);
}

async function withOwnDetails(visit: Visit, cart: CartView): Promise<CartView> {
  const { customer } = await visit.shop.call(getAccount, {});
  if (customer === null || (cart.email !== null && cart.shippingAddress !== null)) return cart;
  const [saved] = cart.shippingAddress === null ? await visit.shop.call(listAddresses, {}) : [];
  return visit.shop.call(changeCartDetails, {
    params: { id: cart.id },
    body: {
      email: cart.email ?? customer.email,
      ...(saved === undefined ? {} : { shippingAddress: saved.address }),
    },
  });
}

/** The first delivery and the first payment there are, where none is chosen. */
export async function chooseDefaults(visit: Visit, cart: CartView): Promise<CartView> {
  const params = { id: cart.id };
  let now = cart;
  const [delivery] = now.deliveryChoices;
  if (delivery && !now.deliveryChoices.some(({ chosen }) => chosen)) {
    now = await visit.shop.call(chooseDelivery, {
      params,
      body: { deliveryOptionId: delivery.id },
    });
  }
  const payment = now.paymentMethods.find(({ available }) => available);
  if (payment && !now.paymentMethods.some(({ chosen }) => chosen)) {
    now = await visit.shop.call(choosePaymentMethod, { params, body: { method: payment.method } });
  }
  return now;
}

/** Keeps all that the form says in the basket, and gives the basket as it then is. */
export async function keepForm(visit: Visit, cart: CartView): Promise<CartView> {
  const params = { id: cart.id };
  const body = detailsOf(typedForm(visit.request));
  let now = await visit.shop.call(changeCartDetails, { params, body });
  const delivery = now.deliveryChoices.find(({ id }) => id === fieldOf(visit.request, "delivery"));
  if (delivery && !delivery.chosen) {
    now = await visit.shop.call(chooseDelivery, {
      params,
      body: { deliveryOptionId: delivery.id },
    });
  }
  const wanted = fieldOf(visit.request, "payment");
  const payment = now.paymentMethods.find(({ method }) => method === wanted);
  if (payment && !payment.chosen) {
    now = await visit.shop.call(choosePaymentMethod, { params, body: { method: payment.method } });
  }
  return settled(visit, await chooseDefaults(visit, now));
}

/** The basket once those outside have been asked what its tax depends on. */
export function settled(visit: Visit, cart: CartView): Promise<CartView> | CartView {
  return cart.taxUnsettled ? visit.shop.call(settleCartTax, { params: { id: cart.id } }) : cart;
}

/** Puts a saved address into the basket. */
export async function takeSavedAddress(
  visit: Visit,
  cart: CartView,
  addressId: string,
): Promise<CartView> {
  const saved = await visit.shop.call(listAddresses, {});
  const found = saved.find(({ id }) => id === addressId);
  if (found === undefined) return cart;
  return visit.shop.call(changeCartDetails, {
    params: { id: cart.id },
    body: { shippingAddress: found.address },
  });
}

/**
 * Orders the basket as the shopper saw it. The key is made of what they agreed to, so that pressing
 * twice, or reloading, is one order.
 */
export function orderCart(
  visit: Visit,
  cart: {
    readonly id: string;
    readonly currency: Currency;
    readonly version?: number;
    readonly due?: MoneyView;
  },
  agreedMinor: string,
): Promise<PlacedView> {
  return visit.shop.call(placeOrder, {
    params: { id: cart.id },
    body: {
      expectedTotal: { minor: agreedMinor, currency: cart.currency },
      ...(cart.due === undefined ? {} : { expectedDue: cart.due }),
      ...(cart.version === undefined ? {} : { cartVersion: cart.version }),
    },
    idempotencyKey: `storefront-${cart.id}-${cart.version ?? "again"}-${agreedMinor}-${cart.due?.minor ?? ""}`,
  });
}
