import { type Json, refuse } from "../../kernel/errors.ts";
import { equalMoney, type Money, toWire } from "../../kernel/money.ts";
import { typeId } from "../../kernel/type-id.ts";
import type { Context } from "../../platform/context.ts";
import { type Appraisal, requirementView, viewOfAppraisal } from "../cart/index.ts";
import { creditChanged } from "../credit/contract.ts";
import { outOfStock } from "../inventory/contract.ts";
import { cartChanged, priceChanged, requirementsOpen } from "./contract.ts";

/** What the shopper agreed to. */
export interface Agreement {
  readonly expectedTotal: Money;
  /** What was left to pay after gift cards and store credit. */
  readonly expectedDue?: Money | undefined;
  /** The version of the cart they saw. */
  readonly cartVersion?: number | undefined;
}

/**
 * Refuses unless nothing is missing and all is as the shopper agreed to. Claiming the cart has counted its
 * version up by one. When goods alone are short the refusal is that of the stock, with what is left.
 */
export function requireAgreement(
  ctx: Context,
  appraisal: Appraisal,
  { expectedTotal, expectedDue, cartVersion }: Agreement,
): void {
  const { cart, requirements, pricing, dueMinor } = appraisal;
  const asItStands = (): Json => {
    const open = { ...appraisal, cart: { ...cart, orderId: null, version: cart.version - 1 } };
    return viewOfAppraisal(ctx, open);
  };
  if (cartVersion !== undefined && cartVersion !== cart.version - 1) {
    refuse(cartChanged, { cart: asItStands() });
  }
  const short = requirements.filter(({ code }) => code === "out_of_stock");
  if (short.length < requirements.length) {
    refuse(requirementsOpen, {
      requirements: requirements.map((each) => requirementView(each) as Json),
    });
  }
  if (short.length > 0) refuse(outOfStock, { lines: shortLines(appraisal) });
  const actual = { minor: pricing.totalMinor, currency: cart.currency };
  if (!equalMoney(expectedTotal, actual)) {
    refuse(priceChanged, {
      expected: { ...toWire(expectedTotal) },
      actual: { ...toWire(actual) },
      cart: asItStands(),
    });
  }
  const due = { minor: dueMinor, currency: cart.currency };
  if (expectedDue !== undefined && !equalMoney(expectedDue, due)) {
    refuse(creditChanged, {
      expected: { ...toWire(expectedDue) },
      actual: { ...toWire(due) },
      cart: asItStands(),
    });
  }
}

function shortLines({ cart, requirements }: Appraisal): Json[] {
  return requirements.flatMap(({ code, lineId, details }) => {
    const line = cart.lines.find(({ id }) => id === lineId);
    if (code !== "out_of_stock" || line === undefined) return [];
    return {
      line: typeId("cart_line", line.id),
      variantId: typeId("variant", line.variantId),
      sku: line.sku,
      wanted: line.quantity,
      available: details?.["available"] ?? 0,
    };
  });
}
