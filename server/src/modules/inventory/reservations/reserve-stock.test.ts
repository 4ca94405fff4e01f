import { describe, expect, it } from "vitest";
import { testShop } from "../../../../test/support/test-shop.ts";
import { newId, type Uuid } from "../../../kernel/ids.ts";
import { typeId } from "../../../kernel/type-id.ts";
import { runAudit } from "../../../platform/audit.ts";
import { sql } from "../../../platform/sql.ts";
import { checks } from "../audit.ts";
import { aVariant, aWarehouse, stocked } from "../examples.ts";
import { readAvailability } from "../availability.ts";
import { allocateReservations } from "./allocate-reservations.ts";
import { releaseReservations } from "./release-reservations.ts";
import { reserveStock } from "./reserve-stock.ts";
import { listReservations } from "./store.ts";

const shop = await testShop();
const edge = shop.edge();

const hamburg = await edge.transaction((ctx) =>
  aWarehouse(ctx, { countries: ["DE", "FR"], priority: 5 }),
);
const newark = await edge.transaction((ctx) => aWarehouse(ctx, { countries: ["US"] }));

function linesOf(...pairs: readonly (readonly [Uuid, number])[]) {
  return pairs.map(([variantId, quantity]) => ({ orderLineId: newId(), variantId, quantity }));
}

function reserve(lines: ReturnType<typeof linesOf>, orderId = newId(), country = "DE") {
  return edge.transaction((ctx) =>
    reserveStock(ctx, { orderId, country, state: "allocated", lines }),
  );
}

async function expectCleanAudit(): Promise<void> {
  const offences = (await runAudit(shop.database, checks)).filter(
    (each) => each.offences.length > 0,
  );
  expect(offences).toEqual([]);
}

