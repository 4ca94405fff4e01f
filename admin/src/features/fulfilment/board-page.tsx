import { PackageCheck, SearchX } from "lucide-react";
import { listFulfilments } from "@shopwright/server/contracts/fulfilment";
import type { FulfilmentView } from "@shopwright/server/contracts/fulfilment";
import { useList } from "../../api/use-read.ts";
import { useFulfilmentText } from "../../locales/fulfilment.ts";
import { useUiText } from "../../locales/ui.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Page } from "../../ui/page.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { useAddressFilters } from "../../ui/use-address-filters.ts";
import { useWarehouseChoices } from "./use-warehouse-choice.ts";
import { WorkCard } from "./work-card.tsx";

const offered = { location: "text", search: "text" } as const;
const stages = ["open", "picking", "packed"] as const;

/** The warehouses' work by stage; what was promised first stands first. */
export default function BoardPage() {
  const words = useFulfilmentText();
  const { filters, change, any } = useAddressFilters(offered);
  const warehouses = useWarehouseChoices();
  const list = useList(
    listFulfilments,
    { query: { state: "todo", limit: "100", ...filters } },
    { every: 20_000 },
  );
  return (
    <Page title={words.title}>
      <div className="flex flex-wrap items-end gap-2">
        <SearchField
          label={words.search}
          placeholder={words.searchHint}
          value={filters.search ?? ""}
          onChange={(search) => change({ search })}
        />
        {warehouses.length > 1 && (
          <div className="min-w-48 max-sm:w-full">
            <SelectField
              bare
              label={words.warehouse}
              empty={words.allWarehouses}
              value={filters.location ?? ""}
              choices={warehouses}
              onChange={(location) => change({ location })}
            />
          </div>
        )}
      </div>
      {list.error !== null && list.rows.length === 0 ? (
        <ErrorState error={list.error} onRetry={list.reload} />
      ) : (
        <Board rows={list.rows} loading={list.loading} filtered={any} />
      )}
      <MoreWork list={list} />
    </Page>
  );
}

function Board({
  rows,
  loading,
  filtered,
}: {
  readonly rows: readonly FulfilmentView[];
  readonly loading: boolean;
  readonly filtered: boolean;
}) {
  const words = useFulfilmentText();
  if (!loading && rows.length === 0) {
    return (
      <div className="panel">
        <EmptyState
          icon={filtered ? SearchX : PackageCheck}
          title={filtered ? words.noMatch : words.empty}
        >
          {filtered ? words.noMatchHint : words.emptyHint}
        </EmptyState>
      </div>
    );
  }
  return (
    <div className="grid items-start gap-4 lg:grid-cols-3">
      {stages.map((stage) => {
        const own = rows.filter((row) => row.state === stage);
        return (
          <section
            key={stage}
            aria-labelledby={`stage-${stage}`}
            className="grid min-w-0 grid-cols-1 gap-2"
          >
            <h2 id={`stage-${stage}`} className="flex items-center gap-2 px-1 font-semibold">
              {words.stages[stage]}
              <span className="nums rounded-full bg-sunken px-2 text-[0.75rem] font-medium">
                {own.length}
              </span>
            </h2>
            {loading && <Skeleton className="h-28 w-full rounded-xl" />}
            {!loading && own.length === 0 && (
              <p className="rounded-xl border border-dashed border-line px-4 py-6 text-center text-muted">
                {words.noneHere}
              </p>
            )}
            {own.map((row) => (
              <WorkCard key={row.id} work={row} />
            ))}
          </section>
        );
      })}
    </div>
  );
}

function MoreWork({
  list,
}: {
  readonly list: {
    readonly hasMore: boolean;
    readonly loadingMore: boolean;
    readonly loadMore: () => void;
  };
}) {
  const ui = useUiText();
  if (!list.hasMore) return null;
  return (
    <Button className="justify-self-center" busy={list.loadingMore} onClick={list.loadMore}>
      {ui.more}
    </Button>
  );
}
