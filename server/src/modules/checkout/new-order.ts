import type { Address } from "../../kernel/address.ts";
import { tidyAddress } from "../../kernel/address.ts";
import { assert, present } from "../../kernel/assert.ts";
import { newId } from "../../kernel/ids.ts";
import type { Locale } from "../../kernel/locale.ts";
import { roundHalfUp } from "../../kernel/rounding.ts";
import {
  type Appraisal,
  type CartLine,
  type Discounts,
  deliveryRef,
  feeRef,
  type GiftLine,
  isBlankAddress,
  isForSale,
  needsDelivery,
  promisedBy,
  taxEvidenceOf,
  wholeAddress,
} from "../cart/index.ts";
import type {
  CaptureMoment,
  LineDiscount,
  NewOrder,
  NewOrderLine,
  OrderPaymentMethod,
  SoldDelivery,
} from "../orders/index.ts";
import { inLocale } from "../settings/index.ts";
import type { Taxed, TaxedLine } from "../tax/index.ts";

export interface OrderTerms {
  readonly id: string;
  readonly customerId: string;
  readonly locale: Locale;
  readonly paymentMethod: OrderPaymentMethod;
  readonly captureMoment: CaptureMoment;
  readonly payBy: Date | null;
}

/**
 * The order that an appraised cart makes: everything is copied, nothing refers back. Pure but for the
 * lines' new ids. The cart must have no requirement left.
 */
export function newOrderFrom(appraisal: Appraisal, terms: OrderTerms): NewOrder {
  const { cart, pricing } = appraisal;
  assert(appraisal.requirements.length === 0, "nothing is missing from the cart");
  assert(pricing.tax.state === "ok" && !pricing.tax.estimated, "the tax is known");
  const addresses = addressesOf(appraisal);
  return {
    id: terms.id,
    cartId: cart.id,
    customerId: terms.customerId,
    email: present(cart.email, "the e-mail address").trim().toLowerCase(),
    market: cart.market,
    currency: cart.currency,
    locale: terms.locale,
    taxIncluded: appraisal.market.taxIncluded && !isRelieved(appraisal),
    taxEvidence: taxEvidenceOf(appraisal),
    ...addresses,
    delivery: soldDelivery(appraisal, terms.locale),
    paymentMethod: terms.paymentMethod,
    captureMoment: terms.captureMoment,
    note: cart.note,
    payBy: terms.payBy,
    lines: linesOf(appraisal, pricing.tax, terms.locale),
    taxLines: pricing.tax.taxLines.map((line) => ({
      category: line.category,
      rate: line.ratePercent,
      jurisdiction: line.jurisdiction,
      reason: line.reason,
      netMinor: line.net,
      taxMinor: line.tax,
    })),
  };
}

const byMail = { en: "By e-mail", de: "Per E-Mail" } as const;

/** The chosen delivery; what is only mailed has none, and is there today. */
function soldDelivery({ cart, delivery, today }: Appraisal, locale: Locale): SoldDelivery {
  if (!needsDelivery(cart)) {
    const nobody = { carrier: null, pickupLocation: null };
    return {
      code: "email",
      kind: "email",
      name: byMail[locale],
      ...nobody,
      earliest: today,
      latest: today,
    };
  }
  const { names, ...sold } = present(delivery, "the chosen delivery");
  const { code, kind, carrier, pickupLocation, earliest, latest } = sold;
  return { code, kind, name: inLocale(names, locale), carrier, pickupLocation, earliest, latest };
}

/** Is the buyer spared the tax that the market's prices include? Then the order's prices are without it. */
function isRelieved({ pricing }: Pick<Appraisal, "pricing">): boolean {
  return pricing.tax.state === "ok" && pricing.tax.relieved !== 0n;
}

interface SoldPart {
  readonly taxed: TaxedLine;
  readonly quantity: number;
  readonly discountMinor: bigint;
}

/** What one costs as the order has it: the listed price, or what is left of it without the tax. */
function unitPriceOf(appraisal: Appraisal, listed: bigint, sold: SoldPart): bigint {
  const { taxed, quantity, discountMinor } = sold;
  return isRelieved(appraisal) ? roundHalfUp(taxed.net + discountMinor, BigInt(quantity)) : listed;
}

/** What is picked up is sent nowhere; who gives no billing address is billed where the goods go. */
export function addressesOf({
  cart,
  delivery,
}: Pick<Appraisal, "cart" | "delivery">): Pick<NewOrder, "shippingAddress" | "billingAddress"> {
  const whole = (address: Partial<Address> | null): Address | null =>
    isBlankAddress(address) ? null : tidyAddress(wholeAddress(address ?? {}));
  const shipping = whole(cart.shippingAddress);
  const billing = present(whole(cart.billingAddress) ?? shipping, "an address");
  return {
    shippingAddress:
      delivery?.kind === "pickup" || !needsDelivery(cart)
        ? null
        : present(shipping, "a shipping address"),
    billingAddress: billing,
  };
}

