type Json = unknown;
type Fields = Readonly<Record<string, Json>>;

export interface Merge<T> {
  readonly merged: T;
  /** Paths that only the other side changed: theirs is taken. */
  readonly taken: readonly string[];
  /** Paths that both sides changed to different values: mine is kept. */
  readonly kept: readonly string[];
}

/**
 * Joins two changes of the same thing. Objects are joined field by field; everything else,
 * lists included, is one value. Where both changed the same value, `mine` wins and is named.
 */
export function mergeThreeWay<T>(base: T, mine: T, theirs: T): Merge<T> {
  const taken: string[] = [];
  const kept: string[] = [];
  const merged = join(base, mine, theirs, []);
  return { merged: merged as T, taken, kept };

  function join(was: Json, own: Json, other: Json, path: readonly string[]): Json {
    if (same(own, other)) return own;
    if (same(was, other)) return own;
    if (same(was, own)) {
      taken.push(path.join("."));
      return other;
    }
    if (isFields(own) && isFields(other)) {
      return joinFields(isFields(was) ? was : {}, own, other, path);
    }
    kept.push(path.join("."));
    return own;
  }

  function joinFields(was: Fields, own: Fields, other: Fields, path: readonly string[]): Fields {
    const names = new Set([...Object.keys(own), ...Object.keys(other)]);
    const joined = [...names].map((name) => {
      const value = join(was[name], own[name], other[name], [...path, name]);
      return [name, value] as const;
    });
    return Object.fromEntries(joined.filter(([, value]) => value !== undefined));
  }
}

export function same(a: Json, b: Json): boolean {
  if (Object.is(a, b)) return true;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((each, at) => same(each, b[at]));
  }
  if (!isFields(a) || !isFields(b)) return false;
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => same(a[name], b[name]));
}

function isFields(value: Json): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
