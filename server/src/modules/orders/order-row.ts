import type { Address } from "../../kernel/address.ts";
import { asCurrency } from "../../kernel/currency.ts";
import type { Locale } from "../../kernel/locale.ts";
import { percentText, rateFromPercent } from "../../kernel/rate.ts";
import { sql } from "../../platform/sql.ts";
import type { TaxEvidence } from "../tax/index.ts";
import type {
  OrderFulfilmentStatus,
  OrderPaymentMethod,
  OrderPaymentStatus,
  OrderStatus,
} from "./contract.ts";
import type { CaptureMoment, Order, OrderLine, OrderTaxLine, SoldDelivery } from "./order.ts";

/** The columns of orders.order that make an Order. */
export const orderColumns = sql`
  o.id, o.number, o.cart_id, o.customer_id, o.email, o.status, o.payment_status, o.fulfilment_status,
  o.market, o.currency, o.locale, o.tax_included, o.shipping_address, o.billing_address, o.delivery,
  o.payment_method, o.capture_moment, o.note, o.net_minor, o.tax_minor, o.total_minor,
  o.authorised_minor, o.captured_minor, o.refunded_minor, o.cancelled_minor,
  o.units, o.units_cancelled, o.units_shipped, o.hold_reason, o.held_by, o.pay_by, o.cancel_reason,
  o.created_at, o.placed_at, o.closed_at, o.version, o.tax_evidence`;

export interface OrderRow {
  id: string;
  number: string;
  cart_id: string;
  customer_id: string | null;
  email: string;
  status: OrderStatus;
  payment_status: OrderPaymentStatus;
  fulfilment_status: OrderFulfilmentStatus;
  market: string;
  currency: string;
  locale: Locale;
  tax_included: boolean;
  shipping_address: Address | null;
  billing_address: Address;
  delivery: SoldDelivery;
  payment_method: OrderPaymentMethod;
  capture_moment: CaptureMoment;
  note: string;
  net_minor: bigint;
  tax_minor: bigint;
  total_minor: bigint;
  authorised_minor: bigint;
  captured_minor: bigint;
  refunded_minor: bigint;
  cancelled_minor: bigint;
  units: bigint;
  units_cancelled: bigint;
  units_shipped: bigint;
  hold_reason: string | null;
  held_by: string | null;
  pay_by: Date | null;
  cancel_reason: string | null;
  created_at: Date;
  placed_at: Date | null;
  closed_at: Date | null;
  version: number;
  tax_evidence: TaxEvidence | null;
}

export function orderOf(row: OrderRow): Order {
  return {
    id: row.id,
    number: row.number,
    cartId: row.cart_id,
    customerId: row.customer_id,
    email: row.email,
    status: row.status,
    paymentStatus: row.payment_status,
    fulfilmentStatus: row.fulfilment_status,
    market: row.market,
    currency: asCurrency(row.currency),
    locale: row.locale,
    taxIncluded: row.tax_included,
    shippingAddress: row.shipping_address,
    billingAddress: row.billing_address,
    delivery: row.delivery,
    paymentMethod: row.payment_method,
    captureMoment: row.capture_moment,
    taxEvidence: row.tax_evidence,
    note: row.note,
    netMinor: row.net_minor,
    taxMinor: row.tax_minor,
    totalMinor: row.total_minor,
    authorisedMinor: row.authorised_minor,
    capturedMinor: row.captured_minor,
    refundedMinor: row.refunded_minor,
    cancelledMinor: row.cancelled_minor,
    units: row.units,
    unitsCancelled: row.units_cancelled,
    unitsShipped: row.units_shipped,
    holdReason: row.hold_reason,
    heldBy: row.held_by,
    payBy: row.pay_by,
    cancelReason: row.cancel_reason,
    createdAt: row.created_at,
    placedAt: row.placed_at,
    closedAt: row.closed_at,
    version: row.version,
  };
}

export interface OrderLineRow {
  id: string;
  order_id: string;
  position: number;
  kind: OrderLine["kind"];
  variant_id: string | null;
  sku: string;
  title: string;
  options: string;
  picture_key: string | null;
  quantity: number;
  unit_price_minor: bigint;
  discount_minor: bigint;
  discounts: { promotionId: string; name: string; code: string | null; amountMinor: string }[];
  net_minor: bigint;
  tax_minor: bigint;
  total_minor: bigint;
  product_kind: OrderLine["productKind"];
  tax_category: string;
  tax_rate: string;
  tax_jurisdiction: string;
  tax_reason: string;
  weight_grams: number;
  quantity_cancelled: number;
  quantity_shipped: number;
  quantity_refunded: number;
  refunded_net_minor: bigint;
  refunded_tax_minor: bigint;
  invoiced_net_minor: bigint;
  invoiced_tax_minor: bigint;
  promised_by: string | null;
}

export function orderLineOf(row: OrderLineRow): OrderLine {
  return {
    id: row.id,
    orderId: row.order_id,
    position: row.position,
    kind: row.kind,
    variantId: row.variant_id,
    sku: row.sku,
    title: row.title,
    options: row.options,
    pictureKey: row.picture_key,
    quantity: row.quantity,
    unitPriceMinor: row.unit_price_minor,
    discountMinor: row.discount_minor,
    discounts: row.discounts.map((each) => ({ ...each, amountMinor: BigInt(each.amountMinor) })),
    netMinor: row.net_minor,
    taxMinor: row.tax_minor,
    totalMinor: row.total_minor,
    productKind: row.product_kind,
    taxCategory: row.tax_category,
    taxRate: shortRate(row.tax_rate),
    taxJurisdiction: row.tax_jurisdiction,
    taxReason: row.tax_reason,
    weightGrams: row.weight_grams,
    quantityCancelled: row.quantity_cancelled,
    quantityShipped: row.quantity_shipped,
    quantityRefunded: row.quantity_refunded,
    refundedNetMinor: row.refunded_net_minor,
    refundedTaxMinor: row.refunded_tax_minor,
    invoicedNetMinor: row.invoiced_net_minor,
    invoicedTaxMinor: row.invoiced_tax_minor,
    promisedBy: row.promised_by,
  };
}

export interface OrderTaxLineRow {
  category: string;
  rate: string;
  jurisdiction: string;
  reason: string;
  net_minor: bigint;
  tax_minor: bigint;
}

export function orderTaxLineOf(row: OrderTaxLineRow): OrderTaxLine {
  return {
    category: row.category,
    rate: shortRate(row.rate),
    jurisdiction: row.jurisdiction,
    reason: row.reason,
    netMinor: row.net_minor,
    taxMinor: row.tax_minor,
  };
}

/** The column keeps four decimals; people write "19". */
function shortRate(stored: string): string {
  return percentText(rateFromPercent(stored));
}
