import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "./class-names.ts";
import { DateTime } from "./date-time.tsx";
import { toneLooks } from "./notice.tsx";
import type { Tone } from "./notice.tsx";

export interface TimelineItem {
  readonly id: string;
  readonly at: string;
  readonly icon: LucideIcon;
  readonly tone?: Tone;
  readonly title: ReactNode;
  readonly who: string;
  readonly body?: ReactNode;
}

/** What happened, newest first. */
export function Timeline({ items }: { readonly items: readonly TimelineItem[] }) {
  return (
    <ol className="grid">
      {items.map((item, index) => (
        <li key={item.id} className="relative grid grid-cols-[1.75rem_1fr] gap-2.5 pb-4 last:pb-0">
          {index < items.length - 1 && (
            <span aria-hidden className="absolute top-7 bottom-0 left-[0.84rem] w-px bg-line" />
          )}
          <span
            className={cx(
              "grid size-7 place-items-center rounded-full",
              toneLooks[item.tone ?? "neutral"],
            )}
          >
            <item.icon aria-hidden className="size-3.5" />
          </span>
          <div className="min-w-0 pt-1">
            <p className="break-words">{item.title}</p>
            {item.body != null && (
              <div className="mt-1 break-words whitespace-pre-wrap">{item.body}</div>
            )}
            <p className="text-[0.75rem] text-muted">
              <DateTime at={item.at} /> · {item.who}
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}
