import { typeId } from "../server/src/kernel/type-id.ts";
import type { Action, Selection } from "../server/src/modules/promotions/contract.ts";
import { compilePromotions } from "../server/src/modules/promotions/engine/compile.ts";
import { evaluatePromotions } from "../server/src/modules/promotions/engine/evaluate.ts";
import {
  amounts,
  basket,
  line,
  promotion,
  uuid,
} from "../server/src/modules/promotions/engine/examples.ts";

/** CPU milliseconds that one evaluation takes: half of them less than `median`, one of twenty more than `p95`. */
export interface PromotionCost {
  readonly median: number;
  readonly p95: number;
}

const rounds = 400;

/**
 * What 500 active promotions cost a basket of 50 lines: of all kinds but gifts, in three lanes, off everything, products,
 * categories and option values, each with a condition, many meeting on the same lines.
 */
export function measurePromotions(): PromotionCost {
  const lines = Array.from({ length: 50 }, (_, at) => line(at + 1, 1000 + 37 * at, 1 + (at % 4)));
  const promotions = Array.from({ length: 500 }, (_, at) =>
    promotion(at + 1, actionOf(at), {
      lane: 1 + (at % 3),
      combinable: at % 7 !== 0,
      rule: {
        condition: {
          kind: "all",
          of: [{ kind: "total", of: selectionOf(at), atLeast: amounts(1000) }],
        },
        action: actionOf(at),
      },
    }),
  );
  const set = compilePromotions(promotions, new Map());
  const costs = Array.from({ length: rounds }, () => {
    const before = process.cpuUsage();
    const { applied } = evaluatePromotions(set, basket(lines));
    const { user, system } = process.cpuUsage(before);
    if (applied.length === 0) throw new Error("No promotion applied: this measures nothing");
    return (user + system) / 1000;
  })
    // The first rounds are the compiler's.
    .slice(rounds / 4)
    .sort((a, b) => a - b);
  const at = (share: number): number => costs[Math.floor(costs.length * share)] ?? 0;
  return { median: at(0.5), p95: at(0.95) };
}

function selectionOf(at: number): Selection {
  const product = (number: number) => typeId("product", uuid(number));
  const all: Selection = { only: [], not: [] };
  switch (at % 4) {
    case 1:
      return {
        only: [{ by: "product", ids: [product(1 + (at % 80)), product(1 + ((at * 7) % 80))] }],
        not: [],
      };
    case 2:
      return {
        only: [{ by: "category", ids: [typeId("category", uuid(500 + (at % 9)))] }],
        not: [],
      };
    case 3:
      return {
        only: [{ by: "option", option: "colour", values: [at % 8 === 3 ? "black" : "white"] }],
        not: [{ by: "product", ids: [product((at % 50) + 1)] }],
      };
    default:
      return all;
  }
}

function actionOf(at: number): Action {
  const on = selectionOf(at);
  switch (at % 5) {
    case 1:
      return { kind: "amount_off", on, amounts: amounts(100 + at), each: at % 2 === 0 };
    case 2:
      return { kind: "set_price", on, quantity: 3, amounts: amounts(2000 + at), repeat: null };
    case 3:
      return {
        kind: "buy_get",
        buy: on,
        buyQuantity: 2,
        get: on,
        getQuantity: 1,
        percent: "100",
        repeat: null,
      };
    default:
      return { kind: "percent_off", on, percent: String(5 + (at % 30)) };
  }
}
