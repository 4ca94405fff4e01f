import { describe, expect, it } from "vitest";
import { newId } from "../../kernel/ids.ts";
import { money } from "../../kernel/money.ts";
import { typeId } from "../../kernel/type-id.ts";
import { goods, place, readyCart, refusalOf, wanted } from "../checkout/examples.ts";
import { createWarehouse, receiveStock } from "../inventory/index.ts";
import * as desk from "./contract.ts";
import { deskShop } from "./testing.ts";

const shop = await deskShop();
const { asStaff, drainJobs, expectClean, query, read, ship } = shop;

const lyon = await shop.edge().transaction((ctx) =>
  createWarehouse(ctx, {
    code: "LYS",
    name: "Lyon",
    address: null,
    countries: [],
    priority: -1,
    active: true,
  }),
);

/** Three of one thing, two sent from Hamburg and the third from Lyon afterwards. */
async function sentFromTwoPlaces() {
  const variantId = await goods(shop, { price: 5_000, stock: 2 });
  await shop.edge().transaction((ctx) =>
    receiveStock(ctx, {
      locationId: lyon.id,
      note: "",
      lines: [{ variantId, lot: "", quantity: 1, unitCost: money(1000n, "EUR") }],
    }),
  );
  const placed = await place(shop, await readyCart(shop, [wanted(variantId, 3)]));
  await drainJobs();
  const orderId = placed.order.id;
  await ship(orderId);
  await ship(orderId);
  await asStaff(desk.collectCash, { params: { orderId }, body: {} });
  const [line] = (await read(orderId)).lines;
  const refund = (quantity: number, restockAt?: string) =>
    asStaff(desk.refundOrder, {
      params: { orderId },
      body: {
        lines: [{ orderLineId: line?.id ?? "", quantity }],
        reason: "came back",
        restock: true,
        ...(restockAt === undefined ? {} : { restockAt: typeId("location", restockAt) }),
      },
    });
  const shelves = async () => {
    const { rows } = await query<{ code: string; on_hand: string }>(
      `select l.code, s.on_hand from inventory.stock s join inventory.location l on l.id = s.location_id
       where s.variant_id = $1 and s.warehouse`,
      [variantId],
    );
    return Object.fromEntries(rows.map(({ code, on_hand: units }) => [code, Number(units)]));
  };
  return { refund, shelves };
}

describe("goods that come back", () => {
  it("in several refunds go back to where they were sent from, never more than were sent from there", async () => {
    const { refund, shelves } = await sentFromTwoPlaces();
    expect(await shelves()).toEqual({ HAM: 0, LYS: 0 });
    await refund(1);
    await drainJobs();
    const first = await shelves();
    await refund(1);
    await refund(1);
    expect([first, await shelves()]).toEqual([
      { HAM: 0, LYS: 1 },
      { HAM: 2, LYS: 1 },
    ]);
    await drainJobs();
    await expectClean();
  });

  it("go to the warehouse that staff name, as far as they were sent from there", async () => {
    const { refund, shelves } = await sentFromTwoPlaces();
    await refund(1, shop.warehouse.id);
    expect(await shelves()).toEqual({ HAM: 1, LYS: 0 });
    const { code, details } = await refusalOf(refund(2, shop.warehouse.id));
    expect([code, details]).toMatchObject(["restock_too_much", { wanted: 2, available: 1 }]);
    expect((await refusalOf(refund(1, newId()))).code).toBe("restock_too_much");
    await refund(1, lyon.id);
    expect(await shelves()).toEqual({ HAM: 1, LYS: 1 });
    await drainJobs();
    await expectClean();
  });
});
