import { countJobs } from "@shopwright/server/contracts/operations";
import { useRead } from "../../api/use-read.ts";
import { useJobText } from "../../locales/jobs.ts";
import { cx } from "../../ui/class-names.ts";

/** How many jobs are in which state, and how long the oldest waits: is the worker keeping up? */
export function JobCounts() {
  const words = useJobText();
  const counts = useRead(countJobs, {}, { every: 5_000 }).data;
  const wait = counts?.oldestDueSeconds ?? 0;
  const numbers = [
    ["failed", counts?.failed],
    ["retrying", counts?.retrying],
    ["running", counts?.running],
    ["ready", counts?.ready],
    ["doneToday", counts?.doneToday],
    ["oldest", wait < 120 ? words.seconds(wait) : words.minutes(Math.round(wait / 60))],
  ] as const;
  return (
    <dl className="grid grid-cols-2 gap-2 sm:grid-cols-3 xl:grid-cols-6">
      {numbers.map(([name, value]) => (
        <div key={name} className="panel px-4 py-3">
          <dt className="text-[0.8125rem] text-muted">{words.counts[name]}</dt>
          <dd
            className={cx(
              "nums text-lg font-semibold",
              name === "failed" && value !== 0 && value !== undefined && "text-bad",
            )}
          >
            {value ?? "–"}
          </dd>
        </div>
      ))}
    </dl>
  );
}
