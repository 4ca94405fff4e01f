import type { getOwnCredit } from "@shopwright/server/contracts/credit";
import type { ReplyOf } from "@shopwright/server/kernel/endpoint";
import type { AccountView, SavedAddressView } from "@shopwright/server/contracts/customers";
import type { OrderSummaryView } from "@shopwright/server/contracts/orders";
import { formatAddress } from "@shopwright/server/kernel/address";
import { pathIn, withQuery } from "../addresses.ts";
import { day, price } from "../format.ts";
import { Document } from "../parts/document.tsx";
import { Field } from "../parts/field.tsx";
import { Notice } from "../parts/notice.tsx";
import { LinePicture } from "../parts/picture.tsx";
import type { Frame } from "../visit.ts";
import { refusedText } from "./entry-page.tsx";

/** How the last action of the page ended. */
export interface AccountSaid {
  readonly kind: string | null;
  readonly refused?: string;
  readonly reason?: string;
}

interface AccountProps {
  readonly frame: Frame;
  readonly customer: AccountView;
  readonly orders: readonly OrderSummaryView[];
  readonly next: string | null;
  readonly addresses: readonly SavedAddressView[];
  readonly credit: ReplyOf<typeof getOwnCredit>;
  readonly said: AccountSaid;
}

export function AccountPage(props: AccountProps) {
  const { frame, customer, said } = props;
  const { text, locale } = frame.visit;
  return (
    <Document frame={frame} title={text.account.title} paths={null}>
      <div class="wide">
        {said.refused !== undefined && (
          <Notice tone="bad">{refusedText(text, said.refused, said.reason)}</Notice>
        )}
        {said.kind === "saved" && <Notice tone="good">{text.account.saved}</Notice>}
        {said.kind === "password" && <Notice tone="good">{text.account.passwordChanged}</Notice>}
        <h1>{text.account.hello(customer.name)}</h1>
        <form method="post" action={pathIn(locale, "/account/sign-out")}>
          <p>
            {customer.email}{" "}
            <button class="link-button" type="submit">
              {text.account.signOut}
            </button>
          </p>
        </form>
        <div class="with-summary">
          <Orders {...props} />
          <div>
            <Credit {...props} />
            <Addresses {...props} />
            <Profile {...props} />
          </div>
        </div>
      </div>
    </Document>
  );
}

function Orders({ frame, orders, next }: AccountProps) {
  const { text, locale } = frame.visit;
  return (
    <section>
      <h2>{text.account.orders}</h2>
      {orders.length === 0 && <p class="quiet">{text.account.noOrders}</p>}
      <ul class="orders">
        {orders.map((order) => (
          <li key={order.id}>
            <a href={pathIn(locale, `/account/orders/${order.id}`)}>
              <LinePicture pictureKey={order.pictureKey} />
              <span>
                {text.order.title(order.number)}
                <span class="quiet small">
                  {day(frame, order.createdAt, true)} · {text.basket.items(order.itemCount)} ·{" "}
                  {order.status === "placed"
                    ? text.order.fulfilmentStatus[order.fulfilmentStatus]
                    : text.order.status[order.status]}
                </span>
              </span>
              <span class="price">{price(frame, order.total)}</span>
            </a>
          </li>
        ))}
      </ul>
      {next !== null && (
        <p class="more">
          <a class="button" href={withQuery(pathIn(locale, "/account"), { after: next })}>
            {text.account.moreOrders}
          </a>
        </p>
      )}
    </section>
  );
}

/** Store credit by currency; nothing for those who never had any. */
function Credit({ frame, credit }: AccountProps) {
  const { text } = frame.visit;
  if (credit.length === 0) return null;
  return (
    <section>
      <h2>{text.credit.own}</h2>
      {credit.map(({ currency, available, held }) => (
        <div key={currency} class="gift-card">
          <p class="gift-card-amount">{price(frame, available)}</p>
          {held.minor !== "0" && <p>{text.credit.held(price(frame, held))}</p>}
        </div>
      ))}
      <p class="quiet small">{text.credit.ownHint}</p>
    </section>
  );
}

function Addresses({ frame, addresses }: AccountProps) {
  const { text, locale } = frame.visit;
  return (
    <section>
      <h2>{text.account.addresses}</h2>
      {addresses.length === 0 && <p class="quiet">{text.account.noAddresses}</p>}
      {addresses.map(({ id, address, isDefault }) => (
        <div key={id} class="boxed address-card">
          <address>
            {formatAddress(address, { locale }).map((line) => (
              <div key={line}>{line}</div>
            ))}
          </address>
          {isDefault && <p class="quiet small">{text.account.defaultMark}</p>}
          <form method="post" action={pathIn(locale, "/account")} class="joined">
            <a class="link-button" href={pathIn(locale, `/account/addresses/${id}`)}>
              {text.account.edit}
              <span class="unseen">: {address.line1}</span>
            </a>
            <input type="hidden" name="do" value="remove-address" />
            <input type="hidden" name="id" value={id} />
            <button class="link-button" type="submit">
              {text.account.removeAddress}
              <span class="unseen">: {address.line1}</span>
            </button>
          </form>
        </div>
      ))}
      <p>
        <a class="button" href={pathIn(locale, "/account/addresses/new")}>
          {text.account.addAddress}
        </a>
      </p>
    </section>
  );
}

function Profile({ frame, customer }: AccountProps) {
  const { text, locale } = frame.visit;
  const action = pathIn(locale, "/account");
  return (
    <section>
      <h2>{text.account.profile}</h2>
      <form class="form" method="post" action={action}>
        <input type="hidden" name="do" value="profile" />
        <Field
          name="name"
          label={text.account.name}
          value={customer.name}
          input={{ autocomplete: "name", required: true, maxLength: 100 }}
        />
        <p>
          <button class="button" type="submit">
            {text.account.saveProfile}
          </button>
        </p>
      </form>
      <form class="form" method="post" action={action}>
        <input type="hidden" name="do" value="password" />
        <Field
          name="current"
          label={text.account.currentPassword}
          input={{ type: "password", autocomplete: "current-password", required: true }}
        />
        <Field
          name="next"
          label={text.account.newPassword}
          hint={text.account.passwordHint}
          input={{ type: "password", autocomplete: "new-password", required: true }}
        />
        <button class="button" type="submit">
          {text.account.savePassword}
        </button>
      </form>
    </section>
  );
}
