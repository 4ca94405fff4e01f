import type { OwnShipmentView } from "@shopwright/server/contracts/fulfilment";
import type { OwnDocumentView } from "@shopwright/server/contracts/invoicing";
import type { OrderLineView, OrderView } from "@shopwright/server/contracts/orders";
import type { ShopperPaymentView } from "@shopwright/server/contracts/payments";
import { formatAddress } from "@shopwright/server/kernel/address";
import type { Address } from "@shopwright/server/kernel/address";
import { pathIn } from "../addresses.ts";
import { day, dayRange, moment, price } from "../format.ts";
import { creditName } from "../parts/credit-entry.tsx";
import { Document } from "../parts/document.tsx";
import { Notice } from "../parts/notice.tsx";
import { OrderPayment, owesCash } from "../parts/order-payment.tsx";
import { TaxNotes } from "../parts/tax-notes.tsx";
import { LinePicture } from "../parts/picture.tsx";
import type { Frame } from "../visit.ts";

export interface OrderFacts {
  readonly order: OrderView;
  readonly payment: ShopperPaymentView;
  readonly parcels: readonly OwnShipmentView[];
  readonly documents: readonly OwnDocumentView[];
  readonly secret: string;
}

type OrderProps = OrderFacts & { readonly frame: Frame };

/** The whole page of an order; `thanks` right after it was placed. */
export function OrderDocument(props: OrderProps & { readonly thanks: boolean }) {
  const { frame, order, thanks, secret } = props;
  const { text, locale } = frame.visit;
  const title = text.order.title(order.number);
  return (
    <Document frame={frame} title={title} paths={null}>
      <div class="wide">
        {thanks && order.status !== "cancelled" && props.payment.state !== "failed" && (
          <Notice tone="good">
            <p>
              <strong>{text.order.thanks}</strong> {text.order.thanksHint(order.email)}
            </p>
          </Notice>
        )}
        <h1>{title}</h1>
        <p class="quiet">{text.order.placedAt(moment(frame, order.placedAt ?? order.createdAt))}</p>
        <States {...props} />
        {order.status === "cancelled" && (
          <Notice tone="plain">{text.order.cancelled(order.cancelReason ?? "")}</Notice>
        )}
        <div class="with-summary">
          <div>
            <OrderPayment frame={frame} order={order} payment={props.payment} secret={secret} />
            <Parcels {...props} />
            <Lines {...props} />
            <form method="post" action={pathIn(locale, `/order/${secret}/again`)}>
              <p>
                <button class="button" type="submit">
                  {text.order.again}
                </button>
              </p>
            </form>
          </div>
          <aside>
            <Facts {...props} />
            <Timeline {...props} />
          </aside>
        </div>
      </div>
    </Document>
  );
}

function States({ frame, order }: OrderProps) {
  const { text } = frame.visit;
  const cash = owesCash(order);
  return (
    <ul class="states">
      <li>{text.order.status[order.status]}</li>
      {order.status !== "cancelled" && (
        <>
          <li>
            {cash
              ? text.payment.methods["cash-on-delivery"]
              : text.order.paymentStatus[order.paymentStatus]}
          </li>
          <li>{text.order.fulfilmentStatus[order.fulfilmentStatus]}</li>
        </>
      )}
    </ul>
  );
}

