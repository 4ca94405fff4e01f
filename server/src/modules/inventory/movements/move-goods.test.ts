import { describe, expect, it } from "vitest";
import { testShop } from "../../../../test/support/test-shop.ts";
import { newId, type Uuid } from "../../../kernel/ids.ts";
import { money } from "../../../kernel/money.ts";
import { typeId } from "../../../kernel/type-id.ts";
import { runAudit } from "../../../platform/audit.ts";
import type { Context } from "../../../platform/context.ts";
import { sql } from "../../../platform/sql.ts";
import { checks as ledgerChecks } from "../../ledger/audit.ts";
import { checks } from "../audit.ts";
import { aVariant, aWarehouse, stocked } from "../examples.ts";
import { places } from "../location.ts";
import { markPicked } from "../reservations/mark-picked.ts";
import { releaseReservations } from "../reservations/release-reservations.ts";
import { reserveStock } from "../reservations/reserve-stock.ts";
import { listReservations } from "../reservations/store.ts";
import { adjustStock } from "./adjust-stock.ts";
import { receiveStock } from "./receive-stock.ts";
import { returnToStock } from "./return-to-stock.ts";
import { reverseMovement } from "./reverse-movement.ts";
import { shipReserved } from "./ship-reserved.ts";
import { transferStock } from "./transfer-stock.ts";
import { readValuations } from "./valuations.ts";

const shop = await testShop();
const edge = shop.edge();
const within = <T>(work: (ctx: Context) => Promise<T>): Promise<T> => edge.transaction(work);
const warehouse = await within((ctx) => aWarehouse(ctx));
const second = await within((ctx) => aWarehouse(ctx));

async function aStockedVariant(units: number, unitCost = 1000n) {
  const variant = await aVariant(shop.database);
  await within((ctx) => stocked(ctx, warehouse, [[variant.variantId, units]], unitCost));
  return variant.variantId;
}

/** An order with so many units of a variant reserved. */
async function anOrder(variantId: Uuid, quantity: number) {
  const [orderId, orderLineId] = [newId(), newId()];
  await within((ctx) =>
    reserveStock(ctx, {
      orderId,
      country: "DE",
      state: "allocated",
      lines: [{ orderLineId, variantId, quantity }],
    }),
  );
  const line = { orderLineId, variantId, locationId: warehouse.id, lot: "" };
  return { orderId, line };
}

async function onHand(variantId: Uuid, locationId: Uuid = warehouse.id): Promise<bigint> {
  const row = await shop.database.maybe<{ on_hand: bigint }>(sql`
    select on_hand from inventory.stock where variant_id = ${variantId} and location_id = ${locationId}`);
  return row?.on_hand ?? 0n;
}

async function worth(variantId: Uuid) {
  return (await readValuations(edge.reading(), [variantId])).get(variantId);
}

async function postingsOf(causeId: Uuid) {
  return shop.database.all<{ role: string; amount: bigint }>(sql`
    select a.role, p.amount_minor as amount
    from ledger.entry e
    join ledger.posting p on p.entry_id = e.id
    join ledger.account a on a.code = p.account
    where e.cause_id = ${causeId} order by p.position`);
}

async function expectCleanAudit(): Promise<void> {
  const results = await runAudit(shop.database, [...checks, ...ledgerChecks]);
  expect(results.filter(({ offences }) => offences.length > 0)).toEqual([]);
}

