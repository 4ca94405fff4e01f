import type { previewStatement } from "@shopwright/server/contracts/payments";
import type { ReplyOf } from "@shopwright/server/kernel/endpoint";
import { useBookText } from "../../locales/books.ts";
import { Day } from "../../ui/date-time.tsx";
import { Money } from "../../ui/money.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";

const tones = { matched: "good", unmatched: "warn", ignored: "neutral" } as const;

/** Each line of a statement with what would become of it, then the rows that cannot be read. */
export function StatementPreview({
  preview,
}: {
  readonly preview: ReplyOf<typeof previewStatement>;
}) {
  const { bank: words } = useBookText();
  return (
    <>
      <ol
        aria-label={words.preview}
        className="max-h-80 overflow-y-auto rounded-lg border border-line"
      >
        {preview.lines.map((line) => (
          <li
            key={line.row}
            className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-3 py-2 last:border-0"
          >
            <Day day={line.bookedOn} />
            <span className="min-w-0 flex-1 basis-48 truncate">
              {[line.payer, line.reference].filter((part) => part !== "").join(" · ")}
            </span>
            <Money amount={line.amount} />
            <span className="flex basis-full flex-wrap items-center gap-2 text-[0.8125rem] text-muted">
              {line.known ? (
                <StatusBadge>{words.known}</StatusBadge>
              ) : (
                <StatusBadge tone={tones[line.state]}>{words.states[line.state]}</StatusBadge>
              )}
              {line.order && <span className="nums">{line.order.number}</span>}
              {line.problem !== null && words.problems[line.problem]}
            </span>
          </li>
        ))}
      </ol>
      {preview.badRows.length > 0 && (
        <section className="grid gap-1">
          <h3 className="font-medium">{words.badRows}</h3>
          <ul className="grid max-h-40 gap-1 overflow-y-auto text-[0.8125rem]">
            {preview.badRows.map((bad) => (
              <li key={bad.row}>
                <span className="nums font-medium">{words.row(bad.row)}</span>
                {`: ${bad.problem} `}
                <code className="break-all text-muted">{bad.text}</code>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
