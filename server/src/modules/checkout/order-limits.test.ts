import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { owner } from "../../../test/support/test-shop.ts";
import { present } from "../../kernel/assert.ts";
import { newId } from "../../kernel/ids.ts";
import { sql } from "../../platform/sql.ts";
import { bankTransfer } from "../../providers/bank-transfer/bank-transfer.ts";
import { cashOnDelivery } from "../../providers/cash-on-delivery/cash-on-delivery.ts";
import { fakeCard } from "../../../test/model/fake-card.ts";
import { getCart } from "../cart/contract.ts";
import { cancelOrder } from "../desk/contract.ts";
import { setProviders } from "../payments/index.ts";
import { payOrderAgain, placeOrder, type PlacedView } from "./contract.ts";
import { goods, place, readyCart, refusalOf, stockedShop, wanted } from "./examples.ts";

const shop = await stockedShop({ poolSize: 20 });
setProviders([fakeCard().provider, cashOnDelivery, bankTransfer]);
await shop.database.run(sql`
  update settings.setting set value = jsonb_set(value, '{enabled}', 'true') where name = 'test-card'`);
const cup = await goods(shop, { stock: 1000 });

async function set(values: Record<string, number>): Promise<void> {
  await shop.database.run(sql`
    update settings.setting set value = value || ${JSON.stringify(values)}::jsonb where name = 'checkout'`);
  shop.database.memory.held.clear();
}

const any = { ordersPerAddress: 0, ordersPerCustomer: 0, unpaidPerCustomer: 0 };
beforeEach(() => set(any));
afterEach(async () => {
  await shop.database.run(sql`delete from platform.throttle`);
});

const cartsFor = (email: string, count: number) =>
  Promise.all(
    Array.from({ length: count }, async () => {
      const cart = await readyCart(shop, [wanted(cup)]);
      return { cart, order: () => place(shop, cart, { email }) };
    }),
  );

/** What came of each call: "placed", or the code of its refusal. */
async function outcomes(calls: readonly Promise<unknown>[]): Promise<Record<string, number>> {
  const codes = await Promise.all(
    calls.map((call) =>
      call.then(
        () => "placed",
        () => refusalOf(call).then(({ code }) => code),
      ),
    ),
  );
  return Object.fromEntries(
    Object.entries(Object.groupBy(codes, (code) => code)).map(([code, all]) => [
      code,
      all?.length ?? 0,
    ]),
  );
}

describe("orders", () => {
  test("from one network address pass up to the limit, whoever they are for; others are not held up", async () => {
    await set({ ordersPerAddress: 3 });
    const carts = (
      await Promise.all(Array.from({ length: 8 }, () => cartsFor(`${newId()}@example.com`, 1)))
    ).flat();
    const from = (address: string, { cart }: (typeof carts)[number]) =>
      shop.call(
        placeOrder,
        {
          params: { id: cart.id },
          body: { expectedTotal: cart.totals.total },
          idempotencyKey: newId(),
        },
        undefined,
        { clientAddress: address },
      );
    const calls = carts.map((each) => from("203.0.113.5", each));
    expect(await outcomes(calls)).toEqual({ placed: 3, too_many_orders: 5 });
    const refused = await Promise.all(
      carts.map(({ cart }) => shop.call(getCart, { params: { id: cart.id } })),
    );
    const [kept] = refused.filter(({ ordered }) => !ordered);
    expect([kept?.lines.length, kept?.requirements]).toEqual([1, []]);
    const [other] = await cartsFor(`${newId()}@example.com`, 1);
    if (other === undefined) throw new Error("no cart");
    const { details } = await refusalOf(from("203.0.113.5", other));
    // An hour's worth is spread over the hour; what has passed meanwhile is taken off.
    const { retryAfterSeconds } = details as { retryAfterSeconds: number };
    expect(retryAfterSeconds).toBeGreaterThan(1100);
    expect(retryAfterSeconds).toBeLessThanOrEqual(1200);
    expect((await from("203.0.113.6", other)).order.status).toBe("placed");
  });

  test("of one mailbox pass up to the limit of an hour, also when all come at once", async () => {
    await set({ ordersPerCustomer: 3 });
    const email = `${newId()}@example.com`;
    const carts = await cartsFor(email, 7);
    const all = await outcomes(carts.map((each) => each.order()));
    expect(all).toEqual({ placed: 3, too_many_orders: 4 });
    await shop.database.run(sql`
      update orders.order set created_at = created_at - interval '1 hour' where email = ${email}`);
    const [later] = await cartsFor(email, 1);
    expect((await later?.order())?.order.status).toBe("placed");
  });

  test("that nobody has paid hold goods for one mailbox up to the limit, until one is settled", async () => {
    await set({ unpaidPerCustomer: 3 });
    const email = `${newId()}@example.com`;
    const carts = await cartsFor(email, 8);
    const calls = carts.map((each) => each.order());
    expect(await outcomes(calls)).toEqual({ placed: 3, too_many_unpaid_orders: 5 });
    const placed = await Promise.allSettled(calls);
    const again = carts.filter((_, index) => placed[index]?.status === "rejected");
    const first = placed.find((each) => each.status === "fulfilled")?.value;
    expect((await refusalOf(again[0]?.order() ?? Promise.resolve())).details).toEqual({ most: 3 });
    // The card promises its money at once, so it is none of those.
    const card = place(shop, present(again[1], "a cart that was refused").cart, {
      email,
      paymentMethod: "test-card",
      paymentToken: "approved",
    });
    expect((await card).order.status).toBe("placed");
    await shop.call(
      cancelOrder,
      {
        params: { orderId: first?.order.id ?? "" },
        body: { reason: "test" },
        idempotencyKey: newId(),
      },
      owner,
    );
    expect((await again[0]?.order())?.order.status).toBe("placed");
  });
});

