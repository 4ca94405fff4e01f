import { expect, test } from "vitest";
import { promotions as de } from "../../locales/de/promotions.ts";
import { promotions as en } from "../../locales/en/promotions.ts";
import { actionKinds, actionOfKind, blankLeaf, emptyDraft, leafKinds } from "./promotion-draft.ts";
import type { PromotionDraft } from "./promotion-draft.ts";
import { sayPromotion } from "./sentence.ts";

const names: Readonly<Record<string, string>> = { category_1: "lamps", eu: "Europe" };
const nameOf = (id: string) => names[id] ?? id;
const teller = { words: en, locale: "en" as const, nameOf };

const lamps: PromotionDraft = {
  ...emptyDraft,
  rule: {
    condition: {
      kind: "all",
      of: [
        {
          kind: "total",
          of: { only: [], not: [] },
          atLeast: [{ minor: "10000", currency: "EUR" }],
        },
        { kind: "any", of: [{ kind: "coupon" }, { kind: "signed_in" }] },
      ],
    },
    action: {
      kind: "percent_off",
      on: { only: [{ by: "category", ids: ["category_1"] }], not: [] },
      percent: "12.5",
    },
  },
  weekdays: [2, 1],
  fromMinute: 480,
  markets: ["eu"],
  maxPerPerson: 1,
};

test("a promotion is said in one sentence, in both languages", () => {
  expect(sayPromotion(lamps, teller)).toBe(
    "12.5 % off lamps, when everything in the basket costs €100.00 or more and (a code is entered or the shopper is signed in); on Monday and Tuesday; from 08:00 to 24:00; in Europe; once for each customer",
  );
  expect(sayPromotion(lamps, { ...teller, words: de, locale: "de" })).toBe(
    "12,5 % Rabatt auf lamps, wenn gilt: alles im Warenkorb kostet 100,00\u00a0€ oder mehr und (ein Code ist eingegeben oder der Kunde ist angemeldet); am Montag und Dienstag; von 08:00 bis 24:00 Uhr; in Europe; einmal je Kunde",
  );
});

test("every kind of action and condition has words as soon as it is chosen", () => {
  for (const kind of actionKinds) {
    const { rule } = emptyDraft;
    const draft = { ...emptyDraft, rule: { ...rule, action: actionOfKind(kind, rule.action) } };
    expect(sayPromotion(draft, teller)).toMatch(/\w{4}/);
  }
  for (const kind of leafKinds) {
    const condition = { kind: "none" as const, of: [blankLeaf(kind)] };
    const draft = { ...emptyDraft, rule: { ...emptyDraft.rule, condition } };
    expect(sayPromotion(draft, teller)).not.toContain("undefined");
  }
});