describe("goods that come", () => {
  it("are on hand, valued at their cost and booked against goods received", async () => {
    const { variantId } = await aVariant(shop.database);
    const cause = { type: "purchase_receipt", id: newId() };
    await within((ctx) =>
      receiveStock(ctx, {
        locationId: warehouse.id,
        note: "first delivery",
        cause,
        lines: [{ variantId, lot: "", quantity: 4, unitCost: money(250n, "EUR") }],
      }),
    );
    expect(await onHand(variantId)).toBe(4n);
    expect(await onHand(variantId, places.supplier)).toBe(-4n);
    expect(await worth(variantId)).toEqual({ quantity: 4n, value: 1000n });
    expect(await postingsOf(cause.id)).toEqual([
      { role: "inventory", amount: 1000n },
      { role: "goods_received", amount: -1000n },
    ]);
    await expectCleanAudit();
  });

  it("are refused at a place that is no warehouse, and of variants that do not exist", async () => {
    const variantId = await aStockedVariant(1);
    const line = { variantId, lot: "", quantity: 1, unitCost: money(1n, "EUR") };
    const receive = (locationId: Uuid, lines: (typeof line)[]) =>
      within((ctx) => receiveStock(ctx, { locationId, note: "", lines }));
    await expect(receive(places.customer, [line])).rejects.toMatchObject({
      kind: { code: "not_found" },
    });
    const stranger = newId();
    await expect(receive(warehouse.id, [{ ...line, variantId: stranger }])).rejects.toMatchObject({
      details: { variantIds: [typeId("variant", stranger)] },
    });
  });

  it("cover the oldest backorders, each whole, and say whose", async () => {
    const { variantId } = await aVariant(shop.database, { policy: "backorder", backorderCap: 20 });
    const first = await anOrder(variantId, 5);
    const other = await anOrder(variantId, 2);
    const backordered = async (orderId: Uuid) =>
      (await listReservations(edge.reading(), orderId)).map((each) => each.backordered);
    const [reservation] = await listReservations(edge.reading(), first.orderId);
    const home = { id: reservation?.locationId ?? "" };
    await within((ctx) => stocked(ctx, home, [[variantId, 6]]));
    expect(await backordered(first.orderId)).toEqual([false]);
    expect(await backordered(other.orderId)).toEqual([true]);
    const events = await shop.database.all<{ payload: { orderId: Uuid } }>(sql`
      select payload from platform.event where type = 'inventory.backorder_covered'`);
    expect(events.map(({ payload }) => payload.orderId)).toEqual([first.orderId]);
    await within((ctx) =>
      releaseReservations(ctx, first.orderId, {
        lines: [{ orderLineId: first.line.orderLineId, quantity: 1 }],
      }),
    );
    expect(await backordered(other.orderId)).toEqual([false]);
    await expectCleanAudit();
  });
});

describe("goods that leave", () => {
  it("are shipped from what the order has reserved, at average cost, with the cost booked", async () => {
    const variantId = await aStockedVariant(3, 1000n);
    await within((ctx) => stocked(ctx, warehouse, [[variantId, 1]], 2000n));
    const { orderId, line } = await anOrder(variantId, 3);
    await within((ctx) => markPicked(ctx, { orderId, lines: [{ ...line, quantity: 1 }] }));
    const shipmentId = newId();
    const trips = await shop.roundTrips(async () => {
      const { cost, costByVariant } = await within((ctx) =>
        shipReserved(ctx, { orderId, shipmentId, lines: [{ ...line, quantity: 2 }] }),
      );
      expect(cost).toEqual(money(2500n, "EUR"));
      expect(costByVariant.get(variantId)).toEqual(cost);
    });
    expect(trips.filter((text) => /inventory\.|ledger\./.test(text))).toHaveLength(7);
    const states = (await listReservations(edge.reading(), orderId)).map((each) => [
      each.state,
      each.quantity,
    ]);
    expect(states.toSorted(([a = ""], [b = ""]) => String(a).localeCompare(String(b)))).toEqual([
      ["allocated", 1],
      ["shipped", 1],
      ["shipped", 1],
    ]);
    expect(await worth(variantId)).toEqual({ quantity: 2n, value: 2500n });
    expect(await postingsOf(shipmentId)).toEqual([
      { role: "inventory", amount: -2500n },
      { role: "cost_of_goods", amount: 2500n },
    ]);
    await expectCleanAudit();
  });

  it("are never more than is ready", async () => {
    const variantId = await aStockedVariant(5);
    const { orderId, line } = await anOrder(variantId, 2);
    await expect(
      within((ctx) =>
        shipReserved(ctx, { orderId, shipmentId: newId(), lines: [{ ...line, quantity: 3 }] }),
      ),
    ).rejects.toMatchObject({
      kind: { code: "reservation_short" },
      details: { wanted: 3, ready: 2 },
    });
  });

  it("come back at the cost at which they left, also when the average has moved since", async () => {
    const variantId = await aStockedVariant(2, 1000n);
    const { orderId, line } = await anOrder(variantId, 2);
    await within((ctx) =>
      shipReserved(ctx, { orderId, shipmentId: newId(), lines: [{ ...line, quantity: 2 }] }),
    );
    expect(await worth(variantId)).toEqual({ quantity: 0n, value: 0n });
    await within((ctx) => stocked(ctx, warehouse, [[variantId, 1]], 5000n));
    const returnId = newId();
    const { orderLineId: _, ...key } = line;
    await within((ctx) =>
      returnToStock(ctx, { orderId, returnId, note: "", lines: [{ ...key, quantity: 1 }] }),
    );
    expect(await worth(variantId)).toEqual({ quantity: 2n, value: 6000n });
    expect(await postingsOf(returnId)).toMatchObject([{ amount: 1000n }, { amount: -1000n }]);
    await expectCleanAudit();
  });
});

