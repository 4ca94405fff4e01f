import type { Address } from "../../kernel/address.ts";
import { asCurrency } from "../../kernel/currency.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { Locale } from "../../kernel/locale.ts";
import type { Context } from "../../platform/context.ts";
import { type Sql, sql } from "../../platform/sql.ts";
import type { PaymentMethod } from "../settings/index.ts";
import type { Certificate, KeptTax, KnownVatId } from "../tax/index.ts";
import type { Cart, CartCredit, CartLine, GiftGoods } from "./cart.ts";

/**
 * The cart with everything the catalogue, the price list and the shelves say about its lines: one
 * round trip. Null when there is none, or when it belongs to another customer.
 */
export async function readCart(ctx: Context, cartId: Uuid): Promise<Cart | null> {
  const row = await ctx.db.maybe<CartRow>(sql`
    select ${cartColumns(ctx)} from cart.cart c where c.id = ${cartId} and ${mayUse(ctx)}`);
  return row && cartOf(row);
}

/** Guests' carts are for whoever knows them, a customer's for that customer alone. */
export function mayUse(ctx: Context): Sql {
  return sql`(c.customer_id is null or c.customer_id = ${customerIdOf(ctx)}::uuid)`;
}

export function customerIdOf(ctx: Context): Uuid | null {
  return ctx.principal.kind === "customer" ? ctx.principal.customerId : null;
}

/** What every line says of its goods, from `v` (the shelf) and `p` (the price), for jsonb_build_object. */
function goodsFields(ctx: Context): Sql {
  return sql`
        'variantId', v.variant_id, 'productId', v.product_id, 'handle', v.handle,
        'sku', v.sku, 'title', catalog.in_locale(v.titles, ${ctx.locale}),
        'options', (select coalesce(string_agg(catalog.in_locale(label, ${ctx.locale}), ' · ' order by place), '')
                    from jsonb_array_elements(v.option_labels) with ordinality as o (label, place)),
        'pictureKey', v.picture_key, 'unitPriceMinor', p.amount_minor::text,
        'taxCategory', v.tax_category, 'weightGrams', v.weight_grams, 'available', a.available`;
}

/** What promotions ask of whoever has the cart: two look-ups by index, however long the history. */
function historyColumns(ctx: Context): Sql {
  const customer = sql`coalesce(c.customer_id, ${customerIdOf(ctx)}::uuid)`;
  return sql`
    c.codes, ${customer} as shopper_id,
    (select coalesce(jsonb_agg(jsonb_build_object('key', k.code_key, 'code', k.code, 'couponId', k.coupon_id,
        'promotionId', k.promotion_id,
        'problem', case when k.blocked then 'blocked' when k.used_up then 'used_up' end)), '[]')
     from promotions.known_code k where k.code_key = any(c.codes)) as known_codes,
    not exists (select from orders.public_order o where o.customer_id = ${customer} and o.status <> 'cancelled')
      and not exists (select from orders.public_order o
                      where lower(o.email) = lower(c.email) and o.status <> 'cancelled') as first_order,
    (select coalesce(jsonb_object_agg(promotion_id, uses), '{}')
     from (select promotion_id, max(uses) as uses from promotions.used_by
           where person = any(array['customer:' || ${customer}, promotions.mailbox(c.email)])
           group by promotion_id) u) as used`;
}

/** The gifts of all promotions are few; looked up one by one, the shelf is not read for them. */
function giftColumn(ctx: Context): Sql {
  return sql`
    (select coalesce(jsonb_agg(jsonb_build_object(${goodsFields(ctx)})), '[]')
     from catalog.shelf_variant v
     join inventory.availability a on a.variant_id = v.variant_id
     join pricing.listed_price p on p.variant_id = v.variant_id and p.currency = c.currency
     where v.on_sale and v.kind = 'physical' and v.variant_id = any(array(select g.variant_id from promotions.gift_on_offer g limit 50))) as gifts`;
}

