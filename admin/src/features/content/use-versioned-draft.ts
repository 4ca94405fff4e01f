import { useDraft } from "../../ui/use-draft.ts";
import { same } from "../products/three-way-merge.ts";

export interface VersionedDraft<Value> {
  readonly value: Value;
  readonly dirty: boolean;
  readonly put: (part: Partial<Value>) => void;
  readonly drop: () => void;
  /** Goes on from the version that is saved now. */
  readonly catchUp: () => void;
}

/** What is typed on top of the version it began with; kept over a reload. */
export function useVersionedDraft<Value extends { readonly version: number }>(
  name: string,
  saved: Value,
): VersionedDraft<Value> {
  const [kept, keep, drop] = useDraft<Value | null>(name, null);
  const value = kept ?? saved;
  return {
    value,
    dirty: kept !== null && !same({ ...kept, version: saved.version }, saved),
    put: (part) => keep({ ...value, ...part }),
    drop,
    catchUp: () => keep({ ...value, version: saved.version }),
  };
}
