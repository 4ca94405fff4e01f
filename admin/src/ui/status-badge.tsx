import type { ReactNode } from "react";
import { cx } from "./class-names.ts";
import { toneLooks } from "./notice.tsx";
import type { Tone } from "./notice.tsx";

/** A state in a word; its tone only repeats what the word says. */
export function StatusBadge({
  tone = "neutral",
  children,
}: {
  readonly tone?: Tone;
  readonly children: ReactNode;
}) {
  return (
    <span
      className={cx(
        "inline-flex items-center rounded-full px-2 py-0.5 text-[0.75rem] leading-4 font-medium whitespace-nowrap",
        toneLooks[tone],
      )}
    >
      {children}
    </span>
  );
}
