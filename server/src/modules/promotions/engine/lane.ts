import type { Uuid } from "../../../kernel/ids.ts";
import { compare } from "./units.ts";

/** A promotion that could apply in a lane, with what it would take off and from where. */
export interface Candidate {
  readonly id: Uuid;
  readonly priority: number;
  readonly amountMinor: bigint;
  /** Names of what it takes something off, sorted: lines, the delivery, the gift. */
  readonly parts: readonly string[];
  /** What it takes off each. Asked only of those that no other one outdoes on the same parts. */
  readonly split: () => ReadonlyMap<string, bigint>;
}

/** How many choices are tried at most: enough for any lane that people could make sense of. */
const mostSteps = 1_000;

/**
 * Chooses what applies in one lane: nothing is discounted twice, and of all ways to choose, the one that
 * takes off most. Where two promotions take the same off the same lines, priority decides.
 *
 * Branch and bound. The bound on what is still to be had is, for each part that is free, the most that any
 * candidate takes off it; so the common case, in which each line has its own best offer, ends at once.
 */
export function chooseInLane<C extends Candidate>(candidates: readonly C[]): C[] {
  const best = withoutTwins(candidates).toSorted(byWorth);
  return components(best).flatMap((group) => chooseExactly(group));
}

export function byWorth(a: Candidate, b: Candidate): number {
  return compare(b.amountMinor, a.amountMinor) || b.priority - a.priority || compare(a.id, b.id);
}

/** Of candidates that concern the very same parts only the best can ever be chosen. */
function withoutTwins<C extends Candidate>(candidates: readonly C[]): C[] {
  const best = new Map<string, C>();
  // Many share one list of parts, which is then named once.
  const names = new Map<readonly string[], string>();
  for (const each of candidates) {
    const key = names.get(each.parts) ?? each.parts.join();
    names.set(each.parts, key);
    const known = best.get(key);
    if (known === undefined || byWorth(each, known) < 0) best.set(key, each);
  }
  return [...best.values()];
}

/** Groups that have no part in common, so that each can be chosen from by itself. */
function components<C extends Candidate>(candidates: readonly C[]): C[][] {
  const leaderOf = new Map<string, string>();
  const find = (part: string): string => {
    const leader = leaderOf.get(part) ?? part;
    if (leader === part) return part;
    const first = find(leader);
    leaderOf.set(part, first);
    return first;
  };
  for (const { parts } of candidates) {
    const [first = "", ...rest] = parts;
    for (const part of rest) leaderOf.set(find(part), find(first));
  }
  return [...Map.groupBy(candidates, ({ parts }) => find(parts[0] ?? "")).values()];
}

function chooseExactly<C extends Candidate>(sorted: readonly C[]): C[] {
  const [only] = sorted;
  if (sorted.length === 1 && only !== undefined) return [only];
  const most = new Map<string, bigint>();
  for (const each of sorted) {
    for (const [part, amount] of each.split()) {
      if (amount > (most.get(part) ?? 0n)) most.set(part, amount);
    }
  }
  const bits = new Map(
    [...new Set(sorted.flatMap(({ parts }) => parts))].map((part, at) => [part, at]),
  );
  const options = sorted.map((each) => ({
    each,
    mask: maskOf(each.parts.map((part) => bits.get(part) ?? 0)),
    room: each.parts.reduce((sum, part) => sum + (most.get(part) ?? 0n), 0n),
  }));
  const whole = [...most.values()].reduce((sum, amount) => sum + amount, 0n);
  const search: Search<C> = { options, best: [], bestMinor: 0n, steps: 0 };
  descend(search, 0, { chosen: [], taken: [], sum: 0n, room: whole });
  return [...search.best];
}

interface Search<C> {
  readonly options: readonly {
    readonly each: C;
    readonly mask: readonly number[];
    /** The most that any candidate takes off the same parts. */
    readonly room: bigint;
  }[];
  best: readonly C[];
  bestMinor: bigint;
  steps: number;
}

interface Branch<C> {
  readonly chosen: readonly C[];
  readonly taken: readonly number[];
  readonly sum: bigint;
  /** The most that the free parts could still give. */
  readonly room: bigint;
}

function descend<C extends Candidate>(search: Search<C>, from: number, branch: Branch<C>): void {
  if (branch.sum > search.bestMinor) {
    search.best = branch.chosen;
    search.bestMinor = branch.sum;
  }
  for (let at = from; at < search.options.length; at += 1) {
    if (branch.sum + branch.room <= search.bestMinor || search.steps >= mostSteps) return;
    const option = search.options[at];
    if (option === undefined || shares(option.mask, branch.taken)) continue;
    search.steps += 1;
    descend(search, at + 1, {
      chosen: [...branch.chosen, option.each],
      taken: joined(option.mask, branch.taken),
      sum: branch.sum + option.each.amountMinor,
      room: branch.room - option.room,
    });
  }
}

/** A set of small numbers as words of thirty bits: compared in a few steps, which is what takes the time here. */
function maskOf(numbers: readonly number[]): number[] {
  const words: number[] = [];
  for (const each of numbers) {
    const at = Math.floor(each / 30);
    while (words.length <= at) words.push(0);
    words[at] = (words[at] ?? 0) | (1 << (each % 30));
  }
  return words;
}

function shares(a: readonly number[], b: readonly number[]): boolean {
  return a.some((word, at) => (word & (b[at] ?? 0)) !== 0);
}

function joined(a: readonly number[], b: readonly number[]): number[] {
  const longer = a.length > b.length ? a : b;
  return longer.map((_, at) => (a[at] ?? 0) | (b[at] ?? 0));
}
