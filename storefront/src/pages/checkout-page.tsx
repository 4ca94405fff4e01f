import type { CartView, RequirementView } from "@shopwright/server/contracts/cart";
import type { AccountView, SavedAddressView } from "@shopwright/server/contracts/customers";
import { contentPath, pathIn, withQuery } from "../addresses.ts";
import { price } from "../format.ts";
import { AddressFields } from "../parts/address-fields.tsx";
import { CheckoutCodes } from "../parts/codes.tsx";
import { CartChanges } from "../parts/cart-changes.tsx";
import { CheckoutCredit } from "../parts/credit-entry.tsx";
import { DeliveryChoices, PaymentChoices } from "../parts/checkout-choices.tsx";
import { Document } from "../parts/document.tsx";
import { Field, fieldId } from "../parts/field.tsx";
import { Notice } from "../parts/notice.tsx";
import { LinePicture } from "../parts/picture.tsx";
import { BusinessFields } from "../parts/tax-notes.tsx";
import { Totals } from "../parts/totals.tsx";
import type { Frame } from "../visit.ts";
import { LineTotal } from "./basket.tsx";
import type { CheckoutForm } from "./checkout-form.ts";
import { addressProblemTexts, problemOf } from "./checkout-problems.ts";

export interface CheckoutProps {
  readonly frame: Frame;
  readonly cart: CartView;
  readonly form: CheckoutForm;
  readonly customer: AccountView | null;
  readonly addresses: readonly SavedAddressView[];
  /** Why what was asked for last was not done, in words. */
  readonly refused: string | null;
}

/** The whole checkout on one page: who, where to, how, and what it comes to. */
export function Checkout(props: CheckoutProps) {
  const { frame, cart } = props;
  const { text, locale, query } = frame.visit;
  const checked = query.has("check");
  const problems = checked ? cart.requirements : [];
  return (
    <Document frame={frame} title={text.checkout.title} paths={null}>
      <div class="wide">
        <h1>{text.checkout.title}</h1>
        <div id="checkout-said" data-region>
          <Said {...props} />
          <OtherMarket frame={frame} cart={cart} />
          {problems.length > 0 && <Missing {...props} problems={problems} />}
          <CartChanges frame={frame} cart={cart} />
        </div>
        <form
          class="with-summary"
          method="post"
          action={pathIn(locale, "/checkout")}
          data-checkout
          noValidate
        >
          <button class="unseen" type="submit" name="do" value="update" tabIndex={-1}>
            {text.checkout.update}
          </button>
          <div>
            <Contact {...props} problems={problems} />
            <Addresses {...props} problems={problems} />
            <BusinessFields
              frame={frame}
              cart={cart}
              vatId={props.form.vatId}
              problem={problemOf(frame, problems, "vatId")}
            />
            <DeliveryChoices
              frame={frame}
              cart={cart}
              problem={problemOf(frame, problems, "delivery")}
            />
            <PaymentChoices
              frame={frame}
              cart={cart}
              problem={problemOf(frame, problems, "paymentMethod")}
            />
            <p class="field">
              <label for="note">
                {text.checkout.note} <span class="quiet">({text.checkout.optional})</span>
              </label>
              <textarea id="note" name="note" rows={2} maxLength={1000}>
                {props.form.note}
              </textarea>
            </p>
          </div>
          <Summary frame={frame} cart={cart} />
        </form>
      </div>
    </Document>
  );
}

function Said({ frame, cart, refused }: CheckoutProps) {
  const { text, query } = frame.visit;
  const before = query.get("moved");
  if (refused !== null) return <Notice tone="bad">{refused}</Notice>;
  if (query.has("covered")) return <Notice tone="bad">{text.credit.dueMoved}</Notice>;
  if (query.has("changed")) return <Notice tone="bad">{text.checkout.cartChanged}</Notice>;
  if (before === null || !/^\d{1,18}$/.test(before)) return null;
  const { total } = cart.totals;
  return (
    <Notice tone="bad">
      {text.checkout.totalMoved(price(frame, { ...total, minor: before }), price(frame, total))}
    </Notice>
  );
}

/** The address belongs to another market: offers to go on there, since currency and tax are others. */
function OtherMarket({ frame, cart }: { readonly frame: Frame; readonly cart: CartView }) {
  const { text, locale } = frame.visit;
  const unserved = cart.requirements.find(({ code }) => code === "country_not_served");
  if (unserved === undefined) return null;
  const market = frame.info.markets.find(({ code }) => code === unserved.details?.["market"]);
  return (
    <Notice tone="bad">
      <p>{text.requirements.country_not_served}</p>
      {market && (
        <form method="post" action={pathIn(locale, "/market")}>
          <input type="hidden" name="market" value={market.code} />
          <input type="hidden" name="return" value={pathIn(locale, "/checkout")} />
          <button class="button" type="submit">
            {text.checkout.goToMarket(market.names[locale] ?? market.names.en, market.currency)}
          </button>
        </form>
      )}
    </Notice>
  );
}

type WithProblems = CheckoutProps & { readonly problems: readonly RequirementView[] };

