import { countOrders, orderNeeds } from "@shopwright/server/contracts/desk";
import type { OrderNeed } from "@shopwright/server/contracts/desk";
import { useRead } from "../../api/use-read.ts";
import { useDeskText } from "../../locales/desk.ts";
import { cx } from "../../ui/class-names.ts";
import { toneLooks } from "../../ui/notice.tsx";
import { needTones } from "../../ui/order-badges.tsx";

/** What needs somebody now, as counts; each is a filter of the list below. */
export function NeedsBar({
  chosen,
  onChoose,
}: {
  readonly chosen: string | undefined;
  readonly onChoose: (need: OrderNeed | undefined) => void;
}) {
  const words = useDeskText();
  const counts = useRead(countOrders, {}, { every: 30_000 });
  return (
    <section aria-label={words.needsTitle} className="-mx-3 overflow-x-auto px-3 sm:mx-0 sm:px-0">
      <ul className="grid auto-cols-[minmax(7.5rem,1fr)] grid-flow-col gap-2 lg:auto-cols-fr">
        {orderNeeds.map((need) => {
          const count = counts.data?.[need];
          const active = chosen === need;
          return (
            <li key={need}>
              <button
                type="button"
                aria-pressed={active}
                title={words.needsHint[need]}
                className={cx(
                  "panel grid h-full w-full content-start gap-0.5 px-3 py-2.5 text-left hover:border-line-strong",
                  active && "border-accent! ring-1 ring-accent",
                )}
                onClick={() => onChoose(active ? undefined : need)}
              >
                <span className="flex items-baseline justify-between">
                  <span className={cx("nums text-xl font-semibold", count === 0 && "text-muted")}>
                    {count === undefined ? "–" : count >= 1000 ? "999+" : count}
                  </span>
                  {(count ?? 0) > 0 && needTones[need] !== "neutral" && (
                    <span
                      aria-hidden
                      className={cx("size-2 rounded-full bg-current!", toneLooks[needTones[need]])}
                    />
                  )}
                </span>
                <span className="text-[0.8125rem] leading-tight text-muted">
                  {words.needs[need]}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
