import { RotateCcw, Trash2 } from "lucide-react";
import { useState } from "react";
import {
  countJobs,
  dropJob,
  listJobs,
  readJob,
  retryJob,
} from "@shopwright/server/contracts/operations";
import { useAction } from "../../api/use-action.ts";
import { useRead } from "../../api/use-read.ts";
import { usePermission } from "../../app/session.tsx";
import { sayError, useErrorText } from "../../locales/errors.ts";
import { useJobText } from "../../locales/jobs.ts";
import { Button } from "../../ui/button.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { DateTime } from "../../ui/date-time.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Facts } from "../../ui/page.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { toast } from "../../ui/toast.tsx";

const block =
  "max-h-64 overflow-auto rounded-lg bg-sunken p-3 text-[0.75rem] whitespace-pre-wrap break-words";

/** One job with its whole failure, and what can be done about it. */
export function JobDialog({
  jobId,
  onClose,
}: {
  readonly jobId: string;
  readonly onClose: () => void;
}) {
  const words = useJobText();
  const errors = useErrorText();
  const mayWrite = usePermission("jobs:write");
  const [dropping, setDropping] = useState(false);
  const read = useRead(readJob, { params: { jobId } });
  const changes = [listJobs, countJobs, readJob];
  const retry = useAction(retryJob, {
    changes,
    onDone: () => {
      toast(words.retried, { tone: "good" });
      onClose();
    },
    onProblem: (error) => toast(sayError(errors, error), { tone: "bad" }),
  });
  const drop = useAction(dropJob, {
    changes,
    onDone: () => {
      toast(words.dropped);
      onClose();
    },
  });
  const job = read.data;
  const stuck = job?.state === "failed" || job?.state === "retrying";
  return (
    <Dialog open width="wide" onOpenChange={(open) => !open && onClose()} title={job?.name ?? "…"}>
      {read.error && <ErrorState error={read.error} onRetry={() => void read.refetch()} />}
      {read.isPending && <Skeleton className="h-40 w-full" />}
      {job && (
        <div className="grid gap-4">
          <Facts
            facts={[
              [words.columns.state, words.states[job.state]],
              [words.columns.attempts, words.attempts(job.attempts, job.maxAttempts)],
              [words.created, <DateTime key="created" at={job.createdAt} />],
              [words.due, <DateTime key="due" at={job.runAt} />],
            ]}
          />
          {job.failure !== null && (
            <section className="grid gap-1">
              <h3 className="font-medium">{words.failure}</h3>
              <pre className={block}>{job.failure}</pre>
            </section>
          )}
          <section className="grid gap-1">
            <h3 className="font-medium">{words.payload}</h3>
            <pre className={block}>{JSON.stringify(job.payload, null, 2)}</pre>
          </section>
          {mayWrite && stuck && (
            <div className="flex flex-wrap justify-end gap-2">
              {job.state === "failed" && (
                <Button variant="ghost" icon={Trash2} onClick={() => setDropping(true)}>
                  {words.drop}
                </Button>
              )}
              <Button
                variant="primary"
                icon={RotateCcw}
                busy={retry.isPending}
                onClick={() => retry.mutate({ params: { jobId } })}
              >
                {words.retry}
              </Button>
            </div>
          )}
          <ConfirmDialog
            open={dropping}
            onOpenChange={setDropping}
            title={words.dropTitle(job.name)}
            description={words.dropHint}
            danger
            confirm={words.drop}
            busy={drop.isPending}
            error={drop.error}
            onConfirm={() => drop.mutate({ params: { jobId } })}
          />
        </div>
      )}
    </Dialog>
  );
}
