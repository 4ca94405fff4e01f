import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { typeId } from "../../../kernel/type-id.ts";
import { amounts, basket, line, promotion, uuid } from "./examples.ts";
import { compilePromotions } from "./compile.ts";
import type { Basket } from "./basket.ts";
import { evaluatePromotions } from "./evaluate.ts";
import type { Promotion } from "./promotion.ts";
import type { Action, Condition, Selection } from "../shapes.ts";

const all: Selection = { only: [], not: [] };
const goods = (...numbers: number[]): Selection => ({
  only: [{ by: "product" as const, ids: numbers.map((each) => typeId("product", uuid(each))) }],
  not: [],
});
const percent = (value: string, on = all): Action => ({ kind: "percent_off", on, percent: value });
const off = (minor: number, on = all): Action => ({
  kind: "amount_off",
  on,
  amounts: amounts(minor),
  each: false,
});

function evaluate(promotions: readonly Promotion[], wish: Basket) {
  return evaluatePromotions(compilePromotions(promotions, new Map()), wish);
}

/** Line → discount, and promotion → why not, by their numbers. */
function told(promotions: readonly Promotion[], wish: Basket) {
  const result = evaluate(promotions, wish);
  const nameOf = (id: string) => Number(id.slice(-6));
  return {
    lines: Object.fromEntries(result.lineDiscounts),
    delivery: result.deliveryDiscount,
    applied: result.applied.map(({ promotionId }) => nameOf(promotionId)),
    not: Object.fromEntries(
      result.notApplied.map(({ promotionId, reason }) => [nameOf(promotionId), reason]),
    ),
  };
}

const lampAndChairs = basket([line(1, 10_000), line(2, 6000, 2)]);

describe("lanes", () => {
  const [a, b, c] = [
    promotion(1, percent("10", goods(1))),
    promotion(2, percent("8")),
    promotion(3, off(2000), { lane: 2 }),
  ];

  test("compete for lines and run on what is left, as the worked example says", () => {
    const result = told([a, b, c], lampAndChairs);
    expect(result.applied).toEqual([2, 3]);
    expect(result.not).toEqual({ 1: "better_offer" });
    expect(Object.values(result.lines).reduce((sum, each) => sum + each, 0n)).toBe(3760n);
  });

  test("close lines to what is not combinable, in both directions", () => {
    expect(told([a, b, { ...c, combinable: false }], lampAndChairs).not).toMatchObject({
      3: "nothing_left",
    });
    expect(told([a, { ...b, combinable: false }, c], lampAndChairs).not).toMatchObject({
      3: "nothing_left",
    });
    // A takes the lamp only, so the chairs stay open.
    const apart = told([a, { ...c, combinable: false }], lampAndChairs);
    expect(apart.lines).toEqual({ "line-1": 1000n, "line-2": 2000n });
  });

  test("take side by side what concerns different lines, and by priority what takes the same", () => {
    const side = told([a, promotion(4, percent("5", goods(2)))], lampAndChairs);
    expect(side.applied.toSorted((a, b) => a - b)).toEqual([1, 4]);
    const same = [promotion(5, percent("10")), promotion(6, percent("10"), { priority: 5 })];
    expect(told(same, lampAndChairs)).toMatchObject({ applied: [6], not: { 5: "better_offer" } });
  });
});

