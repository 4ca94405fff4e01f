import { notFound, refuse } from "../../kernel/errors.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { typeId } from "../../kernel/type-id.ts";
import type { Context } from "../../platform/context.ts";
import { sql } from "../../platform/sql.ts";

/** Refuses `notFound`, naming them, when some of these variants do not exist. */
export async function requireVariants(ctx: Context, variantIds: readonly Uuid[]): Promise<void> {
  const missing = await ctx.db.all<{ variant_id: Uuid }>(sql`
    select asked.variant_id from unnest(${variantIds}::uuid[]) as asked (variant_id)
    where not exists (select from inventory.item i where i.variant_id = asked.variant_id)`);
  if (missing.length === 0) return;
  refuse(notFound, { variantIds: missing.map(({ variant_id }) => typeId("variant", variant_id)) });
}
