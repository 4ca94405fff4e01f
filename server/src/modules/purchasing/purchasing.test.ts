import { describe, expect, it } from "vitest";
import { callerFor, owner, staffWith, testShop } from "../../../test/support/test-shop.ts";
import { routesById, shopFor } from "../../app/shop.ts";
import { newId, type Uuid } from "../../kernel/ids.ts";
import { typeId } from "../../kernel/type-id.ts";
import { runAudit } from "../../platform/audit.ts";
import type { Context, Principal } from "../../platform/context.ts";
import { checks } from "../inventory/audit.ts";
import { aVariant, aWarehouse } from "../inventory/examples.ts";
import { listReservations, releaseReservations, reserveStock } from "../inventory/index.ts";
import { cancelOpenPurchases, neededOf } from "./cancel-open-purchases.ts";
import {
  cancelPurchase,
  listPurchaseRequests,
  markPurchaseOrdered,
  receivePurchase,
} from "./contract.ts";
import { routes } from "./http.ts";
import { requestPurchase } from "./request-purchase.ts";

const shop = await testShop();
const edge = shop.edge();
const within = <T>(work: (ctx: Context) => Promise<T>): Promise<T> => edge.transaction(work);
const executor = { database: shop.database, checkReplies: true };
const as = (principal: Principal) => shopFor(executor, routesById(routes), callerFor(principal));
await within((ctx) => aWarehouse(ctx));

/** An order that needs so many units from the supplier, with its request. */
async function anOrderInNeed(variantId: Uuid, quantity: number) {
  const orderId = newId();
  await within(async (ctx) => {
    const lines = [{ orderLineId: newId(), variantId, quantity }];
    const { fromSupplier } = await reserveStock(ctx, {
      orderId,
      country: "DE",
      state: "allocated",
      lines,
    });
    await requestPurchase(
      ctx,
      fromSupplier.map((line) => ({ ...line, orderId, neededBy: "2026-12-01" })),
    );
  });
  const { items } = await as(owner).call(listPurchaseRequests, {
    query: { orderId: typeId("order", orderId) },
  });
  return { orderId, items };
}

async function waits(orderId: Uuid): Promise<boolean> {
  return (await listReservations(edge.reading(), orderId)).some(({ backordered }) => backordered);
}

const unitCost = { minor: "1200", currency: "EUR" } as const;

describe("a purchase request", () => {
  it("is ordered, received with its cost, and lets the waiting order go", async () => {
    const { variantId, sku } = await aVariant(shop.database, { policy: "order_from_supplier" });
    const { orderId, items } = await anOrderInNeed(variantId, 3);
    expect(items).toMatchObject([{ sku, quantity: 3, state: "open", neededBy: "2026-12-01" }]);
    const params = { purchaseId: items[0]?.id ?? "" };
    const staff = as(owner);
    const ordered = await staff.call(markPurchaseOrdered, {
      params,
      body: {},
      idempotencyKey: "a",
    });
    expect(ordered.state).toBe("ordered");
    expect(await waits(orderId)).toBe(true);
    const body = { quantity: 3, unitCost };
    const received = await staff.call(receivePurchase, { params, body, idempotencyKey: "b" });
    expect(received.state).toBe("received");
    expect(await waits(orderId)).toBe(false);
    await expect(
      staff.call(receivePurchase, { params, body, idempotencyKey: "c" }),
    ).rejects.toMatchObject({
      kind: { code: "purchase_not_in_state" },
      details: { state: "received" },
    });
    const audit = await runAudit(shop.database, checks);
    expect(audit.filter(({ offences }) => offences.length > 0)).toEqual([]);
  });

  it("keeps the rest of a part delivery as a request of its own", async () => {
    const { variantId } = await aVariant(shop.database, { policy: "order_from_supplier" });
    const { orderId, items } = await anOrderInNeed(variantId, 3);
    const params = { purchaseId: items[0]?.id ?? "" };
    const body = { quantity: 2, unitCost };
    const received = await as(owner).call(receivePurchase, { params, body, idempotencyKey: "d" });
    expect(received).toMatchObject({ state: "received", quantity: 2 });
    const query = { orderId: typeId("order", orderId) };
    const { items: now } = await as(owner).call(listPurchaseRequests, { query });
    expect(new Map(now.map(({ state, quantity }) => [state, quantity]))).toEqual(
      new Map([
        ["ordered", 1],
        ["received", 2],
      ]),
    );
    expect(await waits(orderId)).toBe(true);
  });

  it("is dropped with its order, as far as units were cancelled and the supplier was not asked", async () => {
    const { variantId } = await aVariant(shop.database, { policy: "order_from_supplier" });
    const { orderId } = await anOrderInNeed(variantId, 3);
    const [reservation] = await listReservations(edge.reading(), orderId);
    const orderLineId = reservation?.orderLineId ?? "";
    const cancel = (quantity: number, lines: Uuid[] | null = null) =>
      within(async (ctx) => {
        await releaseReservations(ctx, orderId, { lines: [{ orderLineId, quantity }] });
        return cancelOpenPurchases(ctx, orderId, lines);
      });
    const states = async () => {
      const query = { orderId: typeId("order", orderId) };
      const { items } = await as(owner).call(listPurchaseRequests, { query });
      return items.map(({ state, quantity }) => [state, quantity]);
    };
    expect(await within((ctx) => cancelOpenPurchases(ctx, orderId))).toBe(0);
    expect(await cancel(1, [newId()])).toBe(0);
    expect(await cancel(1, [orderLineId])).toBe(1);
    expect(await states()).toEqual([["open", 1]]);
    expect(await cancel(1)).toBe(1);
    expect(await states()).toEqual([["cancelled", 1]]);
    expect(await within((ctx) => cancelOpenPurchases(ctx, orderId))).toBe(0);
  });

  it("counts what was ordered already before it asks for less", () => {
    const open = [
      { id: "a", orderLineId: "x", quantity: 2 },
      { id: "b", orderLineId: "x", quantity: 2 },
      { id: "c", orderLineId: "y", quantity: 1 },
    ];
    const stillNeeded = new Map([
      ["x", 3],
      ["y", -1],
    ]);
    expect(neededOf(open, stillNeeded)).toEqual([
      { id: "b", needed: 1 },
      { id: "c", needed: 0 },
    ]);
  });

  it("is cancelled by staff who may write stock, and by nobody else", async () => {
    const { variantId } = await aVariant(shop.database, { policy: "order_from_supplier" });
    const { items } = await anOrderInNeed(variantId, 1);
    const params = { purchaseId: items[0]?.id ?? "" };
    const input = { params, body: { reason: "found one" }, idempotencyKey: "e" };
    await expect(as(staffWith("stock:read")).call(cancelPurchase, input)).rejects.toMatchObject({
      kind: { code: "not_allowed" },
    });
    expect((await as(staffWith("stock:write")).call(cancelPurchase, input)).state).toBe(
      "cancelled",
    );
  });

  it("pages through the list, oldest first", async () => {
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const query = after === undefined ? { limit: 2 } : { limit: 2, after };
      const page = await as(owner).call(listPurchaseRequests, { query });
      seen.push(...page.items.map(({ id }) => id));
      after = page.next ?? undefined;
    } while (after !== undefined);
    const { items } = await as(owner).call(listPurchaseRequests, { query: {} });
    expect(seen).toEqual(items.map(({ id }) => id));
  });
});
