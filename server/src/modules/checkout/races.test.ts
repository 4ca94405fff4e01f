import { describe, expect, test } from "vitest";
import { present } from "../../kernel/assert.ts";
import { parseTypeId } from "../../kernel/type-id.ts";
import { sql } from "../../platform/sql.ts";
import { addCartLine } from "../cart/add-cart-line.ts";
import { addCartLine as addCartLineEndpoint, getCart } from "../cart/contract.ts";
import { getOrderByLink } from "../orders/contract.ts";
import { goods, place, readyCart, refusalOf, stockedShop, wanted } from "./examples.ts";
import { jobs, schedule } from "./jobs.ts";

const shop = await stockedShop({ poolSize: 30 });
const mug = await goods(shop, { price: 20_000, stock: 1_000 });

/** Resolves when some transaction waits for a row of another. */
async function aWaitingTransaction(): Promise<void> {
  for (let waiting = 0n; waiting === 0n;) {
    const row = await shop.database.one<{ waiting: bigint }>(sql`
      select count(*) as waiting from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`);
    waiting = row.waiting;
  }
}

describe("placing while the cart changes", () => {
  test("waits for a change that is under way, and then sees it", async () => {
    const cart = await readyCart(shop, [wanted(mug)]);
    const cartId = present(parseTypeId("cart", cart.id), "a cart id");
    const added = Promise.withResolvers<void>();
    const goOn = Promise.withResolvers<void>();
    const adding = shop.edge().transaction(async (ctx) => {
      await addCartLine(ctx, cartId, { variantId: mug, quantity: 2 });
      added.resolve();
      await goOn.promise;
    });
    await added.promise;
    const placing = refusalOf(place(shop, cart));
    await aWaitingTransaction();
    goOn.resolve();
    await adding;
    expect(await placing).toMatchObject({
      code: "price_changed",
      details: { actual: { minor: "60000" }, cart: { itemCount: 3 } },
    });
    expect((await shop.call(getCart, { params: { id: cart.id } })).ordered).toBe(false);
  });

  test("sells what the cart holds, never something in between", async () => {
    const rounds = Array.from({ length: 15 }, async () => {
      const cart = await readyCart(shop, [wanted(mug)]);
      const params = { id: cart.id };
      const [placed, added] = await Promise.allSettled([
        place(shop, cart),
        shop.call(addCartLineEndpoint, { params, body: wanted(mug) }),
      ]);
      const { lines } = await shop.call(getCart, { params });
      if (placed.status === "rejected") {
        expect(placed.reason).toMatchObject({ kind: { code: "price_changed" } });
        expect(added.status).toBe("fulfilled");
        expect(lines[0]?.quantity).toBe(2);
        return;
      }
      const secret = placed.value.order.linkSecret;
      const order = await shop.call(getOrderByLink, { params: { secret } });
      expect([order.lines[0]?.quantity, lines[0]?.quantity]).toEqual([1, 1]);
      expect(added).toMatchObject({ reason: { kind: { code: "cart_ordered" } } });
    });
    await Promise.all(rounds);
  });

  test("sells several things at once in any order of lines without a deadlock", async () => {
    const things = await Promise.all(
      Array.from({ length: 5 }, () => goods(shop, { price: 1_000, stock: 40 })),
    );
    const shuffled = () => things.toSorted(() => Math.random() - 0.5).map((each) => wanted(each));
    const carts = await Promise.all(Array.from({ length: 60 }, () => readyCart(shop, shuffled())));
    const outcomes = await Promise.allSettled(carts.map((cart) => place(shop, cart)));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(40);
    for (const each of outcomes) {
      if (each.status === "rejected") {
        expect(each.reason).toMatchObject({ kind: { code: "out_of_stock" } });
      }
    }
  });
});

describe("looking for orders that were not paid in time", () => {
  test("leaves one job for each, however often it looks", async () => {
    const { order } = await place(shop, await readyCart(shop, [wanted(mug)]), {
      paymentMethod: "bank-transfer",
    });
    const orderId = present(parseTypeId("order", order.id), "an order id");
    await shop.database.run(
      sql`update orders.order set pay_by = now() - interval '1 minute' where id = ${orderId}`,
    );
    const look = present(schedule[0], "the scheduled look").job;
    const run = present(look.run, "its work");
    for (let round = 0; round < 3; round += 1) {
      await shop.edge().transaction((ctx) => run(ctx, {} as never));
    }
    const waiting = await shop.database.all<{ name: string; payload: unknown }>(sql`
      select name, payload from platform.job where state = 'ready' and unique_key = ${orderId}`);
    expect(waiting).toEqual([{ name: "checkout.cancel-overdue-order", payload: { orderId } }]);
    expect(jobs.map(({ name }) => name)).toContain(waiting[0]?.name);
  });
});