describe("actions", () => {
  test.each<[string, Action, Basket, Record<string, bigint>]>([
    [
      "never take more than there is",
      off(99_999),
      lampAndChairs,
      { "line-1": 10_000n, "line-2": 12_000n },
    ],
    [
      "take an amount off each unit",
      { kind: "amount_off", on: goods(2), amounts: amounts(500), each: true },
      lampAndChairs,
      { "line-2": 1000n },
    ],
    [
      "make three shirts 50.00, the dearest first",
      { kind: "set_price", on: all, quantity: 3, amounts: amounts(5000), repeat: null },
      basket([line(1, 2500), line(2, 2000), line(3, 1500, 2), line(4, 1000)]),
      { "line-1": 417n, "line-2": 333n, "line-3": 250n },
    ],
    [
      "make a set only where it saves something",
      { kind: "set_price", on: all, quantity: 2, amounts: amounts(5000), repeat: null },
      basket([line(1, 2500, 3)]),
      {},
    ],
    [
      "give the cheapest of three free",
      {
        kind: "buy_get",
        buy: all,
        buyQuantity: 2,
        get: all,
        getQuantity: 1,
        percent: "100",
        repeat: null,
      },
      basket([line(1, 1200, 2), line(2, 1000), line(3, 900), line(4, 800), line(5, 700)]),
      { "line-4": 800n, "line-5": 700n },
    ],
    [
      "stop giving where the limit is",
      {
        kind: "buy_get",
        buy: goods(1),
        buyQuantity: 1,
        get: goods(2),
        getQuantity: 1,
        percent: "50",
        repeat: 1,
      },
      basket([line(1, 9000, 4), line(2, 1001, 4)]),
      { "line-2": 501n },
    ],
  ])("%s", (_what, action, wish, expected) => {
    expect(told([promotion(1, action)], wish).lines).toEqual(expected);
  });

  test("make a delivery cheaper, and only one that was chosen", () => {
    const free = promotion(1, { kind: "delivery_percent", percent: "100" });
    const capped = promotion(2, { kind: "delivery_price", amounts: amounts(100) });
    const sent = { ...lampAndChairs, deliveryMinor: 490n };
    expect(told([free, capped], sent)).toMatchObject({ delivery: 490n, applied: [1] });
    expect(told([capped], sent).delivery).toBe(390n);
    expect(told([free], lampAndChairs).not).toEqual({ 1: "no_delivery" });
  });

  test("give a gift while the shelf has one to spare", () => {
    const gift = promotion(1, { kind: "gift", variantId: typeId("variant", uuid(7)), quantity: 2 });
    const wish = (available: number) => ({
      ...lampAndChairs,
      gifts: [{ variantId: uuid(7), unitPriceMinor: 250n, available }],
    });
    expect(evaluate([gift], wish(2)).applied[0]).toMatchObject({ amountMinor: 500n });
    expect(told([gift], wish(1)).not).toEqual({ 1: "gift_not_available" });
  });
});