describe("correcting what is on hand", () => {
  it("books what is missing as a loss at its average value", async () => {
    const variantId = await aStockedVariant(3, 1000n);
    const key = { variantId, locationId: warehouse.id, lot: "" };
    const count = { ...key, change: { counted: 1 }, reason: "count", note: "" } as const;
    expect(await within((ctx) => adjustStock(ctx, count))).toBe(-2);
    expect(await within((ctx) => adjustStock(ctx, count))).toBe(0);
    expect(await worth(variantId)).toEqual({ quantity: 1n, value: 1000n });
    const found = { ...key, change: { delta: 3 }, reason: "found", note: "behind a sofa" } as const;
    expect(await within((ctx) => adjustStock(ctx, found))).toBe(3);
    expect(await worth(variantId)).toEqual({ quantity: 4n, value: 4000n });
    await expectCleanAudit();
  });

  it("refuses to write off goods that orders wait for, and names the orders", async () => {
    const variantId = await aStockedVariant(3);
    const { orderId } = await anOrder(variantId, 2);
    const key = { variantId, locationId: warehouse.id, lot: "" };
    const adjust = (change: { counted: number } | { delta: number }) =>
      within((ctx) => adjustStock(ctx, { ...key, change, reason: "loss", note: "" }));
    await expect(adjust({ counted: 1 })).rejects.toMatchObject({
      kind: { code: "stock_reserved" },
      details: {
        onHand: 3,
        reserved: 2,
        orders: [{ orderId: typeId("order", orderId), quantity: 2 }],
      },
    });
    await expect(adjust({ delta: -4 })).rejects.toMatchObject({
      kind: { code: "not_on_hand" },
      details: { onHand: 3, wanted: 4 },
    });
    expect(await adjust({ delta: -1 })).toBe(-1);
    await expectCleanAudit();
  });

  it("moves goods between warehouses without touching their value", async () => {
    const variantId = await aStockedVariant(3, 700n);
    await within((ctx) =>
      transferStock(ctx, {
        fromId: warehouse.id,
        toId: second.id,
        note: "",
        lines: [{ variantId, lot: "", quantity: 2 }],
      }),
    );
    expect([await onHand(variantId), await onHand(variantId, second.id)]).toEqual([1n, 2n]);
    expect(await worth(variantId)).toEqual({ quantity: 3n, value: 2100n });
    await expectCleanAudit();
  });

  it("undoes a receipt once, with the value it came with", async () => {
    const variantId = await aStockedVariant(1, 1000n);
    const [moved] = await within((ctx) =>
      receiveStock(ctx, {
        locationId: warehouse.id,
        note: "",
        lines: [{ variantId, lot: "", quantity: 2, unitCost: money(4000n, "EUR") }],
      }),
    );
    const movementId = moved?.movementId ?? "";
    await within((ctx) => reverseMovement(ctx, movementId, "wrong box"));
    expect(await worth(variantId)).toEqual({ quantity: 1n, value: 1000n });
    await expect(within((ctx) => reverseMovement(ctx, movementId, ""))).rejects.toMatchObject({
      kind: { code: "already_reversed" },
    });
    await expectCleanAudit();
  });

  it("does not undo a shipment, which comes back as a return", async () => {
    const variantId = await aStockedVariant(1);
    const { orderId, line } = await anOrder(variantId, 1);
    await within((ctx) =>
      shipReserved(ctx, { orderId, shipmentId: newId(), lines: [{ ...line, quantity: 1 }] }),
    );
    const { id } = await shop.database.one<{ id: Uuid }>(sql`
      select id from inventory.movement where order_id = ${orderId}`);
    await expect(within((ctx) => reverseMovement(ctx, id, ""))).rejects.toMatchObject({
      kind: { code: "not_reversible" },
    });
  });
});
