import type { InputOf } from "../../kernel/endpoint.ts";
import { notFound, refuse } from "../../kernel/errors.ts";
import { newId } from "../../kernel/ids.ts";
import type { Context } from "../../platform/context.ts";
import { failpoint } from "../../platform/failpoint.ts";
import { present } from "../../kernel/assert.ts";
import { appraiseCart, type Appraisal, claimCart, findOrderedCart } from "../cart/index.ts";
import { findOrCreateCustomer } from "../customers/index.ts";
import {
  createOrder,
  getOrder,
  type NewOrder,
  type OrderLimits,
  type OrderPaymentMethod,
} from "../orders/index.ts";
import {
  captureCredits,
  createAttempt,
  holdCredits,
  isOffline,
  paymentChoices,
  paymentsOf,
  settleNothingDue,
  settleOffline,
} from "../payments/index.ts";
import { redeemPromotions, type Use } from "../promotions/index.ts";
import { paymentNotPossible, type placeOrder } from "./contract.ts";
import { noteVatIdUse } from "../tax/index.ts";
import { addressesOf, newOrderFrom } from "./new-order.ts";
import { orderLimits } from "./order-limits.ts";
import type { Prepared } from "./pay-online.ts";
import { paidFirst, paymentTerms } from "./payment-terms.ts";
import { requireAgreement } from "./requirements-met.ts";
import { reserveGoods } from "./reserve-goods.ts";

/**
 * The first phase of placing an order, whole or not at all: claims the cart, checks, writes order and
 * attempt, settles what needs no provider, reserves the goods. A cart that was ordered
 * before gives that order.
 */
export async function prepareOrder(
  ctx: Context,
  { params, body }: InputOf<typeof placeOrder>,
): Promise<Prepared> {
  const { expectedTotal, expectedDue, cartVersion, paymentToken: _notKept, ...told } = body;
  const orderId = newId();
  const cart = await claimCart(ctx, params.id, orderId, told);
  if (cart === null) return orderedBefore(ctx, params.id);
  const appraisal = await appraiseCart(ctx, cart);
  requireAgreement(ctx, appraisal, { expectedTotal, expectedDue, cartVersion });
  const method: OrderPaymentMethod =
    appraisal.dueMinor === 0n ? "none" : present(cart.paymentMethod, "the way to pay");
  await requirePayable(ctx, appraisal, method);
  const terms = { ...(await paymentTerms(ctx, method)), ...paidFirst(appraisal.cart.lines) };
  const customerId = await customerOf(ctx, appraisal);
  const about = { id: orderId, customerId, locale: ctx.locale, paymentMethod: method };
  const order = newOrderFrom(appraisal, { ...about, ...terms });
  const limits = await orderLimits(ctx, method);
  const attempt = await writeOrder(ctx, order, { appraisal, limits });
  const vatId = order.taxEvidence?.vatId?.vatId;
  if (vatId !== undefined) await noteVatIdUse(ctx, customerId, vatId);
  await redeemPromotions(ctx, {
    orderId,
    customerId,
    email: order.email,
    currency: cart.currency,
    uses: usesOf(appraisal),
  });
  await reserveGoods(ctx, order, terms.holdUntil);
  failpoint("checkout.before-commit");
  return attempt;
}

function usesOf({ discounts }: Appraisal): Use[] {
  return discounts.applied.map(({ promotionId, version, coupon, amountMinor }) => ({
    promotionId,
    version,
    couponId: coupon?.couponId ?? null,
    code: coupon?.code ?? null,
    amountMinor,
  }));
}

/** Settings may offer a method whose provider this installation was not given. */
async function requirePayable(
  ctx: Context,
  { cart, dueMinor }: Appraisal,
  method: OrderPaymentMethod,
): Promise<void> {
  if (method === "none") return;
  const total = { minor: dueMinor, currency: cart.currency };
  const choice = (await paymentChoices(ctx, total)).find(({ code }) => code === method);
  const reason = choice === undefined ? "not_enabled" : choice.reason;
  if (reason !== null) refuse(paymentNotPossible, { reason });
}

async function writeOrder(
  ctx: Context,
  wish: NewOrder,
  { appraisal, limits }: { readonly appraisal: Appraisal; readonly limits: OrderLimits },
): Promise<Prepared> {
  const { coverings, dueMinor } = appraisal;
  const created = await createOrder(ctx, wish, limits);
  const parts = coverings.flatMap(({ id: creditId, kind, usedMinor }) =>
    usedMinor === 0n ? [] : { creditId, kind, amountMinor: usedMinor },
  );
  const held = await holdCredits(ctx, created, parts);
  const online = wish.paymentMethod !== "none" && !isOffline(wish.paymentMethod);
  const order = parts.length === 0 || online ? held : await captureCredits(ctx, held);
  if (order.paymentMethod === "none") {
    return { order: await settleNothingDue(ctx, order), attempt: null };
  }
  const attempt = await createAttempt(ctx, {
    orderId: order.id,
    provider: order.paymentMethod,
    amount: { minor: dueMinor, currency: order.currency },
  });
  if (!isOffline(order.paymentMethod)) return { order, attempt };
  await settleOffline(ctx, attempt);
  return { order: { ...order, status: "placed" }, attempt };
}

/** The signed-in customer; else the record of whoever buys with this address, which is no account. */
async function customerOf(ctx: Context, appraisal: Appraisal): Promise<string> {
  if (ctx.principal.kind === "customer") return ctx.principal.customerId;
  const email = present(appraisal.cart.email, "the e-mail address");
  const { billingAddress } = addressesOf(appraisal);
  return findOrCreateCustomer(ctx, email.trim().toLowerCase(), billingAddress.name, ctx.locale);
}

async function orderedBefore(ctx: Context, cartId: string): Promise<Prepared> {
  const orderId = (await findOrderedCart(ctx, cartId)) ?? refuse(notFound);
  const order = await getOrder(ctx, orderId);
  const { attempts } = await paymentsOf(ctx, orderId);
  return { order, attempt: attempts.at(-1) ?? null };
}
