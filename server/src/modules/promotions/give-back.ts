import type { Uuid } from "../../kernel/ids.ts";
import type { Context } from "../../platform/context.ts";
import { sql } from "../../platform/sql.ts";
import { touchPromotions } from "./snapshot.ts";

/**
 * Gives back what a cancelled order had used: uses, codes, the person's own count, the budget. Once,
 * however often it is asked. What is cancelled of an order that goes on, or refunded, gives nothing back:
 * the promotion did bring that order.
 */
export async function giveBackPromotions(ctx: Context, orderId: Uuid): Promise<void> {
  const { given } = await ctx.db.one<{ given: boolean }>(sql`
    with back as (
      update promotions.redemption set given_back_at = ${ctx.now}
      where order_id = ${orderId} and given_back_at is null
      returning promotion_id, coupon_id, persons, currency, amount_minor
    ),
    -- Waits for whoever changes the promotion's limits, who counts the uses anew.
    held as materialized (
      select p.id, p.max_uses from promotions.promotion p join back on back.promotion_id = p.id
      order by p.id for key share of p
    ),
    uncounted as (
      update promotions.promotion p set uses = p.uses - 1
      from held where p.id = held.id and held.max_uses is not null
    ),
    coupon as (
      update promotions.coupon c set uses = c.uses - 1
      from back where c.id = back.coupon_id and c.max_uses is not null
    ),
    person as (
      update promotions.person_use u set uses = u.uses - 1
      from back where u.promotion_id = back.promotion_id and u.person = any(back.persons)
    ),
    budget as (
      update promotions.budget b set spent_minor = b.spent_minor - back.amount_minor
      from back where b.promotion_id = back.promotion_id and b.currency = back.currency
    )
    select exists (select from back) as given`);
  // What was used up may be had again.
  if (given) touchPromotions(ctx);
}
