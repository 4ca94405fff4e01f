import type { Address } from "../../kernel/address.ts";
import type { Currency, Money } from "../../kernel/money.ts";
import type { Locale } from "../../kernel/locale.ts";
import type { ProductKind } from "../../kernel/product-kind.ts";
import type { BusinessDate } from "../../kernel/time.ts";
import type { TaxEvidence } from "../tax/index.ts";
import type {
  OrderFulfilmentStatus,
  OrderPaymentMethod,
  OrderPaymentStatus,
  OrderStatus,
} from "./contract.ts";

/** A sale: what was agreed, copied from the cart, and how far it has come. Amounts in minor units. */
export interface Order {
  readonly id: string;
  /** SO-10042. */
  readonly number: string;
  readonly cartId: string;
  readonly customerId: string | null;
  readonly email: string;
  readonly status: OrderStatus;
  /** Derived from payments. */
  readonly paymentStatus: OrderPaymentStatus;
  /** Derived from shipments. */
  readonly fulfilmentStatus: OrderFulfilmentStatus;
  readonly market: string;
  readonly currency: Currency;
  readonly locale: Locale;
  readonly taxIncluded: boolean;
  /** Null when the goods are picked up. */
  readonly shippingAddress: Address | null;
  readonly billingAddress: Address;
  readonly delivery: SoldDelivery;
  readonly paymentMethod: OrderPaymentMethod;
  readonly captureMoment: CaptureMoment;
  /** Why it was taxed as it was, where a VAT id or a certificate played a part. */
  readonly taxEvidence: TaxEvidence | null;
  readonly note: string;
  readonly netMinor: bigint;
  readonly taxMinor: bigint;
  readonly totalMinor: bigint;
  readonly authorisedMinor: bigint;
  readonly capturedMinor: bigint;
  readonly refundedMinor: bigint;
  /** Value of what was cancelled before shipping, with tax. */
  readonly cancelledMinor: bigint;
  /** Item units: sold, cancelled, shipped. */
  readonly units: bigint;
  readonly unitsCancelled: bigint;
  readonly unitsShipped: bigint;
  /** Set: nothing is captured or shipped. */
  readonly holdReason: string | null;
  readonly heldBy: string | null;
  /** Unpaid after this moment: cancelled by the sweeper. */
  readonly payBy: Date | null;
  readonly cancelReason: string | null;
  readonly createdAt: Date;
  readonly placedAt: Date | null;
  readonly closedAt: Date | null;
  readonly version: number;
}

export type CaptureMoment = "at_order" | "at_shipping";

/** The delivery choice as it was sold. */
export interface SoldDelivery {
  readonly code: string;
  /** email: nothing is sent. */
  readonly kind: "shipping" | "pickup" | "email";
  readonly name: string;
  readonly carrier: string | null;
  /** Stock location where the shopper collects. */
  readonly pickupLocation: string | null;
  readonly earliest: BusinessDate;
  readonly latest: BusinessDate;
}

/** One thing sold or charged, with its tax as calculated at placing, and how far it has come. */
export interface OrderLine {
  readonly id: string;
  readonly orderId: string;
  readonly position: number;
  readonly kind: "item" | "delivery" | "payment_fee";
  readonly variantId: string | null;
  readonly sku: string;
  readonly title: string;
  readonly options: string;
  readonly pictureKey: string | null;
  readonly quantity: number;
  /** With tax in markets whose prices include it. */
  readonly unitPriceMinor: bigint;
  /** What was taken off the whole line, on the basis of its price; net and tax are after it. */
  readonly discountMinor: bigint;
  /** What took it off. Together they are `discountMinor`. */
  readonly discounts: readonly LineDiscount[];
  readonly netMinor: bigint;
  readonly taxMinor: bigint;
  readonly totalMinor: bigint;
  /** As it was sold: physical goods are sent, gift cards mailed. Charges are physical. */
  readonly productKind: ProductKind;
  readonly taxCategory: string;
  /** Percent, shortest form: "19", "8.875". */
  readonly taxRate: string;
  readonly taxJurisdiction: string;
  readonly taxReason: string;
  readonly weightGrams: number;
  readonly quantityCancelled: number;
  readonly quantityShipped: number;
  readonly quantityRefunded: number;
  readonly refundedNetMinor: bigint;
  readonly refundedTaxMinor: bigint;
  readonly invoicedNetMinor: bigint;
  readonly invoicedTaxMinor: bigint;
  readonly promisedBy: BusinessDate | null;
}

/** A promotion as it reduced one line. */
export interface LineDiscount {
  readonly promotionId: string;
  /** As sold, in the order's language. */
  readonly name: string;
  /** The code that brought it; null when none was needed. */
  readonly code: string | null;
  readonly amountMinor: bigint;
}

/** Tax of all lines of one category, as stored with the order. */
export interface OrderTaxLine {
  readonly category: string;
  readonly rate: string;
  readonly jurisdiction: string;
  readonly reason: string;
  readonly netMinor: bigint;
  readonly taxMinor: bigint;
}

/** Where an order may go from each status. */
const next: { readonly [S in OrderStatus]: readonly OrderStatus[] } = {
  pending: ["placed", "cancelled"],
  placed: ["completed", "cancelled"],
  completed: [],
  cancelled: [],
};

export function mayBecome(from: OrderStatus, to: OrderStatus): boolean {
  return next[from].includes(to);
}

/** What the shopper still has to pay for what was not cancelled; never below zero. */
export function outstandingMoney(order: Order): Money {
  const due = order.totalMinor - order.cancelledMinor - order.capturedMinor + order.refundedMinor;
  return { minor: due > 0n ? due : 0n, currency: order.currency };
}

/** Is the promised money there or surely coming: captured or authorised for all that is not cancelled? */
export function isPaymentCovered(order: Order): boolean {
  const due = order.totalMinor - order.cancelledMinor;
  return order.capturedMinor >= due || order.authorisedMinor >= due;
}

/** All shipped that was not cancelled, and all paid: nothing is left to do. */
export function isDone(order: Order): boolean {
  return (
    order.status === "placed" &&
    order.unitsShipped > 0n &&
    order.unitsShipped >= order.units - order.unitsCancelled &&
    order.capturedMinor >= order.totalMinor - order.cancelledMinor
  );
}
