import type { Condition } from "../shapes.ts";
import { type CompiledAction, compileAction } from "./action.ts";
import { type CompiledCondition, compileCondition } from "./condition.ts";
import type { Promotion } from "./promotion.ts";
import { type CategoryTree, selectionCompiler } from "./selection.ts";

export interface CompiledPromotion {
  readonly promotion: Promotion;
  readonly condition: CompiledCondition;
  readonly action: CompiledAction;
}

/** All promotions made ready for baskets: rules as functions, found by the goods they concern. */
export interface PromotionSet {
  readonly all: readonly CompiledPromotion[];
  /** Lane → its promotions. Lanes in their order. */
  readonly lanes: readonly {
    readonly lane: number;
    readonly members: readonly CompiledPromotion[];
  }[];
  /** Key of a line → promotions that it may bring in. See `keysOfLine`. */
  readonly byKey: ReadonlyMap<string, readonly CompiledPromotion[]>;
  /** Those that only asking can rule out. */
  readonly always: readonly CompiledPromotion[];
  /** Does any of them concern the delivery? */
  readonly changesDelivery: boolean;
}

export function compilePromotions(
  promotions: readonly Promotion[],
  tree: CategoryTree,
): PromotionSet {
  const compile = selectionCompiler(tree);
  const all = promotions.map((promotion) => ({
    promotion,
    condition: compileCondition(promotion.rule.condition as Condition, compile),
    action: compileAction(promotion.rule.action, compile),
  }));
  const byKey = new Map<string, CompiledPromotion[]>();
  for (const each of all) {
    for (const key of each.action.keys ?? []) byKey.set(key, [...(byKey.get(key) ?? []), each]);
  }
  const lanes = [...Map.groupBy(all, ({ promotion }) => promotion.lane)]
    .map(([lane, members]) => ({ lane, members }))
    .sort((a, b) => a.lane - b.lane);
  return {
    all,
    lanes,
    byKey,
    always: all.filter(({ action }) => action.keys === null),
    changesDelivery: all.some(({ promotion }) =>
      promotion.rule.action.kind.startsWith("delivery_"),
    ),
  };
}
