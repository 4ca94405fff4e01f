import { returnFromPayment } from "@shopwright/server/contracts/payments";
import { pathIn } from "../addresses.ts";
import { Document } from "../parts/document.tsx";
import { htmlReply, redirect } from "../reply.tsx";
import { loadFrame } from "../visit.ts";
import type { Page } from "../visit.ts";
import { secretOf } from "./order.tsx";

const secondsBetweenLooks = 3;

/**
 * Back from the payment provider: asks for the outcome now. While there is none the page comes again
 * by itself; asking again is safe.
 */
export const paymentReturnPage: Page = {
  pattern: "/order/:secret/payment",
  get: async (visit) => {
    const secret = secretOf(visit);
    const payment = await visit.shop.call(returnFromPayment, { params: { secret } });
    const status = pathIn(visit.locale, `/order/${secret}`);
    if (payment.state !== "checking") return redirect(status, 302);
    const frame = await loadFrame(visit);
    const { text } = visit;
    return htmlReply(
      <Document
        frame={frame}
        title={text.pay.waitTitle}
        paths={null}
        refreshSeconds={secondsBetweenLooks}
      >
        <div class="prose" data-look-again={String(secondsBetweenLooks)}>
          <h1>{text.pay.waitTitle}</h1>
          <p>{text.pay.wait}</p>
          <p>
            <a class="button button-main" href={pathIn(visit.locale, `/order/${secret}/payment`)}>
              {text.pay.look}
            </a>
          </p>
        </div>
      </Document>,
      null,
    );
  },
};
