import type { z } from "zod";
import { badRequest, conflict, notFound, refuse } from "../../kernel/errors.ts";
import { newId, type Uuid } from "../../kernel/ids.ts";
import { parseTypeId, typeId } from "../../kernel/type-id.ts";
import { recordAudit } from "../../platform/audit-trail.ts";
import type { Context } from "../../platform/context.ts";
import { sql } from "../../platform/sql.ts";
import type { promotionSchema, PromotionView } from "./contract.ts";
import { limitBelowUse } from "./errors.ts";
import { getPromotion } from "./promotion-view.ts";
import { touchPromotions } from "./snapshot.ts";

export type NewPromotion = z.output<typeof promotionSchema>;

/** Adds a promotion and what it may give away. */
export async function createPromotion(
  ctx: Context,
  wish: NewPromotion & { readonly paused: boolean },
): Promise<PromotionView> {
  const id = newId();
  await requireGift(ctx, wish);
  await ctx.db.run(sql`
    insert into promotions.promotion
      (id, names, rule, lane, priority, combinable, markets, starts_at, ends_at, weekdays, from_minute, to_minute,
       paused, max_uses, max_per_person, gift_variant_id, created_at, changed_at)
    values (${id}, ${JSON.stringify(wish.names)}::jsonb, ${JSON.stringify(wish.rule)}::jsonb, ${wish.lane},
            ${wish.priority}, ${wish.combinable}, ${wish.markets}::text[], ${wish.startsAt}, ${wish.endsAt},
            ${wish.weekdays}::smallint[], ${wish.fromMinute}, ${wish.toMinute}, ${wish.paused}, ${wish.maxUses},
            ${wish.maxPerPerson}, ${giftOf(wish)}, ${ctx.now}, ${ctx.now})`);
  await saveBudgets(ctx, id, wish);
  return saved(ctx, id, "promotion.created");
}

/**
 * Changes a promotion. Its row is locked against orders that use it meanwhile; they then find another version
 * and are refused, so what is counted anew here is all there is. Refuses limits below what was used.
 */
export async function changePromotion(
  ctx: Context,
  id: Uuid,
  wish: NewPromotion & { readonly version: number },
): Promise<PromotionView> {
  const found = await ctx.db.maybe<{ version: number }>(sql`
    select version from promotions.promotion where id = ${id} for update`);
  if (found === null) refuse(notFound);
  if (found.version !== wish.version) refuse(conflict, { version: found.version });
  await requireGift(ctx, wish);
  const { used } = await ctx.db.one<{ used: bigint }>(sql`
    select count(*) as used from promotions.redemption where promotion_id = ${id} and given_back_at is null`);
  if (wish.maxUses !== null && used > BigInt(wish.maxUses)) {
    refuse(limitBelowUse, { limit: "uses", used: Number(used) });
  }
  await ctx.db.run(sql`
    update promotions.promotion
    set names = ${JSON.stringify(wish.names)}::jsonb, rule = ${JSON.stringify(wish.rule)}::jsonb, lane = ${wish.lane},
        priority = ${wish.priority}, combinable = ${wish.combinable}, markets = ${wish.markets}::text[],
        starts_at = ${wish.startsAt}, ends_at = ${wish.endsAt}, weekdays = ${wish.weekdays}::smallint[],
        from_minute = ${wish.fromMinute}, to_minute = ${wish.toMinute}, max_uses = ${wish.maxUses},
        uses = ${wish.maxUses === null ? 0 : Number(used)}, max_per_person = ${wish.maxPerPerson},
        gift_variant_id = ${giftOf(wish)}, version = version + 1, changed_at = ${ctx.now}
    where id = ${id}`);
  await saveBudgets(ctx, id, wish);
  return saved(ctx, id, "promotion.changed");
}

export async function pausePromotion(
  ctx: Context,
  id: Uuid,
  paused: boolean,
): Promise<PromotionView> {
  const row = await ctx.db.maybe(sql`
    update promotions.promotion set paused = ${paused}, version = version + 1, changed_at = ${ctx.now}
    where id = ${id} returning id`);
  if (row === null) refuse(notFound);
  return saved(ctx, id, paused ? "promotion.paused" : "promotion.resumed");
}

/** A paused copy without codes and uses. */
export async function duplicatePromotion(ctx: Context, id: Uuid): Promise<PromotionView> {
  const { names, budgets, ...rest } = await getPromotion(ctx, id);
  return createPromotion(ctx, {
    ...rest,
    names: { en: shortened(names.en), de: names.de && shortened(names.de) },
    budgets: budgets.map(({ limit }) => limit),
    paused: true,
  });
}

const shortened = (name: string): string => `${name.slice(0, 76)} (2)`;

/** Takes over what was spent before the limit came; refuses one that is below it. */
async function saveBudgets(ctx: Context, id: Uuid, { budgets }: NewPromotion): Promise<void> {
  const { over } = await ctx.db.one<{ over: string | null }>(sql`
    with wanted as (
      select * from unnest(${budgets.map(({ currency }) => currency)}::text[],
                           ${budgets.map(({ minor }) => minor)}::bigint[]) as w (currency, limit_minor)
    ), counted as (
      select w.currency, w.limit_minor,
             (select coalesce(sum(amount_minor), 0) from promotions.redemption r
              where r.promotion_id = ${id} and r.currency = w.currency and r.given_back_at is null)::bigint as spent
      from wanted w
    ), dropped as (
      delete from promotions.budget where promotion_id = ${id} and currency not in (select currency from wanted)
    ), kept as (
      insert into promotions.budget (promotion_id, currency, limit_minor, spent_minor)
      select ${id}, currency, limit_minor, spent from counted where spent <= limit_minor
      on conflict (promotion_id, currency) do update
        set limit_minor = excluded.limit_minor, spent_minor = excluded.spent_minor
    )
    select min(currency) as over from counted where spent > limit_minor`);
  if (over !== null) refuse(limitBelowUse, { limit: "budget", currency: over });
}

function giftOf({ rule: { action } }: NewPromotion): Uuid | null {
  return action.kind === "gift" ? parseTypeId("variant", action.variantId) : null;
}

/** The view of the shelf, not a constraint, so that the refusal has a name. */
async function requireGift(ctx: Context, wish: NewPromotion): Promise<void> {
  const gift = giftOf(wish);
  if (gift === null) return;
  const found = await ctx.db.maybe(sql`
    select variant_id from catalog.shelf_variant where variant_id = ${gift}`);
  if (found === null) {
    refuse(badRequest, { problems: [{ path: "body.rule.action.variantId", code: "unknown" }] });
  }
}

async function saved(ctx: Context, id: Uuid, deed: string): Promise<PromotionView> {
  touchPromotions(ctx);
  const view = await getPromotion(ctx, id);
  const { usage: _counted, ...said } = view;
  await recordAudit(ctx, deed, typeId("promotion", id), said);
  return view;
}
