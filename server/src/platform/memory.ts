/** What a process remembers of one database for a moment, so that settings cost no round trip. */
export interface Memory {
  readonly held: Map<string, { readonly value: Promise<unknown>; readonly until: number }>;
}

export function newMemory(): Memory {
  return { held: new Map() };
}

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
  const { held } = scope.memory;
  const found = held.get(key);
  if (found !== undefined && found.until > performance.now()) return found.value as Promise<T>;
  const value = load();
  held.set(key, { value, until: performance.now() + milliseconds });
  value.catch(() => held.delete(key));
  return value;
}

/** Forgets a value that this process has just changed. */
export function forget(scope: { readonly memory: Memory }, key: string): void {
  scope.memory.held.delete(key);
}
