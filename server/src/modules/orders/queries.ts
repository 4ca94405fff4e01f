import { notFound, refuse } from "../../kernel/errors.ts";
import type { Context } from "../../platform/context.ts";
import { sql } from "../../platform/sql.ts";
import { linkSecretHash } from "./link-secret.ts";
import type { Order, OrderLine, OrderTaxLine } from "./order.ts";
import {
  orderColumns,
  orderLineOf,
  type OrderLineRow,
  orderOf,
  type OrderRow,
  orderTaxLineOf,
  type OrderTaxLineRow,
} from "./order-row.ts";

/** The order, or null. Reads without locking. */
export async function findOrder(ctx: Context, orderId: string): Promise<Order | null> {
  const row = await ctx.db.maybe<OrderRow>(sql`
    select ${orderColumns} from orders.order o where o.id = ${orderId}`);
  return row && orderOf(row);
}

/** The order; refuses `not_found` when there is none. */
export async function getOrder(ctx: Context, orderId: string): Promise<Order> {
  return (await findOrder(ctx, orderId)) ?? refuse(notFound);
}

/**
 * The order, locked until the transaction ends: who changes an order, or decides by it, asks first.
 * Comes after the cart and before payments and stock in the order of locks.
 */
export async function lockOrder(ctx: Context, orderId: string): Promise<Order> {
  const row = await ctx.db.maybe<OrderRow>(sql`
    select ${orderColumns} from orders.order o where o.id = ${orderId} for update of o`);
  return row ? orderOf(row) : refuse(notFound);
}

/** The order a cart became, or null. */
export async function findOrderByCart(ctx: Context, cartId: string): Promise<Order | null> {
  const row = await ctx.db.maybe<OrderRow>(sql`
    select ${orderColumns} from orders.order o where o.cart_id = ${cartId}`);
  return row && orderOf(row);
}

/** The order whose status link has this secret, or null. */
export async function findOrderByLink(ctx: Context, secret: string): Promise<Order | null> {
  const row = await ctx.db.maybe<OrderRow>(sql`
    select ${orderColumns} from orders.order o where o.link_secret_hash = ${linkSecretHash(secret)}`);
  return row && orderOf(row);
}

/** Items first, then delivery and fee, as they were sold. */
export async function orderLines(ctx: Context, orderId: string): Promise<OrderLine[]> {
  const rows = await ctx.db.all<OrderLineRow>(sql`
    select id, order_id, position, kind, variant_id, sku, title, options, picture_key, quantity,
           unit_price_minor, net_minor, tax_minor, total_minor, product_kind, tax_category, tax_rate,
           tax_jurisdiction, tax_reason, weight_grams, quantity_cancelled, quantity_shipped,
           quantity_refunded, refunded_net_minor, refunded_tax_minor, invoiced_net_minor,
           invoiced_tax_minor, promised_by, discount_minor,
           case when discount_minor = 0 then '[]' else
             (select coalesce(jsonb_agg(jsonb_build_object('promotionId', d.promotion_id, 'name', d.name,
                'code', d.code, 'amountMinor', d.amount_minor::text) order by d.amount_minor desc, d.promotion_id), '[]')
              from orders.discount d where d.order_id = l.order_id and d.line_id = l.id) end as discounts
    from orders.line l where order_id = ${orderId} order by position`);
  return rows.map(orderLineOf);
}

/** The typed tax lines stored at placing, highest rate first. */
export async function orderTaxLines(ctx: Context, orderId: string): Promise<OrderTaxLine[]> {
  const rows = await ctx.db.all<OrderTaxLineRow>(sql`
    select category, rate, jurisdiction, reason, net_minor, tax_minor
    from orders.tax_line where order_id = ${orderId} order by position`);
  return rows.map(orderTaxLineOf);
}

/** Orders whose time to pay is over, longest overdue first. */
export async function overdueOrders(ctx: Context, limit: number): Promise<string[]> {
  const rows = await ctx.db.all<{ id: string }>(sql`
    select id from orders.order
    where pay_by < ${ctx.now} and status in ('pending', 'placed')
    order by pay_by, id limit ${limit}`);
  return rows.map(({ id }) => id);
}