function linesOf(appraisal: Appraisal, tax: Taxed, locale: Locale): NewOrderLine[] {
  const taxed = new Map(tax.lines.map((line) => [line.ref, line]));
  const { delivery, pricing, discounts } = appraisal;
  const goods = appraisal.cart.lines.map((line) =>
    itemLine(line, present(taxed.get(line.id), "the line's tax"), appraisal, locale),
  );
  const gifts = discounts.gifts.map((gift) => ({
    ...giftLine(gift, present(taxed.get(gift.ref), "the gift's tax")),
    ...takenOff(discounts, locale, (each) =>
      each.promotionId === gift.promotionId ? each.amountMinor : 0n,
    ),
  }));
  const items = [...goods, ...gifts];
  if (!needsDelivery(appraisal.cart)) return items;
  const sold = present(delivery, "the chosen delivery");
  const deliveryTax = present(taxed.get(deliveryRef), "the delivery's tax");
  const offDelivery = takenOff(discounts, locale, (each) => each.deliveryMinor);
  const deliveryLine = {
    ...chargeLine(deliveryTax, {
      kind: "delivery",
      sku: sold.code,
      title: inLocale(sold.names, locale),
      unitPriceMinor: unitPriceOf(appraisal, pricing.deliveryMinor ?? 0n, {
        taxed: deliveryTax,
        quantity: 1,
        ...offDelivery,
      }),
    }),
    ...offDelivery,
  };
  const fee = taxed.get(feeRef);
  if (fee === undefined) return [...items, deliveryLine];
  const method = present(appraisal.cart.paymentMethod, "the way to pay");
  const feeLine = chargeLine(fee, {
    kind: "payment_fee",
    sku: method,
    // Faces name fees in their reader's language by this code.
    title: method,
    unitPriceMinor: unitPriceOf(appraisal, pricing.feeMinor, {
      taxed: fee,
      quantity: 1,
      discountMinor: 0n,
    }),
  });
  return [...items, deliveryLine, { ...feeLine, discountMinor: 0n, discounts: [] }];
}

/** The promotions that took something off a line, as they are sold. */
function takenOff(
  { applied }: Discounts,
  locale: Locale,
  amountOf: (each: Discounts["applied"][number]) => bigint,
): Pick<NewOrderLine, "discountMinor" | "discounts"> {
  const discounts = applied.flatMap((each): LineDiscount[] => {
    const amountMinor = amountOf(each);
    if (amountMinor === 0n) return [];
    const { promotionId, names, coupon } = each;
    return [
      { promotionId, name: inLocale(names, locale), code: coupon?.code ?? null, amountMinor },
    ];
  });
  const discountMinor = discounts.reduce((sum, each) => sum + each.amountMinor, 0n);
  return { discountMinor, discounts };
}

type Undiscounted = Omit<NewOrderLine, "discountMinor" | "discounts">;

/** A gift is sold at its price less all of it: its line says what it was worth. */
function giftLine({ goods, quantity }: GiftLine, taxed: TaxedLine): Undiscounted {
  const { variantId, sku, title, options, pictureKey, unitPriceMinor, weightGrams } = goods;
  return {
    id: newId(),
    kind: "item",
    variantId,
    sku,
    title,
    options,
    pictureKey,
    quantity,
    unitPriceMinor,
    weightGrams,
    productKind: "physical",
    promisedBy: null,
    ...taxOf(taxed),
  };
}

function itemLine(
  line: CartLine,
  taxed: TaxedLine,
  appraisal: Appraisal,
  locale: Locale,
): NewOrderLine {
  const off = takenOff(appraisal.discounts, locale, (each) => each.lines.get(line.id) ?? 0n);
  assert(isForSale(line), "an ordered line is for sale");
  return {
    id: newId(),
    kind: "item",
    variantId: line.variantId,
    sku: line.sku,
    title: line.title,
    options: line.options,
    pictureKey: line.pictureKey,
    quantity: line.quantity,
    unitPriceMinor: unitPriceOf(appraisal, line.unitPriceMinor, {
      taxed,
      quantity: line.quantity,
      ...off,
    }),
    ...off,
    weightGrams: line.weightGrams,
    productKind: line.productKind,
    promisedBy: promisedBy(line, appraisal.today),
    ...taxOf(taxed),
  };
}

function chargeLine(
  taxed: TaxedLine,
  charge: Pick<NewOrderLine, "kind" | "sku" | "title" | "unitPriceMinor">,
): Undiscounted {
  return {
    id: newId(),
    ...charge,
    variantId: null,
    options: "",
    pictureKey: null,
    quantity: 1,
    weightGrams: 0,
    productKind: "physical",
    promisedBy: null,
    ...taxOf(taxed),
  };
}

function taxOf(taxed: TaxedLine) {
  return {
    netMinor: taxed.net,
    taxMinor: taxed.tax,
    taxCategory: taxed.category,
    taxRate: taxed.ratePercent,
    taxJurisdiction: taxed.jurisdiction,
    taxReason: taxed.reason,
  };
}
