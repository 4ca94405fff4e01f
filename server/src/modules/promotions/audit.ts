import type { AuditCheck } from "../../platform/audit.ts";
import { sql } from "../../platform/sql.ts";

/** The limits of promotions and coupons; no row is a good answer. Everything is counted anew from redemptions. */
export const checks: AuditCheck[] = [
  {
    id: "I10-discounts",
    title: "What an order used of promotions is what its lines were reduced by",
    query: sql`
      with sold as (
        select order_id, promotion_id, sum(amount_minor) as amount from orders.public_discount group by 1, 2
      )
      select coalesce(s.order_id, r.order_id) as order_id, coalesce(s.promotion_id, r.promotion_id) as promotion_id,
             s.amount as discounts, r.amount_minor as redeemed
      from sold s full join promotions.redemption r using (order_id, promotion_id)
      where s.amount is distinct from r.amount_minor`,
  },
  {
    id: "I10-given-back",
    title: "Cancelled orders have given their promotions back, and only they",
    query: sql`
      select o.number, o.status, r.promotion_id, r.given_back_at
      from promotions.redemption r join orders.public_order o on o.id = r.order_id
      where (o.status = 'cancelled') <> (r.given_back_at is not null)
        -- The follower of the cancellation may still be on its way.
        and not (r.given_back_at is null and exists (
          select from platform.job j
          where j.name = 'order.cancelled → promotions' and j.state <> 'done' and j.payload ->> 'orderId' = o.id::text))`,
  },
  {
    id: "I10-uses",
    title: "Counted uses of promotions and coupons are their redemptions, and within their limits",
    query: sql`
      select 'promotion' as kind, p.id::text, p.uses::bigint as counted, r.used, p.max_uses as most
      from promotions.promotion p
      cross join lateral (select count(*) as used from promotions.redemption
                          where promotion_id = p.id and given_back_at is null) r
      where p.max_uses is not null and (p.uses <> r.used or r.used > p.max_uses)
      union all
      select 'coupon', c.code, c.uses, r.used, c.max_uses
      from promotions.coupon c
      cross join lateral (select count(*) as used from promotions.redemption
                          where coupon_id = c.id and given_back_at is null) r
      where c.max_uses is not null and (c.uses > 0 or r.used > 0) and (c.uses <> r.used or r.used > c.max_uses)
      union all
      select 'person', coalesce(u.person, r.person), u.uses, r.used, u.allowed
      from promotions.person_use u
      full join (select person, promotion_id, count(*) as used
                 from promotions.redemption, unnest(persons) as person
                 where given_back_at is null group by 1, 2) r using (person, promotion_id)
      where coalesce(u.uses, 0) <> coalesce(r.used, 0)`,
  },
  {
    id: "I10-budgets",
    title: "What promotions have given away is what their budgets say, and within them",
    query: sql`
      select b.promotion_id, b.currency, b.spent_minor, r.given, b.limit_minor
      from promotions.budget b
      cross join lateral (select coalesce(sum(amount_minor), 0) as given from promotions.redemption
                          where promotion_id = b.promotion_id and currency = b.currency and given_back_at is null) r
      where b.spent_minor <> r.given or r.given > b.limit_minor`,
  },
];
