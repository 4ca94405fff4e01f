import { Refusal, refuse } from "../../kernel/errors.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { Context } from "../../platform/context.ts";
import type { Edge } from "../../platform/edge.ts";
import { sql } from "../../platform/sql.ts";
import { addressLimit, requireTry, takeBackTry } from "../../platform/throttle.ts";
import { tooManyCodes } from "../credit/contract.ts";
import { codeKey } from "../promotions/index.ts";
import { appraiseCart } from "./appraise-cart.ts";
import { viewOfAppraisal } from "./cart-view.ts";
import { type CartView, maxCartCodes } from "./contract.ts";
import { couponNotApplicable, couponUnknown, quantityLimited } from "./errors.ts";
import { cartAfter, openCart, viewAfter } from "./open-cart.ts";

/** Five wrong codes at once from one network address, then one every twelve seconds: nobody guesses a code. */
const guesses = { burst: 5, secondsEach: 12 };

/**
 * Enters a code. Kept only when it does something for the cart as it stands; refused with the reason when it does
 * not. Every try is counted before it is looked at, and taken back when there is such a code.
 */
export async function enterCode(edge: Edge, cartId: Uuid, typed: string): Promise<CartView> {
  const { clientAddress } = edge.caller;
  const limits = addressLimit("code", clientAddress, guesses.burst, guesses.secondsEach);
  await requireTry(edge, limits, tooManyCodes);
  const outcome = await edge
    .transaction((ctx) => keepCode(ctx, cartId, codeKey(typed)))
    .catch((error: unknown) => {
      if (error instanceof Refusal && error.kind !== couponUnknown) return error;
      throw error;
    });
  await edge.transaction((ctx) => takeBackTry(ctx, limits));
  if (outcome instanceof Refusal) throw outcome;
  return outcome;
}

async function keepCode(ctx: Context, cartId: Uuid, key: string): Promise<CartView> {
  const also = sql`, codes = case when ${key} = any(c.codes) or cardinality(c.codes) >= ${maxCartCodes}
                             then c.codes else c.codes || ${key}::text end`;
  const opened = await ctx.db.maybe(openCart(ctx, cartId, also));
  const cart = await cartAfter(ctx, cartId, opened !== null);
  if (!cart.knownCodes.some((each) => each.key === key)) {
    // A code that is not there and one beyond the limit are told apart by whether it was taken in.
    if (cart.codes.includes(key)) refuse(couponUnknown, { code: key });
    refuse(quantityLimited, { max: maxCartCodes });
  }
  const appraisal = await appraiseCart(ctx, cart);
  const at = cart.codes.indexOf(key);
  const state = appraisal.discounts.codes[at];
  // A free delivery may be promised before a delivery is chosen.
  if (state !== undefined && state.reason !== null && state.reason !== "no_delivery") {
    refuse(couponNotApplicable, {
      code: state.code,
      reason: state.reason,
      unmet: [...state.unmet],
    });
  }
  return viewOfAppraisal(ctx, appraisal);
}

/** Takes a code out; one that is not there is out already. */
export async function removeCode(ctx: Context, cartId: Uuid, typed: string): Promise<CartView> {
  const also = sql`, codes = array_remove(c.codes, ${codeKey(typed)}::text)`;
  const opened = await ctx.db.maybe(openCart(ctx, cartId, also));
  return viewAfter(ctx, cartId, opened !== null);
}
