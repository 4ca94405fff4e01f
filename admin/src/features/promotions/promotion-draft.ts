import type { createPromotion, PromotionView } from "@shopwright/server/contracts/promotions";
import type {
  Action,
  Condition,
  Group,
  Leaf,
  Rule,
  Selection,
} from "@shopwright/server/contracts/promotions";
import type { CallInput } from "@shopwright/server/kernel/endpoint";

type Body = NonNullable<CallInput<typeof createPromotion>["body"]>;
export function isGroup(condition: Condition): condition is Group {
  return condition.kind === "all" || condition.kind === "any" || condition.kind === "none";
}

/** What is being edited, as it is sent. */
export type PromotionDraft = Omit<Body, "paused" | "rule"> & { readonly rule: Rule };

export const everything: Selection = { only: [], not: [] };

export const emptyDraft: PromotionDraft = {
  names: { en: "" },
  rule: {
    condition: { kind: "all", of: [] },
    action: { kind: "percent_off", on: everything, percent: "10" },
  },
  lane: 1,
  priority: 0,
  combinable: true,
  markets: [],
  startsAt: null,
  endsAt: null,
  weekdays: [],
  fromMinute: null,
  toMinute: null,
  maxUses: null,
  maxPerPerson: null,
  budgets: [],
};

export function draftOf(view: PromotionView): PromotionDraft {
  const { names, rule, lane, priority, combinable, markets, startsAt, endsAt } = view;
  const { weekdays, fromMinute, toMinute, maxUses, maxPerPerson } = view;
  const budgets = view.budgets.map(({ limit }) => limit);
  const when = { startsAt, endsAt, weekdays, fromMinute, toMinute };
  const limits = { maxUses, maxPerPerson, budgets };
  return { names, rule, lane, priority, combinable, markets, ...when, ...limits };
}

export const actionKinds = [
  "percent_off",
  "amount_off",
  "set_price",
  "buy_get",
  "gift",
  "delivery_percent",
  "delivery_price",
] as const;

/** An action of another kind, with what can be taken over. */
export function actionOfKind(kind: Action["kind"], before: Action): Action {
  const on = "on" in before ? before.on : everything;
  const amounts = "amounts" in before ? before.amounts : [];
  const percent = "percent" in before ? before.percent : "10";
  switch (kind) {
    case "percent_off":
      return { kind, on, percent };
    case "amount_off":
      return { kind, on, amounts, each: false };
    case "set_price":
      return { kind, on, amounts, quantity: 3, repeat: null };
    case "buy_get":
      return {
        kind,
        buy: on,
        buyQuantity: 2,
        get: on,
        getQuantity: 1,
        percent: "100",
        repeat: null,
      };
    case "gift":
      return { kind, variantId: "", quantity: 1 };
    case "delivery_percent":
      return { kind, percent: "100" };
    case "delivery_price":
      return { kind, amounts };
  }
}

export const leafKinds = [
  "coupon",
  "total",
  "quantity",
  "weight",
  "signed_in",
  "first_order",
  "country",
  "market",
  "weekday",
  "date",
  "group",
  "customer",
] as const;

/** A condition of this kind, ready to be filled in. */
export function blankLeaf(kind: Leaf["kind"]): Leaf {
  switch (kind) {
    case "total":
      return { kind, of: everything, atLeast: [] };
    case "quantity":
      return { kind, of: everything, atLeast: 1 };
    case "weight":
      return { kind, of: everything, atLeastGrams: 1000 };
    case "coupon":
    case "signed_in":
    case "first_order":
      return { kind };
    case "customer":
      return { kind, ids: [] };
    case "group":
    case "market":
    case "country":
      return { kind, codes: [] };
    case "date":
      return { kind };
    case "weekday":
      return { kind, days: [1, 2, 3, 4, 5] };
  }
}
