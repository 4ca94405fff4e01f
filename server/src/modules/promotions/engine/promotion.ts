import type { Uuid } from "../../../kernel/ids.ts";
import type { Rule } from "../shapes.ts";

/** A promotion as the engine needs it. Amounts in minor units. */
export interface Promotion {
  readonly id: Uuid;
  readonly rule: Rule;
  /** Lanes run from 1 to 9. */
  readonly lane: number;
  readonly priority: number;
  readonly combinable: boolean;
  /** Codes of markets; empty: all. */
  readonly markets: readonly string[];
  readonly startsAt: Date | null;
  /** It is over from this moment on. */
  readonly endsAt: Date | null;
  /** 1 = Monday; empty: every day. */
  readonly weekdays: readonly number[];
  /** Minutes of the shop's day; from after to: over midnight. */
  readonly fromMinute: number | null;
  readonly toMinute: number | null;
  readonly paused: boolean;
  /** How many uses are left; null: no limit. */
  readonly usesLeft: number | null;
  readonly maxPerPerson: number | null;
  /** Currency → what may still be given away; absent: no limit. */
  readonly budgetLeft: ReadonlyMap<string, bigint>;
}
