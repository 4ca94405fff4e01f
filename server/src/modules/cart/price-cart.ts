import type { BusinessDate } from "../../kernel/time.ts";
import type { Market } from "../settings/index.ts";
import {
  calculateTax,
  type Destination,
  type TaxBuyer,
  type TaxRequest,
  type TaxRequestLine,
  type TaxResult,
  type TaxRules,
} from "../tax/index.ts";

export interface PriceRequest {
  readonly market: Pick<Market, "taxTreatment" | "taxIncluded" | "defaultCountry">;
  /** Where the goods end up; null while the shopper has not said. */
  readonly destination: Destination | null;
  /** Country the goods leave from. */
  readonly shipFrom: string;
  readonly on: BusinessDate;
  readonly taxRules: TaxRules;
  /** Null: a consumer, of whom nothing is known. */
  readonly buyer: TaxBuyer | null;
  /** Who says the tax; the built-in rules when absent. */
  readonly taxBy?: (request: TaxRequest) => TaxResult;
  /** Prices on the market's basis, in minor units; only what can be bought. */
  readonly items: readonly PricedItem[];
  /** Null: none chosen yet. */
  readonly deliveryMinor: bigint | null;
  /** Taken off the delivery by promotions. */
  readonly deliveryDiscountMinor: bigint;
  readonly feeMinor: bigint;
}

export interface PricedItem {
  readonly ref: string;
  readonly taxCategory: string;
  /** A gift card: no tax at the sale, and no say in that of the delivery. */
  readonly voucher?: boolean;
  readonly unitPriceMinor: bigint;
  readonly quantity: number;
  /** Taken off the whole line by promotions, at most what it costs. */
  readonly discountMinor: bigint;
}

/** What a basket costs. Goods, delivery, discounts and fee are on the market's basis, as prices are shown. */
export interface Pricing {
  /** At list prices. */
  readonly goodsMinor: bigint;
  /** Taken off the goods. */
  readonly discountMinor: bigint;
  readonly deliveryMinor: bigint | null;
  readonly deliveryDiscountMinor: bigint;
  readonly feeMinor: bigint;
  /** By line: an item's ref, or one of the two below. */
  readonly tax: TaxResult;
  /** What the tax was asked by. */
  readonly taxRequest: TaxRequest;
  /** What the shopper pays; while the tax is not known, without it. */
  readonly totalMinor: bigint;
}

/** Names of the charges among the taxed lines. */
export const deliveryRef = "delivery";
export const feeRef = "payment-fee";

/**
 * Prices a basket. Pure. Each line is its unit price times its quantity less what promotions take off it;
 * delivery and fee are lines of their own; then the tax room says what of it is tax, or what tax comes on top.
 *
 * Example, prices with tax, to Germany: two chairs at 149.00, delivery 4.90, no fee. Goods 298.00, total
 * 302.90, of which 302.90 × 19 / 119 = 48.36 is tax. In California the same amounts are net, and
 * 7.25 % of 302.90, 21.96, comes on top: 324.86. With 10 % off the chairs the line is 268.20, and the
 * tax is that of 273.10.
 */
export function priceCart(request: PriceRequest): Pricing {
  const items = request.items.map((item): TaxRequestLine => {
    const amount = item.unitPriceMinor * BigInt(item.quantity) - item.discountMinor;
    const kind = item.voucher === true ? "voucher" : "item";
    return { ref: item.ref, kind, category: item.taxCategory, amount };
  });
  const discountMinor = request.items.reduce((sum, item) => sum + item.discountMinor, 0n);
  const goodsMinor = items.reduce((sum, item) => sum + item.amount, 0n) + discountMinor;
  const { taxBy = calculateTax } = request;
  const taxRequest: TaxRequest = {
    treatment: request.market.taxTreatment,
    taxIncluded: request.market.taxIncluded,
    shipTo: request.destination,
    defaultCountry: request.market.defaultCountry,
    shipFrom: request.shipFrom,
    on: request.on,
    rules: request.taxRules,
    buyer: request.buyer,
    lines: [...items, ...charges(request)],
  };
  const tax = taxBy(taxRequest);
  const { deliveryMinor, deliveryDiscountMinor, feeMinor } = request;
  const charged = (deliveryMinor ?? 0n) - deliveryDiscountMinor + feeMinor;
  const listed = goodsMinor - discountMinor + charged;
  const totalMinor = tax.state === "ok" ? tax.gross : listed;
  return {
    goodsMinor,
    discountMinor,
    deliveryMinor,
    deliveryDiscountMinor,
    feeMinor,
    tax,
    taxRequest,
    totalMinor,
  };
}

/** A free delivery is a line, too: the shopper chose it. A fee of nothing is not. */
function charges({
  deliveryMinor,
  deliveryDiscountMinor,
  feeMinor,
}: PriceRequest): TaxRequestLine[] {
  const category = "standard";
  const delivery: TaxRequestLine[] =
    deliveryMinor === null
      ? []
      : [
          {
            ref: deliveryRef,
            kind: "delivery",
            category,
            amount: deliveryMinor - deliveryDiscountMinor,
          },
        ];
  const fee: TaxRequestLine[] =
    feeMinor === 0n ? [] : [{ ref: feeRef, kind: "payment_fee", category, amount: feeMinor }];
  return [...delivery, ...fee];
}
