import type { DeskOrderView } from "@shopwright/server/contracts/desk";
import { countryName } from "@shopwright/server/kernel/country";
import { useLocale } from "../../app/preferences.ts";
import { usePermission } from "../../app/session.tsx";
import { useOrderText } from "../../locales/order.ts";
import { useShellText } from "../../locales/shell.ts";
import { DateTime } from "../../ui/date-time.tsx";
import { Link } from "../../ui/link.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Facts, Panel } from "../../ui/page.tsx";

type Address = DeskOrderView["billingAddress"];

/** Who bought, how to reach them, where it goes. */
export function PeoplePanel({ order }: { readonly order: DeskOrderView }) {
  const words = useOrderText();
  const shell = useShellText();
  const languages: Readonly<Record<string, string>> = shell.languages;
  return (
    <Panel title={words.customer}>
      <Buyer order={order} />
      {order.note !== "" && (
        <div className="mt-3">
          <Notice tone="info">
            <strong className="block">{words.shopperNote}</strong>
            <span className="whitespace-pre-wrap">{order.note}</span>
          </Notice>
        </div>
      )}
      <div className="mt-3 grid gap-3">
        {order.shippingAddress !== null && (
          <Lines title={words.shipTo} address={order.shippingAddress} />
        )}
        <Lines title={words.billTo} address={order.billingAddress} same={sameAddress(order)} />
        <Facts
          facts={[
            [words.placedAt, <DateTime key="at" at={order.placedAt ?? order.createdAt} />],
            [words.market, order.market.toUpperCase()],
            [words.language, languages[order.locale] ?? order.locale],
            ...(order.payBy === null
              ? []
              : ([[words.payBy, <DateTime key="by" at={order.payBy} />]] as const)),
          ]}
        />
      </div>
    </Panel>
  );
}

function Buyer({ order }: { readonly order: DeskOrderView }) {
  const words = useOrderText();
  const mayRead = usePermission("customers:read");
  const { customer } = order;
  return (
    <div className="grid justify-items-start [&_a]:inline-block [&_a]:py-1">
      <span className="font-medium">
        {customer !== null && mayRead ? (
          <Link to={`/customers/${customer.id}`}>{customer.name}</Link>
        ) : (
          (customer?.name ?? order.billingAddress.name)
        )}
      </span>
      <a
        href={`mailto:${order.email}`}
        className="break-all text-accent-ink underline-offset-2 hover:underline"
      >
        {order.email}
      </a>
      {customer === null ? (
        <span className="text-muted">{words.guest}</span>
      ) : (
        <Link to="/" search={{ customerId: customer.id }} className="w-fit">
          {words.orderCount(customer.orderCount)}
        </Link>
      )}
    </div>
  );
}

function Lines({
  title,
  address,
  same = false,
}: {
  readonly title: string;
  readonly address: Address;
  readonly same?: boolean;
}) {
  const words = useOrderText();
  const locale = useLocale();
  const place = [address.postcode, address.city, address.region].filter(Boolean).join(" ");
  const lines = [
    address.name,
    address.company,
    address.line1,
    address.line2,
    place,
    countryName(address.country, locale),
    address.phone,
  ];
  return (
    <div>
      <h3 className="text-[0.8125rem] text-muted">{title}</h3>
      {same ? (
        <p>{words.sameAddress}</p>
      ) : (
        <address className="break-words whitespace-pre-line not-italic">
          {lines.filter(Boolean).join("\n")}
        </address>
      )}
    </div>
  );
}

function sameAddress({ shippingAddress, billingAddress }: DeskOrderView): boolean {
  return (
    shippingAddress !== null && JSON.stringify(shippingAddress) === JSON.stringify(billingAddress)
  );
}
