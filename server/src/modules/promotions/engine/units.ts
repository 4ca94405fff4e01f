import { splitByLargestRemainder } from "../../../kernel/rounding.ts";

/** Units of one line that cost the same. */
export interface Run {
  readonly ref: string;
  readonly unitMinor: bigint;
  readonly count: number;
}

/**
 * A line's units with what is left of each. What does not divide evenly makes two runs a cent
 * apart: 10.00 over three units are one of 3.34 and two of 3.33.
 */
export function runsOf(ref: string, leftMinor: bigint, quantity: number): Run[] {
  const each = leftMinor / BigInt(quantity);
  const dearer = Number(leftMinor % BigInt(quantity));
  return [
    { ref, unitMinor: each + 1n, count: dearer },
    { ref, unitMinor: each, count: quantity - dearer },
  ].filter(({ count }) => count > 0);
}

/** The dearest first; at the same price by ref, so that the order of lines does not matter. */
export function dearestFirst(runs: readonly Run[]): Run[] {
  return runs.toSorted((a, b) => compare(b.unitMinor, a.unitMinor) || compare(a.ref, b.ref));
}

export function cheapestFirst(runs: readonly Run[]): Run[] {
  return runs.toSorted((a, b) => compare(a.unitMinor, b.unitMinor) || compare(a.ref, b.ref));
}

/** The first so many units of the runs. */
export function take(runs: readonly Run[], units: number): Run[] {
  const taken: Run[] = [];
  let left = units;
  for (const run of runs) {
    if (left === 0) break;
    const count = Math.min(left, run.count);
    taken.push({ ...run, count });
    left -= count;
  }
  return taken;
}

export function worth(runs: readonly Run[]): bigint {
  return runs.reduce((sum, { unitMinor, count }) => sum + unitMinor * BigInt(count), 0n);
}

/**
 * Divides an amount over lines in proportion to what each has to give. No part is more than its
 * weight as long as the amount is no more than all weights together; parts of nothing are left out. The
 * weights come in the order of refs, so that cents left over do not depend on the order of lines.
 */
export function spread(amount: bigint, weights: ReadonlyMap<string, bigint>): Map<string, bigint> {
  const entries = [...weights].filter(([, weight]) => weight > 0n);
  if (entries.length === 0 || amount === 0n) return new Map();
  const parts = splitByLargestRemainder(
    amount,
    entries.map(([, weight]) => weight),
  );
  return new Map(
    entries.flatMap(([ref], at) => {
      const part = parts[at] ?? 0n;
      return part === 0n ? [] : [[ref, part] as const];
    }),
  );
}

/** What runs are worth by line, in the order of refs. */
export function byLine(runs: readonly Run[]): Map<string, bigint> {
  const refs = runs.map(({ ref }) => ref).sort(compare);
  const sums = new Map(refs.map((ref) => [ref, 0n]));
  for (const { ref, unitMinor, count } of runs) {
    sums.set(ref, (sums.get(ref) ?? 0n) + unitMinor * BigInt(count));
  }
  return sums;
}

export function compare<T extends bigint | string | number>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
