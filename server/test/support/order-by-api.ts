import { randomUUID } from "node:crypto";
import { present } from "../../src/kernel/assert.ts";
import type { DeskOrderView } from "../../src/modules/desk/contract.ts";
import { adjustStock, listStock, readStock } from "../../src/modules/inventory/contract.ts";
import { changeCartDetails, createCart } from "../../src/modules/cart/contract.ts";
import { placeOrder } from "../../src/modules/checkout/contract.ts";
import { berlin } from "../../src/modules/checkout/examples.ts";
import type { PaymentMethod } from "../../src/modules/settings/index.ts";
import type { JourneyShop } from "./journey-shop.ts";
import { orderNumbered } from "./order-record.ts";

export interface ApiOrder {
  readonly order: DeskOrderView;
  /** Opens the page where the shopper sees how it stands. */
  readonly statusPath: string;
  readonly email: string;
}

export interface Wanted {
  readonly lines: readonly (readonly [sku: string, quantity: number])[];
  readonly method: PaymentMethod;
}

/** The id of a variant as it travels, by its SKU. */
export async function variantId(shop: JourneyShop, sku: string): Promise<string> {
  const { items } = await shop.staff.call(listStock, { query: { search: sku } });
  return present(
    items.find((each) => each.sku === sku),
    sku,
  ).variantId;
}

/** Orders without a browser, for journeys that begin where the shopper has gone. */
export async function orderByApi(shop: JourneyShop, { lines, method }: Wanted): Promise<ApiOrder> {
  const email = `${randomUUID()}@example.com`;
  const wanted = await Promise.all(
    lines.map(async ([sku, quantity]) => ({ variantId: await variantId(shop, sku), quantity })),
  );
  const { id } = await shop.staff.call(createCart, { body: { market: "eu", lines: wanted } });
  const cart = await shop.staff.call(changeCartDetails, {
    params: { id },
    body: { email, shippingAddress: berlin },
  });
  const delivery = present(cart.deliveryChoices[0], "a delivery");
  const fee = cart.paymentMethods.find((each) => each.method === method)?.fee.minor ?? "0";
  const total = BigInt(cart.totals.total.minor) + BigInt(delivery.price.minor) + BigInt(fee);
  const placed = await shop.staff.call(placeOrder, {
    params: { id },
    body: {
      expectedTotal: { minor: total.toString(), currency: "EUR" },
      deliveryOptionId: delivery.id,
      paymentMethod: method,
      ...(method === "test-card" ? { paymentToken: "tok_approved" } : {}),
    },
    idempotencyKey: randomUUID(),
  });
  const { number, linkSecret } = placed.order;
  return { order: await orderNumbered(shop, number), statusPath: `/order/${linkSecret}`, email };
}

/** Counts all warehouses, as staff would, so that so many are left to sell. */
export async function leaveInStock(shop: JourneyShop, sku: string, units: number): Promise<void> {
  const params = { variantId: await variantId(shop, sku) };
  const { locations } = await shop.staff.call(readStock, { params });
  for (const [index, at] of locations.entries()) {
    await shop.staff.call(adjustStock, {
      params,
      body: {
        locationId: at.locationId,
        lot: at.lot,
        change: { counted: at.reserved + (index === 0 ? units : 0) },
        reason: "count",
        note: "",
      },
      idempotencyKey: randomUUID(),
    });
  }
}
