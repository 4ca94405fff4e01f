import { asCurrency } from "../../kernel/currency.ts";
import { notFound, refuse } from "../../kernel/errors.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { toWire } from "../../kernel/money.ts";
import { typeId } from "../../kernel/type-id.ts";
import type { Context } from "../../platform/context.ts";
import { joinSql, type Sql, sql } from "../../platform/sql.ts";
import type { PromotionState, PromotionView } from "./contract.ts";
import { promotionColumns, type PromotionRow, storedPromotionOf } from "./stored-promotion.ts";

interface ListedRow extends PromotionRow {
  orders: bigint;
  given: { currency: string; minor: string }[];
  codes: bigint;
}

export interface PromotionFilter {
  readonly state?: PromotionState | undefined;
  readonly after?: Uuid | undefined;
  readonly limit: number;
}

/** Promotions, newest first, by their ids, which follow time. One round trip. */
export async function listPromotions(
  ctx: Context,
  { state, after, limit }: PromotionFilter,
): Promise<{ items: PromotionView[]; next: string | null }> {
  const where: Sql[] = [sql`true`];
  if (state !== undefined) where.push(inState(state, ctx.now));
  if (after !== undefined) where.push(sql`p.id < ${after}`);
  const rows = await read(ctx, joinSql(where, "and"), limit + 1);
  const items = rows.slice(0, limit).map((row) => viewOf(row, ctx.now));
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

export async function getPromotion(ctx: Context, id: Uuid): Promise<PromotionView> {
  const [row] = await read(ctx, sql`p.id = ${id}`, 1);
  return row === undefined ? refuse(notFound) : viewOf(row, ctx.now);
}

function inState(state: PromotionState, now: Date): Sql {
  switch (state) {
    case "paused":
      return sql`p.paused and (p.ends_at is null or p.ends_at > ${now})`;
    case "ended":
      return sql`p.ends_at <= ${now}`;
    case "scheduled":
      return sql`not p.paused and p.starts_at > ${now} and (p.ends_at is null or p.ends_at > ${now})`;
    case "running":
      return sql`not p.paused and (p.starts_at is null or p.starts_at <= ${now})
                 and (p.ends_at is null or p.ends_at > ${now})`;
  }
}

function read(ctx: Context, where: Sql, limit: number): Promise<ListedRow[]> {
  return ctx.db.all<ListedRow>(sql`
    select ${promotionColumns},
           (select count(*) from promotions.redemption r
            where r.promotion_id = p.id and r.given_back_at is null) as orders,
           (select coalesce(jsonb_agg(jsonb_build_object('currency', currency, 'minor', given::text) order by currency), '[]')
            from (select currency, sum(amount_minor) as given from promotions.redemption r
                  where r.promotion_id = p.id and r.given_back_at is null group by currency) g) as given,
           (select count(*) from promotions.coupon c where c.promotion_id = p.id) as codes
    from promotions.promotion p where ${where} order by p.id desc limit ${limit}`);
}

function viewOf(row: ListedRow, now: Date): PromotionView {
  const { promotion, names, budgets, maxUses, version } = storedPromotionOf(row);
  const { startsAt, endsAt } = promotion;
  return {
    id: typeId("promotion", promotion.id),
    names,
    state: stateOf(promotion, now),
    rule: promotion.rule,
    lane: promotion.lane,
    priority: promotion.priority,
    combinable: promotion.combinable,
    markets: [...promotion.markets],
    startsAt: startsAt?.toISOString() ?? null,
    endsAt: endsAt?.toISOString() ?? null,
    weekdays: [...promotion.weekdays],
    fromMinute: promotion.fromMinute,
    toMinute: promotion.toMinute,
    maxUses,
    maxPerPerson: promotion.maxPerPerson,
    budgets: budgets.map(({ currency: code, limitMinor, spentMinor }) => {
      const currency = asCurrency(code);
      return {
        limit: toWire({ minor: limitMinor, currency }),
        spent: toWire({ minor: spentMinor, currency }),
      };
    }),
    usage: {
      orders: Number(row.orders),
      given: row.given.map((each) => ({ ...each, currency: asCurrency(each.currency) })),
    },
    codes: Number(row.codes),
    version,
    createdAt: row.created_at.toISOString(),
    changedAt: row.changed_at.toISOString(),
  };
}

function stateOf(
  { paused, startsAt, endsAt }: { paused: boolean; startsAt: Date | null; endsAt: Date | null },
  now: Date,
): PromotionState {
  if (endsAt !== null && endsAt <= now) return "ended";
  if (paused) return "paused";
  return startsAt !== null && startsAt > now ? "scheduled" : "running";
}
