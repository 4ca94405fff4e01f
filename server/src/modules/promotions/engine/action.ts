import { roundHalfUp } from "../../../kernel/rounding.ts";
import { parseTypeId } from "../../../kernel/type-id.ts";
import type { Action, Reason } from "../shapes.ts";
import type { Basket, BasketLine, Gift } from "./basket.ts";
import type { CompiledSelection, SelectionCompiler } from "./selection.ts";
import { setDiscount } from "./set-price.ts";
import { buyGetDiscount } from "./buy-get.ts";
import { runsOf, spread } from "./units.ts";

/** What a basket has left to give in a lane: open lines with what earlier lanes left of them. */
export interface Left {
  readonly basket: Basket;
  readonly lines: readonly OpenLine[];
  /** Null: no delivery, or it is closed. */
  readonly deliveryMinor: bigint | null;
  readonly giftOpen: boolean;
  /** The lines of each selection that was asked for. */
  readonly chosen: Map<CompiledSelection, ChosenGoods>;
  /** Units of gifts that earlier lanes gave away. */
  readonly given: ReadonlyMap<string, number>;
}

/** The open lines of a selection, with what is left of each and of all. */
export interface ChosenGoods {
  readonly lines: readonly OpenLine[];
  readonly weights: ReadonlyMap<string, bigint>;
  readonly refs: readonly string[];
  readonly totalMinor: bigint;
}

export interface OpenLine {
  readonly line: BasketLine;
  readonly leftMinor: bigint;
}

/** What an action would take off. `split` divides `linesMinor` over the lines it names in `lines`. */
export interface Worth {
  readonly linesMinor: bigint;
  /** In the order of refs. */
  readonly lines: readonly string[];
  readonly split: () => ReadonlyMap<string, bigint>;
  readonly deliveryMinor: bigint;
  readonly gift: Gift | null;
}

export interface CompiledAction {
  /** See `CompiledSelection.keys`. */
  readonly keys: readonly string[] | null;
  /** What it would take off; a reason when that is nothing. */
  readonly worth: (left: Left) => Worth | Reason;
}

export function compileAction(action: Action, compile: SelectionCompiler): CompiledAction {
  switch (action.kind) {
    case "percent_off": {
      const on = compile(action.on);
      const hundredths = hundredthsOf(action.percent);
      return onLines(on, ({ goods: { weights, totalMinor } }) => {
        return { amount: share(totalMinor, hundredths), weights };
      });
    }
    case "amount_off":
      return amountOff(action, compile(action.on));
    case "set_price": {
      const on = compile(action.on);
      const { quantity, repeat } = action;
      return onLines(on, ({ goods, basket }) => {
        const price = amountIn(action.amounts, basket.currency);
        if (price === null) return "no_amount_in_currency";
        return orNoSet(setDiscount(goods.lines.flatMap(runs), { quantity, price, repeat }));
      });
    }
    case "buy_get": {
      const buy = compile(action.buy);
      const get = compile(action.get);
      const hundredths = hundredthsOf(action.percent);
      return onLines(get, (left) => {
        const free = buyGetDiscount(
          left.all.map((each) => ({
            ...each,
            buys: buy.matches(each.line),
            gets: get.matches(each.line),
          })),
          action,
        );
        return orNoSet({ amount: share(total(free), hundredths), weights: free });
      });
    }
    case "gift":
      return gift(parseTypeId("variant", action.variantId) ?? "", action.quantity);
    case "delivery_percent": {
      const hundredths = hundredthsOf(action.percent);
      return onDelivery((price) => share(price, hundredths));
    }
    case "delivery_price":
      return onDelivery((price, currency) => {
        const wanted = amountIn(action.amounts, currency);
        if (wanted === null) return "no_amount_in_currency";
        return wanted < price ? price - wanted : 0n;
      });
  }
}

function amountOff(
  action: Extract<Action, { kind: "amount_off" }>,
  on: CompiledSelection,
): CompiledAction {
  return onLines(on, ({ goods: { lines, weights, totalMinor }, basket }) => {
    const amount = amountIn(action.amounts, basket.currency);
    if (amount === null) return "no_amount_in_currency";
    if (action.each) {
      const each = new Map(
        lines.map(({ line, leftMinor }) => [
          line.ref,
          least(amount * BigInt(line.quantity), leftMinor),
        ]),
      );
      return { amount: total(each), weights: each };
    }
    return { amount: least(amount, totalMinor), weights };
  });
}

