import { useCallback, useState } from "react";

const prefix = "shopwright.draft.";

/**
 * State that survives a reload of the tab: what was typed is there again. `name` says whose draft
 * it is ("note order_01…"); `drop` forgets it once it is sent.
 */
export function useDraft<Value>(
  name: string,
  initial: Value,
): readonly [Value, (value: Value) => void, () => void] {
  const [first] = useState(initial);
  const [value, setValue] = useState<Value>(() => readDraft<Value>(name) ?? initial);
  const put = useCallback(
    (next: Value) => {
      setValue(next);
      keepDraft(name, next);
    },
    [name],
  );
  const drop = useCallback(() => {
    setValue(first);
    forgetDraft(name);
  }, [name, first]);
  return [value, put, drop];
}

function readDraft<Value>(name: string): Value | null {
  try {
    const kept = sessionStorage.getItem(prefix + name);
    return kept === null ? null : (JSON.parse(kept) as Value);
  } catch {
    // Unreadable or not allowed: begin with an empty field.
    return null;
  }
}

function keepDraft(name: string, value: unknown): void {
  try {
    sessionStorage.setItem(prefix + name, JSON.stringify(value));
  } catch {
    // The draft lives on in memory; only a reload would lose it.
  }
}

function forgetDraft(name: string): void {
  try {
    sessionStorage.removeItem(prefix + name);
  } catch {
    // Nothing was kept where nothing may be kept.
  }
}
