import { describe, expect, test } from "vitest";
import { owner } from "../../../test/support/test-shop.ts";
import { newId } from "../../kernel/ids.ts";
import { parseTypeId } from "../../kernel/type-id.ts";
import { sql } from "../../platform/sql.ts";
import { goods, place, readyCart, refusalOf, stockedShop, wanted } from "../checkout/examples.ts";
import { cancelOrder } from "../desk/contract.ts";
import * as contract from "./contract.ts";
import { anyGoods, aPromotion, onlyWithCode, promoting } from "./examples.ts";

const shop = await stockedShop({ poolSize: 30 });
const { promoted, coupon, enter, offences } = promoting(shop);

describe("limits", () => {
  const settled = async (tries: readonly Promise<unknown>[]) => {
    const outcomes = await Promise.allSettled(tries);
    const codes = outcomes.map((each) =>
      each.status === "fulfilled"
        ? "placed"
        : (each.reason as { kind: { code: string } }).kind.code,
    );
    return Object.fromEntries(
      Map.groupBy(codes, (code) => code)
        .entries()
        .map(([code, list]) => [code, list.length]),
    );
  };

  test("hold when fifty orders want them at once: a code, a promotion, a budget", async () => {
    const lamp = await goods(shop, { price: 1000, stock: 500 });
    const [one, many, budget] = await Promise.all([
      promoted([lamp], {
        rule: {
          condition: onlyWithCode,
          action: { kind: "percent_off", percent: "20", on: anyGoods },
        },
      }),
      promoted([lamp], { maxUses: 7 }),
      promoted([lamp], { budgets: [{ minor: "1000", currency: "EUR" }], lane: 2 }),
    ]);
    await coupon(one, "ONLY3", 3);
    const carts = [];
    for (let each = 0; each < 50; each += 1) carts.push(await readyCart(shop, [wanted(lamp)]));
    const coded = [];
    for (const { id } of carts.slice(0, 25)) coded.push(await enter(id, "only3"));
    const outcome = await settled([...coded, ...carts.slice(25)].map((cart) => place(shop, cart)));
    // Lane 1 gives either the code's 200 or the automatic 100, lane 2 a tenth of the rest.
    // Who comes late enough is told by the cart already.
    const { placed, ["promotion_used_up"]: refused, ...late } = outcome;
    expect([
      placed,
      Object.keys(late).filter((code) => !/^(price_changed|requirements_open)$/.test(code)),
    ]).toEqual([10, []]);
    expect(refused).toBeGreaterThan(0);
    const read = (id: string) => shop.call(contract.getPromotion, { params: { id } }, owner);
    expect((await read(one.id)).usage.orders).toBe(3);
    expect((await read(many.id)).usage.orders).toBe(7);
    expect((await read(budget.id)).budgets).toMatchObject([
      { spent: { minor: String(3 * 80 + 7 * 90) } },
    ]);
    expect(await offences()).toEqual([]);
    for (const { id } of [many, budget]) {
      await shop.call(contract.pausePromotion, { params: { id }, body: { paused: true } }, owner);
    }
  }, 60_000);

  test("are per customer and mailbox, and are given back when the order is cancelled", async () => {
    const lamp = await goods(shop);
    const once = await promoted([lamp], { maxPerPerson: 1, maxUses: 1 });
    const email = `Ada+${newId()}@example.com`;
    const first = await place(shop, await readyCart(shop, [wanted(lamp)]), { email });
    const again = await readyCart(shop, [wanted(lamp)]);
    expect(again.discounts).toEqual([]);
    const params = { orderId: first.order.id };
    await shop.call(
      cancelOrder,
      { params, body: { reason: "test" }, idempotencyKey: newId() },
      owner,
    );
    await shop.drainJobs();
    expect(await offences()).toEqual([]);
    const { usage } = await shop.call(contract.getPromotion, { params: { id: once.id } }, owner);
    expect(usage.orders).toBe(0);
    await new Promise((resolve) => setTimeout(resolve, 1100));
    const cart = await readyCart(shop, [wanted(lamp)]);
    const { order } = await place(shop, cart, { email: email.toUpperCase() });
    expect(order.total.minor).toBe("9000");
    const body = {
      ...aPromotion({}),
      version: once.version,
      rule: once.rule,
      maxUses: null,
      maxPerPerson: 1,
    };
    await shop.call(contract.changePromotion, { params: { id: once.id }, body }, owner);
    const third = await readyCart(shop, [wanted(lamp)]);
    const refused = place(shop, third, {
      email: email.replace("+", "+other"),
      expectedTotal: { minor: "9000", currency: "EUR" },
    });
    // The cart shows it while the mailbox is unknown; with the mailbox it is gone.
    expect(third.totals.discount.minor).toBe("1000");
    expect((await refusalOf(refused)).code).toBe("price_changed");
    expect(await offences()).toEqual([]);
  });

  test("refuse an order whose promotion was changed meanwhile, and limits below what was used", async () => {
    const lamp = await goods(shop);
    const made = await promoted([lamp]);
    const cart = await readyCart(shop, [wanted(lamp)]);
    // Another process changed it: this one still remembers the old one.
    await shop.database.run(
      sql`update promotions.promotion set version = version + 1 where id = ${parseTypeId("promotion", made.id)}`,
    );
    expect((await refusalOf(place(shop, cart))).code).toBe("promotion_changed");
    await place(shop, cart);
    await place(shop, await readyCart(shop, [wanted(lamp)]));
    const change = (more: object) => {
      const body = { ...aPromotion({}), rule: made.rule, version: made.version + 1, ...more };
      return shop.call(contract.changePromotion, { params: { id: made.id }, body }, owner);
    };
    expect((await refusalOf(change({ maxUses: 1 }))).details).toEqual({ limit: "uses", used: 2 });
    const small = [{ minor: "1999", currency: "EUR" as const }];
    expect((await refusalOf(change({ budgets: small }))).code).toBe("limit_below_use");
    expect((await refusalOf(change({ version: made.version }))).code).toBe("changed_meanwhile");
    const changed = await change({ maxUses: 3, budgets: [{ minor: "2500", currency: "EUR" }] });
    expect(changed.budgets).toMatchObject([{ spent: { minor: "2000" } }]);
    expect((await readyCart(shop, [wanted(lamp)])).discounts).toEqual([]);
    expect(await offences()).toEqual([]);
  });
});

