import { describe, expect, it } from "vitest";
import { testShop } from "../../../test/support/test-shop.ts";
import { newId, type Uuid } from "../../kernel/ids.ts";
import { runAudit } from "../../platform/audit.ts";
import { type Sql, sql } from "../../platform/sql.ts";
import { checks } from "./audit.ts";
import { aVariant, aWarehouse, stocked } from "./examples.ts";
import { reserveStock } from "./reservations/reserve-stock.ts";

const shop = await testShop();
const edge = shop.edge();
const warehouse = await edge.transaction((ctx) => aWarehouse(ctx));

/** A variant with five units on the shelf, two of them reserved. */
async function aSoundVariant(): Promise<Uuid> {
  const { variantId } = await aVariant(shop.database);
  await edge.transaction((ctx) => stocked(ctx, warehouse, [[variantId, 5]]));
  await edge.transaction((ctx) =>
    reserveStock(ctx, {
      orderId: newId(),
      country: "DE",
      state: "allocated",
      lines: [{ orderLineId: newId(), variantId, quantity: 2 }],
    }),
  );
  return variantId;
}

/** The checks that notice what the statements do to the data, with every safeguard switched off. */
async function noticedAfter(...harm: readonly Sql[]): Promise<string[]> {
  const noticed: string[] = [];
  const undo = new Error("undo");
  await edge
    .transaction(async ({ db }) => {
      await db.run(sql`alter table inventory.stock drop constraint never_oversold`);
      await db.run(sql`alter table inventory.stock drop constraint on_hand_not_negative`);
      await db.run(sql`set local session_replication_role = replica`);
      for (const each of harm) await db.run(each);
      const results = await runAudit(db, checks);
      noticed.push(...results.filter(({ offences }) => offences.length > 0).map(({ id }) => id));
      throw undo;
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error;
    });
  return noticed;
}

describe("the audit of stock", () => {
  it("finds nothing to say of sound data", async () => {
    await aSoundVariant();
    expect(await noticedAfter()).toEqual([]);
  });

  it("sees a warehouse that promises more than it holds", async () => {
    const id = await aSoundVariant();
    const here = sql`variant_id = ${id} and location_id = ${warehouse.id}`;
    expect(await noticedAfter(sql`update inventory.stock set reserved = 6 where ${here}`)).toEqual([
      "I1",
      "I3",
    ]);
    expect(
      await noticedAfter(
        sql`update inventory.stock set reserved = 6, backorder_limit = 1 where ${here}`,
        sql`update inventory.reservation set quantity = 6 where ${here}`,
      ),
    ).toEqual(["I1"]);
  });

  it("sees units that no movement brought", async () => {
    const id = await aSoundVariant();
    const here = sql`variant_id = ${id} and location_id = ${warehouse.id}`;
    expect(await noticedAfter(sql`update inventory.stock set on_hand = 7 where ${here}`)).toEqual([
      "I2",
      "I2-zero-sum",
      "I11-stock-quantity",
    ]);
  });

  it("sees a movement that was changed or removed", async () => {
    const id = await aSoundVariant();
    expect(
      await noticedAfter(sql`update inventory.movement set quantity = 4 where variant_id = ${id}`),
    ).toEqual(["I2"]);
    expect(
      await noticedAfter(sql`delete from inventory.movement where variant_id = ${id}`),
    ).toEqual(["I2", "I11-stock-value"]);
  });

  it("sees a reservation that vanished, and one that nobody counts", async () => {
    const id = await aSoundVariant();
    expect(
      await noticedAfter(sql`delete from inventory.reservation where variant_id = ${id}`),
    ).toEqual(["I3"]);
    expect(
      await noticedAfter(
        sql`update inventory.reservation set state = 'released' where variant_id = ${id}`,
      ),
    ).toEqual(["I3"]);
  });

  it("sees goods that are worth something else than the books say", async () => {
    const id = await aSoundVariant();
    expect(
      await noticedAfter(
        sql`update inventory.valuation set value_minor = value_minor + 1 where variant_id = ${id}`,
      ),
    ).toEqual(["I11-stock-value", "I11-stock-account"]);
  });

  it("sees a stock account that was booked without goods", async () => {
    await aSoundVariant();
    expect(
      await noticedAfter(sql`
        update ledger.posting set amount_minor = amount_minor + 1
        where account = (select code from ledger.account where role = 'inventory')`),
    ).toEqual(["I11-stock-account"]);
  });
});
