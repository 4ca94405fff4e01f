import type { CartLineView, CartView } from "@shopwright/server/contracts/cart";
import type { PageReply } from "@shopwright/server/kernel/page";
import { getAccount } from "@shopwright/server/contracts/customers";
import { categoryPath, pathIn, productPath } from "../addresses.ts";
import { findCart } from "../cart-cookie.ts";
import { fieldOf } from "../form.ts";
import { price } from "../format.ts";
import { CartChanges } from "../parts/cart-changes.tsx";
import { Availability } from "../parts/availability.tsx";
import { BasketCodes } from "../parts/codes.tsx";
import type { CodeTry } from "../parts/codes.tsx";
import { BasketCredit } from "../parts/credit-entry.tsx";
import { Document } from "../parts/document.tsx";
import { Notice } from "../parts/notice.tsx";
import { LinePicture } from "../parts/picture.tsx";
import { amountOrFree, Totals } from "../parts/totals.tsx";
import { refusalWords } from "../refusal-words.ts";
import { htmlReply, redirect, textReply } from "../reply.tsx";
import { heardOnce } from "../said-once.ts";
import type { SaidOnce } from "../said-once.ts";
import { loadFrame } from "../visit.ts";
import type { Frame, Page, Visit } from "../visit.ts";
import { doBasketAction } from "./basket-actions.ts";

export const basketPage: Page = {
  pattern: "/basket",
  get: (visit) => showBasket(visit, null),
  post: async (visit) => {
    try {
      await doBasketAction(visit);
    } catch (error) {
      return showBasket(visit, refusalWords(visit.text, error));
    }
    return redirect(pathIn(visit.locale, "/basket"));
  },
};

/** What the header shows of the shopper's own, for its island: units in the basket, and a name. */
export const basketState: Page = {
  pattern: "/basket/state",
  get: async (visit) => {
    const [cart, { customer }] = await Promise.all([
      findCart(visit),
      visit.shop.call(getAccount, {}),
    ]);
    const count = cart?.itemCount ?? 0;
    const state = {
      count,
      said: count === 0 ? "" : visit.text.basket.itemsInBasket(count),
      name: customer?.name ?? null,
    };
    return textReply(JSON.stringify(state), "application/json; charset=utf-8", null);
  },
};

/** `refused`: why what was asked for was not done, in words. */
async function showBasket(visit: Visit, refused: string | null): Promise<PageReply> {
  const [frame, cart] = await Promise.all([loadFrame(visit), findCart(visit)]);
  const said = heardOnce(visit);
  // What concerns a code is said where it was typed.
  const isCode = fieldOf(visit.request, "do") === "code" && refused !== null;
  const tried = isCode ? { typed: fieldOf(visit.request, "code"), problem: refused } : null;
  const page = (
    <Basket frame={frame} cart={cart} refused={isCode ? null : refused} tried={tried} said={said} />
  );
  return htmlReply(page, null, refused === null ? 200 : 409);
}

interface BasketProps {
  readonly frame: Frame;
  readonly cart: CartView | null;
  readonly refused: string | null;
  readonly tried: CodeTry | null;
  readonly said: SaidOnce | null;
}

function Basket({ frame, cart, refused, tried, said }: BasketProps) {
  const { text, locale } = frame.visit;
  const lines = cart?.lines ?? [];
  const root = frame.categories[0];
  return (
    <Document frame={frame} title={text.basket.title} paths={null}>
      <div class="wide" id="basket" data-region>
        <h1>{text.basket.title}</h1>
        {refused !== null && <Notice tone="bad">{refused}</Notice>}
        {said?.kind === "removed" && <Removed frame={frame} said={said} />}
        {cart && <CartChanges frame={frame} cart={cart} />}
        {cart === null || lines.length === 0 ? (
          <div class="empty">
            <p>{text.basket.empty}</p>
            <a
              class="button button-main"
              href={pathIn(locale, root ? categoryPath(root.slug) : "/")}
            >
              {text.basket.goOn}
            </a>
          </div>
        ) : (
          <div class="with-summary">
            <ul class="lines">
              {lines.map((line) => (
                <Line key={line.id} frame={frame} cart={cart} line={line} />
              ))}
              <Gifts frame={frame} cart={cart} />
            </ul>
            <aside class="summary" aria-label={text.basket.total}>
              <Totals frame={frame} cart={cart} />
              <BasketCodes frame={frame} cart={cart} tried={tried} />
              <BasketCredit frame={frame} cart={cart} />
              <form method="post" action={pathIn(locale, "/checkout")}>
                <input type="hidden" name="do" value="start" />
                <button class="button button-main button-wide" type="submit">
                  {text.basket.checkout}
                </button>
              </form>
            </aside>
          </div>
        )}
      </div>
    </Document>
  );
}

