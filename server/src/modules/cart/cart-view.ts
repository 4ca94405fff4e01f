import { asCurrency } from "../../kernel/currency.ts";
import { toWire, type MoneyView } from "../../kernel/money.ts";
import { typeId } from "../../kernel/type-id.ts";
import type { TaxedLine } from "../tax/index.ts";
import { inLocale } from "../settings/index.ts";
import type { Context } from "../../platform/context.ts";
import { type Appraisal, appraiseCart } from "./appraise-cart.ts";
import { type Cart, type CartLine, isForSale, needsDelivery } from "./cart.ts";
import type {
  CartChangeView,
  CartCreditView,
  CartLineView,
  CartTotalsView,
  CartView,
  DeliveryChoiceView,
  PaymentChoiceView,
  RequirementView,
} from "./contract.ts";
import type { Covering } from "./cover-total.ts";
import type { PaymentChoice } from "./payment-choices.ts";
import { availabilityOfLine } from "./promise.ts";
import type { Requirement } from "./requirements.ts";
import { isTaxUnsettled } from "./tax-facts.ts";

/** The cart as faces show it. `more` tells of changes that only this request knows. */
export async function cartViewOf(
  ctx: Context,
  cart: Cart,
  more: readonly CartChangeView[] = [],
): Promise<CartView> {
  return viewOfAppraisal(ctx, await appraiseCart(ctx, cart), more);
}

export function viewOfAppraisal(
  ctx: Context,
  appraisal: Appraisal,
  more: readonly CartChangeView[] = [],
): CartView {
  const { cart, market } = appraisal;
  return {
    id: typeId("cart", cart.id),
    version: cart.version,
    market: cart.market,
    currency: cart.currency,
    taxIncluded: market.taxIncluded,
    email: cart.email,
    shippingAddress: cart.shippingAddress,
    billingAddress: cart.billingAddress,
    vatId: vatIdView(appraisal),
    taxUnsettled: isTaxUnsettled(appraisal),
    note: cart.note,
    useStoreCredit: cart.useStoreCredit,
    needsDelivery: needsDelivery(cart),
    credits: appraisal.coverings.map((covering) => creditView(covering, cart)),
    lines: cart.lines.map((line) => lineView(line, appraisal)),
    itemCount: cart.lines.reduce((count, line) => count + line.quantity, 0),
    totals: totalsView(appraisal),
    ...discountViews(ctx, appraisal),
    deliveryChoices: deliveryViews(ctx, appraisal),
    paymentMethods: appraisal.paymentChoices.map((choice) => paymentView(choice, cart)),
    requirements: appraisal.requirements.map(requirementView),
    changes: [...cart.lines.flatMap((line) => priceChange(line, cart)), ...more],
    ordered: cart.orderId !== null,
  };
}

function wireIn(cart: Cart): (minor: bigint) => MoneyView {
  return (minor) => toWire({ minor, currency: cart.currency });
}

function discountViews(
  ctx: Context,
  { cart, discounts }: Appraisal,
): Pick<CartView, "discounts" | "gifts" | "codes"> {
  const wire = wireIn(cart);
  const named = new Map(
    discounts.applied.map(({ promotionId, names }) => [promotionId, inLocale(names, ctx.locale)]),
  );
  return {
    discounts: discounts.applied.map((each) => ({
      promotionId: typeId("promotion", each.promotionId),
      name: inLocale(each.names, ctx.locale),
      code: each.coupon?.code ?? null,
      kind: each.gift ? "gift" : each.deliveryMinor > 0n ? "delivery" : "goods",
      amount: wire(each.amountMinor),
    })),
    gifts: discounts.gifts.map(({ goods, quantity, promotionId }) => ({
      variantId: typeId("variant", goods.variantId),
      handle: goods.handle,
      title: goods.title,
      options: goods.options,
      pictureKey: goods.pictureKey,
      quantity,
      value: wire(goods.unitPriceMinor * BigInt(quantity)),
      name: named.get(promotionId) ?? "",
    })),
    codes: discounts.codes.map(({ code, reason, unmet }) => ({ code, reason, unmet: [...unmet] })),
  };
}

