import { assert } from "../../kernel/assert.ts";
import { notFound, refuse } from "../../kernel/errors.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { typeId } from "../../kernel/type-id.ts";
import type { Context } from "../../platform/context.ts";
import { sql } from "../../platform/sql.ts";
import {
  type CartChangeView,
  type CartView,
  maxCartCodes,
  maxCartLines,
  maxLineQuantity,
} from "./contract.ts";
import { cartOrdered } from "./errors.ts";
import { viewAfter } from "./open-cart.ts";
import { customerIdOf, mayUse } from "./read-cart.ts";

/**
 * After signing in: the guest's cart becomes the customer's, or its lines join the cart they have, which
 * is then the one that stays. Units beyond what a line may hold are left out and named in `changes`.
 */
export async function mergeCarts(ctx: Context, guestCartId: Uuid): Promise<CartView> {
  const customerId = customerIdOf(ctx);
  assert(customerId !== null, "a customer is signed in");
  // Both rows at once and in one order, so that two sign-ins of one customer do not wait in a ring.
  const carts = await ctx.db.all<{ id: Uuid; order_id: Uuid | null }>(sql`
    select c.id, c.order_id from cart.cart c
    where (c.id = ${guestCartId} and ${mayUse(ctx)})
       or c.id = (select own.id from cart.cart own
                  where own.customer_id = ${customerId} and own.order_id is null and own.id <> ${guestCartId}
                  order by own.changed_at desc, own.id limit 1)
    order by c.id for update`);
  const guest = carts.find(({ id }) => id === guestCartId) ?? refuse(notFound);
  if (guest.order_id !== null) refuse(cartOrdered);
  const own = carts.find(({ id, order_id }) => id !== guestCartId && order_id === null);
  if (own === undefined) {
    await ctx.db.run(sql`
      update cart.cart set customer_id = ${customerId}, version = version + 1, changed_at = ${ctx.now}
      where id = ${guestCartId}`);
    return viewAfter(ctx, guestCartId, true);
  }
  const changes = await moveLines(ctx, guestCartId, own.id);
  return viewAfter(ctx, own.id, true, changes);
}

interface Moved {
  id: Uuid;
  wanted: number;
  quantity: number;
}

async function moveLines(ctx: Context, from: Uuid, to: Uuid): Promise<CartChangeView[]> {
  const moved = await ctx.db.all<Moved>(sql`
    with target as (
      update cart.cart t
      set version = t.version + 1, changed_at = ${ctx.now},
          email = coalesce(t.email, g.email),
          shipping_address = coalesce(t.shipping_address, g.shipping_address),
          billing_address = coalesce(t.billing_address, g.billing_address),
          payment_method = coalesce(t.payment_method, g.payment_method),
          note = case when t.note = '' then g.note else t.note end,
          codes = (t.codes || array(select unnest(g.codes) except select unnest(t.codes)))[1:${maxCartCodes}]
      from cart.cart g where t.id = ${to} and g.id = ${from}
      returning t.id, t.currency
    ), cards as (
      insert into cart.gift_card (cart_id, account_id, added_at)
      select target.id, g.account_id, g.added_at from cart.gift_card g cross join target where g.cart_id = ${from}
      on conflict do nothing
    ), arriving as (
      select g.id, g.variant_id, g.quantity, g.added_at,
             coalesce(o.quantity, 0) + g.quantity as wanted,
             coalesce(p.amount_minor, g.price_seen_minor) as price,
             o.id is not null as known,
             row_number() over (partition by o.id is null order by g.added_at, g.id) as place
      from cart.line g
      cross join target
      left join cart.line o on o.cart_id = target.id and o.variant_id = g.variant_id
      left join pricing.listed_price p on p.variant_id = g.variant_id and p.currency = target.currency
      where g.cart_id = ${from}
    ), joined as (
      insert into cart.line as l (id, cart_id, variant_id, quantity, price_seen_minor, added_at)
      select gen_random_uuid(), target.id, a.variant_id, least(a.wanted, ${maxLineQuantity}), a.price, a.added_at
      from arriving a cross join target
      where a.known or a.place <= ${maxCartLines} - (select count(*) from cart.line where cart_id = ${to})
      on conflict (cart_id, variant_id) do update
        set quantity = excluded.quantity, price_seen_minor = excluded.price_seen_minor
      returning l.id, l.variant_id, l.quantity
    )
    select j.id, a.wanted, j.quantity from joined j join arriving a on a.variant_id = j.variant_id`);
  await ctx.db.run(sql`delete from cart.cart where id = ${from}`);
  return moved
    .filter((line) => line.wanted > line.quantity)
    .map((line) => ({
      kind: "quantity_reduced",
      line: typeId("cart_line", line.id),
      before: line.wanted,
      now: line.quantity,
    }));
}
