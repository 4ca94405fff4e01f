import { useState } from "react";
import { useBeginText } from "../../locales/begin.ts";
import { cx } from "../../ui/class-names.ts";
import { ErrorState } from "../../ui/error-state.tsx";
import { Page } from "../../ui/page.tsx";
import { PageSkeleton } from "../../ui/skeleton.tsx";
import { BeginDone } from "./begin-done.tsx";
import { beginSteps, nextStep, useSetUp } from "./set-up-state.ts";
import type { BeginStep } from "./set-up-state.ts";
import { MarketStep } from "./market-step.tsx";
import { ShopStep } from "./shop-step.tsx";
import { WarehouseStep } from "./warehouse-step.tsx";

/** A new shop's first questions. Each answer is saved as it is given, so one can go on later, or elsewhere. */
export default function BeginPage() {
  const words = useBeginText();
  const { state, error, shop, markets } = useSetUp();
  const [back, setBack] = useState<BeginStep | null>(null);
  if (error) return <ErrorState error={error} />;
  if (state === undefined || shop === undefined) return <PageSkeleton />;
  const next = nextStep(state);
  const step = next === null ? null : (back ?? next);
  const onDone = (): void => setBack(null);
  return (
    <Page title={words.title} narrow>
      <Steps now={step} done={(each) => state[each]} onChoose={setBack} />
      {step === "shop" && <ShopStep saved={shop} onDone={onDone} />}
      {step === "markets" && markets && (
        <MarketStep shop={shop.value} markets={markets} onDone={onDone} />
      )}
      {step === "warehouse" && <WarehouseStep shop={shop.value} />}
      {step === null && <BeginDone shop={shop.value} />}
    </Page>
  );
}

/** Where one is. What was answered before can be looked at again. */
function Steps({
  now,
  done,
  onChoose,
}: {
  readonly now: BeginStep | null;
  readonly done: (step: BeginStep) => boolean;
  readonly onChoose: (step: BeginStep) => void;
}) {
  const words = useBeginText();
  return (
    <ol className="flex flex-wrap gap-x-2 gap-y-1">
      {beginSteps.map((step, index) => (
        <li key={step} aria-current={step === now ? "step" : undefined}>
          <button
            type="button"
            disabled={now === null || step === now || !done(step)}
            className={cx(
              "flex min-h-9 items-center gap-2 rounded-lg px-2",
              step === now ? "font-semibold text-accent-ink" : "text-muted",
              now !== null && step !== now && done(step) && "hover:bg-sunken",
            )}
            onClick={() => onChoose(step)}
          >
            <span
              className={cx(
                "nums grid size-6 place-items-center rounded-full text-[0.8125rem]",
                step === now || done(step) ? "bg-accent text-on-accent" : "bg-sunken",
              )}
            >
              {index + 1}
            </span>
            <span className={cx(step !== now && "max-sm:sr-only")}>{words.steps[step]}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}