function lineView(line: CartLine, appraisal: Appraisal): CartLineView {
  const { cart, pricing, discounts } = appraisal;
  const wire = wireIn(cart);
  const taxed: TaxedLine | undefined =
    pricing.tax.state === "ok" ? pricing.tax.lines.find(({ ref }) => ref === line.id) : undefined;
  const offered = isForSale(line);
  return {
    id: typeId("cart_line", line.id),
    variantId: typeId("variant", line.variantId),
    productId: typeId("product", line.productId),
    handle: line.handle,
    sku: line.sku,
    title: line.title,
    options: line.options,
    pictureKey: line.pictureKey,
    quantity: line.quantity,
    unitPrice: offered ? wire(line.unitPriceMinor) : null,
    total: offered ? wire(line.unitPriceMinor * BigInt(line.quantity)) : null,
    discount: wire(discounts.lines.get(line.id) ?? 0n),
    net: taxed ? wire(taxed.net) : null,
    tax: taxed ? wire(taxed.tax) : null,
    gross: taxed ? wire(taxed.gross) : null,
    availability: availabilityOfLine(line, appraisal),
  };
}

function totalsView({ cart, pricing, dueMinor }: Appraisal): CartTotalsView {
  const wire = wireIn(cart);
  const { tax } = pricing;
  const known = tax.state === "ok";
  return {
    goods: wire(pricing.goodsMinor),
    discount: wire(pricing.discountMinor),
    delivery: pricing.deliveryMinor === null ? null : wire(pricing.deliveryMinor),
    deliveryDiscount: wire(pricing.deliveryDiscountMinor),
    fee: wire(pricing.feeMinor),
    net: known ? wire(tax.net) : null,
    tax: known ? wire(tax.tax) : null,
    relief: wire(known ? tax.relieved : 0n),
    total: wire(pricing.totalMinor),
    due: wire(dueMinor),
    taxLines: (known ? tax.taxLines : []).map((line) => ({
      rate: line.ratePercent,
      jurisdiction: line.jurisdiction,
      reason: line.reason,
      net: wire(line.net),
      tax: wire(line.tax),
    })),
    taxState: known ? (tax.estimated ? "estimated" : "final") : tax.state,
  };
}

function vatIdView({ cart, tax }: Appraisal): CartView["vatId"] {
  if (cart.vatId === null || cart.vatId === "") return null;
  return { text: cart.vatId, state: tax.vatIdState, name: cart.vatIdKnown?.name ?? "" };
}

function deliveryViews(ctx: Context, appraisal: Appraisal): DeliveryChoiceView[] {
  return appraisal.deliveryChoices.map((choice) => ({
    id: typeId("delivery_option", choice.id),
    code: choice.code,
    kind: choice.kind,
    name: inLocale(choice.names, ctx.locale),
    carrier: choice.carrier,
    price: toWire(choice.price),
    discount: wireIn(appraisal.cart)(appraisal.discounts.ofDelivery(choice.price.minor)),
    freeFrom: choice.freeFrom && toWire(choice.freeFrom),
    earliest: choice.earliest,
    latest: choice.latest,
    chosen: choice.id === appraisal.cart.deliveryOptionId,
  }));
}

function creditView(covering: Covering, cart: Cart): CartCreditView {
  const { id, kind, codeEnd, usedMinor, availableMinor, problem } = covering;
  const available = { minor: availableMinor, currency: asCurrency(covering.currency) };
  return {
    id: typeId("gift_card", id),
    kind,
    codeEnd,
    used: wireIn(cart)(usedMinor),
    available: toWire(available),
    problem,
  };
}

function paymentView(choice: PaymentChoice, cart: Cart): PaymentChoiceView {
  const wire = wireIn(cart);
  return {
    method: choice.method,
    fee: wire(choice.feeMinor),
    limit: choice.limitMinor === null ? null : wire(choice.limitMinor),
    available: choice.reason === null,
    reason: choice.reason,
    chosen: choice.method === cart.paymentMethod,
  };
}

export function requirementView(requirement: Requirement): RequirementView {
  const { code, field, lineId, details } = requirement;
  return {
    code,
    ...(field === undefined ? {} : { field }),
    ...(lineId === undefined ? {} : { line: typeId("cart_line", lineId) }),
    ...(details === undefined ? {} : { details: details as RequirementView["details"] & object }),
  };
}

function priceChange(line: CartLine, cart: Cart): CartChangeView[] {
  if (line.unitPriceMinor === null || line.unitPriceMinor === line.priceSeenMinor) return [];
  const wire = wireIn(cart);
  const [before, now] = [wire(line.priceSeenMinor), wire(line.unitPriceMinor)];
  return [{ kind: "price_changed", line: typeId("cart_line", line.id), before, now }];
}
