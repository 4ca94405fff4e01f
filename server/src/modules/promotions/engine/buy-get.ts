import type { OpenLine } from "./action.ts";
import { byLine, cheapestFirst, type Run, runsOf, take } from "./units.ts";

export interface ChosenLine extends OpenLine {
  readonly buys: boolean;
  readonly gets: boolean;
}

/**
 * The units that are to be had for less, by line with what they are worth: the cheapest that leave
 * enough to be bought.
 *
 * Example: buy two, get one free, all mugs. Of mugs at 12, 12, 10, 9 and 8 there is one set of three, so
 * the one at 8 is free. With a sixth mug at 7 there are two sets, and those at 7 and 8 are free.
 */
export function buyGetDiscount(
  lines: readonly ChosenLine[],
  offer: {
    readonly buyQuantity: number;
    readonly getQuantity: number;
    readonly repeat: number | null;
  },
): Map<string, bigint> {
  const { buyQuantity, getQuantity, repeat } = offer;
  const count = (which: (line: ChosenLine) => boolean) =>
    lines.reduce((sum, each) => (which(each) ? sum + each.line.quantity : sum), 0);
  const onlyBuys = count(({ buys, gets }) => buys && !gets);
  const onlyGets = count(({ buys, gets }) => gets && !buys);
  const either = count(({ buys, gets }) => buys && gets);
  // Both kinds must be found without taking a unit twice.
  const sets = Math.min(
    Math.floor((onlyBuys + either) / buyQuantity),
    Math.floor((onlyGets + either) / getQuantity),
    Math.floor((onlyBuys + onlyGets + either) / (buyQuantity + getQuantity)),
    repeat ?? Number.POSITIVE_INFINITY,
  );
  const neededForBuying = Math.max(0, sets * buyQuantity - onlyBuys);
  return byLine(cheapest(lines, sets * getQuantity, either - neededForBuying));
}

/** The cheapest units of what can be got, of those that could be bought as well at most `fromEither`. */
function cheapest(lines: readonly ChosenLine[], units: number, fromEither: number): Run[] {
  const runs = (which: (line: ChosenLine) => boolean) =>
    lines
      .filter(which)
      .flatMap(({ line, leftMinor }) => runsOf(line.ref, leftMinor, line.quantity));
  const pure = runs(({ buys, gets }) => gets && !buys);
  const mixed = take(cheapestFirst(runs(({ buys, gets }) => gets && buys)), fromEither);
  return take(cheapestFirst([...pure, ...mixed]), units);
}
