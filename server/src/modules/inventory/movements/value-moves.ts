import { present } from "../../../kernel/assert.ts";
import type { Uuid } from "../../../kernel/ids.ts";
import { isWarehouse } from "../location.ts";
import { addGoods, averageValue, removeGoods, type Valuation, valueOut } from "../valuation.ts";
import type { Valuations } from "./valuations.ts";

export interface Move {
  readonly variantId: Uuid;
  readonly lot: string;
  readonly fromId: Uuid;
  readonly toId: Uuid;
  readonly quantity: number;
  /**
   * What the goods are worth in all, in the books' minor units, when they come into or leave the
   * warehouses. Absent: the average of what is held. Moves between warehouses carry no value.
   */
  readonly value?: bigint;
}

/** Values the moves one after another on what is held before, and says what is held after. */
export function valueMoves(
  before: Valuations,
  moves: readonly Move[],
): { readonly values: readonly bigint[]; readonly valuations: Valuations } {
  const valuations = new Map(before);
  const values = moves.map((move) => {
    const held = present(valuations.get(move.variantId), "a valuation, or none held");
    const [value, after] = valueMove(held, move);
    valuations.set(move.variantId, after);
    return value;
  });
  return { values, valuations };
}

function valueMove(held: Valuation, move: Move): [bigint, Valuation] {
  const quantity = BigInt(move.quantity);
  const comes = isWarehouse(move.toId);
  if (comes === isWarehouse(move.fromId)) return [0n, held];
  if (comes) {
    const value = move.value ?? averageValue(held, quantity);
    return [value, addGoods(held, quantity, value)];
  }
  const value = valueOut(held, quantity, move.value ?? null);
  return [value, removeGoods(held, quantity, value)];
}
