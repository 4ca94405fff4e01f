/** A run of words that both texts have, or that only one has. */
export interface Run {
  readonly kind: "same" | "gone" | "new";
  readonly text: string;
}

/** Longer middles are told as one replacement; a table of all pairs of words would be too large. */
const longest = 500;

/** Two texts word by word: what both have, what went and what came, in the order of reading. */
export function wordDiff(before: string, after: string): Run[] {
  const was = before.split(/(\s+)/);
  const is = after.split(/(\s+)/);
  let head = 0;
  while (head < was.length && head < is.length && was[head] === is[head]) head += 1;
  let tail = 0;
  const room = Math.min(was.length, is.length) - head;
  while (tail < room && was.at(-1 - tail) === is.at(-1 - tail)) tail += 1;
  const middle = diffWords(was.slice(head, was.length - tail), is.slice(head, is.length - tail));
  return joined([
    ...was.slice(0, head).map((text) => ({ kind: "same" as const, text })),
    ...middle,
    ...was.slice(was.length - tail).map((text) => ({ kind: "same" as const, text })),
  ]);
}

function diffWords(was: readonly string[], is: readonly string[]): Run[] {
  if (was.length > longest || is.length > longest) {
    return [
      { kind: "gone", text: was.join("") },
      { kind: "new", text: is.join("") },
    ];
  }
  const common = commonLengths(was, is);
  const at = (i: number, j: number): number => common[i]?.[j] ?? 0;
  const runs: Run[] = [];
  let i = 0;
  let j = 0;
  while (i < was.length || j < is.length) {
    const gone = was[i];
    const come = is[j];
    if (gone !== undefined && gone === come) {
      runs.push({ kind: "same", text: gone });
      i += 1;
      j += 1;
    } else if (come === undefined || (gone !== undefined && at(i + 1, j) >= at(i, j + 1))) {
      runs.push({ kind: "gone", text: gone ?? "" });
      i += 1;
    } else {
      runs.push({ kind: "new", text: come });
      j += 1;
    }
  }
  return runs;
}

/** For each pair of places, how many words the rests have in common, in order. */
function commonLengths(was: readonly string[], is: readonly string[]): number[][] {
  const table = Array.from({ length: was.length + 1 }, () =>
    Array.from({ length: is.length + 1 }, () => 0),
  );
  for (let i = was.length - 1; i >= 0; i -= 1) {
    const row = table[i] ?? [];
    const below = table[i + 1] ?? [];
    for (let j = is.length - 1; j >= 0; j -= 1) {
      row[j] =
        was[i] === is[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return table;
}

function joined(runs: readonly Run[]): Run[] {
  const all: Run[] = [];
  for (const run of runs) {
    const last = all.at(-1);
    if (run.text === "") continue;
    if (last?.kind === run.kind) all.splice(-1, 1, { ...last, text: last.text + run.text });
    else all.push(run);
  }
  return all;
}
