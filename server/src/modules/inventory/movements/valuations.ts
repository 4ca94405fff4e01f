import type { Uuid } from "../../../kernel/ids.ts";
import type { Context } from "../../../platform/context.ts";
import { sql } from "../../../platform/sql.ts";
import { nothingHeld, type Valuation } from "../valuation.ts";

export type Valuations = ReadonlyMap<Uuid, Valuation>;

/**
 * What is held of each variant, nothing where there is no row yet. The caller holds the variants'
 * stock rows, through which every change of a valuation goes.
 */
export async function readValuations(
  ctx: Context,
  variantIds: readonly Uuid[],
): Promise<Valuations> {
  const rows = await ctx.db.all<{ variant_id: Uuid; quantity: bigint; value_minor: bigint }>(sql`
    select variant_id, quantity, value_minor from inventory.valuation
    where variant_id = any(${[...new Set(variantIds)]}::uuid[])`);
  const held = new Map<Uuid, Valuation>(variantIds.map((variantId) => [variantId, nothingHeld]));
  for (const { variant_id, quantity, value_minor } of rows) {
    held.set(variant_id, { quantity, value: value_minor });
  }
  return held;
}
