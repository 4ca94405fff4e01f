import { useQueryClient } from "@tanstack/react-query";
import { CircleAlert, CircleCheck, ShieldCheck } from "lucide-react";
import { readLatestAudit, runAuditNow } from "@shopwright/server/contracts/operations";
import type { AuditRunView } from "@shopwright/server/contracts/operations";
import { useAction } from "../../api/use-action.ts";
import { readKey, useRead } from "../../api/use-read.ts";
import { useLocale } from "../../app/preferences.ts";
import { sayError, useErrorText } from "../../locales/errors.ts";
import { useJobText } from "../../locales/jobs.ts";
import { Actor } from "../../ui/actor.tsx";
import { Button } from "../../ui/button.tsx";
import { DateTime } from "../../ui/date-time.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page, Panel } from "../../ui/page.tsx";
import { PageSkeleton } from "../../ui/skeleton.tsx";

/** The invariants, one line each, as they were last found; and the button that checks them now. */
export default function AuditPage() {
  const { audit: words } = useJobText();
  const errors = useErrorText();
  const client = useQueryClient();
  const read = useRead(readLatestAudit, {});
  const run = useAction(runAuditNow, {
    onDone: (latest) => client.setQueryData(readKey(readLatestAudit, {}), { run: latest }),
  });
  const latest = read.data?.run ?? null;
  return (
    <Page
      title={words.title}
      actions={
        <Button
          variant="primary"
          icon={ShieldCheck}
          busy={run.isPending}
          onClick={() => run.mutate({})}
        >
          {run.isPending ? words.running : words.run}
        </Button>
      }
    >
      <p className="max-w-prose text-muted">{words.hint}</p>
      {run.error && (
        <Notice tone="bad" alert>
          {sayError(errors, run.error)}
        </Notice>
      )}
      {run.isPending && (
        <progress aria-label={words.running} className="h-1.5 w-full accent-(--accent)" />
      )}
      {read.isPending && <PageSkeleton />}
      {read.error && <ErrorState error={read.error} onRetry={() => void read.refetch()} />}
      {read.data && latest === null && (
        <Panel>
          <EmptyState icon={ShieldCheck} title={words.never}>
            {words.neverHint}
          </EmptyState>
        </Panel>
      )}
      {latest && <AuditRun run={latest} />}
    </Page>
  );
}

function AuditRun({ run }: { readonly run: AuditRunView }) {
  const { audit: words } = useJobText();
  const broken = run.results.filter((result) => result.offences.length > 0).length;
  const seconds = (Date.parse(run.finishedAt) - Date.parse(run.startedAt)) / 1000;
  return (
    <>
      <Notice tone={run.clean ? "good" : "bad"} alert>
        <strong>{run.clean ? words.clean : words.broken(broken)}</strong>
        {" · "}
        <DateTime at={run.finishedAt} /> · {words.by} <Actor actor={run.startedBy} /> ·{" "}
        {words.total(seconds.toFixed(1))}
      </Notice>
      <Panel flush>
        <ul>
          {run.results.map((result) => (
            <li key={result.id} className="border-b border-line px-4 py-2.5 last:border-0">
              <AuditLine result={result} />
            </li>
          ))}
        </ul>
      </Panel>
    </>
  );
}

function AuditLine({ result }: { readonly result: AuditRunView["results"][number] }) {
  const { audit: words } = useJobText();
  const locale = useLocale();
  const holds = result.offences.length === 0;
  const Icon = holds ? CircleCheck : CircleAlert;
  const took = words.took(Math.round(result.milliseconds).toLocaleString(locale));
  return (
    <div className="grid gap-2">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Icon aria-hidden className={`size-4 shrink-0 ${holds ? "text-good" : "text-bad"}`} />
        <span className="nums w-32 shrink-0 font-semibold">{result.id}</span>
        <span className="min-w-0 flex-1 basis-48">{result.title}</span>
        <span className={holds ? "text-good" : "font-semibold text-bad"}>
          {holds ? words.holds : `${words.violated}: ${words.offences(result.offences.length)}`}
        </span>
        <span className="nums w-16 text-right text-[0.8125rem] text-muted">{took}</span>
      </p>
      {!holds && (
        <details>
          <summary className="cursor-pointer text-[0.8125rem] text-accent-ink">
            {words.shown}
          </summary>
          <pre className="mt-2 max-h-72 overflow-auto rounded-lg bg-sunken p-3 text-[0.75rem]">
            {result.offences.map((row) => JSON.stringify(row)).join("\n")}
          </pre>
        </details>
      )}
    </div>
  );
}