describe("paying again", () => {
  const declined = async (email: string): Promise<PlacedView> => {
    const cart = await readyCart(shop, [wanted(cup)]);
    return place(shop, cart, { email, paymentMethod: "test-card", paymentToken: "declined" });
  };
  const again = (placed: PlacedView, method: "test-card" | "bank-transfer", token = "declined") =>
    shop.call(payOrderAgain, {
      params: { secret: placed.order.linkSecret },
      body: { method, ...(method === "test-card" ? { paymentToken: token } : {}) },
      idempotencyKey: newId(),
    });

  test("is tried ten times and then not for a while, with cards or otherwise", async () => {
    const placed = await declined(`${newId()}@example.com`);
    for (let index = 0; index < 10; index += 1) {
      expect((await again(placed, "test-card")).payment.state).toBe("failed");
    }
    expect((await refusalOf(again(placed, "test-card", "approved"))).code).toBe("too_many_orders");
  });

  test("by transfer counts with the other orders that wait for money", async () => {
    const email = `${newId()}@example.com`;
    const orders = [await declined(email), await declined(email)];
    await set({ unpaidPerCustomer: 2 });
    const third = await refusalOf(declined(email));
    expect(third.code).toBe("too_many_unpaid_orders");
    await set({ unpaidPerCustomer: 1 });
    const moved = orders.map((each) => again(each, "bank-transfer"));
    expect(await outcomes(moved)).toEqual({ too_many_unpaid_orders: 2 });
    await set({ unpaidPerCustomer: 2 });
    expect(await outcomes(orders.map((each) => again(each, "bank-transfer")))).toEqual({
      placed: 2,
    });
  });

  test("holds the goods anew, but not longer in all than the settings say", async () => {
    await set({ holdMinutes: 30, longestHoldMinutes: 120 });
    const placed = await declined(`${newId()}@example.com`);
    const payBy = async (minutesAgo: number): Promise<number> => {
      await shop.database.run(sql`
        update orders.order set created_at = now() - make_interval(mins => ${minutesAgo}::integer)
        where number = ${placed.order.number}`);
      await again(placed, "test-card");
      const row = await shop.database.one<{ minutes: number }>(sql`
        select round(extract(epoch from pay_by - now()) / 60)::integer as minutes
        from orders.order where number = ${placed.order.number}`);
      return row.minutes;
    };
    expect([await payBy(60), await payBy(100)]).toEqual([30, 20]);
    const late = await refusalOf(payBy(121));
    expect(late).toMatchObject({ code: "payment_not_possible", details: { reason: "too_late" } });
  });
});
