import { verdicts } from "@shopwright/server/contracts/exchange";
import type { ImportRowView, Verdict } from "@shopwright/server/contracts/exchange";
import { useExchangeText } from "../../locales/exchange.ts";
import type { Tone } from "../../ui/notice.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";

const tones: Readonly<Record<ImportRowView["state"], Tone>> = {
  mapping: "warn",
  reading: "info",
  checking: "info",
  checked: "warn",
  running: "info",
  done: "good",
  cancelled: "neutral",
  failed: "bad",
};

export const verdictTones: Readonly<Record<Verdict, Tone>> = {
  create: "good",
  change: "info",
  unchanged: "neutral",
  kept: "warn",
  refused: "bad",
};

export function ImportStateBadge({
  row,
}: {
  readonly row: Pick<ImportRowView, "state" | "progress">;
}) {
  const words = useExchangeText();
  const percent =
    row.state === "running" || row.state === "checking"
      ? ` ${Math.floor((row.progress ?? 0) * 100)} %`
      : "";
  return (
    <StatusBadge tone={tones[row.state]}>{`${words.states[row.state]}${percent}`}</StatusBadge>
  );
}

/** "New 12 · Refused 1" */
export function CountsLine({ counts }: { readonly counts: ImportRowView["counts"] }) {
  const words = useExchangeText();
  const parts = verdicts.flatMap((verdict) =>
    (counts[verdict] ?? 0) > 0 ? [`${words.verdicts[verdict]} ${counts[verdict]}`] : [],
  );
  return (
    <span className="nums whitespace-nowrap text-[0.8125rem] text-muted">{parts.join(" · ")}</span>
  );
}

/** How far it is; without an end in sight the bar only moves. */
export function ProgressBar({
  label,
  value,
}: {
  readonly label: string;
  readonly value: number | null;
}) {
  return (
    <progress
      aria-label={label}
      className="h-2 w-full accent-(--accent)"
      max={1}
      {...(value === null ? {} : { value })}
    />
  );
}
