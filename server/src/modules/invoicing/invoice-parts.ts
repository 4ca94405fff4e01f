import type { Order, OrderLine } from "../orders/index.ts";
import { partOfLine } from "../tax/index.ts";
import type { LinePart } from "./document.ts";

export interface ShippedUnits {
  readonly orderLineId: string;
  readonly quantity: number;
}

/**
 * What an invoice takes of each line of the order: of an item its share for the units in this parcel;
 * delivery and fee whole, with the first parcel, not with gift cards that are mailed before it.
 *
 * Example: three mugs for 10.00, one cancelled, shipped one by one: 3.33 were cancelled, the first
 * parcel is invoiced at 3.34, the second at 3.33.
 * @param lines as they stood before this parcel was recorded as shipped
 */
export function invoiceParts(
  order: Pick<Order, "taxIncluded">,
  lines: readonly OrderLine[],
  shipped: readonly ShippedUnits[],
): LinePart[] {
  const first = isFirstParcel(lines, shipped);
  return lines.flatMap((line) => {
    const units =
      line.kind === "item"
        ? unitsOf(line, shipped)
        : first
          ? line.quantity - line.quantityCancelled
          : 0;
    if (units === 0) return [];
    const sold = {
      quantity: line.quantity,
      net: line.netMinor,
      tax: line.taxMinor,
      taxIncluded: order.taxIncluded,
    };
    const { net, tax } = partOfLine(sold, line.quantityCancelled + line.quantityShipped, units);
    return [{ orderLineId: line.id, quantity: units, netMinor: net, taxMinor: tax }];
  });
}

function isFirstParcel(lines: readonly OrderLine[], shipped: readonly ShippedUnits[]): boolean {
  const items = lines.filter((line) => line.kind === "item");
  const sent = items.filter((line) => line.productKind === "physical");
  const carrying = sent.length > 0 ? sent : items;
  return (
    carrying.every((line) => line.quantityShipped === 0) &&
    carrying.some((line) => unitsOf(line, shipped) > 0)
  );
}

function unitsOf(line: OrderLine, shipped: readonly ShippedUnits[]): number {
  return shipped
    .filter((each) => each.orderLineId === line.id)
    .reduce((sum, each) => sum + each.quantity, 0);
}

/** What the invoice for this parcel will come to, with tax, in minor units. */
export function invoiceTotal(
  order: Pick<Order, "taxIncluded">,
  lines: readonly OrderLine[],
  shipped: readonly ShippedUnits[],
): bigint {
  return invoiceParts(order, lines, shipped).reduce(
    (sum, part) => sum + part.netMinor + part.taxMinor,
    0n,
  );
}
