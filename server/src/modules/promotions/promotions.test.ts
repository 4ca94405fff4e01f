import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { newId } from "../../kernel/ids.ts";
import { typeId } from "../../kernel/type-id.ts";
import { owner } from "../../../test/support/test-shop.ts";
import { changeCartLine, createCart, getCart, removeCartCode } from "../cart/contract.ts";
import { goods, place, readyCart, refusalOf, stockedShop, wanted } from "../checkout/examples.ts";
import { getOrderByLink } from "../orders/contract.ts";
import { partOfLine, refundTax } from "../tax/index.ts";
import * as contract from "./contract.ts";
import { anyGoods, onlyWithCode, promoting } from "./examples.ts";

const shop = await stockedShop();
const { promoted, coupon, enter, offences } = promoting(shop);

describe("a promotion in a cart and its order", () => {
  test("takes off what it says, before tax, and is stored with the order", async () => {
    const [lamp, mug] = [await goods(shop, { price: 9999 }), await goods(shop, { price: 500 })];
    const { id, names } = await promoted([lamp]);
    const cart = await readyCart(shop, [wanted(lamp, 3), wanted(mug)]);
    expect(cart.totals).toMatchObject({
      goods: { minor: "30497" },
      discount: { minor: "3000" },
      total: { minor: "27497" },
    });
    expect(cart.lines.map(({ discount }) => discount.minor)).toEqual(["3000", "0"]);
    expect(cart.discounts).toEqual([
      {
        promotionId: id,
        name: names.en,
        code: null,
        kind: "goods",
        amount: { minor: "3000", currency: "EUR" },
      },
    ]);
    const { order } = await place(shop, cart);
    const seen = await shop.call(getOrderByLink, { params: { secret: order.linkSecret } });
    expect(seen.lines[0]).toMatchObject({
      unitPrice: { minor: "9999" },
      discount: { minor: "3000" },
      discounts: [{ name: names.en, code: null, amount: { minor: "3000" } }],
      total: { minor: "26997" },
    });
    expect(seen.total.minor).toBe("27497");
    const { usage } = await shop.call(contract.getPromotion, { params: { id } }, owner);
    expect(usage).toEqual({ orders: 1, given: [{ minor: "3000", currency: "EUR" }] });
    expect(await offences()).toEqual([]);
  });

  test("gives a gift its own line while the shelf has one, and makes the delivery free", async () => {
    const [lamp, mug] = [await goods(shop), await goods(shop, { price: 700, stock: 1 })];
    const condition = {
      kind: "all" as const,
      of: [
        {
          kind: "quantity" as const,
          of: { only: [{ by: "variant" as const, ids: [typeId("variant", lamp)] }], not: [] },
          atLeast: 1,
        },
      ],
    };
    const gift = { kind: "gift" as const, variantId: typeId("variant", mug), quantity: 1 };
    await promoted([], { rule: { condition, action: gift } });
    await promoted([], {
      rule: { condition, action: { kind: "delivery_percent", percent: "100" } },
    });
    const cart = await readyCart(shop, [wanted(lamp)]);
    expect(cart.gifts).toMatchObject([{ quantity: 1, value: { minor: "700" } }]);
    expect(cart.totals).toMatchObject({
      goods: { minor: "10000" },
      discount: { minor: "0" },
      total: { minor: "10000" },
    });
    expect(cart.itemCount).toBe(1);
    const { order } = await place(shop, cart);
    const { lines } = await shop.call(getOrderByLink, { params: { secret: order.linkSecret } });
    expect(lines.map(({ kind, total, discount }) => [kind, total.minor, discount.minor])).toEqual([
      ["item", "10000", "0"],
      ["item", "0", "700"],
      ["delivery", "0", lines[2]?.unitPrice.minor],
    ]);
    // The only one has gone with that order.
    expect((await readyCart(shop, [wanted(lamp)])).gifts).toEqual([]);
    expect(await offences()).toEqual([]);
  });

  test("a code is found however it is typed, kept once, and named while it does nothing", async () => {
    const lamp = await goods(shop);
    const total = {
      kind: "total" as const,
      of: anyGoods,
      atLeast: [{ minor: "15000", currency: "EUR" as const }],
    };
    const only = [{ by: "variant" as const, ids: [typeId("variant", lamp)] }];
    const rule = {
      condition: { kind: "all" as const, of: [{ kind: "coupon" as const }, total] },
      action: {
        kind: "amount_off" as const,
        on: { only, not: [] },
        amounts: [{ minor: "1000", currency: "EUR" as const }],
        each: false,
      },
    };
    await coupon(await promoted([], { rule }), "Lamp 10");
    const cart = await readyCart(shop, [wanted(lamp)]);
    expect(await refusalOf(enter(cart.id, "lamp10"))).toEqual({
      code: "coupon_not_applicable",
      details: { code: "Lamp 10", reason: "condition_not_met", unmet: ["total"] },
    });
    expect((await refusalOf(enter(cart.id, "lamp11"))).code).toBe("coupon_unknown");
    expect((await shop.call(getCart, { params: { id: cart.id } })).codes).toEqual([]);
    const line = { id: cart.id, lineId: cart.lines[0]?.id ?? "" };
    await shop.call(changeCartLine, { params: line, body: { quantity: 2 } });
    await enter(cart.id, " lAMP 10 ");
    const entered = await enter(cart.id, "LAMP10");
    expect(entered.codes).toEqual([{ code: "Lamp 10", reason: null, unmet: [] }]);
    expect(entered.totals.discount.minor).toBe("1000");
    expect(entered.discounts).toMatchObject([{ code: "Lamp 10" }]);
    const fewer = await shop.call(changeCartLine, { params: line, body: { quantity: 1 } });
    expect(fewer.requirements).toEqual([
      {
        code: "code_not_applicable",
        field: "codes",
        details: { code: "Lamp 10", reason: "condition_not_met", unmet: ["total"] },
      },
    ]);
    const without = await shop.call(removeCartCode, { params: { id: cart.id, code: "lamp 10" } });
    expect([without.codes, without.requirements]).toEqual([[], []]);
  });

  test("guessing codes is slowed down, while right ones are not counted", async () => {
    const lamp = await goods(shop);
    await coupon(
      await promoted([lamp], {
        rule: {
          condition: onlyWithCode,
          action: { kind: "percent_off", percent: "5", on: anyGoods },
        },
      }),
      "RIGHT",
    );
    const { id } = await shop.call(createCart, { body: { lines: [wanted(lamp)] } });
    const address = newId();
    for (let each = 0; each < 8; each += 1) await enter(id, "right", address);
    const codes: string[] = [];
    for (let each = 0; each < 6; each += 1) {
      codes.push((await refusalOf(enter(id, `guess${each}`, address))).code);
    }
    expect(codes).toEqual([...Array<string>(5).fill("coupon_unknown"), "too_many_codes"]);
    expect((await refusalOf(enter(id, "right", address))).code).toBe("too_many_codes");
  });
});

