import type { Uuid } from "../../../kernel/ids.ts";
import type { Left, Worth } from "./action.ts";
import type { Applied, Basket, EnteredCode, Evaluation, NotApplied } from "./basket.ts";
import type { Reason } from "../shapes.ts";
import type { CompiledPromotion, PromotionSet } from "./compile.ts";
import { type Candidate, chooseInLane } from "./lane.ts";
import { keysOfLine } from "./selection.ts";
import { whyNot } from "./why-not.ts";

/**
 * What promotions take off a basket. Pure; amounts are on the market's price basis, before tax.
 *
 * Conditions look at the basket as listed. Lanes run in their order, each on what the lanes before it left.
 * In one lane nothing is discounted twice: promotions that concern different lines stand side by side,
 * those that concern the same compete, and what is best for the shopper is taken. A promotion
 * that is not combinable shares no line with another lane: it takes only lines that no lane before it
 * has discounted, and what it discounts is closed to all lanes after it.
 *
 * Example: a lamp at 100 and two chairs at 60. Lane 1: A, 10 % off lamps, and B, 8 % off everything.
 * A alone takes 10.00; B takes 8 % of 220, 17.60, and concerns the lamp, too; so B wins, and A is told
 * `better_offer`. Lane 2: C, 20.00 off the basket, is combinable and takes 20.00 off the 202.40 left, in
 * proportion. Were C not combinable, it would find no line that is untouched, and nothing to take. Were B not
 * combinable, B would have closed all lines, to the same end.
 */
export function evaluatePromotions(set: PromotionSet, basket: Basket): Evaluation {
  const sorted = [...basket.lines].sort((a, b) => (a.ref < b.ref ? -1 : 1));
  const state = startOf({ ...basket, lines: sorted });
  const possible = concerned(set, basket);
  const notApplied: NotApplied[] = [];
  const tell = (promotionId: Uuid, reason: Reason, unmet: readonly string[] = []) =>
    notApplied.push({ promotionId, reason, unmet });
  for (const { members } of set.lanes) {
    const candidates: Ready[] = [];
    const open = { along: leftFor(state, true), alone: leftFor(state, false) };
    for (const each of members) {
      const { id } = each.promotion;
      const code = state.codes.get(id) ?? null;
      const against = whyNot(each, state.basket, code);
      if (against !== null) tell(id, against.reason, against.unmet);
      else if (!possible.has(each)) tell(id, "no_matching_goods");
      else {
        const ready = candidateOf(each, each.promotion.combinable ? open.along : open.alone, code);
        if (typeof ready === "string") tell(id, ready);
        else candidates.push(ready);
      }
    }
    const chosen = new Set(chooseInLane(candidates));
    for (const each of candidates) if (!chosen.has(each)) tell(each.id, "better_offer");
    for (const each of chosen) apply(state, each);
  }
  return resultOf(state, notApplied);
}

interface Ready extends Candidate {
  readonly compiled: CompiledPromotion;
  readonly worth: Worth;
  readonly coupon: EnteredCode | null;
}

interface State {
  readonly basket: Basket;
  readonly codes: ReadonlyMap<Uuid, EnteredCode>;
  /** Line ref → what is left of it. */
  readonly left: Map<string, bigint>;
  deliveryLeft: bigint | null;
  /** Lines, "delivery" and "gift" that something was taken off, and those that are closed. */
  readonly touched: Set<string>;
  readonly closed: Set<string>;
  readonly given: Map<string, number>;
  readonly applied: Applied[];
}

const delivery = "\ndelivery";
const gift = "\ngift";

function startOf(basket: Basket): State {
  return {
    basket,
    codes: new Map(basket.codes.map((code) => [code.promotionId, code])),
    left: new Map(
      basket.lines.map((line) => [line.ref, line.unitPriceMinor * BigInt(line.quantity)]),
    ),
    deliveryLeft: basket.deliveryMinor,
    touched: new Set(),
    closed: new Set(),
    given: new Map(),
    applied: [],
  };
}

