import type {
  CartView,
  DeliveryChoiceView,
  PaymentChoiceView,
} from "@shopwright/server/contracts/cart";
import { dayRange, price } from "../format.ts";
import type { Frame } from "../visit.ts";
import { amountOrFree } from "./totals.tsx";

interface ChoicesProps {
  readonly frame: Frame;
  readonly cart: CartView;
  readonly problem: string | undefined;
}

/** How it is delivered: each way with its price and its dates. */
export function DeliveryChoices({ frame, cart, problem }: ChoicesProps) {
  const { text } = frame.visit;
  return (
    <fieldset id="checkout-delivery" data-region tabIndex={-1}>
      <legend>{text.checkout.deliveryMethod}</legend>
      {problem && <p class="problem">{problem}</p>}
      {cart.deliveryChoices.length === 0 && (
        <p>{cart.needsDelivery ? text.checkout.noDelivery : text.credit.byMail}</p>
      )}
      {cart.deliveryChoices.map((choice) => (
        <label key={choice.id} class="card-choice">
          <input
            type="radio"
            id={`delivery-${choice.id}`}
            name="delivery"
            value={choice.id}
            checked={choice.chosen}
          />
          <span>
            {choice.name}
            <span class="quiet small">{deliveryHint(frame, choice)}</span>
          </span>
          <span class="price">
            {choice.discount.minor !== "0" && (
              <s>
                <span class="unseen">{text.codes.before} </span>
                {price(frame, choice.price)}
              </s>
            )}
            {amountOrFree(frame, reduced(choice))}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function reduced({ price: listed, discount }: DeliveryChoiceView) {
  return { ...listed, minor: String(BigInt(listed.minor) - BigInt(discount.minor)) };
}

function deliveryHint(frame: Frame, choice: DeliveryChoiceView): string {
  const { text } = frame.visit;
  const range = dayRange(frame, choice.earliest, choice.latest);
  return [
    choice.carrier,
    choice.kind === "pickup" ? text.checkout.readyBy(range) : text.checkout.arrives(range),
    choice.freeFrom && choice.price.minor !== "0"
      ? text.checkout.freeFrom(price(frame, choice.freeFrom))
      : null,
  ]
    .filter(Boolean)
    .join(" · ");
}

/** How it is paid: each way with its fee; one that is not possible says why. */
export function PaymentChoices({ frame, cart, problem }: ChoicesProps) {
  const { text } = frame.visit;
  const nothingLeft = cart.totals.due.minor === "0";
  return (
    <fieldset id="checkout-paymentMethod" data-region tabIndex={-1}>
      <legend>{text.checkout.paymentMethod}</legend>
      {problem && <p class="problem">{problem}</p>}
      {nothingLeft && <p>{text.payment.nothingLeft}</p>}
      {(nothingLeft ? [] : cart.paymentMethods).map((choice) => (
        <label key={choice.method} class="card-choice">
          <input
            type="radio"
            id={`payment-${choice.method}`}
            name="payment"
            value={choice.method}
            checked={choice.chosen}
            disabled={!choice.available && !choice.chosen}
          />
          <span>
            {text.payment.methods[choice.method]}
            <span class="quiet small">{paymentHint(frame, choice)}</span>
          </span>
          {choice.fee.minor !== "0" && (
            <span class="price">{text.checkout.fee(price(frame, choice.fee))}</span>
          )}
        </label>
      ))}
    </fieldset>
  );
}

function paymentHint(frame: Frame, choice: PaymentChoiceView): string {
  const { text } = frame.visit;
  if (choice.reason === "not_in_this_currency") return text.checkout.otherCurrency;
  if (choice.reason === "paid_first") return text.credit.paidFirst;
  const limit = choice.limit && text.checkout.limit(price(frame, choice.limit));
  return [text.payment.hints[choice.method], limit].filter(Boolean).join(" ");
}
