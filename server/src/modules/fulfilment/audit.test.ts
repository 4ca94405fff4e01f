import { describe, expect, it } from "vitest";
import { runAudit } from "../../platform/audit.ts";
import { type Sql, sql } from "../../platform/sql.ts";
import { checks } from "./audit.ts";
import { parcelShop } from "./testing.ts";

const shop = await parcelShop();
const { orderId } = await shop.ordered({ quantities: [3] });
const work = await shop.onlyWork(orderId);
await shop.ship(work, { lines: [{ line: work.lines[0]?.id ?? "", quantity: 2 }] });

/** The checks that notice what the statements do to sound data, which is put back afterwards. */
async function noticedAfter(...harm: readonly Sql[]): Promise<string[]> {
  const noticed: string[] = [];
  const undo = new Error("undo");
  await shop
    .edge()
    .transaction(async ({ db }) => {
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

describe("the audit of dispatch", () => {
  it("finds nothing to say of sound data", async () => {
    expect(await noticedAfter()).toEqual([]);
  });

  it.each([
    [
      "an order that thinks more has left",
      sql`update orders.line set quantity_shipped = 3 where order_id = ${orderId} and kind = 'item'`,
    ],
    [
      "a parcel with more in it than was booked out",
      sql`update fulfilment.shipment_line set quantity = quantity + 1`,
    ],
    [
      "a movement of goods that no parcel explains",
      sql`update inventory.movement set quantity = quantity + 1 where cause_type = 'goods_issue'`,
    ],
    [
      "a parcel that left without a movement",
      sql`delete from inventory.movement where cause_type = 'goods_issue'`,
    ],
    [
      "goods that were booked for a parcel that stayed",
      sql`update fulfilment.shipment set state = 'abandoned', shipped_at = null`,
    ],
  ])("sees %s", async (_, harm) => {
    expect(await noticedAfter(harm)).toContain("I2-shipped");
  });

  it.each([
    ["work for more than was reserved", sql`update fulfilment.line set quantity = quantity + 1`],
    [
      "work that shipped what the plan did not",
      sql`update fulfilment.line set shipped = shipped + 1, picked = picked + 1`,
    ],
    [
      "a plan that was released under the work",
      sql`update inventory.reservation set state = 'released' where state = 'allocated'`,
    ],
  ])("sees %s", async (_, harm) => {
    expect(await noticedAfter(harm)).toContain("I3-work");
  });
});