function Parcels({ frame, parcels }: OrderProps) {
  const { text } = frame.visit;
  if (parcels.length === 0) return null;
  return (
    <section>
      <h2>{text.order.parcels}</h2>
      <ul class="columns">
        {parcels.map((parcel, index) => (
          <li key={parcel.number} class="boxed">
            <h3>{text.order.parcel(index + 1)}</h3>
            <p>
              {parcel.deliveredAt
                ? text.order.parcelStates.delivered
                : text.order.parcelStates.shipped}
              {parcel.shippedAt && <> · {text.order.shippedOn(day(frame, parcel.shippedAt))}</>}
            </p>
            <ul class="small">
              {parcel.lines.map((line) => (
                <li key={line.orderLineId}>
                  {line.quantity} × {line.title} {line.options}
                </li>
              ))}
            </ul>
            {parcel.trackingNumber && (
              <p>
                {parcel.carrierName} · {text.order.tracking(parcel.trackingNumber)}
              </p>
            )}
            {parcel.trackingUrl && (
              <p>
                <a href={parcel.trackingUrl} rel="noopener">
                  {text.order.track(parcel.carrierName)}
                </a>
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Lines({ frame, order }: OrderProps) {
  const { text } = frame.visit;
  return (
    <section>
      <h2>{text.order.goods}</h2>
      <ul class="lines">
        {order.lines
          .filter(({ kind }) => kind === "item")
          .map((line) => (
            <li key={line.id} class="line">
              <LinePicture pictureKey={line.pictureKey} />
              <div class="line-what">
                <strong>
                  {line.quantity} × {line.title}
                </strong>
                {line.options && <p class="quiet">{line.options}</p>}
                <p class="small">{lineState(frame, line)}</p>
                <Discounts frame={frame} line={line} />
              </div>
              <p class="line-sum">{price(frame, line.total)}</p>
            </li>
          ))}
      </ul>
    </section>
  );
}

/** What was taken off a line, and by what. */
function Discounts({ frame, line }: { readonly frame: Frame; readonly line: OrderLineView }) {
  const { text } = frame.visit;
  return (
    <>
      {line.discounts.map(({ name, code, amount }) => (
        <p key={name} class="small saving">
          {text.codes.discount(name, code ?? "")}: −{price(frame, amount)}
        </p>
      ))}
    </>
  );
}

function lineState(frame: Frame, line: OrderLineView): string {
  const { order } = frame.visit.text;
  return [
    line.quantityShipped > 0 && order.shippedUnits(line.quantityShipped),
    line.quantityCancelled > 0 && order.cancelledUnits(line.quantityCancelled),
    line.quantityRefunded > 0 && order.refundedUnits(line.quantityRefunded),
    line.promisedBy && line.quantityShipped === 0 && order.promisedBy(day(frame, line.promisedBy)),
  ]
    .filter(Boolean)
    .join(" · ");
}

/** Sums, addresses and papers of the order. */
function Facts({ frame, order, payment, documents, secret }: OrderProps) {
  const { text, locale } = frame.visit;
  const other = order.lines.filter(({ kind }) => kind !== "item");
  return (
    <>
      <div class="summary summary-still">
        <dl class="totals">
          {other.map((line) => (
            <div key={line.id}>
              <dt>
                {line.kind === "delivery" ? order.delivery.name : text.basket.fee}
                <Discounts frame={frame} line={line} />
              </dt>
              <dd>{line.total.minor === "0" ? text.basket.free : price(frame, line.total)}</dd>
            </div>
          ))}
          {!order.taxIncluded &&
            order.taxLines.map((line) => (
              <div key={`${line.category} ${line.jurisdiction} ${line.rate}`}>
                <dt>{text.basket.tax(line.rate)}</dt>
                <dd>{price(frame, line.tax)}</dd>
              </div>
            ))}
          <div class="totals-sum">
            <dt>{text.basket.total}</dt>
            <dd>{price(frame, order.total)}</dd>
          </div>
          {payment.credits.map((credit) => (
            <div key={`${credit.kind} ${credit.codeEnd ?? ""}`}>
              <dt>{creditName(frame, credit)}</dt>
              <dd>−{price(frame, credit.amount)}</dd>
            </div>
          ))}
          {order.refunded.minor !== "0" && (
            <div>
              <dt>{text.order.refundedSum}</dt>
              <dd>{price(frame, order.refunded)}</dd>
            </div>
          )}
        </dl>
        <TaxNotes frame={frame} taxLines={order.taxLines} />
        {order.taxIncluded && (
          <p class="quiet small totals-note">
            {text.basket.taxIncludedSum(price(frame, order.tax))}
          </p>
        )}
        {documents.length > 0 && (
          <>
            <h2>{text.order.documents}</h2>
            <ul>
              {documents.map((each) => (
                <li key={each.id}>
                  <a href={`/api/store/orders/by-link/${secret}/documents/${each.id}/pdf`}>
                    {each.kind === "invoice"
                      ? text.order.invoice(each.label)
                      : text.order.creditNote(each.label)}
                  </a>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      <div class="columns">
        {order.shippingAddress && (
          <AddressBlock
            title={text.order.deliverTo}
            address={order.shippingAddress}
            locale={locale}
          />
        )}
        <AddressBlock title={text.order.billTo} address={order.billingAddress} locale={locale} />
      </div>
      <p>
        {order.delivery.name}:{" "}
        {order.delivery.kind === "email"
          ? text.credit.mailedWhenPaid
          : order.delivery.kind === "pickup"
            ? text.checkout.readyBy(dayRange(frame, order.delivery.earliest, order.delivery.latest))
            : text.checkout.arrives(
                dayRange(frame, order.delivery.earliest, order.delivery.latest),
              )}
      </p>
      {order.note && (
        <p>
          <strong>{text.order.note}:</strong> {order.note}
        </p>
      )}
    </>
  );
}

interface AddressBlockProps {
  readonly title: string;
  readonly address: Address;
  readonly locale: string;
}

function AddressBlock({ title, address, locale }: AddressBlockProps) {
  return (
    <section>
      <h2 class="small-heading">{title}</h2>
      <address>
        {formatAddress(address, { locale }).map((line) => (
          <div key={line}>{line}</div>
        ))}
      </address>
    </section>
  );
}

function Timeline({ frame, order }: OrderProps) {
  const { text } = frame.visit;
  return (
    <section>
      <h2 class="small-heading">{text.order.timeline}</h2>
      <ol class="timeline">
        {order.timeline.map((entry) => (
          <li key={entry.id}>
            {text.timeline[entry.kind]}
            <time class="quiet small" dateTime={entry.at}>
              {moment(frame, entry.at)}
            </time>
          </li>
        ))}
      </ol>
    </section>
  );
}
