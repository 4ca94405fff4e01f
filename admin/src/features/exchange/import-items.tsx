import { ListChecks } from "lucide-react";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { listImportItems, verdicts } from "@shopwright/server/contracts/exchange";
import type { ImportItemView, ImportView, Verdict } from "@shopwright/server/contracts/exchange";
import { useList } from "../../api/use-read.ts";
import { useExchangeText } from "../../locales/exchange.ts";
import { Button } from "../../ui/button.tsx";
import { cx } from "../../ui/class-names.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { useUiText } from "../../locales/ui.ts";
import { Panel } from "../../ui/page.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { fieldLabel } from "./field-label.ts";
import { verdictTones } from "./import-state.tsx";

/** What becomes of each item, with every old and new value. */
export function ImportItems({ found }: { readonly found: ImportView }) {
  const words = useExchangeText();
  const ui = useUiText();
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const list = useList(
    listImportItems,
    { params: { id: found.id }, query: verdict === null ? {} : { verdict } },
    found.state === "checking" || found.state === "running" ? { every: 3_000 } : {},
  );
  const client = useQueryClient();
  useEffect(() => {
    // What is shown while a step begins is another once it has ended.
    void client.invalidateQueries({ queryKey: [listImportItems.id] });
  }, [client, found.state]);
  const counted = verdicts.filter((one) => (found.counts[one] ?? 0) > 0);
  return (
    <Panel title={words.items}>
      <div className="grid gap-3">
        <fieldset className="flex flex-wrap gap-1.5">
          <legend className="sr-only">{words.items}</legend>
          {[null, ...counted].map((one) => (
            <button
              key={one ?? "every"}
              type="button"
              aria-pressed={verdict === one}
              className={cx(
                "nums min-h-8 rounded-full border px-3 text-[0.8125rem]",
                verdict === one
                  ? "border-accent bg-accent-soft font-semibold"
                  : "border-line-strong/60 hover:bg-sunken",
              )}
              onClick={() => setVerdict(one)}
            >
              {one === null ? words.every : `${words.verdicts[one]} ${found.counts[one]}`}
            </button>
          ))}
        </fieldset>
        {verdict !== null && words.verdictHints[verdict] !== undefined && (
          <p className="text-[0.8125rem] text-muted">{words.verdictHints[verdict]}</p>
        )}
        {list.error !== null && <ErrorState error={list.error} onRetry={list.reload} />}
        {list.rows.length === 0 && !list.loading && list.error === null && (
          <EmptyState icon={ListChecks} title={words.noItems}>
            {words.noItemsHint}
          </EmptyState>
        )}
        <ol className="grid">
          {list.rows.map((item) => (
            <ItemRow key={item.position} item={item} />
          ))}
        </ol>
        {list.hasMore && (
          <div>
            <Button size="small" busy={list.loadingMore} onClick={list.loadMore}>
              {ui.more}
            </Button>
          </div>
        )}
      </div>
    </Panel>
  );
}

const firstShown = 4;

function ItemRow({ item }: { readonly item: ImportItemView }) {
  const words = useExchangeText();
  const [whole, setWhole] = useState(false);
  const shown = whole ? item.differences : item.differences.slice(0, firstShown);
  const hidden = item.differences.length - shown.length;
  return (
    <li className="grid gap-1.5 border-b border-line py-3 last:border-0">
      <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <StatusBadge tone={verdictTones[item.verdict]}>{words.verdicts[item.verdict]}</StatusBadge>
        <span className="min-w-0 flex-1 basis-40 truncate font-medium">
          {item.title === "" ? item.key : item.title}
        </span>
        <span className="nums text-[0.8125rem] text-muted">{words.row(item.firstRow)}</span>
      </span>
      {item.problem !== null && <Reason problem={item.problem} />}
      {shown.length > 0 && (
        <dl className="grid gap-1 text-[0.8125rem]">
          {shown.map(({ field, before, after }, index) => (
            <div key={`${field} ${index}`} className="grid gap-x-3 sm:grid-cols-[12rem_1fr]">
              <dt className="truncate text-muted" title={field}>
                {fieldLabel(words, field)}
              </dt>
              <dd className="min-w-0 break-words whitespace-pre-line">
                {before !== "" && (
                  <del className="mr-2 rounded bg-bad-soft px-1 text-bad">{before}</del>
                )}
                {after === "" ? (
                  <span className="text-muted">{words.blank}</span>
                ) : (
                  <ins className="rounded bg-good-soft px-1 text-good no-underline">{after}</ins>
                )}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {hidden > 0 && (
        <div>
          <Button size="small" variant="ghost" onClick={() => setWhole(true)}>
            {words.more(hidden)}
          </Button>
        </div>
      )}
    </li>
  );
}

function Reason({ problem }: { readonly problem: NonNullable<ImportItemView["problem"]> }) {
  const words = useExchangeText();
  const { code, field, row, value } = problem;
  const where = [
    ...(row === undefined ? [] : [words.row(row)]),
    ...(field === undefined ? [] : [fieldLabel(words, field)]),
  ].join(", ");
  return (
    <p className="text-[0.8125rem] text-bad">
      {words.reasons[code] ?? code}
      {where !== "" && ` (${where})`}
      {value !== undefined && value !== "" && (
        <code className="ml-1 rounded bg-sunken px-1 break-all text-ink">{value}</code>
      )}
    </p>
  );
}