describe("codes", () => {
  test("are made in bulk, exported, blocked, and never twice", async () => {
    const lamp = await goods(shop);
    const promotion = await promoted([lamp]);
    const params = { id: promotion.id };
    const body = { count: 6001, prefix: "spring-", maxUses: 1 };
    await shop.call(contract.createBatch, { params, body, idempotencyKey: newId() }, owner);
    await shop.drainJobs();
    const [batch] = (await shop.call(contract.listBatches, { params }, owner)).items;
    expect(batch).toMatchObject({ wanted: 6001, made: 6001, prefix: "SPRING-" });
    const file = await shop.call(contract.exportBatch, { params: { id: batch?.id ?? "" } }, owner);
    const lines = Buffer.from(file.bytes).toString().trim().split("\r\n");
    expect(lines[0]).toBe("code,uses,max_uses,state");
    expect(
      new Set(lines.slice(1).map((line) => /^(SPRING-[2-9A-Z]{10}),0,1,$/.exec(line)?.[1])).size,
    ).toBe(6001);
    const query = { search: "spring-", limit: 2 };
    const page = await shop.call(contract.listCoupons, { params, query }, owner);
    expect(page.items).toHaveLength(2);
    const next = await shop.call(
      contract.listCoupons,
      { params, query: { ...query, after: page.next ?? "" } },
      owner,
    );
    expect(next.items.some(({ id }) => page.items.some((each) => each.id === id))).toBe(false);
    const single = await coupon(promotion, "Welcome");
    expect((await refusalOf(coupon(promotion, "WEL COME"))).code).toBe("coupon_code_taken");
    const blocked = await shop.call(
      contract.blockCoupon,
      { params: { id: single.id }, body: { blocked: true } },
      owner,
    );
    expect(blocked.blocked).toBe(true);
  }, 30_000);
});