/** An amount with what it is divided by. */
export interface Discount {
  readonly amount: bigint;
  readonly weights: ReadonlyMap<string, bigint>;
}

interface Choice {
  readonly basket: Basket;
  readonly goods: ChosenGoods;
  readonly all: readonly OpenLine[];
}

function orNoSet(discount: Discount): Discount | Reason {
  return discount.amount === 0n ? "no_set" : discount;
}

function onLines(
  on: CompiledSelection,
  discount: (choice: Choice) => Discount | Reason,
): CompiledAction {
  return {
    keys: on.keys,
    worth: (left) => {
      const { basket, lines } = left;
      const goods = goodsOf(left, on);
      if (goods.lines.length === 0) {
        return basket.lines.some(on.matches) ? "nothing_left" : "no_matching_goods";
      }
      const found = discount({ basket, goods, all: lines });
      if (typeof found === "string") return found;
      const { amount, weights } = found;
      if (amount === 0n) return "nothing_left";
      const refs = weights === goods.weights ? goods.refs : [...weights.keys()];
      const split = () => spread(amount, weights);
      return { ...nothing, linesMinor: amount, lines: refs, split };
    },
  };
}

function onDelivery(
  discount: (price: bigint, currency: string) => bigint | Reason,
): CompiledAction {
  return {
    keys: null,
    worth: ({ basket, deliveryMinor }) => {
      if (basket.deliveryMinor === null) return "no_delivery";
      if (deliveryMinor === null || deliveryMinor === 0n) return "nothing_left";
      const found = discount(deliveryMinor, basket.currency);
      if (typeof found === "string") return found;
      if (found === 0n) return "nothing_left";
      return { ...nothing, deliveryMinor: found };
    },
  };
}

function gift(variantId: string, quantity: number): CompiledAction {
  return {
    keys: null,
    worth: ({ basket, giftOpen, given }) => {
      const goods = basket.gifts.find((each) => each.variantId === variantId);
      const spare = (goods?.available ?? 0) - (given.get(variantId) ?? 0);
      if (goods === undefined || spare < quantity) return "gift_not_available";
      if (!giftOpen || goods.unitPriceMinor === 0n) return "nothing_left";
      const { unitPriceMinor } = goods;
      return { ...nothing, gift: { variantId, quantity, unitPriceMinor } };
    },
  };
}

function goodsOf(left: Left, on: CompiledSelection): ChosenGoods {
  const known = left.chosen.get(on);
  if (known !== undefined) return known;
  const lines = left.lines.filter(({ line }) => on.matches(line));
  const weights = new Map(lines.map(({ line, leftMinor }) => [line.ref, leftMinor]));
  const goods = { lines, weights, refs: [...weights.keys()], totalMinor: total(weights) };
  left.chosen.set(on, goods);
  return goods;
}

const nothing: Worth = {
  linesMinor: 0n,
  lines: [],
  split: () => new Map(),
  deliveryMinor: 0n,
  gift: null,
};

const runs = ({ line, leftMinor }: OpenLine) => runsOf(line.ref, leftMinor, line.quantity);

function total(amounts: ReadonlyMap<string, bigint>): bigint {
  let sum = 0n;
  for (const amount of amounts.values()) sum += amount;
  return sum;
}

function least(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

function share(amount: bigint, hundredths: bigint): bigint {
  return roundHalfUp(amount * hundredths, 10_000n);
}

/** "12.5" → 1250: percent in hundredths. */
function hundredthsOf(percent: string): bigint {
  const [whole = "0", part = ""] = percent.split(".");
  return BigInt(whole) * 100n + BigInt(part.padEnd(2, "0"));
}

function amountIn(
  amounts: readonly { readonly minor: string; readonly currency: string }[],
  currency: string,
): bigint | null {
  const found = amounts.find((each) => each.currency === currency);
  return found === undefined ? null : BigInt(found.minor);
}