/** All that is missing, each leading to its field. */
function Missing({ frame, problems }: WithProblems) {
  const { text } = frame.visit;
  const said = new Map(problems.map((each) => [text.requirements[each.code], each]));
  return (
    <div id="missing">
      <Notice tone="bad">
        <p>{text.checkout.missing}</p>
        <ul>
          {[...said].map(([words, each]) => (
            <li key={words}>
              <a href={targetOf(frame, each)}>{words}</a>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}

function targetOf(frame: Frame, { field, line }: RequirementView): string {
  if (line !== undefined) return pathIn(frame.visit.locale, "/basket");
  if (field === undefined) return "#summary";
  if (field === "codes") return "#codes";
  if (field === "delivery" || field === "paymentMethod") return `#checkout-${field}`;
  if (field === "vatId") return `#${fieldId("vatId")}`;
  const [part = "", name] = field.split(".");
  const prefix = part.replace("Address", "");
  return `#${fieldId(part === "email" ? "email" : `${prefix}.${name ?? "name"}`)}`;
}

function Contact({ frame, form, customer, problems }: WithProblems) {
  const { text, locale } = frame.visit;
  return (
    <fieldset>
      <legend>{text.checkout.contact}</legend>
      {customer === null && (
        <p class="quiet">
          {text.checkout.haveAccount}{" "}
          <a
            href={withQuery(pathIn(locale, "/account/sign-in"), {
              return: pathIn(locale, "/checkout"),
            })}
          >
            {text.account.signIn}
          </a>
        </p>
      )}
      <Field
        name="email"
        label={text.checkout.email}
        value={form.email}
        hint={text.checkout.emailHint}
        problem={problemOf(frame, problems, "email")}
        input={{ type: "email", autocomplete: "email", required: true, maxLength: 254 }}
      />
    </fieldset>
  );
}

function Addresses({ frame, form, addresses, problems }: WithProblems) {
  const { text } = frame.visit;
  return (
    <>
      <fieldset>
        <legend>{text.checkout.deliveryAddress}</legend>
        {addresses.length > 0 && (
          <div class="chips">
            {addresses.map(({ id, address }) => (
              <button key={id} class="button" type="submit" name="do" value={`address:${id}`}>
                <span class="unseen">{text.checkout.savedAddress}: </span>
                {address.line1}, {address.city}
              </button>
            ))}
          </div>
        )}
        <AddressFields
          frame={frame}
          prefix="shipping"
          address={form.shipping}
          problems={addressProblemTexts(frame, problems, "shippingAddress", form.shipping)}
        />
      </fieldset>
      <fieldset class="billing">
        <legend>{text.checkout.billingAddress}</legend>
        <label class="choice">
          <input
            type="checkbox"
            id="billingSame"
            name="billingSame"
            value="yes"
            checked={form.billingSame}
          />
          <span>{text.checkout.billingSame}</span>
        </label>
        <div class="billing-fields">
          <AddressFields
            frame={frame}
            prefix="billing"
            address={form.billing}
            problems={addressProblemTexts(frame, problems, "billingAddress", form.billing)}
          />
        </div>
      </fieldset>
    </>
  );
}

function Summary({ frame, cart }: { readonly frame: Frame; readonly cart: CartView }) {
  const { text, locale } = frame.visit;
  const { total, due } = cart.totals;
  const legal = frame.pages.filter(({ handle }) => handle === "terms" || handle === "privacy");
  return (
    <aside class="summary" id="summary" data-region aria-label={text.checkout.summary}>
      <h2>{text.checkout.summary}</h2>
      <ul class="summary-lines">
        {cart.lines.map((line) => (
          <li key={line.id}>
            <LinePicture pictureKey={line.pictureKey} />
            <span>
              {line.quantity} × {line.title}
              {line.options && <span class="quiet small"> {line.options}</span>}
            </span>
            <span class="line-sum">
              <LineTotal frame={frame} line={line} />
            </span>
          </li>
        ))}
        {cart.gifts.map((gift) => (
          <li key={gift.variantId}>
            <LinePicture pictureKey={gift.pictureKey} />
            <span>
              {gift.quantity} × {gift.title}{" "}
              <span class="quiet small">
                {text.codes.gift}: {gift.name}
              </span>
            </span>
            <span>{text.codes.free}</span>
          </li>
        ))}
      </ul>
      <p>
        <a href={pathIn(locale, "/basket")}>{text.checkout.change}</a>
      </p>
      <Totals frame={frame} cart={cart} />
      <CheckoutCodes frame={frame} cart={cart} />
      <CheckoutCredit frame={frame} cart={cart} />
      <input type="hidden" name="agreed" value={total.minor} />
      <input type="hidden" name="agreedDue" value={due.minor} />
      <button class="button button-main button-wide" type="submit" name="do" value="place">
        {text.checkout.place(price(frame, due))}
      </button>
      <p class="no-script">
        <button class="button button-wide" type="submit" name="do" value="update">
          {text.checkout.update}
        </button>
        <span class="hint">{text.checkout.updateHint}</span>
      </p>
      <p class="quiet small">
        {text.checkout.agree}{" "}
        {legal.map(({ handle, slug, title }) => (
          <a key={handle} href={pathIn(locale, contentPath(slug))}>
            {title}{" "}
          </a>
        ))}
      </p>
    </aside>
  );
}
