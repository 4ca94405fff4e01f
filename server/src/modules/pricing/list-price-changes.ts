import type { z } from "zod";
import { asCurrency } from "../../kernel/currency.ts";
import type { InputOf } from "../../kernel/endpoint.ts";
import { notFound, refuse } from "../../kernel/errors.ts";
import { isUuid, type Uuid } from "../../kernel/ids.ts";
import { toWire } from "../../kernel/money.ts";
import { typeId } from "../../kernel/type-id.ts";
import type { Context } from "../../platform/context.ts";
import { sql } from "../../platform/sql.ts";
import type { listPriceChanges as contract } from "./contract.ts";

interface ChangeRow {
  readonly id: Uuid;
  readonly currency: string;
  readonly amount_minor: bigint | null;
  readonly changed_at: Date;
  readonly changed_by: string;
}

/** Newest first; ids are made in order of time, so the id is the place in the list. */
export async function listPriceChanges(
  ctx: Context,
  { params, query }: InputOf<typeof contract>,
): Promise<z.output<typeof contract.reply>> {
  const after = query.after !== undefined && isUuid(query.after) ? query.after : null;
  const rows = await ctx.db.all<ChangeRow>(sql`
    select id, currency, amount_minor, changed_at, changed_by
    from pricing.price_change
    where variant_id = ${params.id}
      and (${after}::uuid is null or id < ${after}::uuid)
    order by id desc
    limit ${query.limit + 1}`);
  if (rows.length === 0 && after === null) await requireVariant(ctx, params.id);
  const page = rows.slice(0, query.limit);
  return {
    changes: page.map((row) => ({
      variantId: typeId("variant", params.id),
      currency: asCurrency(row.currency),
      amount:
        row.amount_minor === null
          ? null
          : toWire({ minor: row.amount_minor, currency: asCurrency(row.currency) }),
      changedAt: row.changed_at.toISOString(),
      changedBy: row.changed_by,
    })),
    next: rows.length > query.limit ? (page.at(-1)?.id ?? null) : null,
  };
}

async function requireVariant(ctx: Context, id: Uuid): Promise<void> {
  const found = await ctx.db.maybe(sql`
    select 1 from catalog.shelf_variant where variant_id = ${id}`);
  if (found === null) refuse(notFound);
}