/** The promotions that the goods in the basket may bring in. */
function concerned(set: PromotionSet, basket: Basket): ReadonlySet<CompiledPromotion> {
  const found = new Set(set.always);
  const keys = new Set(basket.lines.flatMap(keysOfLine));
  for (const key of keys) for (const each of set.byKey.get(key) ?? []) found.add(each);
  return found;
}

function candidateOf(
  compiled: CompiledPromotion,
  left: Left,
  code: EnteredCode | null,
): Ready | Reason {
  const { promotion, action, condition } = compiled;
  const worth = action.worth(left);
  if (typeof worth === "string") return worth;
  const giftMinor = worth.gift ? worth.gift.unitPriceMinor * BigInt(worth.gift.quantity) : 0n;
  const amountMinor = worth.linesMinor + worth.deliveryMinor + giftMinor;
  const budget = promotion.budgetLeft.get(left.basket.currency);
  if (budget !== undefined && amountMinor > budget) return "budget_exhausted";
  // A code is used up only where it made the difference.
  const needed = code !== null && condition.asksForCode && !condition.holds(left.basket, false);
  return {
    id: promotion.id,
    priority: promotion.priority,
    amountMinor,
    ...partsOf(worth, giftMinor),
    compiled,
    worth,
    coupon: needed ? code : null,
  };
}

function partsOf({ lines, split, deliveryMinor }: Worth, giftMinor: bigint) {
  if (deliveryMinor > 0n) {
    return { parts: [delivery], split: () => new Map([[delivery, deliveryMinor]]) };
  }
  if (giftMinor > 0n) return { parts: [gift], split: () => new Map([[gift, giftMinor]]) };
  return { parts: lines, split };
}

/** What is open to a promotion: all that is not closed; untouched things only when it stands alone. */
function leftFor(state: State, combinable: boolean): Left {
  const isOpen = (part: string) =>
    !state.closed.has(part) && (combinable || !state.touched.has(part));
  return {
    basket: state.basket,
    lines: state.basket.lines.flatMap((line) => {
      const leftMinor = state.left.get(line.ref) ?? 0n;
      return leftMinor > 0n && isOpen(line.ref) ? [{ line, leftMinor }] : [];
    }),
    deliveryMinor: isOpen(delivery) ? state.deliveryLeft : null,
    giftOpen: isOpen(gift),
    chosen: new Map(),
    given: state.given,
  };
}

function apply(state: State, { compiled, worth, parts, amountMinor, coupon }: Ready): void {
  const { id, combinable } = compiled.promotion;
  const lines = worth.split();
  for (const [ref, amount] of lines) {
    state.left.set(ref, (state.left.get(ref) ?? 0n) - amount);
  }
  if (state.deliveryLeft !== null) state.deliveryLeft -= worth.deliveryMinor;
  if (worth.gift !== null) {
    const { variantId, quantity } = worth.gift;
    state.given.set(variantId, (state.given.get(variantId) ?? 0) + quantity);
  }
  for (const part of parts) {
    state.touched.add(part);
    if (!combinable) state.closed.add(part);
  }
  const { deliveryMinor } = worth;
  state.applied.push({
    promotionId: id,
    coupon,
    lines,
    deliveryMinor,
    gift: worth.gift,
    amountMinor,
  });
}

function resultOf({ applied }: State, notApplied: readonly NotApplied[]): Evaluation {
  const lineDiscounts = new Map<string, bigint>();
  let deliveryDiscount = 0n;
  for (const { lines, deliveryMinor } of applied) {
    deliveryDiscount += deliveryMinor;
    for (const [ref, amount] of lines) {
      lineDiscounts.set(ref, (lineDiscounts.get(ref) ?? 0n) + amount);
    }
  }
  return { applied, notApplied, lineDiscounts, deliveryDiscount };
}
