import { BookOpenText, Plus } from "lucide-react";
import { useState } from "react";
import { exportJournal, listAccounts, listEntries } from "@shopwright/server/contracts/ledger";
import { useList, useRead } from "../../api/use-read.ts";
import { usePermission } from "../../app/session.tsx";
import { useBookText } from "../../locales/books.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { ExportButton } from "../../ui/export-button.tsx";
import { FilterBar } from "../../ui/filter-bar.tsx";
import { Page, Panel } from "../../ui/page.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { PageSkeleton } from "../../ui/skeleton.tsx";
import { useUiText } from "../../locales/ui.ts";
import { useAddressFilters } from "../../ui/use-address-filters.ts";
import { DayRange } from "./day-range.tsx";
import { JournalEntry } from "./journal-entry.tsx";
import { ManualEntryDialog } from "./manual-entry-dialog.tsx";

const offered = {
  from: "text",
  to: "text",
  account: "text",
  orderId: "text",
  causeType: "text",
} as const;

/** The journal: every entry with its postings, newest first. */
export default function JournalPage() {
  const words = useBookText();
  const ui = useUiText();
  const mayWrite = usePermission("books:write");
  const [booking, setBooking] = useState(false);
  const { filters, change, replace, any } = useAddressFilters(offered);
  const accounts = useRead(listAccounts, {}).data?.items ?? [];
  const list = useList(listEntries, { query: filters });
  return (
    <Page
      title={words.journal}
      actions={
        <>
          <ExportButton endpoint={exportJournal} input={{ query: filters }} />
          {mayWrite && (
            <Button icon={Plus} onClick={() => setBooking(true)}>
              {words.newEntry}
            </Button>
          )}
        </>
      }
    >
      <Panel flush>
        <FilterBar active={Object.keys(filters).length} onClear={() => replace({})}>
          <DayRange from={filters.from} to={filters.to} onChange={change} />
          <SelectField
            bare
            label={words.account}
            empty={words.everyAccount}
            value={filters.account ?? ""}
            choices={accounts.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
            onChange={(account) => change({ account })}
          />
        </FilterBar>
        {list.error && list.rows.length === 0 && (
          <ErrorState error={list.error} onRetry={list.reload} />
        )}
        {list.loading && <PageSkeleton />}
        {!list.loading && !list.error && list.rows.length === 0 && (
          <EmptyState icon={BookOpenText} title={any ? words.noMatch : words.none}>
            {any ? words.noMatchHint : words.noneHint}
          </EmptyState>
        )}
        <ol aria-label={words.journal} aria-busy={list.changing}>
          {list.rows.map((entry) => (
            <li key={entry.id} className="border-b border-line px-4 py-3 last:border-0">
              <JournalEntry entry={entry} />
            </li>
          ))}
        </ol>
        {list.hasMore && (
          <div className="px-4 py-3">
            <Button size="small" busy={list.loadingMore} onClick={list.loadMore}>
              {ui.more}
            </Button>
          </div>
        )}
      </Panel>
      {booking && <ManualEntryDialog onClose={() => setBooking(false)} />}
    </Page>
  );
}
