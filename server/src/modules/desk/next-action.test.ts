import { describe, expect, it } from "vitest";
import { actionsOf, nextActionOf, type OrderSituation } from "./next-action.ts";

const quiet: OrderSituation = {
  status: "placed",
  held: false,
  waitingByHand: false,
  paymentUnknown: false,
  awaitsTransfer: false,
  cashOnItsWay: false,
  cancellableUnits: 0,
  refundableMinor: 0n,
  hasOnlinePayment: false,
  work: [],
  purchasesOpen: false,
};

describe("what comes next", () => {
  it.each<[string, Partial<OrderSituation>, string | null]>([
    ["nothing, when all is done", {}, null],
    [
      "the refund somebody has to send, also when the order is over",
      { status: "cancelled", waitingByHand: true },
      "confirm_refund",
    ],
    [
      "the hold, before all else",
      { held: true, work: ["open"], paymentUnknown: true },
      "release_hold",
    ],
    ["the payment nobody knows of", { paymentUnknown: true, work: ["open"] }, "check_payment"],
    ["nothing, while the shopper pays", { status: "pending", cancellableUnits: 2 }, null],
    ["the transfer", { awaitsTransfer: true, cancellableUnits: 2 }, "mark_paid"],
    ["picking", { work: ["shipped", "open"], cancellableUnits: 2 }, "pick"],
    ["shipping what is packed, before picking more", { work: ["open", "packed"] }, "ship"],
    ["the supplier", { purchasesOpen: true, cancellableUnits: 1 }, "order_from_supplier"],
    ["waiting for goods", { cancellableUnits: 1, work: ["shipped"] }, "await_stock"],
    ["the cash", { cashOnItsWay: true }, "collect_cash"],
  ])("is %s", (_, more, next) => {
    expect(nextActionOf({ ...quiet, ...more })).toBe(next);
  });

  it.each<[string, Partial<OrderSituation>, string[]]>([
    ["placed", {}, ["hold", "note"]],
    ["held", { held: true, cancellableUnits: 1 }, ["release_hold", "cancel", "note"]],
    ["cancelled", { status: "cancelled", cancellableUnits: 1, awaitsTransfer: true }, ["note"]],
    [
      "completed",
      { status: "completed", refundableMinor: 1n, hasOnlinePayment: true },
      ["refund", "check_payment", "note"],
    ],
  ])("lets staff do what fits an order that is %s", (_, more, actions) => {
    expect(actionsOf({ ...quiet, ...more })).toEqual(actions);
  });
});
