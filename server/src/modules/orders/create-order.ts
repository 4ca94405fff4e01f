import type { Address } from "../../kernel/address.ts";
import { assert } from "../../kernel/assert.ts";
import type { Currency } from "../../kernel/currency.ts";
import type { Locale } from "../../kernel/locale.ts";
import type { Context } from "../../platform/context.ts";
import { type Sql, sql } from "../../platform/sql.ts";
import type { TaxEvidence } from "../tax/index.ts";
import type { OrderPaymentMethod } from "./contract.ts";
import { linkSecretHash, linkSecretOf } from "./link-secret.ts";
import type { CaptureMoment, Order, OrderLine, OrderTaxLine, SoldDelivery } from "./order.ts";
import { orderColumns, orderOf, type OrderRow } from "./order-row.ts";
import { noLimits, type OrderLimits, refuseWithoutRoom, roomFor } from "./order-room.ts";
import { timelineInsert } from "./timeline.ts";

type Sold =
  | "id"
  | "kind"
  | "variantId"
  | "sku"
  | "title"
  | "options"
  | "pictureKey"
  | "quantity"
  | "unitPriceMinor"
  | "discountMinor"
  | "discounts"
  | "netMinor"
  | "taxMinor"
  | "productKind"
  | "taxCategory"
  | "taxRate"
  | "taxJurisdiction"
  | "taxReason"
  | "weightGrams"
  | "promisedBy";
export type NewOrderLine = Pick<OrderLine, Sold>;

/** All that is copied into an order. Line ids are given, so that goods can be reserved for them. */
export interface NewOrder {
  readonly id: string;
  readonly cartId: string;
  readonly customerId: string | null;
  readonly email: string;
  readonly market: string;
  readonly currency: Currency;
  readonly locale: Locale;
  readonly taxIncluded: boolean;
  readonly shippingAddress: Address | null;
  readonly billingAddress: Address;
  readonly delivery: SoldDelivery;
  readonly paymentMethod: OrderPaymentMethod;
  readonly captureMoment: CaptureMoment;
  /** Null: neither VAT id nor certificate played a part. */
  readonly taxEvidence: TaxEvidence | null;
  readonly note: string;
  readonly payBy: Date | null;
  /** In the order in which they are shown. */
  readonly lines: readonly NewOrderLine[];
  readonly taxLines: readonly OrderTaxLine[];
}

/**
 * Writes a pending order with its lines, tax lines and first timeline entry: one round trip whatever
 * the number of lines. Throws when lines and tax lines do not have the same sums; refuses
 * `tooManyOrders` and `tooManyUnpaidOrders` where limits are given.
 */
export async function createOrder(
  ctx: Context,
  order: NewOrder,
  limits: OrderLimits = noLimits,
): Promise<Order> {
  const net = sum(order.lines.map((line) => line.netMinor));
  const tax = sum(order.lines.map((line) => line.taxMinor));
  assert(
    net === sum(order.taxLines.map((line) => line.netMinor)),
    "tax lines share the lines' net",
  );
  assert(
    tax === sum(order.taxLines.map((line) => line.taxMinor)),
    "tax lines share the lines' tax",
  );
  for (const { discountMinor, discounts } of order.lines) {
    assert(
      discountMinor === sum(discounts.map((each) => each.amountMinor)),
      "a line's discounts are its discount",
    );
  }
  const items = order.lines.filter((line) => line.kind === "item");
  const units = items.reduce((count, line) => count + line.quantity, 0);
  assert(units > 0, "an order sells something");
  const secret = linkSecretOf(order);
  const written = ctx.db.one<OrderRow>(sql`
    with new_order as (
      insert into orders.order as o
        (id, number, cart_id, customer_id, email, status, market, currency, locale, tax_included,
         shipping_address, billing_address, delivery, payment_method, capture_moment, note,
         net_minor, tax_minor, total_minor, units, pay_by, link_secret_hash, created_at, tax_evidence)
      select
         ${order.id}::uuid, 'SO-' || nextval('orders.order_number'), ${order.cartId}::uuid, ${order.customerId}::uuid,
         ${order.email}::text, 'pending', ${order.market}::text, ${order.currency}::text, ${order.locale}::text,
         ${order.taxIncluded}::boolean, ${json(order.shippingAddress)}::jsonb, ${json(order.billingAddress)}::jsonb,
         ${json(order.delivery)}::jsonb, ${order.paymentMethod}::text, ${order.captureMoment}::text, ${order.note}::text,
         ${net}::bigint, ${tax}::bigint, ${net + tax}::bigint, ${units}::bigint, ${order.payBy}::timestamptz,
         ${linkSecretHash(secret)}::text, ${ctx.now}::timestamptz, ${json(order.taxEvidence)}::jsonb
      from ${roomFor(ctx, order, limits)}
      returning ${orderColumns}
    ), new_lines as (${insertLines(order)}),
    new_discounts as (${insertDiscounts(order)}),
    new_tax_lines as (${insertTaxLines(order)}),
    said as (${timelineInsert(ctx, order.id, [{ kind: "created", public: false }])})
    select * from new_order`);
  return orderOf(await refuseWithoutRoom(limits, written));
}

