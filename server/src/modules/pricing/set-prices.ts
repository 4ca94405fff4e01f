import type { Currency } from "../../kernel/currency.ts";
import { conflict, refuse } from "../../kernel/errors.ts";
import { newId, type Uuid } from "../../kernel/ids.ts";
import { typeId } from "../../kernel/type-id.ts";
import { actorOf, type Context } from "../../platform/context.ts";
import { sql } from "../../platform/sql.ts";
import { compareAtTooLow } from "./contract.ts";

/** A price to set; amount null takes it away. */
export interface PriceChange {
  readonly variantId: Uuid;
  readonly currency: Currency;
  readonly amount: bigint | null;
  readonly compareAt: bigint | null;
}

/** A price that is now another than it was; the amounts in minor units. */
export interface ChangedPrice {
  readonly variantId: Uuid;
  readonly currency: Currency;
  readonly before: bigint | null;
  readonly amount: bigint | null;
}

/**
 * Sets prices in one round trip, all or none, and keeps what they were. Prices that stay the same
 * are left alone. The caller touches the content tags and writes the audit trail.
 * @returns the prices that changed
 */
export async function setPrices(
  ctx: Context,
  changes: readonly PriceChange[],
): Promise<ChangedPrice[]> {
  if (changes.length === 0) return [];
  for (const { variantId, amount, compareAt } of changes) {
    if (compareAt !== null && (amount === null || compareAt <= amount)) {
      refuse(compareAtTooLow, { variantId: typeId("variant", variantId) });
    }
  }
  const rows = changes.map(({ variantId, currency, amount, compareAt }) => ({
    change_id: newId(),
    variant_id: variantId,
    currency,
    amount: amount?.toString() ?? null,
    compare_at: compareAt?.toString() ?? null,
  }));
  return ctx.db.all<ChangedPrice>(sql`
    with wanted as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as w (change_id uuid, variant_id uuid, currency text, amount bigint, compare_at bigint)
    ), before as (
      select p.* from pricing.price p
      join wanted w on w.variant_id = p.variant_id and w.currency = p.currency
    ), removed as (
      delete from pricing.price p using wanted w
      where p.variant_id = w.variant_id and p.currency = w.currency and w.amount is null
      returning p.variant_id, p.currency, null::bigint as amount_minor
    ), saved as (
      insert into pricing.price as p (variant_id, currency, amount_minor, compare_at_minor)
      select variant_id, currency, amount, compare_at from wanted
      where amount is not null
      order by variant_id, currency
      on conflict (variant_id, currency) do update
        set amount_minor = excluded.amount_minor, compare_at_minor = excluded.compare_at_minor,
            version = p.version + 1
        where (p.amount_minor, p.compare_at_minor)
          is distinct from (excluded.amount_minor, excluded.compare_at_minor)
      returning p.variant_id, p.currency, p.amount_minor
    ), changed as (
      select * from saved union all select * from removed
    ), recorded as (
      insert into pricing.price_change (id, variant_id, currency, amount_minor, changed_at, changed_by)
      select w.change_id, c.variant_id, c.currency, c.amount_minor, ${ctx.now}, ${actorOf(ctx)}
      from changed c
      join wanted w on w.variant_id = c.variant_id and w.currency = c.currency
    )
    select c.variant_id as "variantId", c.currency, b.amount_minor as before, c.amount_minor as amount
    from changed c
    left join before b on b.variant_id = c.variant_id and b.currency = c.currency`);
}

/** Refuses `changed_meanwhile` unless each price still has the version its editor saw. Locks them. */
export async function requirePriceVersions(
  ctx: Context,
  seen: readonly {
    readonly variantId: Uuid;
    readonly currency: Currency;
    readonly version: number | null;
  }[],
): Promise<void> {
  const rows = await ctx.db.all<{ variant_id: Uuid; currency: string; version: number }>(sql`
    select variant_id, currency, version from pricing.price
    where variant_id = any(${seen.map((each) => each.variantId)}::uuid[])
    order by variant_id, currency
    for update`);
  const versions = new Map(rows.map((row) => [`${row.variant_id} ${row.currency}`, row.version]));
  for (const { variantId, currency, version } of seen) {
    const now = versions.get(`${variantId} ${currency}`) ?? null;
    if (now !== version) {
      refuse(conflict, { variantId: typeId("variant", variantId), currency, version: now });
    }
  }
}