describe("conditions", () => {
  const only = (...of: Condition[]): Partial<Promotion> => ({
    rule: { condition: { kind: "all", of: of as never }, action: percent("10") },
  });
  const kinds: [string, Condition, Partial<Basket>, Partial<Basket>][] = [
    ["total", { kind: "total", of: all, atLeast: amounts(22_000) }, {}, { lines: [line(1, 100)] }],
    ["quantity", { kind: "quantity", of: goods(2), atLeast: 2 }, {}, { lines: [line(2, 100)] }],
    ["weight", { kind: "weight", of: all, atLeastGrams: 300 }, {}, { lines: [line(2, 100)] }],
    ["country", { kind: "country", codes: ["DE"] }, {}, { country: "FR" }],
    ["market", { kind: "market", codes: ["eu"] }, {}, { market: "us" }],
    [
      "date",
      { kind: "date", from: "2026-11-20", to: "2026-11-27" },
      {},
      { moment: at("2026-11-28", 6, 0) },
    ],
    ["weekday", { kind: "weekday", days: [5] }, {}, { moment: at("2026-11-28", 6, 0) }],
    ["none", { kind: "none", of: [{ kind: "country", codes: ["FR"] }] }, {}, { country: "FR" }],
    [
      "any",
      { kind: "any", of: [{ kind: "signed_in" }, { kind: "group", codes: ["vip"] }] },
      { shopper: shopper({ groups: ["vip"] }) },
      {},
    ],
    ["first order", { kind: "first_order" }, { shopper: shopper({ firstOrder: true }) }, {}],
    [
      "customer",
      { kind: "customer", ids: [typeId("customer", uuid(9))] },
      { shopper: shopper({ customerId: uuid(9), signedIn: true }) },
      { shopper: shopper({ customerId: uuid(9) }) },
    ],
  ];
  function shopper(more: Partial<Basket["shopper"]>) {
    return { ...lampAndChairs.shopper, ...more };
  }
  function at(day: string, weekday: number, minute: number) {
    return { at: new Date(`${day}T12:00:00Z`), day, weekday, minute };
  }

  test.each(kinds)("by %s", (_kind, condition, holding, failing) => {
    const one = { ...promotion(1, percent("10")), ...only(condition) };
    expect(told([one], { ...lampAndChairs, ...holding }).applied).toEqual([1]);
    expect(told([one], { ...lampAndChairs, ...failing }).not).toEqual({ 1: "condition_not_met" });
  });

  test("name a code that would do, and take it only where it made the difference", () => {
    const coded = { ...promotion(1, percent("10")), ...only({ kind: "coupon" }) };
    expect(told([coded], lampAndChairs).not).toEqual({ 1: "code_missing" });
    const code = { couponId: uuid(70), promotionId: uuid(1), code: "WELCOME10", problem: null };
    const entered = { ...lampAndChairs, codes: [code] };
    expect(evaluate([coded], entered).applied[0]?.coupon).toEqual(code);
    const blocked = { ...lampAndChairs, codes: [{ ...code, problem: "blocked" as const }] };
    expect(told([coded], blocked).not).toEqual({ 1: "code_blocked" });
    expect(evaluate([promotion(1, percent("10"))], entered).applied[0]?.coupon).toBeNull();
  });

  test.each<[string, Partial<Promotion>, string]>([
    ["paused", { paused: true }, "paused"],
    ["not yet", { startsAt: new Date("2027-01-01") }, "not_started"],
    ["over", { endsAt: new Date("2026-11-27T12:00:00Z") }, "ended"],
    ["elsewhere", { markets: ["us"] }, "other_market"],
    ["another weekday", { weekdays: [6, 7] }, "other_time"],
    ["another hour", { fromMinute: 1200, toMinute: 600 }, "other_time"],
    ["used up", { usesLeft: 0 }, "uses_exhausted"],
    ["too dear", { budgetLeft: new Map([["EUR", 2199n]]) }, "budget_exhausted"],
    [
      "other goods",
      { rule: { condition: { kind: "all", of: [] }, action: percent("10", goods(8)) } },
      "no_matching_goods",
    ],
    [
      "other currency",
      {
        rule: {
          condition: { kind: "all", of: [] },
          action: {
            kind: "amount_off",
            on: all,
            amounts: [{ minor: "1", currency: "USD" }],
            each: false,
          },
        },
      },
      "no_amount_in_currency",
    ],
  ])("and says why not: %s", (_why, more, reason) => {
    expect(told([promotion(1, percent("10"), more)], lampAndChairs).not).toEqual({ 1: reason });
  });

  test("counts hours over midnight to the day on which they begin", () => {
    const night = promotion(1, percent("10"), { weekdays: [5], fromMinute: 1320, toMinute: 120 });
    const now = (weekday: number, minute: number) =>
      told([night], { ...lampAndChairs, moment: at("2026-11-27", weekday, minute) }).applied;
    expect([now(5, 1330), now(6, 60), now(5, 60), now(6, 1330)]).toEqual([[1], [1], [], []]);
  });

  test("asks a person's own limit", () => {
    const once = promotion(1, percent("10"), { maxPerPerson: 1 });
    const used = { ...lampAndChairs, shopper: shopper({ used: new Map([[uuid(1), 1]]) }) };
    expect(told([once], used).not).toEqual({ 1: "person_exhausted" });
  });
});

