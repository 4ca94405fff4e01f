import { parseTypeId } from "../../../kernel/type-id.ts";
import type { Condition, Group, Leaf } from "../shapes.ts";
import type { Basket } from "./basket.ts";
import type { SelectionCompiler } from "./selection.ts";

/** Conditions look at the basket as it is listed: no discount changes whether another one applies. */
export interface CompiledCondition {
  /** `withCode`: is a code of this promotion entered? */
  readonly holds: (basket: Basket, withCode: boolean) => boolean;
  /** The kinds of conditions that stand in the way; empty when it holds. */
  readonly unmet: (basket: Basket, withCode: boolean) => string[];
  /** Does it ask for a code anywhere? */
  readonly asksForCode: boolean;
}

export function compileCondition(
  condition: Condition,
  compile: SelectionCompiler,
): CompiledCondition {
  if (!isGroup(condition)) return compileLeaf(condition, compile);
  const parts = condition.of.map((part) => compileCondition(part, compile));
  const asksForCode = parts.some((part) => part.asksForCode);
  const { kind } = condition;
  const holds: CompiledCondition["holds"] = (basket, withCode) => {
    const one = (part: CompiledCondition) => part.holds(basket, withCode);
    if (kind === "all") return parts.every(one);
    return kind === "any" ? parts.some(one) : !parts.some(one);
  };
  const unmet: CompiledCondition["unmet"] = (basket, withCode) => {
    if (holds(basket, withCode)) return [];
    if (kind !== "none") return parts.flatMap((part) => part.unmet(basket, withCode));
    return condition.of
      .filter((_, at) => parts[at]?.holds(basket, withCode))
      .map((part) => part.kind);
  };
  return { holds, unmet, asksForCode };
}

function isGroup(condition: Condition): condition is Group {
  return condition.kind === "all" || condition.kind === "any" || condition.kind === "none";
}

function compileLeaf(leaf: Leaf, compile: SelectionCompiler): CompiledCondition {
  if (leaf.kind === "coupon") {
    const unmet = (_: Basket, withCode: boolean) => (withCode ? [] : [leaf.kind]);
    return { holds: (_, withCode) => withCode, unmet, asksForCode: true };
  }
  const holds = testOf(leaf, compile);
  return { holds, unmet: (basket) => (holds(basket) ? [] : [leaf.kind]), asksForCode: false };
}

function testOf(
  leaf: Exclude<Leaf, { kind: "coupon" }>,
  compile: SelectionCompiler,
): (basket: Basket) => boolean {
  switch (leaf.kind) {
    case "total": {
      const { measure } = compile(leaf.of);
      const least = new Map<string, bigint>(
        leaf.atLeast.map((each) => [each.currency, BigInt(each.minor)]),
      );
      return (basket) => {
        const wanted = least.get(basket.currency);
        return wanted !== undefined && measure(basket).totalMinor >= wanted;
      };
    }
    case "quantity": {
      const { measure } = compile(leaf.of);
      return (basket) => measure(basket).quantity >= leaf.atLeast;
    }
    case "weight": {
      const { measure } = compile(leaf.of);
      return (basket) => measure(basket).weightGrams >= leaf.atLeastGrams;
    }
    case "signed_in":
      return ({ shopper }) => shopper.signedIn;
    case "first_order":
      return ({ shopper }) => shopper.firstOrder;
    case "customer": {
      const ids = new Set(leaf.ids.map((id) => parseTypeId("customer", id)));
      return ({ shopper }) => shopper.signedIn && ids.has(shopper.customerId);
    }
    case "group":
      return ({ shopper }) => leaf.codes.some((code) => shopper.groups.includes(code));
    case "market":
      return ({ market }) => leaf.codes.includes(market);
    case "country":
      return ({ country }) => country !== null && leaf.codes.includes(country);
    case "date":
      return ({ moment }) =>
        (leaf.from === undefined || moment.day >= leaf.from) &&
        (leaf.to === undefined || moment.day <= leaf.to);
    case "weekday":
      return ({ moment }) => leaf.days.includes(moment.weekday);
  }
}