describe("the simulator", () => {
  test("says what applies by line, and why the others do not", async () => {
    const lamp = await goods(shop, { price: 5000, title: "Lamp" });
    const applying = await promoted([lamp]);
    const coded = await promoted([lamp], {
      rule: {
        condition: onlyWithCode,
        action: { kind: "percent_off", percent: "90", on: anyGoods },
      },
    });
    const params = { id: coded.id };
    const { items } = await shop.call(
      contract.listPromotions,
      { query: { state: "running" } },
      owner,
    );
    expect(items.map(({ id }) => id)).toEqual(expect.arrayContaining([applying.id, coded.id]));
    await shop.call(contract.pausePromotion, { params, body: { paused: true } }, owner);
    const copy = await shop.call(
      contract.duplicatePromotion,
      { params, idempotencyKey: newId() },
      owner,
    );
    expect(copy).toMatchObject({
      state: "paused",
      codes: 0,
      names: { en: `${coded.names.en} (2)` },
    });
    await new Promise((resolve) => setTimeout(resolve, 1100));
    const answer = await shop.call(
      contract.simulatePromotions,
      {
        body: {
          market: "eu",
          country: "DE",
          at: null,
          signedIn: false,
          firstOrder: true,
          customerId: null,
          groups: [],
          codes: ["nothing"],
          lines: [wanted(lamp, 2)],
          delivery: null,
        },
      },
      owner,
    );
    expect(answer.applied).toMatchObject([{ promotionId: applying.id, amount: { minor: "1000" } }]);
    expect(answer.lines).toMatchObject([
      { title: "Lamp", total: { minor: "10000" }, discount: { minor: "1000" } },
    ]);
    expect(answer.notApplied).toContainEqual({
      promotionId: coded.id,
      name: coded.names.en,
      reason: "paused",
      unmet: [],
    });
    expect(answer.unknownCodes).toEqual(["nothing"]);
  });
});

test("parts of a reduced line are the line, whatever is sent, cancelled or returned first", () => {
  const line = fc.record({
    price: fc.bigInt({ min: 1n, max: 99_999n }),
    quantity: fc.integer({ min: 1, max: 20 }),
    share: fc.bigInt({ min: 0n, max: 100n }),
    taxIncluded: fc.boolean(),
    cuts: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 20, maxLength: 20 }),
  });
  fc.assert(
    fc.property(line, ({ price, quantity, share, taxIncluded, cuts }) => {
      const charged = price * BigInt(quantity) - (price * BigInt(quantity) * share) / 100n;
      const tax = (charged * 19n) / (taxIncluded ? 119n : 100n);
      const sold = { quantity, net: taxIncluded ? charged - tax : charged, tax, taxIncluded };
      let [done, gross] = [0, 0n];
      let taken = { quantity: 0, net: 0n, tax: 0n };
      for (const cut of cuts) {
        const units = Math.min(cut, quantity - done);
        const part = partOfLine(sold, done, units);
        expect(part.net >= 0n && part.tax >= 0n).toBe(true);
        gross += part.gross;
        const back = refundTax(sold, units, taken);
        expect(back.net >= 0n && back.tax >= 0n).toBe(true);
        taken = { quantity: done + units, net: taken.net + back.net, tax: taken.tax + back.tax };
        done += units;
      }
      expect(gross).toBe(sold.net + sold.tax);
      if (done === quantity) expect(taken).toMatchObject({ net: sold.net, tax: sold.tax });
    }),
  );
});
