import type { Discount } from "./action.ts";
import { byLine, dearestFirst, type Run, worth } from "./units.ts";

/**
 * So many units for one price, the dearest first, as often as it saves something.
 *
 * Example: three shirts for 50.00. Of shirts at 25, 20, 15, 15 and 10 the first three make a set: 60
 * for 50 saves 10, which the three lines share in proportion to 25, 20 and 15: 4.17, 3.33 and 2.50.
 * The other two make no set and keep their price.
 */
export function setDiscount(
  runs: readonly Run[],
  set: { readonly quantity: number; readonly price: bigint; readonly repeat: number | null },
): Discount {
  const taken: Run[] = [];
  let saved = 0n;
  let sets = 0;
  let open: Run[] = [];
  let units = 0;
  const most = set.repeat ?? Number.POSITIVE_INFINITY;
  for (const run of dearestFirst(runs)) {
    let left = run.count;
    while (left > 0 && sets < most) {
      // Whole sets of one run at once; otherwise as many as the open set lacks.
      const whole = units === 0 ? Math.min(Math.floor(left / set.quantity), most - sets) : 0;
      const count = whole > 0 ? whole * set.quantity : Math.min(left, set.quantity - units);
      open.push({ ...run, count });
      units += count;
      left -= count;
      if (units < set.quantity) continue;
      const times = whole > 0 ? whole : 1;
      const gain = worth(open) - set.price * BigInt(times);
      // What follows is cheaper still.
      if (gain <= 0n) return { amount: saved, weights: byLine(taken) };
      saved += gain;
      sets += times;
      taken.push(...open);
      open = [];
      units = 0;
    }
  }
  return { amount: saved, weights: byLine(taken) };
}
