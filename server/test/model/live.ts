import { expect } from "vitest";
import type { Step, StepKind } from "./steps.ts";
import { takeStep } from "./take-step.ts";
import { followUp, type ModelShop, newWorld, toldByModel, toldByShop } from "./world.ts";

/** The day ends with a look at everything that was not heard of yet. */
const evening: Step = { kind: "sweep", a: 0, b: 0, units: 1, hasty: false };

/** Steps whose meaning depends on what followed from the ones before: on the work that was given out. */
const needsAllDone: readonly StepKind[] = ["pick", "ship all", "ship part", "sweep"];
/** What the model does at once and the shop by a job, which a hasty step would overtake. */
const finishesLater: readonly StepKind[] = ["release", "sweep"];

/**
 * Lives through a day in the model and in the shop, and compares them after each step but hasty ones. `taken` hears
 * of each step that had something to do and whether it was done, before the comparison.
 */
export async function live(
  place: ModelShop,
  history: readonly Step[],
  taken: (step: Step, done: boolean) => void | Promise<void>,
): Promise<void> {
  const world = await newWorld(place);
  for (const step of [...history, evening]) {
    if (needsAllDone.includes(step.kind)) await followUp(world);
    const verdict = await takeStep(world, step);
    const isHasty = step.hasty && !finishesLater.includes(step.kind);
    if (!isHasty) await followUp(world);
    if (verdict !== undefined) {
      expect([step, verdict.done]).toEqual([step, verdict.expected]);
      await taken(step, verdict.done);
    }
    if (isHasty) continue;
    expect([step, await toldByShop(world)]).toEqual([step, toldByModel(world)]);
  }
}