describe("reserving goods", () => {
  it("takes them from the warehouse that serves the country, in two round trips", async () => {
    const { variantId } = await aVariant(shop.database);
    await edge.transaction((ctx) => stocked(ctx, hamburg, [[variantId, 5]]));
    await edge.transaction((ctx) => stocked(ctx, newark, [[variantId, 5]]));
    let reserved: Awaited<ReturnType<typeof reserve>> | undefined;
    const trips = await shop.roundTrips(async () => {
      reserved = await reserve(linesOf([variantId, 2]));
    });
    expect(trips.filter((text) => text.includes("inventory."))).toHaveLength(2);
    expect(reserved?.reservations).toMatchObject([
      { variantId, locationId: hamburg.id, quantity: 2, backordered: false, state: "allocated" },
    ]);
    const availability = await readAvailability(edge.reading(), [variantId]);
    expect(availability.get(variantId)).toMatchObject({ available: 8, backorderRoom: 0 });
    expect(availability.get(variantId)?.byLocation.get(hamburg.id)).toBe(3);
    await expectCleanAudit();
  });

  it("adds up two lines of the same variant and refuses when they are too many together", async () => {
    const { variantId, sku } = await aVariant(shop.database);
    await edge.transaction((ctx) => stocked(ctx, hamburg, [[variantId, 5]]));
    await expect(reserve(linesOf([variantId, 3], [variantId, 3]))).rejects.toMatchObject({
      kind: { code: "out_of_stock" },
      details: {
        lines: [{ variantId: typeId("variant", variantId), sku, wanted: 6, available: 5 }],
      },
    });
    const { reservations } = await reserve(linesOf([variantId, 3], [variantId, 2]));
    expect(reservations.map(({ quantity }) => quantity)).toEqual([3, 2]);
    await expectCleanAudit();
  });

  it("reserves nothing at all when one of many lines falls short", async () => {
    const [chair, lamp] = [await aVariant(shop.database), await aVariant(shop.database)];
    await edge.transaction((ctx) =>
      stocked(ctx, hamburg, [
        [chair.variantId, 5],
        [lamp.variantId, 1],
      ]),
    );
    await expect(reserve(linesOf([chair.variantId, 1], [lamp.variantId, 2]))).rejects.toMatchObject(
      { kind: { code: "out_of_stock" } },
    );
    const availability = await readAvailability(edge.reading(), [chair.variantId]);
    expect(availability.get(chair.variantId)?.available).toBe(5);
  });

  it("promises beyond the shelf up to the backorder cap, over all orders", async () => {
    const { variantId } = await aVariant(shop.database, {
      policy: "backorder",
      backorderCap: 3,
      backorderDays: 14,
    });
    const first = await reserve(linesOf([variantId, 2]));
    expect(first.backordered).toMatchObject([{ variantId, quantity: 2, days: 14 }]);
    await expect(reserve(linesOf([variantId, 2]), newId(), "US")).rejects.toMatchObject({
      details: { lines: [{ wanted: 2, available: 1 }] },
    });
    await reserve(linesOf([variantId, 1]), newId(), "US");
    await expectCleanAudit();
  });

  it("says what has to be bought when the supplier delivers, also for a variant never stocked", async () => {
    const { variantId } = await aVariant(shop.database, {
      policy: "order_from_supplier",
      backorderDays: 10,
    });
    await edge.transaction((ctx) => stocked(ctx, hamburg, [[variantId, 1]]));
    const { fromSupplier, backordered, reservations } = await reserve(linesOf([variantId, 4]));
    expect(backordered).toEqual([]);
    expect(fromSupplier).toMatchObject([
      { variantId, quantity: 3, locationId: hamburg.id, days: 10 },
    ]);
    expect(reservations).toHaveLength(2);
    await expectCleanAudit();
  });

  it("takes everything from the pickup location or refuses", async () => {
    const { variantId } = await aVariant(shop.database);
    await edge.transaction((ctx) => stocked(ctx, hamburg, [[variantId, 5]]));
    const request = { country: "DE", state: "allocated", pickupLocationId: newark.id } as const;
    await expect(
      edge.transaction((ctx) =>
        reserveStock(ctx, { ...request, orderId: newId(), lines: linesOf([variantId, 1]) }),
      ),
    ).rejects.toMatchObject({ kind: { code: "out_of_stock" } });
  });

  it("holds goods until they are allocated, and gives them back when they are released", async () => {
    const { variantId } = await aVariant(shop.database);
    await edge.transaction((ctx) => stocked(ctx, hamburg, [[variantId, 5]]));
    const orderId = newId();
    const lines = linesOf([variantId, 3]);
    const expiresAt = new Date(Date.now() + 900_000);
    await edge.transaction((ctx) =>
      reserveStock(ctx, { orderId, country: "DE", state: "held", expiresAt, lines }),
    );
    expect(await listReservations(edge.reading(), orderId)).toMatchObject([
      { state: "held", expiresAt },
    ]);
    expect(await edge.transaction((ctx) => allocateReservations(ctx, orderId))).toBe(1);
    const [line] = lines;
    const released = await edge.transaction((ctx) =>
      releaseReservations(ctx, orderId, {
        lines: [{ orderLineId: line?.orderLineId ?? "", quantity: 2 }],
      }),
    );
    expect(released).toMatchObject([
      { variantId, locationId: hamburg.id, quantity: 2, backordered: false },
    ]);
    const states = (await listReservations(edge.reading(), orderId)).map((each) => [
      each.state,
      each.quantity,
    ]);
    expect(states).toEqual([
      ["allocated", 1],
      ["released", 2],
    ]);
    await edge.transaction((ctx) => releaseReservations(ctx, orderId));
    expect((await readAvailability(edge.reading(), [variantId])).get(variantId)?.available).toBe(5);
    await expectCleanAudit();
  });

  it("releases what is only promised before what is at hand, and says where", async () => {
    const { variantId } = await aVariant(shop.database, { policy: "backorder", backorderCap: 9 });
    await edge.transaction((ctx) => stocked(ctx, hamburg, [[variantId, 3]]));
    const orderId = newId();
    const lines = linesOf([variantId, 5]);
    await reserve(lines, orderId);
    const orderLineId = lines[0]?.orderLineId ?? "";
    const release = (more: object) =>
      edge.transaction((ctx) =>
        releaseReservations(ctx, orderId, { lines: [{ orderLineId, quantity: 3, ...more }] }),
      );
    const units = (await release({})).map(({ quantity, backordered }) => [quantity, backordered]);
    expect(units).toEqual([
      [2, true],
      [1, false],
    ]);
    expect(await release({ locationId: newark.id })).toEqual([]);
    await expectCleanAudit();
  });

  it("plans again on what it finds when it was overtaken", async () => {
    const { variantId } = await aVariant(shop.database);
    await edge.transaction((ctx) => stocked(ctx, hamburg, [[variantId, 5]]));
    await edge.transaction((ctx) => stocked(ctx, newark, [[variantId, 5]]));
    const gate = Promise.withResolvers<void>();
    const overtaker = edge.transaction(async (ctx) => {
      await reserveStock(ctx, {
        orderId: newId(),
        country: "DE",
        state: "allocated",
        lines: linesOf([variantId, 4]),
      });
      await gate.promise;
    });
    await waitUntil(async () => (await lockedRows(variantId)) > 0);
    const late = reserve(linesOf([variantId, 5]));
    await waitUntil(async () => (await waiters()) > 0);
    gate.resolve();
    await overtaker;
    const { reservations } = await late;
    expect(reservations).toMatchObject([{ locationId: newark.id, quantity: 5 }]);
    await expectCleanAudit();
  });
});

async function lockedRows(variantId: Uuid): Promise<number> {
  const free = await shop.database.all(sql`
    select 1 from inventory.stock where variant_id = ${variantId} and warehouse for update skip locked`);
  return 2 - free.length;
}

async function waiters(): Promise<number> {
  const rows = await shop.database.all(sql`
    select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`);
  return rows.length;
}

async function waitUntil(true_: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 500; tries += 1) {
    if (await true_()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error("it did not happen within five seconds");
}
