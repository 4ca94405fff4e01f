import { Undo2 } from "lucide-react";
import { useState } from "react";
import {
  listEntries,
  readAccountSheet,
  readTrialBalance,
  reverseEntry,
} from "@shopwright/server/contracts/ledger";
import type { ReplyOf } from "@shopwright/server/kernel/endpoint";
import { useAction } from "../../api/use-action.ts";
import { usePermission } from "../../app/session.tsx";
import { useBookText } from "../../locales/books.ts";
import { Button } from "../../ui/button.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { Day } from "../../ui/date-time.tsx";
import { Link } from "../../ui/link.tsx";
import { Money } from "../../ui/money.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";

export type Entry = ReplyOf<typeof listEntries>["items"][number];

/** One journal entry: what caused it, and its debits and credits. */
export function JournalEntry({ entry }: { readonly entry: Entry }) {
  const words = useBookText();
  const mayWrite = usePermission("books:write");
  const [reversing, setReversing] = useState(false);
  const byHand = entry.causeType === "manual" && entry.reversedById === null;
  return (
    <article className="grid gap-2 md:grid-cols-[minmax(14rem,1fr)_2fr] md:gap-6">
      <div className="grid content-start gap-1">
        <p className="flex flex-wrap items-center gap-2 text-[0.8125rem] text-muted">
          <Day day={entry.date} />
          {entry.orderId !== null && <Link to={`/orders/${entry.orderId}`}>{words.order}</Link>}
          {entry.reversedById !== null && <StatusBadge>{words.reversed}</StatusBadge>}
          {entry.reversesId !== null && <StatusBadge tone="info">{words.reversal}</StatusBadge>}
        </p>
        <p className="font-medium break-words">{entry.description}</p>
        {mayWrite && byHand && (
          <div>
            <Button size="small" variant="ghost" icon={Undo2} onClick={() => setReversing(true)}>
              {words.reverse}
            </Button>
          </div>
        )}
      </div>
      <table className="w-full">
        <thead className="sr-only">
          <tr>
            <th>{words.columns.account}</th>
            <th>{words.columns.debit}</th>
            <th>{words.columns.credit}</th>
          </tr>
        </thead>
        <tbody>
          {entry.postings.map(({ account, debit, credit }) => {
            const amount = debit ?? credit;
            return (
              <tr key={`${account.code} ${amount?.currency} ${amount?.minor} ${debit === null}`}>
                <td className="py-0.5 pr-3">
                  <Link
                    to={`/accounts/${account.code}/${amount?.currency ?? "EUR"}`}
                    plain
                    className="hover:underline"
                  >
                    <span className="nums text-muted">{account.code}</span> {account.name}
                  </Link>
                </td>
                <td className="w-28 py-0.5 text-right">{debit && <Money amount={debit} />}</td>
                <td className="w-28 py-0.5 text-right">{credit && <Money amount={credit} />}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {reversing && <ReverseEntryDialog entry={entry} onClose={() => setReversing(false)} />}
    </article>
  );
}

function ReverseEntryDialog({
  entry,
  onClose,
}: {
  readonly entry: Entry;
  readonly onClose: () => void;
}) {
  const words = useBookText();
  const [reason, setReason] = useState("");
  const reverse = useAction(reverseEntry, {
    changes: [listEntries, readTrialBalance, readAccountSheet],
    onDone: () => {
      onClose();
      toast(words.entryReversed, { tone: "good" });
    },
  });
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={words.reverseTitle}
      description={words.reverseHint}
      confirm={words.reverse}
      danger
      ready={reason.trim() !== ""}
      busy={reverse.isPending}
      error={reverse.error}
      effects={entry.postings.flatMap(({ account, debit, credit }) => {
        const amount = debit ?? credit;
        if (amount === null) return [];
        const side = debit === null ? words.columns.debit : words.columns.credit;
        return [
          {
            label: `${account.code} ${account.name}`,
            value: (
              <span>
                {side} <Money amount={amount} />
              </span>
            ),
          },
        ];
      })}
      onConfirm={() => reverse.mutate({ params: { entryId: entry.id }, body: { reason } })}
    >
      <TextField
        label={words.reason}
        name="reason"
        maxLength={300}
        value={reason}
        onChange={setReason}
      />
    </ConfirmDialog>
  );
}
