import type { CartCreditView, CartView } from "@shopwright/server/contracts/cart";
import type { ComponentChildren } from "preact";
import { pathIn } from "../addresses.ts";
import { price } from "../format.ts";
import type { Frame } from "../visit.ts";

interface CreditProps {
  readonly frame: Frame;
  readonly cart: CartView;
}

/**
 * Gift cards and store credit in the basket: what pays, what does not and why, and a field for another
 * code. Each deed is a form of its own.
 */
export function BasketCredit({ frame, cart }: CreditProps) {
  const { text } = frame.visit;
  return (
    <div class="credit">
      <ul>
        {cart.credits.map((credit) => (
          <li key={credit.id}>
            <CreditName frame={frame} cart={cart} credit={credit} />
            <Deed frame={frame} deed={deedOf(cart, credit)}>
              {deedText(frame, cart, credit)}
            </Deed>
          </li>
        ))}
      </ul>
      <details open={cart.credits.some(({ problem }) => problem !== null)}>
        <summary>{text.credit.have}</summary>
        <form method="post" action={pathIn(frame.visit.locale, "/basket")} data-live-form="basket">
          <input type="hidden" name="do" value="gift-card" />
          <CodeField frame={frame} button={{}} />
        </form>
      </details>
    </div>
  );
}

/** The same within the checkout's form, whose buttons say what is to be done. */
export function CheckoutCredit({ frame, cart }: CreditProps) {
  const { text } = frame.visit;
  return (
    <div class="credit">
      <ul>
        {cart.credits.map((credit) => (
          <li key={credit.id}>
            <CreditName frame={frame} cart={cart} credit={credit} />
            <button class="link-button" type="submit" name="do" value={deedOf(cart, credit)}>
              {deedText(frame, cart, credit)}
            </button>
          </li>
        ))}
      </ul>
      <details>
        <summary>{text.credit.have}</summary>
        <CodeField frame={frame} button={{ name: "do", value: "gift-card" }} />
      </details>
    </div>
  );
}

function Deed(props: {
  readonly frame: Frame;
  readonly deed: string;
  readonly children: ComponentChildren;
}) {
  return (
    <form
      method="post"
      action={pathIn(props.frame.visit.locale, "/basket")}
      data-live-form="basket"
    >
      <input type="hidden" name="do" value={props.deed} />
      <button class="link-button" type="submit">
        {props.children}
      </button>
    </form>
  );
}

function CodeField({
  frame,
  button,
}: {
  readonly frame: Frame;
  readonly button: { readonly name?: string; readonly value?: string };
}) {
  const { text } = frame.visit;
  return (
    <>
      <label class="unseen" for="gift-card-code">
        {text.credit.code}
      </label>
      <span class="joined">
        <input
          id="gift-card-code"
          name="giftCard"
          type="text"
          placeholder="ABCD-EFGH-JKMN-PQRS"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          maxLength={40}
        />
        <button class="button" type="submit" {...button}>
          {text.credit.use}
        </button>
      </span>
    </>
  );
}

interface OneProps extends CreditProps {
  readonly credit: CartCreditView;
}

function CreditName({ frame, credit }: OneProps) {
  const { text } = frame.visit;
  const hint =
    credit.problem === null
      ? text.credit.onIt(price(frame, credit.available))
      : text.credit.problems[credit.problem];
  return (
    <span>
      {creditName(frame, credit)}
      <span class={credit.problem === null ? "quiet small" : "problem small"}>{hint}</span>
    </span>
  );
}

/** "Gift card ••••AB3D" or "Store credit". */
export function creditName(
  frame: Frame,
  { kind, codeEnd }: Pick<CartCreditView, "kind" | "codeEnd">,
): string {
  const { credit } = frame.visit.text;
  return kind === "gift_card" ? credit.giftCard(codeEnd ?? "") : credit.store;
}

function deedOf(cart: CartView, { kind, id }: CartCreditView): string {
  if (kind === "gift_card") return `drop-card:${id}`;
  return cart.useStoreCredit ? "keep-credit" : "use-credit";
}

function deedText(frame: Frame, cart: CartView, { kind }: CartCreditView): string {
  const { credit } = frame.visit.text;
  if (kind === "gift_card") return credit.drop;
  return cart.useStoreCredit ? credit.keepForLater : credit.useNow;
}
