import { BadgePercent, FlaskConical, Plus } from "lucide-react";
import { listPromotions, promotionStates } from "@shopwright/server/contracts/promotions";
import type { PromotionView } from "@shopwright/server/contracts/promotions";
import { useList } from "../../api/use-read.ts";
import { useLocale } from "../../app/preferences.ts";
import { usePermission } from "../../app/session.tsx";
import { usePromotionText } from "../../locales/promotions.ts";
import type { PromotionWords } from "../../locales/promotions.ts";
import { addressOfFilters } from "../../ui/address-filters.ts";
import { ButtonLink } from "../../ui/button.tsx";
import type { Column } from "../../ui/column.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { sayDay } from "../../ui/date-time.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Money } from "../../ui/money.tsx";
import { Page, Panel } from "../../ui/page.tsx";
import { useAddressFilters } from "../../ui/use-address-filters.ts";
import { ViewTabs } from "../../ui/view-tabs.tsx";
import { PromotionStateBadge } from "./promotion-state.tsx";

const offered = { state: promotionStates } as const;

/** All promotions, with their state and what they gave. */
export default function PromotionsPage() {
  const words = usePromotionText();
  const mayWrite = usePermission("catalog:write");
  const { filters, replace } = useAddressFilters(offered);
  const { state } = filters;
  const list = useList(listPromotions, { query: state === undefined ? {} : { state } });
  const columns = useColumns();
  return (
    <Page
      title={words.title}
      actions={
        <>
          <ButtonLink to="/promotions/simulator" variant="ghost" icon={FlaskConical}>
            {words.simulator}
          </ButtonLink>
          {mayWrite && (
            <ButtonLink to="/promotions/new" variant="primary" icon={Plus}>
              {words.add}
            </ButtonLink>
          )}
        </>
      }
    >
      <p className="max-w-prose text-muted">{words.hint}</p>
      <Panel flush>
        <ViewTabs
          list="promotions"
          builtIn={[
            { name: words.views.all, address: "" },
            ...promotionStates.map((one) => ({
              name: words.views[one],
              address: addressOfFilters({ state: one }),
            })),
          ]}
          filters={filters}
          onShow={replace}
        />
        <DataTable
          label={words.title}
          list={list}
          columns={columns}
          rowId={(row) => row.id}
          rowName={(row) => row.names.en}
          rowLink={(row) => `/promotions/${row.id}`}
          card={(row) => <PromotionCard row={row} />}
          empty={
            state === undefined ? (
              <EmptyState icon={BadgePercent} title={words.none}>
                {words.noneHint}
              </EmptyState>
            ) : (
              <EmptyState icon={BadgePercent} title={words.noneOfState} />
            )
          }
        />
      </Panel>
    </Page>
  );
}

/** A promotion on a phone. */
function PromotionCard({ row }: { readonly row: PromotionView }) {
  const words = usePromotionText();
  const locale = useLocale();
  const { orders } = row.usage;
  return (
    <div className="grid gap-1">
      <span className="font-medium break-words">{row.names[locale] ?? row.names.en}</span>
      <span className="flex flex-wrap items-center gap-x-2 gap-y-1 text-[0.8125rem] text-muted">
        <PromotionStateBadge state={row.state} />
        {words.kinds[row.rule.action.kind]}
        <span className="nums">
          {words.columns.uses}: {orders}
        </span>
      </span>
    </div>
  );
}

function useColumns(): readonly Column<PromotionView>[] {
  const words = usePromotionText();
  const locale = useLocale();
  const { columns } = words;
  const number = (value: number) => new Intl.NumberFormat(locale).format(value);
  return [
    {
      id: "name",
      header: columns.name,
      grow: true,
      cell: (row) => (
        <span className="block min-w-0">
          <span className="block truncate font-medium">{row.names[locale] ?? row.names.en}</span>
          <span className="block truncate text-[0.8125rem] text-muted">
            {[
              words.kinds[row.rule.action.kind],
              ...(row.codes === 0 ? [] : [words.codes(row.codes)]),
            ].join(" · ")}
          </span>
        </span>
      ),
    },
    {
      id: "state",
      header: columns.state,
      cell: (row) => <PromotionStateBadge state={row.state} />,
    },
    {
      id: "when",
      header: columns.when,
      from: "lg",
      cell: (row) => sayWindow(row, words, locale),
    },
    {
      id: "uses",
      header: columns.uses,
      align: "end",
      cell: ({ usage, maxUses }) => (
        <span className="nums">
          {maxUses === null
            ? number(usage.orders)
            : words.usesOf(number(usage.orders), number(maxUses))}
        </span>
      ),
    },
    {
      id: "given",
      header: columns.given,
      align: "end",
      from: "md",
      cell: ({ usage }) =>
        usage.given.map((amount) => (
          <span key={amount.currency} className="block">
            <Money amount={amount} />
          </span>
        )),
    },
    {
      id: "lane",
      header: columns.lane,
      align: "end",
      from: "lg",
      cell: (row) => <span className="nums">{row.lane}</span>,
    },
  ];
}

function sayWindow(
  { startsAt, endsAt }: PromotionView,
  words: PromotionWords,
  locale: "en" | "de",
): string {
  const day = (moment: string) => sayDay(moment.slice(0, 10), locale);
  const parts = [
    ...(startsAt === null ? [] : [words.from(day(startsAt))]),
    ...(endsAt === null ? [] : [words.until(day(endsAt))]),
  ];
  return parts.length === 0 ? words.always : parts.join(" ");
}