describe("whatever the promotions and the basket", () => {
  const selection = fc.oneof(
    fc.constant(all),
    fc
      .uniqueArray(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 3 })
      .map((ids) => goods(...ids)),
  );
  const percents = fc.constantFrom("100", "12.5", "33.33", "7");
  const minor = fc.integer({ min: 0, max: 9000 });
  const repeat = fc.constantFrom(null, 1, 2);
  const few = fc.integer({ min: 1, max: 4 });
  const action: fc.Arbitrary<Action> = fc.oneof(
    fc.record({ kind: fc.constant("percent_off" as const), on: selection, percent: percents }),
    fc.record({
      kind: fc.constant("amount_off" as const),
      on: selection,
      amounts: minor.map(amounts),
      each: fc.boolean(),
    }),
    fc.record({
      kind: fc.constant("set_price" as const),
      on: selection,
      quantity: few,
      amounts: minor.map(amounts),
      repeat,
    }),
    fc.record({
      kind: fc.constant("buy_get" as const),
      buy: selection,
      buyQuantity: few,
      get: selection,
      getQuantity: few,
      percent: percents,
      repeat,
    }),
    fc.constant({ kind: "gift" as const, variantId: typeId("variant", uuid(7)), quantity: 1 }),
    fc.record({ kind: fc.constant("delivery_percent" as const), percent: percents }),
  );
  const promotions = (lane: fc.Arbitrary<number>) =>
    fc
      .array(fc.record({ action, lane, combinable: fc.boolean() }), { minLength: 1, maxLength: 7 })
      .map((list) => list.map((each, at) => promotion(at + 1, each.action, { ...each })));
  const wish = fc
    .array(
      fc.record({
        price: fc.integer({ min: 0, max: 5000 }),
        quantity: fc.integer({ min: 1, max: 7 }),
      }),
      { minLength: 1, maxLength: 6 },
    )
    .map((lines) => ({
      ...basket(lines.map(({ price, quantity }, at) => line(at + 1, price, quantity))),
      deliveryMinor: 490n,
      gifts: [{ variantId: uuid(7), unitPriceMinor: 199n, available: 1 }],
    }));
  const gainOf = (list: readonly Promotion[], of: Basket) =>
    evaluate(list, of).applied.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);

  test("parts sum to the whole and no line goes below nothing", () => {
    fc.assert(
      fc.property(promotions(fc.integer({ min: 1, max: 3 })), wish, (list, of) => {
        const { applied, lineDiscounts, deliveryDiscount } = evaluate(list, of);
        for (const { lines, deliveryMinor, gift, amountMinor } of applied) {
          const parts = [...lines.values()].reduce((sum, part) => sum + part, deliveryMinor);
          expect(parts + (gift ? gift.unitPriceMinor * BigInt(gift.quantity) : 0n)).toBe(
            amountMinor,
          );
          for (const part of lines.values()) expect(part > 0n).toBe(true);
        }
        for (const each of of.lines) {
          const taken = lineDiscounts.get(each.ref) ?? 0n;
          expect(taken >= 0n && taken <= each.unitPriceMinor * BigInt(each.quantity)).toBe(true);
        }
        expect(deliveryDiscount >= 0n && deliveryDiscount <= 490n).toBe(true);
        expect(applied.filter(({ gift }) => gift !== null).length).toBeLessThanOrEqual(1);
      }),
    );
  });

  test("neither the order of lines nor that of promotions matters", () => {
    fc.assert(
      fc.property(promotions(fc.integer({ min: 1, max: 3 })), wish, (list, of) => {
        const turned = evaluate(list.toReversed(), { ...of, lines: of.lines.toReversed() });
        const straight = evaluate(list, of);
        const sorted = (map: ReadonlyMap<string, bigint>) =>
          [...map].toSorted(([a], [b]) => (a < b ? -1 : 1));
        expect(sorted(turned.lineDiscounts)).toEqual(sorted(straight.lineDiscounts));
        expect(turned.deliveryDiscount).toBe(straight.deliveryDiscount);
      }),
    );
  });

  test("one more promotion in a lane never makes the basket dearer", () => {
    fc.assert(
      fc.property(promotions(fc.constant(1)), wish, (list, of) => {
        expect(gainOf(list, of)).toBeGreaterThanOrEqual(gainOf(list.slice(0, -1), of));
      }),
    );
  });
});

test("a promotion that concerns other goods costs next to nothing", () => {
  const lines = Array.from({ length: 50 }, (_, at) => line(at + 1, 1000 + at));
  const near = Array.from({ length: 20 }, (_, at) =>
    promotion(at + 1, percent("10", goods(at + 1))),
  );
  const far = Array.from({ length: 2000 }, (_, at) =>
    promotion(at + 100, percent("10", goods(at + 1000))),
  );
  const timed = (list: readonly Promotion[]) => {
    const set = compilePromotions(list, new Map());
    const runs = Array.from({ length: 30 }, () => {
      const started = performance.now();
      evaluatePromotions(set, basket(lines));
      return performance.now() - started;
    });
    return Math.min(...runs);
  };
  // A hundred times as many, of which none is about this basket.
  expect(timed([...near, ...far])).toBeLessThan(timed(near) * 30);
});
