import { describe, expect, it } from "vitest";
import { testShop } from "../../../test/support/test-shop.ts";
import { newId, type Uuid } from "../../kernel/ids.ts";
import { sql } from "../../platform/sql.ts";
import { aVariant, aWarehouse, stocked } from "./examples.ts";
import { reserveStock } from "./reservations/reserve-stock.ts";
import type { Stock } from "./stock.ts";
import { productsThatShowMore } from "./touch-availability.ts";

function shelf(onHand: number, reserved: number, change: Partial<Stock> = {}): Stock {
  const key = { variantId: "v", locationId: "here", lot: "" };
  const facts = { productId: "p", sku: "S", policy: "refuse", backorderCap: 0 } as const;
  return { ...key, ...facts, warehouse: true, active: true, onHand, reserved, ...change };
}

function shown(before: readonly Stock[], change: { onHand?: number; reserved?: number }): Uuid[] {
  const delta = { variantId: "v", locationId: "here", lot: "", onHand: 0, reserved: 0, ...change };
  return [...productsThatShowMore(before, [delta], 5)];
}

describe("what makes a page show something else", () => {
  it("is few left, none left, and plenty again", () => {
    expect(shown([shelf(9, 2)], { reserved: 1 })).toEqual([]);
    expect(shown([shelf(9, 3)], { reserved: 1 })).toEqual(["p"]);
    expect(shown([shelf(9, 5)], { reserved: 1 })).toEqual([]);
    expect(shown([shelf(9, 8)], { reserved: 1 })).toEqual(["p"]);
    expect(shown([shelf(9, 9)], { onHand: 20 })).toEqual(["p"]);
  });

  it("counts all open warehouses together", () => {
    const elsewhere = { locationId: "there" };
    expect(shown([shelf(1, 0), shelf(50, 0, elsewhere)], { reserved: 1 })).toEqual([]);
    expect(
      shown([shelf(1, 0), shelf(50, 0, { ...elsewhere, active: false })], { reserved: 1 }),
    ).toEqual(["p"]);
  });

  it("is the last unit that may be backordered", () => {
    const ahead = { policy: "backorder", backorderCap: 2 } as const;
    expect(shown([shelf(0, 0, ahead)], { reserved: 1 })).toEqual([]);
    expect(shown([shelf(0, 1, ahead)], { reserved: 1 })).toEqual(["p"]);
  });
});

describe("selling", () => {
  it("drops the product's pages when it is nearly gone, and leaves them while there is plenty", async () => {
    const shop = await testShop();
    const edge = shop.edge();
    const warehouse = await edge.transaction((ctx) => aWarehouse(ctx));
    const { variantId, productId } = await aVariant(shop.database);
    await edge.transaction((ctx) => stocked(ctx, warehouse, [[variantId, 100]]));
    const touchedBy = async (quantity: number): Promise<number> => {
      await shop.database.run(sql`delete from platform.touched_tag`);
      const lines = [{ orderLineId: newId(), variantId, quantity }];
      const request = { orderId: newId(), country: "DE", state: "allocated", lines } as const;
      await edge.transaction((ctx) => reserveStock(ctx, request));
      const tags = await shop.database.all(sql`
        select 1 from platform.touched_tag where tag = ${`product:${productId}`}`);
      return tags.length;
    };
    expect(await touchedBy(1)).toBe(0);
    expect(await touchedBy(94)).toBe(1);
    expect(await touchedBy(5)).toBe(1);
  });
});