function insertLines(order: NewOrder): Sql {
  const rows = order.lines.map((line, position) => ({
    id: line.id,
    position,
    kind: line.kind,
    variant_id: line.variantId,
    sku: line.sku,
    title: line.title,
    options: line.options,
    picture_key: line.pictureKey,
    quantity: line.quantity,
    unit_price_minor: line.unitPriceMinor.toString(),
    discount_minor: line.discountMinor.toString(),
    net_minor: line.netMinor.toString(),
    tax_minor: line.taxMinor.toString(),
    total_minor: (line.netMinor + line.taxMinor).toString(),
    product_kind: line.productKind,
    tax_category: line.taxCategory,
    tax_rate: line.taxRate,
    tax_jurisdiction: line.taxJurisdiction,
    tax_reason: line.taxReason,
    weight_grams: line.weightGrams,
    promised_by: line.promisedBy,
  }));
  return sql`
    insert into orders.line
      (id, order_id, position, kind, variant_id, sku, title, options, picture_key, quantity,
       unit_price_minor, discount_minor, net_minor, tax_minor, total_minor, product_kind, tax_category, tax_rate,
       tax_jurisdiction, tax_reason, weight_grams, promised_by)
    select id, ${order.id}, position, kind, variant_id, sku, title, options, picture_key, quantity,
           unit_price_minor, discount_minor, net_minor, tax_minor, total_minor, product_kind, tax_category, tax_rate,
           tax_jurisdiction, tax_reason, weight_grams, promised_by
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as l
      (id uuid, position smallint, kind text, variant_id uuid, sku text, title text, options text,
       picture_key text, quantity integer, unit_price_minor bigint, discount_minor bigint, net_minor bigint, tax_minor bigint,
       total_minor bigint, product_kind text, tax_category text, tax_rate numeric, tax_jurisdiction text, tax_reason text,
       weight_grams integer, promised_by date)`;
}

function insertDiscounts(order: NewOrder): Sql {
  const rows = order.lines.flatMap((line) =>
    line.discounts.map((each) => ({
      line_id: line.id,
      promotion_id: each.promotionId,
      name: each.name,
      code: each.code,
      amount_minor: each.amountMinor.toString(),
    })),
  );
  return sql`
    insert into orders.discount (order_id, line_id, promotion_id, name, code, amount_minor)
    select ${order.id}, line_id, promotion_id, name, code, amount_minor
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as d
      (line_id uuid, promotion_id uuid, name text, code text, amount_minor bigint)`;
}

function insertTaxLines(order: NewOrder): Sql {
  const rows = order.taxLines.map((line, position) => ({
    position,
    category: line.category,
    rate: line.rate,
    jurisdiction: line.jurisdiction,
    reason: line.reason,
    net_minor: line.netMinor.toString(),
    tax_minor: line.taxMinor.toString(),
  }));
  return sql`
    insert into orders.tax_line (order_id, position, category, rate, jurisdiction, reason, net_minor, tax_minor)
    select ${order.id}, position, category, rate, jurisdiction, reason, net_minor, tax_minor
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as t
      (position smallint, category text, rate numeric, jurisdiction text, reason text,
       net_minor bigint, tax_minor bigint)`;
}

function json(value: object | null): string | null {
  return value === null ? null : JSON.stringify(value);
}

function sum(amounts: readonly bigint[]): bigint {
  return amounts.reduce((total, amount) => total + amount, 0n);
}
