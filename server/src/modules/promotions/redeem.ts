import { refuse } from "../../kernel/errors.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { typeId } from "../../kernel/type-id.ts";
import type { Context } from "../../platform/context.ts";
import { type Sql, sql } from "../../platform/sql.ts";
import { promotionChanged, promotionUsedUp } from "./errors.ts";
import { forgetPromotions, touchPromotions } from "./snapshot.ts";

/** A promotion as an order uses it. */
export interface Use {
  readonly promotionId: Uuid;
  /** The version that the basket was worked out with. */
  readonly version: number;
  readonly couponId: Uuid | null;
  readonly code: string | null;
  readonly amountMinor: bigint;
}

export interface Redemption {
  readonly orderId: Uuid;
  readonly customerId: Uuid;
  readonly email: string;
  readonly currency: string;
  readonly uses: readonly Use[];
}

interface Outcome {
  promotion_id: Uuid;
  same: boolean;
  counted: boolean;
  /** That was the last use, or the budget is all but spent. */
  last: boolean;
}

/**
 * Counts what an order uses, in the order's transaction; one round trip, none without promotions. Every limit is
 * one conditional UPDATE: uses of the promotion, of the code, of the person by customer and by mailbox, and
 * the budget. Refuses when one does not hold, or when a promotion is not as the basket saw it any more; the
 * transaction then undoes what was counted. Only what has a limit is locked, so that a
 * promotion for everyone does not line orders up. After the order, before the stock rows.
 */
export async function redeemPromotions(ctx: Context, redemption: Redemption): Promise<void> {
  const { uses } = redemption;
  if (uses.length === 0) return;
  for (const { promotion_id, same, counted, last } of await ctx.db.all(
    redeeming(ctx, redemption),
  )) {
    if (last) touchPromotions(ctx);
    if (same && counted) continue;
    forgetPromotions(ctx);
    const code = uses.find((use) => use.promotionId === promotion_id)?.code ?? null;
    const details = { promotion: typeId("promotion", promotion_id), code };
    refuse(same ? promotionUsedUp : promotionChanged, details);
  }
}

function redeeming(
  ctx: Context,
  { orderId, customerId, email, currency, uses }: Redemption,
): Sql<Outcome> {
  const asked = uses.map((use) => ({
    promotion_id: use.promotionId,
    version: use.version,
    coupon_id: use.couponId,
    amount_minor: use.amountMinor.toString(),
  }));
  return sql<Outcome>`
    with asked as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb)
        as a (promotion_id uuid, version integer, coupon_id uuid, amount_minor bigint)
      order by promotion_id
    ),
    -- Waits for whoever changes the promotion, and then sees it changed.
    held as materialized (
      select p.id, p.version, p.max_uses, p.max_per_person
      from promotions.promotion p join asked a on a.promotion_id = p.id
      order by p.id for key share of p
    ),
    counted as (
      update promotions.promotion p set uses = p.uses + 1
      from held where p.id = held.id and held.max_uses is not null and (p.max_uses is null or p.uses < p.max_uses)
      returning p.id, p.uses = p.max_uses as last
    ),
    coupon as (
      update promotions.coupon c set uses = c.uses + 1
      from asked a where c.id = a.coupon_id and c.max_uses is not null and c.uses < c.max_uses and not c.blocked
      returning c.id
    ),
    open_coupon as (
      select c.id from promotions.coupon c join asked a on a.coupon_id = c.id
      where c.max_uses is null and not c.blocked
    ),
    who as (select person from unnest(array['customer:' || ${customerId}::text, promotions.mailbox(${email})]) as w (person)),
    person as (
      insert into promotions.person_use as u (person, promotion_id, uses, allowed)
      select who.person, held.id, 1, held.max_per_person from held cross join who order by who.person, held.id
      on conflict (person, promotion_id) do update set uses = u.uses + 1, allowed = excluded.allowed
        where excluded.allowed is null or u.uses < excluded.allowed
      returning u.promotion_id
    ),
    budget as (
      update promotions.budget b set spent_minor = b.spent_minor + a.amount_minor
      from asked a
      where b.promotion_id = a.promotion_id and b.currency = ${currency}
        and b.spent_minor + a.amount_minor <= b.limit_minor
      returning b.promotion_id, b.limit_minor - b.spent_minor < 5 * a.amount_minor as low
    ),
    used as (
      insert into promotions.redemption
        (order_id, promotion_id, coupon_id, persons, currency, amount_minor, used_at)
      select ${orderId}, promotion_id, coupon_id, (select array_agg(person) from who), ${currency}, amount_minor, ${ctx.now}
      from asked
    )
    select a.promotion_id,
           exists (select from counted c where c.id = a.promotion_id and c.last)
             or exists (select from budget b where b.promotion_id = a.promotion_id and b.low) as last,
           held.version is not distinct from a.version as same,
           (held.max_uses is null or a.promotion_id in (select id from counted))
           and (a.coupon_id is null or a.coupon_id in (select id from coupon union all select id from open_coupon))
           and (select count(*) from person where person.promotion_id = a.promotion_id) = (select count(*) from who)
           and (a.promotion_id in (select promotion_id from budget)
                or not exists (select from promotions.budget b
                               where b.promotion_id = a.promotion_id and b.currency = ${currency})) as counted
    from asked a left join held on held.id = a.promotion_id`;
}
