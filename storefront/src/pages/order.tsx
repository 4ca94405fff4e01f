import { copyOrderToCart, payOrderAgain } from "@shopwright/server/contracts/checkout";
import { listOrderShipments } from "@shopwright/server/contracts/fulfilment";
import { listOrderDocuments } from "@shopwright/server/contracts/invoicing";
import { getOrderByLink } from "@shopwright/server/contracts/orders";
import { readPayment } from "@shopwright/server/contracts/payments";
import { paymentMethods } from "@shopwright/server/contracts/settings";
import { pathIn } from "../addresses.ts";
import { keepCart } from "../cart-cookie.ts";
import { fieldOf } from "../form.ts";
import { refusalCode } from "../refusal.ts";
import { htmlReply, redirect } from "../reply.tsx";
import { heardOnce, sayOnce } from "../said-once.ts";
import { loadFrame } from "../visit.ts";
import type { Page, Visit } from "../visit.ts";
import type { PageReply } from "@shopwright/server/kernel/page";
import { errorPage } from "./error.tsx";
import { OrderDocument } from "./order-page.tsx";

const pattern = "/order/:secret";

/** How an order stands, for whoever holds its link: the confirmation, and the page the mails lead to. */
export const orderPage: Page = {
  pattern,
  get: async (visit) => {
    const params = { secret: secretOf(visit) };
    const [frame, order, payment, parcels, documents] = await Promise.all([
      loadFrame(visit),
      visit.shop.call(getOrderByLink, { params }),
      visit.shop.call(readPayment, { params }),
      visit.shop.call(listOrderShipments, { params }),
      visit.shop.call(listOrderDocuments, { params }),
    ]);
    const thanks = heardOnce(visit)?.kind === "thanks";
    const facts = { order, payment, parcels, documents, thanks, secret: params.secret };
    return htmlReply(<OrderDocument frame={frame} {...facts} />, null);
  },
};

/** Pays an order again after a payment failed or was left. */
export const payAgain: Page = {
  pattern: `${pattern}/pay`,
  post: async (visit) => {
    const secret = secretOf(visit);
    const wanted = fieldOf(visit.request, "method");
    const method = paymentMethods.find((each) => each === wanted);
    const back = pathIn(visit.locale, `/order/${secret}`);
    if (method === undefined) return redirect(back);
    try {
      const { payment } = await visit.shop.call(payOrderAgain, {
        params: { secret },
        body: { method },
        // The form carries a key of its own: pressing twice is one payment.
        idempotencyKey: `storefront-${secret}-${fieldOf(visit.request, "once") || "pay"}`.slice(
          0,
          200,
        ),
      });
      sayOnce(visit, { kind: "thanks" });
      if (payment.action !== null) return redirect(payment.action.url);
      return redirect(payment.state === "pending" ? `${back}/payment` : back);
    } catch (error) {
      return refusedPage(visit, error);
    }
  },
};

/** Fills the basket with what an order had, at today's prices. */
export const orderAgain: Page = {
  pattern: `${pattern}/again`,
  post: async (visit) => {
    const secret = secretOf(visit);
    try {
      const cart = await visit.shop.call(copyOrderToCart, {
        params: { secret },
        idempotencyKey: `storefront-${secret}-copy-${visit.request.requestId}`,
      });
      keepCart(visit, cart.id);
      return redirect(pathIn(visit.locale, "/basket"));
    } catch (error) {
      return refusedPage(visit, error);
    }
  },
};

function refusedPage(visit: Visit, error: unknown): Promise<PageReply> {
  const code = refusalCode(error);
  return errorPage(visit, code, code === "too_many_orders" ? 429 : 409);
}

export function secretOf(visit: Visit): string {
  return visit.params["secret"] ?? "";
}
