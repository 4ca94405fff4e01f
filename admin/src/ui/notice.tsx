import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "./class-names.ts";

export type Tone = "neutral" | "good" | "warn" | "bad" | "info";

/** Text on its soft ground, per tone; each pair reads at 4.5:1 or better in both themes. */
export const toneLooks: Readonly<Record<Tone, string>> = {
  neutral: "bg-sunken text-ink",
  good: "bg-good-soft text-good",
  warn: "bg-warn-soft text-warn",
  bad: "bg-bad-soft text-bad",
  info: "bg-info-soft text-info",
};

const icons = {
  neutral: Info,
  good: CircleCheck,
  warn: TriangleAlert,
  bad: CircleAlert,
  info: Info,
};

/** A remark inside a page. `alert` has screen readers say it at once. */
export function Notice({
  tone = "info",
  alert = false,
  action,
  children,
}: {
  readonly tone?: Tone;
  readonly alert?: boolean;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}) {
  const Icon = icons[tone];
  return (
    <div
      role={alert ? "alert" : undefined}
      className={cx("flex items-start gap-2 rounded-lg px-3 py-2.5", toneLooks[tone])}
    >
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="min-w-0 flex-1 break-words">{children}</div>
      {action}
    </div>
  );
}
