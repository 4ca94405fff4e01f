import { Scale } from "lucide-react";
import { Fragment } from "react";
import { accountKinds, readTrialBalance } from "@shopwright/server/contracts/ledger";
import type { ReplyOf } from "@shopwright/server/kernel/endpoint";
import { fromWire, toDecimal } from "@shopwright/server/kernel/money";
import { useRead } from "../../api/use-read.ts";
import { useBookText } from "../../locales/books.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { ExportRowsButton } from "../../ui/export-button.tsx";
import { FilterBar } from "../../ui/filter-bar.tsx";
import { Link } from "../../ui/link.tsx";
import { Money } from "../../ui/money.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page, Panel } from "../../ui/page.tsx";
import { PageSkeleton } from "../../ui/skeleton.tsx";
import { useAddressFilters } from "../../ui/use-address-filters.ts";
import { DayRange } from "./day-range.tsx";

type TrialBalance = ReplyOf<typeof readTrialBalance>;
type Row = TrialBalance["rows"][number];
type Total = TrialBalance["totals"][number];
const offered = { from: "text", to: "text" } as const;

/** Debits and credits of every account, one table for each currency, and the proof that they are even. */
export default function TrialBalancePage() {
  const words = useBookText();
  const { columns } = words;
  const { filters, change, replace } = useAddressFilters(offered);
  const read = useRead(readTrialBalance, { query: filters });
  const rows = read.data?.rows ?? [];
  const amount = (money: Row["debit"]): string => toDecimal(fromWire(money));
  return (
    <Page
      title={words.trialBalance}
      actions={
        <ExportRowsButton
          fileName="trial-balance.csv"
          rows={rows}
          columns={[
            { header: columns.account, text: (row) => `${row.account.code} ${row.account.name}` },
            { header: columns.currency, text: (row) => row.currency },
            { header: columns.debit, text: (row) => amount(row.debit) },
            { header: columns.credit, text: (row) => amount(row.credit) },
            { header: columns.balance, text: (row) => amount(row.balance) },
          ]}
        />
      }
    >
      <Panel flush>
        <FilterBar active={Object.keys(filters).length} onClear={() => replace({})}>
          <DayRange from={filters.from} to={filters.to} onChange={change} />
        </FilterBar>
        {read.isPending && <PageSkeleton />}
        {read.error && <ErrorState error={read.error} onRetry={() => void read.refetch()} />}
        {read.data && rows.length === 0 && (
          <EmptyState icon={Scale} title={words.noBalance}>
            {words.noBalanceHint}
          </EmptyState>
        )}
      </Panel>
      {read.data?.totals.map((total) => (
        <CurrencyBalance
          key={total.currency}
          total={total}
          rows={rows.filter((row) => row.currency === total.currency)}
        />
      ))}
    </Page>
  );
}

function CurrencyBalance({
  total,
  rows,
}: {
  readonly total: Total;
  readonly rows: readonly Row[];
}) {
  const words = useBookText();
  const even = total.debit.minor === total.credit.minor;
  const right = "px-4 py-1.5 text-right";
  return (
    <Panel title={total.currency} flush>
      <div className="px-4 pb-3">
        <Notice tone={even ? "good" : "bad"}>
          <strong>{even ? words.balances : words.unbalanced}</strong>{" "}
          {even ? words.balancesHint(total.currency) : words.unbalancedHint(total.currency)}
        </Notice>
      </div>
      <div className="overflow-x-auto">
        <table className="w-full">
          <thead className="border-b border-line text-[0.8125rem] text-muted">
            <tr>
              <th className="px-4 py-1.5 text-left font-medium">{words.columns.account}</th>
              <th className={`${right} font-medium`}>{words.columns.debit}</th>
              <th className={`${right} font-medium`}>{words.columns.credit}</th>
              <th className={`${right} font-medium`}>{words.columns.balance}</th>
            </tr>
          </thead>
          <tbody>
            {accountKinds.map((kind) => {
              const ofKind = rows.filter((row) => row.account.kind === kind);
              if (ofKind.length === 0) return null;
              return (
                <Fragment key={kind}>
                  <tr>
                    <th
                      colSpan={4}
                      scope="colgroup"
                      className="bg-sunken px-4 py-1.5 text-left text-[0.8125rem] font-semibold"
                    >
                      {words.kinds[kind]}
                    </th>
                  </tr>
                  {ofKind.map((row) => (
                    <tr key={row.account.code} className="border-b border-line">
                      <td className="px-4 py-1.5">
                        <Link to={`/accounts/${row.account.code}/${row.currency}`}>
                          <span className="nums">{row.account.code}</span> {row.account.name}
                        </Link>
                      </td>
                      <td className={right}>
                        <Money amount={row.debit} muteZero />
                      </td>
                      <td className={right}>
                        <Money amount={row.credit} muteZero />
                      </td>
                      <td className={right}>
                        <Money amount={row.balance} strong />
                      </td>
                    </tr>
                  ))}
                </Fragment>
              );
            })}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" className="px-4 py-2 text-left font-semibold">
                {words.totals}
              </th>
              <td className={right}>
                <Money amount={total.debit} strong />
              </td>
              <td className={right}>
                <Money amount={total.credit} strong />
              </td>
              <td className={right}>–</td>
            </tr>
          </tfoot>
        </table>
      </div>
    </Panel>
  );
}
