import type { DeskOrderView } from "@shopwright/server/contracts/desk";
import { useLocale } from "../../app/preferences.ts";
import { useOrderText } from "../../locales/order.ts";
import { useTaxText } from "../../locales/tax.ts";
import { useStatusText } from "../../locales/statuses.ts";
import { sayDay } from "../../ui/date-time.tsx";
import { Money } from "../../ui/money.tsx";
import { Panel } from "../../ui/page.tsx";
import { Picture } from "../../ui/picture.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";

type Line = DeskOrderView["lines"][number];

/** What was bought, line by line, and what has become of each. */
export function LinesPanel({ order }: { readonly order: DeskOrderView }) {
  const words = useOrderText();
  const states = useStatusText();
  const methods: Readonly<Record<string, string>> = states.methods;
  // The fee's line carries the code of the way to pay.
  const titleOf = ({ kind, title }: Line): string =>
    kind === "payment_fee" ? `${words.kinds.payment_fee}: ${methods[title] ?? title}` : title;
  return (
    <Panel title={words.lines} flush>
      <ul className="divide-y divide-line">
        {order.lines.map((line) => (
          <li
            key={line.id}
            className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-start gap-3 px-4 py-2.5"
          >
            {line.kind === "item" ? (
              <Picture pictureKey={line.pictureKey} size={44} />
            ) : (
              <span className="w-11" />
            )}
            <div className="grid min-w-0 gap-1">
              <p className="break-words">
                <span className={line.kind === "item" ? "font-medium" : "text-muted"}>
                  {titleOf(line)}
                </span>
                {line.options !== "" && <span className="text-muted"> · {line.options}</span>}
              </p>
              {line.kind === "item" && (
                <p className="nums text-[0.8125rem] text-muted">{line.sku}</p>
              )}
              <LineDiscounts line={line} />
              <LineStates line={line} />
            </div>
            <div className="nums text-right whitespace-nowrap">
              <Money amount={line.total} strong={line.kind === "item"} />
              {line.kind === "item" && (
                <p className="text-[0.8125rem] text-muted">
                  {line.quantity} × <Money amount={line.unitPrice} />
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
      <Totals order={order} />
    </Panel>
  );
}

/** What took how much off. Net and tax are after it. */
function LineDiscounts({ line }: { readonly line: Line }) {
  return line.discounts.map(({ name, code, amount }) => (
    <p key={name} className="text-[0.8125rem] text-good">
      {code === null ? name : `${name} (${code})`}: −<Money amount={amount} />
    </p>
  ));
}

function LineStates({ line }: { readonly line: Line }) {
  const words = useOrderText();
  const locale = useLocale();
  if (line.kind !== "item") return null;
  const wanted = line.quantity - line.quantityCancelled;
  return (
    <p className="flex flex-wrap gap-1 empty:hidden">
      {line.quantityCancelled > 0 && (
        <StatusBadge>{words.cancelledUnits(line.quantityCancelled)}</StatusBadge>
      )}
      {line.quantityShipped > 0 && (
        <StatusBadge tone={line.quantityShipped >= wanted ? "good" : "info"}>
          {words.shippedUnits(line.quantityShipped, wanted)}
        </StatusBadge>
      )}
      {line.quantityRefunded > 0 && (
        <StatusBadge>{words.refundedUnits(line.quantityRefunded)}</StatusBadge>
      )}
      {line.promisedBy !== null && line.quantityShipped < wanted && (
        <StatusBadge tone="warn">{words.expected(sayDay(line.promisedBy, locale))}</StatusBadge>
      )}
    </p>
  );
}

function Totals({ order }: { readonly order: DeskOrderView }) {
  const words = useOrderText();
  const locale = useLocale();
  const reasons: Readonly<Record<string, string>> = useTaxText().reasons;
  return (
    <dl className="grid gap-1 border-t border-line px-4 py-3">
      <Row name={words.net}>
        <Money amount={order.money.net} />
      </Row>
      {order.taxLines.map((tax) => (
        <Row
          key={`${tax.jurisdiction} ${tax.category} ${tax.rate}`}
          name={`${words.taxLine(sayRate(tax.rate, locale), tax.jurisdiction)}, ${reasons[tax.reason] ?? tax.reason}`}
        >
          <Money amount={tax.tax} />
        </Row>
      ))}
      <Row name={words.total} strong>
        <Money amount={order.money.total} strong />
      </Row>
    </dl>
  );
}

function Row({
  name,
  strong = false,
  children,
}: {
  readonly name: string;
  readonly strong?: boolean;
  readonly children: React.ReactNode;
}) {
  return (
    <div className="flex justify-between gap-4">
      <dt className={strong ? "font-semibold" : "text-muted"}>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** "19", "8,875": per cent as the reader writes it. */
function sayRate(rate: string, locale: string): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 4 }).format(Number(rate));
}
