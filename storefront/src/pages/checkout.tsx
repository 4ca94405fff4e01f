import { getCart } from "@shopwright/server/contracts/cart";
import type { CartView } from "@shopwright/server/contracts/cart";
import type { PlacedView } from "@shopwright/server/contracts/checkout";
import { getAccount, listAddresses } from "@shopwright/server/contracts/customers";
import type { AccountView, SavedAddressView } from "@shopwright/server/contracts/customers";
import type { PageReply } from "@shopwright/server/kernel/page";
import { pathIn, withQuery } from "../addresses.ts";
import { cartIdOf, findCart, forgetCart } from "../cart-cookie.ts";
import { fieldOf } from "../form.ts";
import { orNotFound, refusalOf } from "../refusal.ts";
import { refusalWords } from "../refusal-words.ts";
import { htmlReply, redirect } from "../reply.tsx";
import { sayOnce } from "../said-once.ts";
import { loadFrame } from "../visit.ts";
import type { Page, Visit } from "../visit.ts";
import { applyCode, removeCode } from "./basket-actions.ts";
import {
  keepForm,
  orderCart,
  settled,
  startCheckout,
  takeSavedAddress,
} from "./checkout-actions.ts";
import { doCreditAction } from "./credit-actions.ts";
import { keptForm, typedForm } from "./checkout-form.ts";
import type { CheckoutForm } from "./checkout-form.ts";
import { Checkout } from "./checkout-page.tsx";

export const checkoutPage: Page = {
  pattern: "/checkout",
  get: async (visit) => {
    const cart = await findCart(visit);
    if (cart === null || cart.lines.length === 0) return toBasket(visit);
    return show(visit, await settled(visit, cart), null, null);
  },
  post: async (visit) => {
    const cart = await findCart(visit);
    const action = fieldOf(visit.request, "do");
    if (cart === null) return action === "place" ? finishOrdered(visit) : toBasket(visit);
    if (cart.lines.length === 0) return toBasket(visit);
    try {
      return await doAction(visit, cart, action);
    } catch (error) {
      const words = refusalWords(visit.text, error);
      // Nothing that was typed is lost: the form is shown as it was sent.
      const now = (await findCart(visit)) ?? cart;
      const typed = action === "start" ? null : typedForm(visit.request);
      return show(visit, now, typed, words);
    }
  },
};

async function doAction(visit: Visit, cart: CartView, action: string): Promise<PageReply> {
  const here = pathIn(visit.locale, "/checkout");
  if (action === "start") {
    await startCheckout(visit, cart);
    return redirect(here);
  }
  const kept = await keepForm(visit, cart);
  if (action.startsWith("address:")) {
    await takeSavedAddress(visit, kept, action.slice("address:".length));
    return redirect(here);
  }
  // Without a script the enter key sends the form's first button; a code that was typed is meant by it.
  if (action === "code" || action === "update") {
    await applyCode(visit, fieldOf(visit.request, "code"));
  }
  if (action.startsWith("uncode:")) await removeCode(visit, action.slice("uncode:".length));
  const typedCode = action === "update" && fieldOf(visit.request, "giftCard").trim() !== "";
  if (await doCreditAction(visit, kept.id, typedCode ? "gift-card" : action)) return redirect(here);
  if (action !== "place") return redirect(here);
  if (kept.requirements.length > 0) return redirect(`${here}?check=1#missing`);
  const agreed = fieldOf(visit.request, "agreed");
  if (agreed !== kept.totals.total.minor) {
    return redirect(withQuery(here, { moved: /^\d{1,18}$/.test(agreed) ? agreed : "0" }));
  }
  if (fieldOf(visit.request, "agreedDue") !== kept.totals.due.minor) {
    return redirect(withQuery(here, { covered: "1" }));
  }
  return place(visit, kept, agreed);
}

async function place(visit: Visit, cart: CartView, agreed: string): Promise<PageReply> {
  const here = pathIn(visit.locale, "/checkout");
  try {
    return afterPlacing(visit, await orderCart(visit, { ...cart, due: cart.totals.due }, agreed));
  } catch (error) {
    switch (refusalOf(error)?.kind.code) {
      case "requirements_open":
      case "out_of_stock":
        return redirect(`${here}?check=1#missing`);
      case "price_changed":
        return redirect(withQuery(here, { moved: agreed }));
      case "credit_changed":
        return redirect(withQuery(here, { covered: "1" }));
      case "cart_changed":
        return redirect(withQuery(here, { changed: "1" }));
      default:
        throw error;
    }
  }
}

/** The basket is an order already, by a second press of the button: on to that order. */
async function finishOrdered(visit: Visit): Promise<PageReply> {
  const id = cartIdOf(visit);
  const cart = id === null ? null : await orNotFound(visit.shop.call(getCart, { params: { id } }));
  if (cart === null || !cart.ordered) return toBasket(visit);
  const { minor } = cart.totals.total;
  return afterPlacing(
    visit,
    await orderCart(visit, { id: cart.id, currency: cart.currency }, minor),
  );
}

function afterPlacing(visit: Visit, { order, payment }: PlacedView): PageReply {
  forgetCart(visit);
  sayOnce(visit, { kind: "thanks" });
  if (payment.action !== null) return redirect(payment.action.url);
  const status = pathIn(visit.locale, `/order/${order.linkSecret}`);
  return redirect(payment.state === "pending" ? `${status}/payment` : status);
}

function toBasket(visit: Visit): PageReply {
  return redirect(pathIn(visit.locale, "/basket"));
}

async function show(
  visit: Visit,
  cart: CartView,
  typed: CheckoutForm | null,
  refused: string | null,
): Promise<PageReply> {
  const [frame, shopper] = await Promise.all([loadFrame(visit), loadShopper(visit)]);
  const form = typed ?? keptForm(cart, frame.market.defaultCountry);
  return htmlReply(
    <Checkout frame={frame} cart={cart} form={form} refused={refused} {...shopper} />,
    null,
    refused === null ? 200 : refused === "too_many_orders" ? 429 : 409,
  );
}

async function loadShopper(visit: Visit): Promise<{
  customer: AccountView | null;
  addresses: readonly SavedAddressView[];
}> {
  const { customer } = await visit.shop.call(getAccount, {});
  return { customer, addresses: customer ? await visit.shop.call(listAddresses, {}) : [] };
}
