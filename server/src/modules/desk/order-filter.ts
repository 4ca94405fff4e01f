import type { z } from "zod";
import { parseDecimal } from "../../kernel/money.ts";
import type { BusinessDate } from "../../kernel/time.ts";
import { joinSql, type Sql, sql } from "../../platform/sql.ts";
import type { orderFilter } from "./contract.ts";
import { needConditions } from "./order-needs.ts";

export type OrderFilter = z.output<z.ZodObject<typeof orderFilter>>;

/** The condition on orders.order (`o`) that a saved filter stands for. Days are days of the shop's zone. */
export function filterCondition(filter: OrderFilter, today: BusinessDate, timeZone: string): Sql {
  const { status, payment, fulfilment, method, hold, needs, customerId, country, from, to } =
    filter;
  const parts: Sql[] = [];
  if (status !== undefined) parts.push(sql`o.status = ${status}`);
  if (payment !== undefined) parts.push(sql`o.payment_status = ${payment}`);
  if (fulfilment !== undefined) parts.push(sql`o.fulfilment_status = ${fulfilment}`);
  if (method !== undefined) parts.push(sql`o.payment_method = ${method}`);
  if (hold === "true") parts.push(sql`o.hold_reason is not null`);
  if (hold === "false") parts.push(sql`o.hold_reason is null`);
  if (needs !== undefined) parts.push(needConditions(today)[needs]);
  if (customerId !== undefined) parts.push(sql`o.customer_id = ${customerId}`);
  if (country !== undefined) {
    parts.push(sql`coalesce(o.shipping_address, o.billing_address) ->> 'country' = ${country}`);
  }
  if (from !== undefined) {
    parts.push(sql`o.created_at >= ${from}::date::timestamp at time zone ${timeZone}`);
  }
  if (to !== undefined) {
    parts.push(sql`o.created_at < (${to}::date + 1)::timestamp at time zone ${timeZone}`);
  }
  if (filter.search !== undefined && filter.search !== "")
    parts.push(searchCondition(filter.search));
  return parts.length === 0 ? sql`true` : joinSql(parts, "and");
}

/** Everything staff would type: number, e-mail, name, SKU, tracking or invoice number, an amount. */
function searchCondition(search: string): Sql {
  const within = `%${escapeLike(search)}%`;
  const beginning = `${escapeLike(search)}%`;
  const amount = parseDecimal(search.replace(/[€$\s]/g, "").replace(",", "."), "EUR");
  const places = [
    sql`select id from orders.order
        where (number || ' ' || email || ' ' || coalesce(billing_address ->> 'name', '')) ilike ${within}`,
    sql`select order_id from orders.line where sku ilike ${beginning}`,
    sql`select order_id from fulfilment.shipment
        where tracking_number ilike ${beginning} or number ilike ${beginning}`,
    sql`select order_id from invoicing.document where label ilike ${beginning}`,
    ...(amount === null
      ? []
      : [sql`select id from orders.order where total_minor = ${amount.minor}::bigint`]),
  ];
  const all = places
    .slice(1)
    .reduce((joined, each) => sql`${joined} union ${each}`, places[0] ?? sql``);
  return sql`o.id in (${all})`;
}

/** What people type is text, not a pattern. */
export function escapeLike(text: string): string {
  return text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);
}
