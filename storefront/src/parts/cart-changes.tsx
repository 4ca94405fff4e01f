import type { CartChangeView, CartView } from "@shopwright/server/contracts/cart";
import { pathIn } from "../addresses.ts";
import { price } from "../format.ts";
import type { Frame } from "../visit.ts";
import { Notice } from "./notice.tsx";

interface CartChangesProps {
  readonly frame: Frame;
  readonly cart: CartView;
}

/** What is not as the shopper last saw it, with a button that says it was seen. */
export function CartChanges({ frame, cart }: CartChangesProps) {
  const { text, locale } = frame.visit;
  if (cart.changes.length === 0) return null;
  return (
    <Notice tone="plain">
      <h2>{text.basket.changes}</h2>
      <ul>
        {cart.changes.map((change) => {
          const said = changeText(frame, cart, change);
          return <li key={said}>{said}</li>;
        })}
      </ul>
      <form method="post" action={pathIn(locale, "/basket")} data-live-form="basket">
        <input type="hidden" name="do" value="accept" />
        <button class="link-button" type="submit">
          {text.basket.accept}
        </button>
      </form>
    </Notice>
  );
}

function changeText(frame: Frame, cart: CartView, change: CartChangeView): string {
  const { basket } = frame.visit.text;
  const titleOf = (lineId: string): string =>
    cart.lines.find(({ id }) => id === lineId)?.title ?? "";
  switch (change.kind) {
    case "price_changed":
      return basket.priceChanged(
        titleOf(change.line),
        price(frame, change.before),
        price(frame, change.now),
      );
    case "quantity_reduced":
      return basket.quantityReduced(titleOf(change.line), change.before, change.now);
    case "line_dropped":
      return basket.lineDropped(change.title);
  }
}
