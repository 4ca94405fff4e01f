import type { CartView } from "@shopwright/server/contracts/cart";
import { countryName } from "@shopwright/server/kernel/country";
import type { MoneyView } from "@shopwright/server/kernel/money";
import { price } from "../format.ts";
import type { Frame } from "../visit.ts";
import { Notice } from "./notice.tsx";
import { TaxNotes } from "./tax-notes.tsx";
import { creditName } from "./credit-entry.tsx";

interface TotalsProps {
  readonly frame: Frame;
  readonly cart: CartView;
}

/** Goods, delivery, fee, tax and what is to be paid, in the order in which they add up. */
export function Totals({ frame, cart }: TotalsProps) {
  const { text, locale } = frame.visit;
  const { totals } = cart;
  const delivery = cart.deliveryChoices.find(({ chosen }) => chosen);
  const paying = cart.credits.filter(({ used }) => used.minor !== "0");
  return (
    <>
      <dl class="totals">
        <Row name={text.basket.goods} value={price(frame, totals.goods)} />
        <Reductions frame={frame} cart={cart} kind="goods" />
        {cart.needsDelivery && (
          <Row
            name={delivery ? text.basket.deliveryOf(delivery.name) : text.basket.delivery}
            value={
              totals.delivery === null
                ? text.basket.deliveryLater
                : amountOrFree(frame, totals.delivery)
            }
          />
        )}
        <Reductions frame={frame} cart={cart} kind="delivery" />
        {totals.fee.minor !== "0" && (
          <Row name={text.basket.fee} value={price(frame, totals.fee)} />
        )}
        {!cart.taxIncluded &&
          totals.taxLines.map((line) => (
            <Row
              key={`${line.jurisdiction} ${line.rate}`}
              name={text.basket.tax(line.rate)}
              value={price(frame, line.tax)}
            />
          ))}
        {totals.relief.minor !== "0" && (
          <Row name={text.tax.relief} value={`− ${price(frame, totals.relief)}`} />
        )}
        <Row name={text.basket.total} value={price(frame, totals.total)} total />
      </dl>
      {cart.taxIncluded && totals.tax !== null && totals.tax.minor !== "0" && (
        <p class="quiet small totals-note">
          {text.basket.taxIncludedSum(price(frame, totals.tax))}
        </p>
      )}
      <TaxNotes frame={frame} taxLines={totals.taxLines} />
      <Unknown frame={frame} cart={cart} />
      {totals.taxState === "estimated" && cart.shippingAddress?.country === undefined && (
        <p class="quiet small totals-note">
          {text.basket.estimated(countryName(frame.market.defaultCountry, locale))}
        </p>
      )}
      {paying.length > 0 && (
        <dl class="totals">
          {paying.map((credit) => (
            <Row
              key={credit.id}
              name={creditName(frame, credit)}
              value={`−${price(frame, credit.used)}`}
            />
          ))}
          <Row name={text.credit.due} value={price(frame, totals.due)} total />
        </dl>
      )}
    </>
  );
}

/** Why there is no tax in the total yet; an order cannot be placed on it. */
function Unknown({ frame, cart }: TotalsProps) {
  const { text } = frame.visit;
  const { taxState } = cart.totals;
  if (taxState !== "pending" && taxState !== "failed") return null;
  const asked = (code: string) => cart.requirements.some((each) => each.code === code);
  if (asked("tax_unavailable")) {
    return (
      <div class="totals-note">
        <Notice tone="bad">
          <p>{text.tax.unavailable}</p>
        </Notice>
      </div>
    );
  }
  const said = asked("tax_not_calculated") ? text.tax.notCalculated : text.basket.taxPending;
  return <p class="quiet small totals-note">{said}</p>;
}

/** What each promotion takes off the goods, or off the delivery. */
function Reductions({ frame, cart, kind }: TotalsProps & { readonly kind: "goods" | "delivery" }) {
  const { text } = frame.visit;
  return (
    <>
      {cart.discounts
        .filter((each) => each.kind === kind)
        .map(({ promotionId, name, code, amount }) => (
          <Row
            key={promotionId}
            name={text.codes.discount(name, code ?? "")}
            value={`−${price(frame, amount)}`}
            good
          />
        ))}
    </>
  );
}

interface RowProps {
  readonly name: string;
  readonly value: string;
  readonly total?: boolean;
  /** Something taken off. */
  readonly good?: boolean;
}

function Row({ name, value, total, good }: RowProps) {
  return (
    <div class={total ? "totals-sum" : good ? "totals-off" : undefined}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

export function amountOrFree(frame: Frame, amount: MoneyView): string {
  return amount.minor === "0" ? frame.visit.text.basket.free : price(frame, amount);
}
