import { CircleCheck, RotateCcw } from "lucide-react";
import { useState } from "react";
import { countJobs, jobStates, listJobs, retryJob } from "@shopwright/server/contracts/operations";
import type { JobView } from "@shopwright/server/contracts/operations";
import { useAction } from "../../api/use-action.ts";
import { useList } from "../../api/use-read.ts";
import { usePermission } from "../../app/session.tsx";
import { sayError, useErrorText } from "../../locales/errors.ts";
import { useJobText } from "../../locales/jobs.ts";
import { addressOfFilters } from "../../ui/address-filters.ts";
import { BulkBar } from "../../ui/bulk-bar.tsx";
import { Button } from "../../ui/button.tsx";
import type { Column } from "../../ui/column.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { DateTime } from "../../ui/date-time.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Page, Panel } from "../../ui/page.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { toast } from "../../ui/toast.tsx";
import { useAddressFilters } from "../../ui/use-address-filters.ts";
import { ViewTabs } from "../../ui/view-tabs.tsx";
import { JobCounts } from "./job-counts.tsx";
import { JobDialog } from "./job-dialog.tsx";

const offered = { state: ["all", ...jobStates] } as const;
const views = ["retrying", "running", "ready", "done", "all"] as const;
const tones = {
  ready: "neutral",
  running: "info",
  retrying: "warn",
  done: "good",
  failed: "bad",
} as const;

/** What the shop does by itself; what has given up stands first. */
export default function JobsPage() {
  const words = useJobText();
  const mayWrite = usePermission("jobs:write");
  const { filters, replace } = useAddressFilters(offered);
  const [openId, setOpenId] = useState<string | null>(null);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const state = jobStates.find((one) => one === (filters.state ?? "failed"));
  const list = useList(listJobs, { query: state === undefined ? {} : { state } }, { every: 5_000 });
  const columns = useColumns(setOpenId);
  const retryable = mayWrite && (state === "failed" || state === "retrying");
  return (
    <Page title={words.title}>
      <p className="max-w-prose text-muted">{words.hint}</p>
      <JobCounts />
      <Panel flush>
        <ViewTabs
          list="jobs"
          builtIn={[
            { name: words.views.failed, address: "" },
            ...views.map((one) => ({
              name: words.views[one],
              address: addressOfFilters({ state: one }),
            })),
          ]}
          filters={filters}
          onShow={(next) => {
            setSelected(new Set());
            replace(next);
          }}
        />
        <DataTable
          label={words.title}
          list={list}
          columns={columns}
          rowId={(row) => row.id}
          rowName={(row) => row.name}
          {...(retryable ? { selection: { ids: selected, onChange: setSelected } } : {})}
          card={(row) => <JobCard row={row} columns={columns} />}
          empty={
            <EmptyState
              icon={CircleCheck}
              title={state === "failed" ? words.noneFailed : words.none}
            >
              {state === "failed" ? words.noneFailedHint : words.noneHint}
            </EmptyState>
          }
        />
      </Panel>
      <BulkBar count={selected.size} onClear={() => setSelected(new Set())}>
        <RetryMany ids={[...selected]} onDone={() => setSelected(new Set())} />
      </BulkBar>
      {openId !== null && <JobDialog jobId={openId} onClose={() => setOpenId(null)} />}
    </Page>
  );
}

function RetryMany({
  ids,
  onDone,
}: {
  readonly ids: readonly string[];
  readonly onDone: () => void;
}) {
  const words = useJobText();
  const errors = useErrorText();
  const retry = useAction(retryJob, { changes: [listJobs, countJobs] });
  const run = async (): Promise<void> => {
    let done = 0;
    for (const jobId of ids) {
      try {
        await retry.mutateAsync({ params: { jobId } });
        done += 1;
      } catch (error) {
        toast(sayError(errors, error), { tone: "bad" });
      }
    }
    if (done > 0) toast(words.retriedMany(done), { tone: "good" });
    onDone();
  };
  return (
    <Button size="small" icon={RotateCcw} busy={retry.isPending} onClick={() => void run()}>
      {words.retry}
    </Button>
  );
}

function useColumns(onOpen: (id: string) => void): readonly Column<JobView>[] {
  const words = useJobText();
  const { columns } = words;
  return [
    {
      id: "name",
      header: columns.name,
      cell: (row) => (
        <button
          type="button"
          className="text-left font-medium text-accent-ink hover:underline"
          onClick={() => onOpen(row.id)}
        >
          {row.name}
        </button>
      ),
    },
    {
      id: "state",
      header: columns.state,
      cell: (row) => <StatusBadge tone={tones[row.state]}>{words.states[row.state]}</StatusBadge>,
    },
    {
      id: "attempts",
      header: columns.attempts,
      align: "end",
      cell: (row) => <span className="nums">{words.attempts(row.attempts, row.maxAttempts)}</span>,
    },
    { id: "runAt", header: columns.runAt, cell: (row) => <DateTime at={row.runAt} /> },
    {
      id: "error",
      header: columns.error,
      grow: true,
      cell: (row) => (
        <span className="block max-w-lg truncate text-[0.8125rem] text-muted">{row.error}</span>
      ),
    },
  ];
}

function JobCard({
  row,
  columns,
}: {
  readonly row: JobView;
  readonly columns: readonly Column<JobView>[];
}) {
  const cell = (id: string) => columns.find((column) => column.id === id)?.cell(row);
  return (
    <span className="grid grid-cols-1 gap-1">
      <span className="flex items-start gap-2">
        <span className="min-w-0 flex-1 break-words">{cell("name")}</span>
        {cell("state")}
      </span>
      <span className="flex gap-3 text-[0.8125rem] text-muted">
        {cell("attempts")}
        {cell("runAt")}
      </span>
      {cell("error")}
    </span>
  );
}
