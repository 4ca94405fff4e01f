import type { OrderView } from "@shopwright/server/contracts/orders";
import type { ShopperPaymentView } from "@shopwright/server/contracts/payments";
import type { MoneyView } from "@shopwright/server/kernel/money";
import { pathIn } from "../addresses.ts";
import { day, moment, price } from "../format.ts";
import type { Frame } from "../visit.ts";
import { Notice } from "./notice.tsx";

interface OrderPaymentProps {
  readonly frame: Frame;
  readonly order: OrderView;
  readonly payment: ShopperPaymentView;
  readonly secret: string;
}

/** What the shopper has to do, or can do, about paying; nothing when all is well. */
export function OrderPayment(props: OrderPaymentProps) {
  const { frame, order, payment, secret } = props;
  const { text, locale } = frame.visit;
  if (order.status === "cancelled") return null;
  if (payment.transfer !== null && awaited.has(order.paymentStatus)) return <Transfer {...props} />;
  if (owesCash(order)) {
    return (
      <Notice tone="plain">
        {text.pay.cash} {price(frame, cashDue(order, payment))}
      </Notice>
    );
  }
  switch (payment.state) {
    case "checking":
      return (
        <Notice tone="plain">
          <p>{text.pay.wait}</p>
          <p>
            <a class="button" href={pathIn(locale, `/order/${secret}/payment`)}>
              {text.pay.look}
            </a>
          </p>
        </Notice>
      );
    case "waiting":
      return (
        <Notice tone="bad">
          <h2>{text.pay.unfinished}</h2>
          <p>{text.pay.unfinishedHint}</p>
          {payment.action && (
            <p>
              <a class="button button-main" href={payment.action.url}>
                {text.pay.goOn}
              </a>
            </p>
          )}
          <PayAgain {...props} />
        </Notice>
      );
    case "failed":
      return (
        <Notice tone="bad">
          <h2>{text.pay.failed}</h2>
          <p>
            {failureText(frame, payment.failure)} {text.pay.failedHint}
          </p>
          <PayAgain {...props} />
        </Notice>
      );
    case "none":
    case "authorised":
    case "paid":
    case "refunded":
      return null;
  }
}

const awaited: ReadonlySet<string> = new Set(["unpaid", "partly_paid"]);

/** The total less what gift cards and store credit have paid. */
function cashDue({ total }: OrderView, { credits }: ShopperPaymentView): MoneyView {
  const paid = credits.reduce((sum, { amount }) => sum + BigInt(amount.minor), 0n);
  return { minor: (BigInt(total.minor) - paid).toString(), currency: total.currency };
}

/** Cash is paid at the door: until then nothing has come in, whatever was agreed. */
export function owesCash({ paymentMethod, paymentStatus }: OrderView): boolean {
  return (
    paymentMethod === "cash-on-delivery" &&
    (paymentStatus === "unpaid" ||
      paymentStatus === "authorised" ||
      paymentStatus === "partly_paid")
  );
}

function failureText(frame: Frame, failure: string | null): string {
  const reasons: Readonly<Record<string, string>> = frame.visit.text.pay.reasons;
  return (failure === null ? undefined : reasons[failure]) ?? "";
}

/** The ways to pay that the shop has, in a form that makes one payment however often it is sent. */
function PayAgain({ frame, order, secret }: OrderPaymentProps) {
  const { text, locale, request } = frame.visit;
  if (order.status !== "pending") return null;
  return (
    <form method="post" action={pathIn(locale, `/order/${secret}/pay`)} class="form">
      <input type="hidden" name="once" value={request.requestId} />
      <fieldset>
        <legend>{text.pay.with}</legend>
        {frame.info.paymentMethods.map((method) => (
          <label key={method} class="card-choice">
            <input
              type="radio"
              id={`method-${method}`}
              name="method"
              value={method}
              checked={method === order.paymentMethod}
            />
            <span>{text.payment.methods[method]}</span>
          </label>
        ))}
      </fieldset>
      {order.payBy && <p>{text.pay.by(moment(frame, order.payBy))}</p>}
      <button class="button button-main" type="submit">
        {text.pay.again}
      </button>
    </form>
  );
}

/** Where to transfer the money, and what to write into the transfer. */
function Transfer({ frame, payment }: OrderPaymentProps) {
  const { text } = frame.visit;
  const { transfer } = payment;
  if (transfer === null) return null;
  const rows = [
    [text.pay.amount, price(frame, transfer.amount)],
    [text.pay.reference, transfer.reference],
    [text.pay.holder, transfer.accountHolder],
    [text.pay.iban, transfer.iban.replaceAll(/(.{4})(?=.)/g, "$1 ")],
    [text.pay.bic, transfer.bic],
    [text.pay.bank, transfer.bank],
  ].filter(([, value]) => value !== "");
  return (
    <section class="boxed">
      <p>{text.pay.transfer}</p>
      <dl class="facts">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {transfer.payBy && <p>{text.pay.by(day(frame, transfer.payBy))}</p>}
    </section>
  );
}