/** What promotions add: lines that cost nothing and cannot be changed. */
function Gifts({ frame, cart }: { readonly frame: Frame; readonly cart: CartView }) {
  const { text, locale } = frame.visit;
  return (
    <>
      {cart.gifts.map((gift) => (
        <li key={gift.variantId} class="line">
          <LinePicture pictureKey={gift.pictureKey} />
          <div class="line-what">
            <a href={pathIn(locale, productPath(gift.handle))}>
              {gift.quantity > 1 && `${gift.quantity} × `}
              {gift.title}
            </a>
            {gift.options && <p class="quiet">{gift.options}</p>}
            <p class="small saving">
              {text.codes.gift}: {gift.name}
            </p>
          </div>
          <p class="line-sum">
            <s>
              <span class="unseen">{text.codes.before} </span>
              {price(frame, gift.value)}
            </s>
            {text.codes.free}
          </p>
        </li>
      ))}
    </>
  );
}

function Removed({ frame, said }: { readonly frame: Frame; readonly said: SaidOnce }) {
  const { text, locale } = frame.visit;
  return (
    <Notice tone="plain">
      {text.basket.removed(said.title ?? "")}{" "}
      <form method="post" action={pathIn(locale, "/basket")} data-live-form="basket">
        <input type="hidden" name="do" value="add" />
        <input type="hidden" name="variant" value={said.variantId} />
        <input type="hidden" name="quantity" value={String(said.quantity ?? 1)} />
        <button class="link-button" type="submit">
          {text.basket.undo}
        </button>
      </form>
    </Notice>
  );
}

interface LineProps {
  readonly frame: Frame;
  readonly cart: CartView;
  readonly line: CartLineView;
}

function Line({ frame, cart, line }: LineProps) {
  const { text, locale } = frame.visit;
  const action = pathIn(locale, "/basket");
  const id = `quantity-${line.id}`;
  return (
    <li class="line">
      <a href={pathIn(locale, productPath(line.handle))} tabIndex={-1} aria-hidden="true">
        <LinePicture pictureKey={line.pictureKey} />
      </a>
      <div class="line-what">
        <a href={pathIn(locale, productPath(line.handle))}>{line.title}</a>
        {line.options && <p class="quiet">{line.options}</p>}
        <LineState frame={frame} cart={cart} line={line} />
      </div>
      <div class="line-how-many">
        <form method="post" action={action} data-live-form="basket" data-submit-on-change>
          <input type="hidden" name="do" value="change" />
          <input type="hidden" name="line" value={line.id} />
          <label class="unseen" for={id}>
            {text.basket.quantity}
          </label>
          <span class="joined">
            <input
              id={id}
              name="quantity"
              type="number"
              inputMode="numeric"
              min={0}
              max={999}
              value={line.quantity}
            />
            <button class="button" type="submit">
              {text.basket.update}
            </button>
          </span>
        </form>
        <form method="post" action={action} data-live-form="basket">
          <input type="hidden" name="do" value="remove" />
          <input type="hidden" name="line" value={line.id} />
          <button class="link-button" type="submit">
            {text.basket.remove}
            <span class="unseen"> {line.title}</span>
          </button>
        </form>
      </div>
      <p class="line-sum">
        <LineTotal frame={frame} line={line} />
        {line.unitPrice && line.quantity > 1 && (
          <span class="quiet small">{text.basket.each(price(frame, line.unitPrice))}</span>
        )}
      </p>
    </li>
  );
}

/** What the line costs, with what it cost before promotions. */
export function LineTotal({
  frame,
  line,
}: {
  readonly frame: Frame;
  readonly line: Pick<CartLineView, "total" | "discount">;
}) {
  const { total, discount } = line;
  if (total === null) return null;
  if (discount.minor === "0") return <>{price(frame, total)}</>;
  const after = String(BigInt(total.minor) - BigInt(discount.minor));
  return (
    <>
      <s>
        <span class="unseen">{frame.visit.text.codes.before} </span>
        {price(frame, total)}
      </s>
      {amountOrFree(frame, { ...total, minor: after })}
    </>
  );
}

/** How soon this line can be had, or why it cannot be ordered like this. */
function LineState({ frame, cart, line }: LineProps) {
  const { text } = frame.visit;
  const problem = cart.requirements.find((each) => each.line === line.id);
  if (problem?.code === "out_of_stock") {
    const available = Number(problem.details?.["available"] ?? 0);
    return <p class="problem">{text.basket.onlyAvailable(available)}</p>;
  }
  if (problem?.code === "not_for_sale") return <p class="problem">{text.basket.notForSale}</p>;
  return (
    <p class="small">
      <Availability frame={frame} availability={line.availability} />
    </p>
  );
}
