import { expect } from "vitest";
import type { Step } from "./steps.ts";
import { takeStep } from "./take-step.ts";
import { followUp, type ModelShop, newWorld, toldByModel, toldByShop } from "./world.ts";

/** The day ends with a look at everything that was not heard of yet. */
const evening: Step = { kind: "sweep", a: 0, b: 0, units: 1 };

/**
 * Lives through a day in the model and in the shop, and compares them after each step. `taken` hears
 * of each step that had something to do and whether it was done, before the comparison.
 */
export async function live(
  place: ModelShop,
  history: readonly Step[],
  taken: (step: Step, done: boolean) => void | Promise<void>,
): Promise<void> {
  const world = await newWorld(place);
  for (const step of [...history, evening]) {
    const verdict = await takeStep(world, step);
    await followUp(world);
    if (verdict !== undefined) {
      expect([step, verdict.done]).toEqual([step, verdict.expected]);
      await taken(step, verdict.done);
    }
    expect([step, await toldByShop(world)]).toEqual([step, toldByModel(world)]);
  }
}