test("the audit sees a use that nothing accounts for, and a budget that was overdrawn", async () => {
  const lamp = await goods(shop);
  const made = await promoted([lamp], {
    maxUses: 5,
    budgets: [{ minor: "100000", currency: "EUR" }],
  });
  await coupon(made, "AUDITED", 5);
  await place(shop, await readyCart(shop, [wanted(lamp)]));
  expect(await offences()).toEqual([]);
  const id = parseTypeId("promotion", made.id);
  const breaks = [
    [
      "I10-uses",
      sql`update promotions.promotion set uses = uses + 1 where id = ${id}`,
      sql`update promotions.promotion set uses = uses - 1 where id = ${id}`,
    ],
    [
      "I10-uses",
      sql`update promotions.coupon set uses = 1 where code = 'AUDITED'`,
      sql`update promotions.coupon set uses = 0 where code = 'AUDITED'`,
    ],
    [
      "I10-uses",
      sql`update promotions.person_use set uses = uses + 1 where promotion_id = ${id}`,
      sql`update promotions.person_use set uses = uses - 1 where promotion_id = ${id}`,
    ],
    [
      "I10-budgets",
      sql`update promotions.budget set spent_minor = spent_minor + 1 where promotion_id = ${id}`,
      sql`update promotions.budget set spent_minor = spent_minor - 1 where promotion_id = ${id}`,
    ],
    [
      "I10-discounts",
      sql`update promotions.redemption set amount_minor = 2 * amount_minor where promotion_id = ${id}`,
      sql`update promotions.redemption set amount_minor = amount_minor / 2 where promotion_id = ${id}`,
    ],
    [
      "I10-given-back",
      sql`update promotions.redemption set given_back_at = now() where promotion_id = ${id}`,
      sql`update promotions.redemption set given_back_at = null where promotion_id = ${id}`,
    ],
    [
      "I4-discounts",
      sql`update orders.discount set amount_minor = amount_minor + 1 where promotion_id = ${id}`,
      sql`update orders.discount set amount_minor = amount_minor - 1 where promotion_id = ${id}`,
    ],
  ] as const;
  for (const [check, breaking, mending] of breaks) {
    await shop.database.run(breaking);
    expect(await offences()).toContain(check);
    await shop.database.run(mending);
  }
  expect(await offences()).toEqual([]);
  const tooMany = shop.database.run(
    sql`update promotions.budget set spent_minor = limit_minor + 1 where promotion_id = ${id}`,
  );
  await expect(tooMany).rejects.toThrow(/check constraint/);
});
