import { describe, expect, it } from "vitest";
import { testShop } from "../../../../test/support/test-shop.ts";
import { Refusal } from "../../../kernel/errors.ts";
import { newId, type Uuid } from "../../../kernel/ids.ts";
import { runAudit } from "../../../platform/audit.ts";
import { sql } from "../../../platform/sql.ts";
import { checks } from "../audit.ts";
import { aVariant, aWarehouse, stocked } from "../examples.ts";
import { shipReserved } from "../movements/ship-reserved.ts";
import { releaseReservations } from "./release-reservations.ts";
import { reserveStock } from "./reserve-stock.ts";
import { listReservations } from "./store.ts";

const connections = 24;
const shop = await testShop({ poolSize: connections });
const edge = shop.edge();
const [hamburg, newark] = await edge.transaction(async (ctx) => [
  await aWarehouse(ctx, { countries: ["DE"] }),
  await aWarehouse(ctx, { countries: ["US"] }),
]);

const deadlocksAtStart = await deadlocks();

async function deadlocks(): Promise<bigint> {
  const { deadlocks: count } = await shop.database.one<{ deadlocks: bigint }>(sql`
    select deadlocks from pg_stat_database where datname = current_database()`);
  return count;
}

/** Runs the attempts with every connection busy; counts what was sold and what was refused. */
async function rush(attempts: number, attempt: (index: number) => Promise<void>) {
  let [sold, refused, next] = [0, 0, 0];
  const worker = async (): Promise<void> => {
    while (next < attempts) {
      const index = next;
      next += 1;
      try {
        await attempt(index);
        sold += 1;
      } catch (error) {
        if (!(error instanceof Refusal) || error.kind.code !== "out_of_stock") throw error;
        refused += 1;
      }
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  return { sold, refused };
}

function buy(wanted: readonly (readonly [Uuid, number])[], country = "DE", orderId = newId()) {
  return edge.transaction(async (ctx) => {
    await reserveStock(ctx, {
      orderId,
      country,
      state: "allocated",
      lines: wanted.map(([variantId, quantity]) => ({ orderLineId: newId(), variantId, quantity })),
    });
  });
}

async function expectCleanAudit(): Promise<void> {
  const results = await runAudit(shop.database, checks);
  expect(results.filter(({ offences }) => offences.length > 0)).toEqual([]);
}

async function left(variantId: Uuid): Promise<bigint> {
  const { free } = await shop.database.one<{ free: bigint }>(sql`
    select sum(on_hand - reserved)::bigint as free from inventory.stock
    where variant_id = ${variantId} and warehouse`);
  return free;
}

describe("many buyers at once", () => {
  it("sell the last units once each, from both warehouses", async () => {
    const { variantId } = await aVariant(shop.database);
    await edge.transaction((ctx) => stocked(ctx, hamburg, [[variantId, 60]]));
    await edge.transaction((ctx) => stocked(ctx, newark, [[variantId, 40]]));
    const counts = await rush(300, (index) => buy([[variantId, 1]], index % 2 === 0 ? "DE" : "US"));
    expect(counts).toEqual({ sold: 100, refused: 200 });
    expect(await left(variantId)).toBe(0n);
    await expectCleanAudit();
  });

  it("sell no more when an order has two lines of the same stock row", async () => {
    const { variantId } = await aVariant(shop.database);
    await edge.transaction((ctx) => stocked(ctx, hamburg, [[variantId, 50]]));
    const counts = await rush(100, () =>
      buy([
        [variantId, 1],
        [variantId, 1],
      ]),
    );
    expect(counts).toEqual({ sold: 25, refused: 75 });
    await expectCleanAudit();
  });

  it("never promise more than the backorder cap, also of a variant that has no stock row yet", async () => {
    const { variantId } = await aVariant(shop.database, { policy: "backorder", backorderCap: 30 });
    const counts = await rush(120, (index) => buy([[variantId, 1]], index % 2 === 0 ? "DE" : "US"));
    expect(counts).toEqual({ sold: 30, refused: 90 });
    await expectCleanAudit();
  });

  it("take five hot variants in any order without a deadlock, while parcels leave and orders are cancelled", async () => {
    const variants = await Promise.all(Array.from({ length: 5 }, () => aVariant(shop.database)));
    const ids = variants.map(({ variantId }) => variantId);
    await edge.transaction((ctx) =>
      stocked(
        ctx,
        hamburg,
        ids.map((id) => [id, 1000]),
      ),
    );
    await edge.transaction((ctx) =>
      stocked(
        ctx,
        newark,
        ids.map((id) => [id, 1000]),
      ),
    );
    const counts = await rush(400, async (index) => {
      const shuffled = ids.toSorted(() => Math.random() - 0.5);
      const orderId = newId();
      await buy(
        shuffled.map((id) => [id, 1 + (index % 3)]),
        index % 2 === 0 ? "DE" : "US",
        orderId,
      );
      if (index % 4 === 1) await edge.transaction((ctx) => releaseReservations(ctx, orderId));
      if (index % 4 === 2) await ship(orderId);
    });
    expect(counts).toEqual({ sold: 400, refused: 0 });
    await expectCleanAudit();
  });

  it("has met no deadlock, not even one that a retry would have hidden", async () => {
    // The counter reaches the view when its session next reports, at the latest after a second.
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect((await deadlocks()) - deadlocksAtStart).toBe(0n);
  });
});

function ship(orderId: Uuid) {
  return edge.transaction(async (ctx) => {
    const lines = await listReservations(ctx, orderId);
    await shipReserved(ctx, { orderId, shipmentId: newId(), lines });
  });
}
