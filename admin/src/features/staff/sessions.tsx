import { endMySession, listMySessions } from "@shopwright/server/contracts/identity";
import { useAction } from "../../api/use-action.ts";
import { useRead } from "../../api/use-read.ts";
import { sayError, useErrorText } from "../../locales/errors.ts";
import { useStaffText } from "../../locales/staff.ts";
import { Button } from "../../ui/button.tsx";
import { DateTime } from "../../ui/date-time.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Panel } from "../../ui/page.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { toast } from "../../ui/toast.tsx";

/** Where one is signed in; any but this one can be ended from here. */
export function Sessions() {
  const { profile: words } = useStaffText();
  const errors = useErrorText();
  const read = useRead(listMySessions, {});
  const end = useAction(endMySession, {
    changes: [listMySessions],
    onDone: () => toast(words.sessionEnded),
    onProblem: (error) => toast(sayError(errors, error), { tone: "bad" }),
  });
  return (
    <Panel title={words.sessions}>
      {read.isPending && <Skeleton className="h-16 w-full" />}
      {read.error && <ErrorState error={read.error} onRetry={() => void read.refetch()} />}
      <ul className="grid gap-3">
        {(read.data ?? []).map((session) => (
          <li key={session.id} className="flex flex-wrap items-center gap-2">
            <span className="min-w-0 flex-1">
              <span className="nums font-medium">{session.address}</span>{" "}
              {session.current && <StatusBadge tone="info">{words.thisSession}</StatusBadge>}
              <span className="block text-[0.8125rem] text-muted">
                {words.started} <DateTime at={session.startedAt} /> · {words.lastSeen}{" "}
                <DateTime at={session.lastSeenAt} />
              </span>
            </span>
            {!session.current && (
              <Button
                size="small"
                busy={end.isPending}
                onClick={() => end.mutate({ params: { id: session.id } })}
              >
                {words.endSession}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