/** What makes a Cart, from a row `c` of cart.cart. Texts are in the language of the request. */
export function cartColumns(ctx: Context): Sql {
  return sql`
    ${historyColumns(ctx)}, ${giftColumn(ctx)},
    c.id, c.customer_id, c.market, c.currency, c.locale, c.email, c.shipping_address, c.billing_address,
    c.delivery_option_id, c.payment_method, c.note, c.version, c.order_id, c.use_store_credit,
    (select coalesce(jsonb_agg(jsonb_build_object(
        'id', s.id, 'kind', s.kind, 'codeEnd', s.code_end, 'currency', s.currency,
        'availableMinor', s.available_minor::text, 'blocked', s.blocked, 'expiresOn', s.expires_on)
        order by g.added_at nulls last, s.id), '[]')
     from (select account_id, added_at from cart.gift_card where cart_id = c.id
           union all
           select own.id, null from credit.spendable own
           where own.customer_id = ${customerIdOf(ctx)}::uuid and own.currency = c.currency) g
     join credit.spendable s on s.id = g.account_id) as credits,
    c.vat_id, c.kept_tax,
    (select jsonb_build_object('vatId', k.vat_id, 'state', k.state, 'name', k.name,
        'consultationNumber', k.consultation_number, 'checkedAt', k.checked_at, 'askedAt', k.asked_at)
     from tax.known_vat_id k
     where k.vat_id = regexp_replace(regexp_replace(upper(c.vat_id), '[^A-Z0-9+*]', '', 'g'), '^GR', 'EL')) as vat_id_known,
    (select coalesce(jsonb_agg(jsonb_build_object(
        'number', e.number, 'places', e.places, 'expiresOn', e.expires_on) order by e.number), '[]')
     from tax.certificate_in_force e where e.customer_id = c.customer_id) as certificates,
    (select coalesce(jsonb_agg(jsonb_build_object(
        ${goodsFields(ctx)}, 'id', l.id, 'quantity', l.quantity,
        'priceSeenMinor', l.price_seen_minor::text, 'optionValues', f.options, 'categories', f.categories,
        'onSale', v.on_sale, 'productKind', v.kind, 'stockPolicy', v.stock_policy, 'backorderDays', v.backorder_days,
        'backorderRoom', a.backorder_room) order by l.added_at, l.id), '[]')
     from cart.line l
     join catalog.shelf_variant v on v.variant_id = l.variant_id
     join catalog.variant_fact f on f.variant_id = l.variant_id
     join inventory.availability a on a.variant_id = l.variant_id
     left join pricing.listed_price p on p.variant_id = l.variant_id and p.currency = c.currency
     where l.cart_id = c.id) as lines`;
}

type LineRow = Omit<CartLine, "priceSeenMinor" | "unitPriceMinor"> & {
  priceSeenMinor: string;
  unitPriceMinor: string | null;
};

type CreditRow = Omit<CartCredit, "availableMinor"> & { availableMinor: string };

export interface CartRow {
  id: Uuid;
  customer_id: Uuid | null;
  market: string;
  currency: string;
  locale: Locale;
  email: string | null;
  shipping_address: Partial<Address> | null;
  billing_address: Partial<Address> | null;
  delivery_option_id: Uuid | null;
  payment_method: PaymentMethod | null;
  note: string;
  version: number;
  order_id: Uuid | null;
  use_store_credit: boolean;
  credits: CreditRow[];
  vat_id: string | null;
  vat_id_known: KnownVatId | null;
  certificates: Certificate[];
  kept_tax: KeptTax | null;
  lines: LineRow[];
  codes: string[];
  known_codes: Cart["knownCodes"];
  shopper_id: Uuid | null;
  first_order: boolean;
  used: Record<Uuid, number>;
  gifts: (Omit<GiftGoods, "unitPriceMinor"> & { unitPriceMinor: string })[];
}

export function cartOf(row: CartRow): Cart {
  return {
    id: row.id,
    customerId: row.customer_id,
    market: row.market,
    currency: asCurrency(row.currency),
    locale: row.locale,
    email: row.email,
    shippingAddress: row.shipping_address,
    billingAddress: row.billing_address,
    deliveryOptionId: row.delivery_option_id,
    paymentMethod: row.payment_method,
    vatId: row.vat_id,
    vatIdKnown: row.vat_id_known,
    certificates: row.certificates,
    keptTax: row.kept_tax,
    note: row.note,
    version: row.version,
    orderId: row.order_id,
    useStoreCredit: row.use_store_credit,
    credits: row.credits.map((credit) => ({
      ...credit,
      availableMinor: BigInt(credit.availableMinor),
    })),
    codes: row.codes,
    knownCodes: row.known_codes,
    history: {
      customerId: row.shopper_id,
      firstOrder: row.first_order,
      used: new Map(Object.entries(row.used)),
    },
    giftGoods: row.gifts.map((each) => ({
      ...each,
      unitPriceMinor: BigInt(each.unitPriceMinor),
    })),
    lines: row.lines.map((line) => ({
      ...line,
      priceSeenMinor: BigInt(line.priceSeenMinor),
      unitPriceMinor: line.unitPriceMinor === null ? null : BigInt(line.unitPriceMinor),
    })),
  };
}
