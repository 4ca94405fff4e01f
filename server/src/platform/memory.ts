import type { Pending } from "./pending.ts";

/** What a process remembers of one database, so that settings and menus cost no round trip. */
export interface Memory {
  readonly held: Map<string, { readonly value: Promise<unknown>; readonly until: number }>;
  /** What is loaded anew by itself as soon as its tag is touched: nobody's request waits for it. */
  readonly standing: Map<string, () => Promise<unknown>>;
  /** When touched tags were last looked for (`performance.now()`); null while nobody looks. */
  lookedAt: number | null;
}

export function newMemory(): Memory {
  return { held: new Map(), standing: new Map(), lookedAt: null };
}

/** When the database could not be asked for this long, what was remembered may be wrong. */
export const blindLimit = 1_500;

/** How long a value is believed while nobody looks for touched tags: in commands and workers. */
const unwatchedFor = 1_000;

/**
 * The value under this key, loaded when it is older than `milliseconds`. Many askers at once share
 * one load; a failed load is forgotten at once.
 */
export function remember<T>(
  scope: { readonly memory: Memory },
  key: string,
  milliseconds: number,
  load: () => Promise<T>,
): Promise<T> {
  const found = scope.memory.held.get(key);
  if (found !== undefined && found.until > performance.now()) return found.value as Promise<T>;
  return hold(scope.memory, key, milliseconds, load);
}

/**
 * The value that is made of what this content tag stands for. It is kept until a transaction that
 * touched the tag commits, in this process or another. A transaction that has touched
 * it itself reads past the memory, and what it reads is not kept: it may yet roll back.
 */
export function rememberTagged<T>(
  scope: { readonly memory: Memory; readonly pending: Pending },
  tag: string,
  load: () => Promise<T>,
): Promise<T> {
  const { memory, pending } = scope;
  if (pending.tags.has(tag)) return load();
  const now = performance.now();
  const found = memory.held.get(tag);
  if (found !== undefined && (found.until > now || isWatched(memory, now)))
    return found.value as Promise<T>;
  return hold(memory, tag, unwatchedFor, load);
}

/** Loads the tag's value now, and again whenever the tag was touched, before anyone asks for it. */
export function keepReady<T>(memory: Memory, tag: string, load: () => Promise<T>): Promise<T> {
  memory.standing.set(tag, load);
  return hold(memory, tag, unwatchedFor, load);
}

/** Lets go of what was made of these tags. Called once the transaction that touched them has committed. */
export function forgetTags(memory: Memory, tags: Iterable<string>): void {
  for (const tag of tags) {
    if (!memory.held.delete(tag)) continue;
    const load = memory.standing.get(tag);
    // Should it fail, whoever asks next loads it.
    if (load !== undefined) hold(memory, tag, unwatchedFor, load).catch(() => undefined);
  }
}

function isWatched({ lookedAt }: Memory, now: number): boolean {
  return lookedAt !== null && now - lookedAt <= blindLimit;
}

function hold<T>(
  { held }: Memory,
  key: string,
  milliseconds: number,
  load: () => Promise<T>,
): Promise<T> {
  const value = load();
  const entry = { value, until: performance.now() + milliseconds };
  held.set(key, entry);
  value.catch(() => {
    if (held.get(key) === entry) held.delete(key);
  });
  return value;
}
