import type { Uuid } from "../../kernel/ids.ts";
import type { Context } from "../../platform/context.ts";
import { sql } from "../../platform/sql.ts";
import type { AttributeValues } from "./attribute.ts";
import { caughtUp, changesSince, type KeptChange } from "./follow-type.ts";

export interface HeldAttributes {
  readonly typeId: Uuid | null;
  readonly product: AttributeValues;
  readonly variants: Readonly<Record<Uuid, AttributeValues>>;
}

/** The types and values of these products, as their types' schemas are now. One round trip. */
export async function readAttributes(
  ctx: Context,
  productIds: readonly Uuid[],
): Promise<Map<Uuid, HeldAttributes>> {
  const rows = await ctx.db.all<{
    id: Uuid;
    type_id: Uuid | null;
    attributes: AttributeValues;
    variants: Readonly<Record<Uuid, AttributeValues>>;
    behind: readonly KeptChange[];
  }>(sql`
    select p.id, p.type_id, p.attributes, ${changesSince()} as behind,
           (select coalesce(jsonb_object_agg(v.id, v.attributes), '{}')
            from catalog.variant v where v.product_id = p.id) as variants
    from catalog.product p where p.id = any(${productIds}::uuid[])`);
  return new Map(
    rows.map(({ id, type_id: type, attributes, variants, behind }) => [
      id,
      { typeId: type, ...caughtUp({ product: attributes, variants }, behind) },
    ]),
  );
}
