import type { Currency } from "../../kernel/currency.ts";
import { money, toWire } from "../../kernel/money.ts";
import { typeId } from "../../kernel/type-id.ts";
import {
  discountViews,
  type Order,
  type OrderLine,
  type OrderTaxLine,
  type TimelineEntry,
} from "../orders/index.ts";
import { cancellableUnits } from "./cancellation-plan.ts";
import type { DeskOrderView } from "./contract.ts";
import type { OrderFacts } from "./order-facts.ts";
import { refundableOfLine, refundableUnits } from "./refund-plan.ts";

type LineView = DeskOrderView["lines"][number];

export function lineView(line: OrderLine, { currency, status }: Order): LineView {
  const wire = (minor: bigint) => toWire(money(minor, currency));
  const open = status === "pending" || status === "placed";
  return {
    id: typeId("order_line", line.id),
    kind: line.kind,
    variantId: line.variantId === null ? null : typeId("variant", line.variantId),
    productKind: line.productKind,
    sku: line.sku,
    title: line.title,
    options: line.options,
    pictureKey: line.pictureKey,
    quantity: line.quantity,
    quantityCancelled: line.quantityCancelled,
    quantityShipped: line.quantityShipped,
    quantityRefunded: line.quantityRefunded,
    unitPrice: wire(line.unitPriceMinor),
    ...discountViews(line, currency),
    net: wire(line.netMinor),
    tax: wire(line.taxMinor),
    total: wire(line.totalMinor),
    taxRate: line.taxRate,
    promisedBy: line.promisedBy,
    cancellable: open ? cancellableUnits(line) : 0,
    refundable: { quantity: refundableUnits(line), amount: wire(refundableOfLine(line)) },
  };
}

export function taxLineView(
  line: OrderTaxLine,
  currency: Currency,
): DeskOrderView["taxLines"][number] {
  const { netMinor, taxMinor, ...facts } = line;
  return {
    ...facts,
    net: toWire(money(netMinor, currency)),
    tax: toWire(money(taxMinor, currency)),
  };
}

export function timelineEntryView(entry: TimelineEntry): DeskOrderView["timeline"][number] {
  return {
    id: typeId("timeline", entry.id),
    at: entry.at.toISOString(),
    kind: entry.kind,
    actor: entry.actor,
    // It was stored as JSON, so that is what it is; only the types of readonly lists differ.
    details: entry.details as DeskOrderView["timeline"][number]["details"],
  };
}

export function workViews({ work }: OrderFacts): DeskOrderView["fulfilmentOrders"] {
  return work.map(({ id, location, ...each }) => ({
    ...each,
    id: typeId("fulfilment", id),
    location: { ...location, id: typeId("location", location.id) },
  }));
}

export function shipmentViews({ shipments }: OrderFacts): DeskOrderView["shipments"] {
  const moment = (text: string | null) => (text === null ? null : new Date(text).toISOString());
  return shipments.map((each) => ({
    ...each,
    id: typeId("shipment", each.id),
    shippedAt: moment(each.shippedAt),
    deliveredAt: moment(each.deliveredAt),
  }));
}
