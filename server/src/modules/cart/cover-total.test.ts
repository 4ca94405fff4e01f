import fc from "fast-check";
import { expect, test } from "vitest";
import { coveredMinor, coverTotal } from "./cover-total.ts";

const card = {
  id: "018f0000-0000-7000-8000-000000000001",
  kind: "gift_card",
  codeEnd: "AB3D",
  currency: "EUR",
  availableMinor: 3000n,
  blocked: false,
  expiresOn: null,
} as const;
const today = "2026-06-01";

const credits = fc.array(
  fc.record({
    id: fc.constant(card.id),
    kind: fc.constantFrom("gift_card" as const, "store_credit" as const),
    codeEnd: fc.constant(null),
    currency: fc.constantFrom("EUR", "USD"),
    availableMinor: fc.bigInt(-5n, 20_000n),
    blocked: fc.boolean(),
    expiresOn: fc.constantFrom(null, "2026-05-31", "2026-06-01"),
  }),
  { maxLength: 6 },
);

test("cards pay in their order, each no more than it has, together never more than the total", () => {
  fc.assert(
    fc.property(credits, fc.bigInt(0n, 50_000n), fc.boolean(), (list, total, useStoreCredit) => {
      const covered = coverTotal({ credits: list, currency: "EUR", useStoreCredit }, total, today);
      const sum = coveredMinor(covered);
      const usable = covered.filter(
        (each) => each.problem === null && (each.kind === "gift_card" || useStoreCredit),
      );
      const most = usable.reduce((all, each) => all + each.availableMinor, 0n);
      expect(sum).toBe(most < total ? most : total);
      for (const [index, each] of covered.entries()) {
        expect(
          each.usedMinor >= 0n &&
            each.usedMinor <= (usable.includes(each) ? each.availableMinor : 0n),
        ).toBe(true);
        // A later one pays only when all before it are used up.
        const before = covered.slice(0, index).filter((one) => usable.includes(one));
        if (each.usedMinor > 0n)
          expect(before.every((one) => one.usedMinor === one.availableMinor)).toBe(true);
      }
    }),
  );
});

test("says why a card pays nothing", () => {
  const problems = [
    card,
    { ...card, currency: "USD" },
    { ...card, blocked: true },
    { ...card, expiresOn: "2026-05-31" },
    { ...card, availableMinor: 0n },
  ];
  const covered = coverTotal(
    { credits: problems, currency: "EUR", useStoreCredit: true },
    10_000n,
    today,
  );
  expect(covered.map(({ problem }) => problem)).toEqual([
    null,
    "other_currency",
    "not_usable",
    "not_usable",
    "empty",
  ]);
});
