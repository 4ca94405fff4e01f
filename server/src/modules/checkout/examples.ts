import { testShop, type TestShop } from "../../../test/support/test-shop.ts";
import { routes } from "../../app/rooms.ts";
import { shopFor } from "../../app/shop.ts";
import { callerFor } from "../../../test/support/test-shop.ts";
import { anonymous } from "../../platform/context.ts";
import { routes as cartRoutes } from "../cart/http.ts";
import { routes as checkoutRoutes } from "./http.ts";
import { connectProviders } from "../../app/providers.ts";
import type { CallInput } from "../../kernel/endpoint.ts";
import { Refusal } from "../../kernel/errors.ts";
import { newId, type Uuid } from "../../kernel/ids.ts";
import { money } from "../../kernel/money.ts";
import { typeId } from "../../kernel/type-id.ts";
import type { Principal } from "../../platform/context.ts";
import type { Edge } from "../../platform/edge.ts";
import { sql } from "../../platform/sql.ts";
import * as cart from "../cart/contract.ts";
import {
  createWarehouse,
  receiveStock,
  type StockPolicy,
  type Warehouse,
} from "../inventory/index.ts";
import { seedSettings } from "../settings/index.ts";
import { placeOrder, type PlacedView } from "./contract.ts";

/** A shop with three markets, one warehouse in Hamburg, and cash on delivery up to 2,000 €. */
export interface StockedShop extends TestShop {
  readonly warehouse: Warehouse;
}

export async function stockedShop(options: { poolSize?: number } = {}): Promise<StockedShop> {
  connectProviders(null);
  const shop = await testShop(options);
  const warehouse = await shop.edge().transaction(async (ctx) => {
    const made = await createWarehouse(ctx, {
      code: "HAM",
      name: "Hamburg",
      address: {
        name: "Warehouse",
        line1: "Dock 1",
        city: "Hamburg",
        postcode: "20457",
        country: "DE",
      },
      countries: [],
      priority: 0,
      active: true,
    });
    await seedSettings(ctx, {
      values: {
        // Tests order much from one address, for few people.
        checkout: {
          ordersPerAddress: 1_000_000,
          ordersPerCustomer: 1_000_000,
          unpaidPerCustomer: 1_000_000,
        },
        "cash-on-delivery": {
          enabled: true,
          fees: [],
          limits: [
            { minor: "200000", currency: "EUR" },
            { minor: "200000", currency: "USD" },
          ],
        },
        "bank-transfer": {
          enabled: true,
          accountHolder: "Shop",
          iban: "DE89370400440532013000",
          bic: "COBADEFFXXX",
          bank: "Bank",
          daysToPay: 10,
        },
      },
      pickupLocation: made.id,
    });
    return made;
  });
  const byId = new Map(
    [...routes, ...cartRoutes, ...checkoutRoutes].map((each) => [each.endpoint.id, each]),
  );
  const executor = { database: shop.database, checkReplies: true };
  return {
    ...shop,
    warehouse,
    call: (endpoint, input, as, more = {}) =>
      shopFor(executor, byId, { ...callerFor(as ?? anonymous), ...more }).call(endpoint, input),
  };
}

export interface Goods {
  /** Minor units of EUR, with tax; the same number of USD cents before tax. */
  readonly price?: number;
  readonly stock?: number;
  readonly policy?: StockPolicy;
  readonly cap?: number;
  readonly days?: number;
  readonly title?: string;
  readonly weightGrams?: number;
  readonly taxCategory?: string;
  /** A gift card: nothing lies on a shelf. */
  readonly giftCard?: boolean;
}

let made = 0;

/** A thing on sale, on the shelf. */
export async function goods(
  shop: Pick<StockedShop, "warehouse"> & { edge(): Edge },
  facts: Goods = {},
): Promise<Uuid> {
  const [variantId, productId] = [newId(), newId()];
  const { price = 10_000, stock = 10 } = facts;
  made += 1;
  const title = facts.title ?? `Thing ${made}`;
  await shop.edge().transaction(async (ctx) => {
    await ctx.db.run(sql`
      with product as (
        insert into catalog.product (id, handle, status, kind, tax_category, created_at, changed_at)
        values (${productId}, ${`thing-${productId}`}, 'published',
                ${facts.giftCard === true ? "gift_card" : "physical"},
                ${facts.giftCard === true ? "zero" : (facts.taxCategory ?? "standard")}, now(), now())
      ), words as (
        insert into catalog.product_text (product_id, locale, title) values (${productId}, 'en', ${title})
      ), variant as (
        insert into catalog.variant
          (id, product_id, sku, weight_grams, stock_policy, backorder_cap, backorder_days)
        values (${variantId}, ${productId}, ${`T-${variantId}`}, ${facts.weightGrams ?? 1000},
                ${facts.policy ?? "refuse"}, ${facts.cap ?? 0}, ${facts.days ?? 0})
      )
      insert into pricing.price (variant_id, currency, amount_minor)
      values (${variantId}, 'EUR', ${price}), (${variantId}, 'USD', ${price})`);
    if (stock === 0 || facts.giftCard === true) return;
    await receiveStock(ctx, {
      locationId: shop.warehouse.id,
      note: "",
      lines: [{ variantId, lot: "", quantity: stock, unitCost: money(1000n, "EUR") }],
    });
  });
  return variantId;
}

export const berlin = {
  name: "Ada Lovelace",
  line1: "Torstraße 1",
  city: "Berlin",
  postcode: "10119",
  country: "DE",
};

export function wanted(variantId: Uuid, quantity = 1) {
  return { variantId: typeId("variant", variantId), quantity };
}

/** A cart that can be ordered: goods, address, delivery, cash on delivery. */
export async function readyCart(
  shop: StockedShop,
  lines: readonly { variantId: string; quantity: number }[],
  as?: Principal,
): Promise<cart.CartView> {
  const { id } = await shop.call(cart.createCart, { body: { lines: [...lines] } }, as);
  const details = { email: `${newId()}@example.com`, shippingAddress: berlin };
  const { deliveryChoices } = await shop.call(
    cart.changeCartDetails,
    { params: { id }, body: details },
    as,
  );
  const parcel = deliveryChoices.find(({ kind }) => kind === "shipping");
  if (parcel === undefined) throw new Error("No delivery is offered for this cart");
  await shop.call(
    cart.chooseDelivery,
    { params: { id }, body: { deliveryOptionId: parcel.id } },
    as,
  );
  const method = { method: "cash-on-delivery" } as const;
  return shop.call(cart.choosePaymentMethod, { params: { id }, body: method }, as);
}

type PlaceBody = CallInput<typeof placeOrder>["body"];

/** Places the order of a cart for what it costs as seen. */
export function place(
  shop: Pick<StockedShop, "call">,
  seen: cart.CartView,
  more: Partial<PlaceBody> & { key?: string } = {},
  as?: Principal,
): Promise<PlacedView> {
  const { key = newId(), ...body } = more;
  return shop.call(
    placeOrder,
    {
      params: { id: seen.id },
      body: { expectedTotal: seen.totals.total, ...body },
      idempotencyKey: key,
    },
    as,
  );
}

/** The refusal that a call ends with; fails when it does not. */
export async function refusalOf(
  call: Promise<unknown>,
): Promise<{ code: string; details: unknown }> {
  const error = await call.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Refusal)) throw new Error("It was not refused", { cause: error });
  return { code: error.kind.code, details: error.details };
}
