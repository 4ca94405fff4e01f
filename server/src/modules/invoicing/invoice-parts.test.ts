import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { OrderLine } from "../orders/index.ts";
import { shareOfLine } from "../orders/line-share.ts";
import { partOfLine } from "../tax/index.ts";
import { invoiceParts, invoiceTotal } from "./invoice-parts.ts";

function aLine(facts: Partial<OrderLine>): OrderLine {
  return {
    id: "line",
    orderId: "order",
    position: 1,
    kind: "item",
    variantId: "variant",
    sku: "S",
    title: "T",
    options: "",
    pictureKey: null,
    quantity: 1,
    unitPriceMinor: 0n,
    discountMinor: 0n,
    discounts: [],
    netMinor: 0n,
    taxMinor: 0n,
    totalMinor: 0n,
    productKind: "physical",
    taxCategory: "standard",
    taxRate: "19",
    taxJurisdiction: "DE",
    taxReason: "eu-vat",
    weightGrams: 0,
    quantityCancelled: 0,
    quantityShipped: 0,
    quantityRefunded: 0,
    refundedNetMinor: 0n,
    refundedTaxMinor: 0n,
    invoicedNetMinor: 0n,
    invoicedTaxMinor: 0n,
    promisedBy: null,
    ...facts,
  };
}

const soldLine = fc.record({
  quantity: fc.integer({ min: 1, max: 40 }),
  netMinor: fc.bigInt({ min: 0n, max: 10_000_000n }),
  taxMinor: fc.bigInt({ min: 0n, max: 2_000_000n }),
});

/** What happens to the goods, until nothing is left: so many units of a line leave, or are cancelled. */
const happening = fc.record({
  line: fc.nat(),
  units: fc.integer({ min: 1, max: 15 }),
  cancelled: fc.boolean(),
});

describe("the parts that invoices take of an order", () => {
  it("sum to the order to the cent, with what was cancelled, over any split", () => {
    fc.assert(
      fc.property(
        fc.array(soldLine, { minLength: 1, maxLength: 5 }),
        fc.array(happening, { maxLength: 60 }),
        fc.boolean(),
        (sold, story, taxIncluded) => {
          const lines = sold.map((each, index) =>
            aLine({ ...each, totalMinor: each.netMinor + each.taxMinor, id: `line ${index}` }),
          );
          lines.push(aLine({ id: "delivery", kind: "delivery", netMinor: 500n, taxMinor: 95n }));
          const invoiced = { net: 0n, tax: 0n };
          const cancelled = { net: 0n, tax: 0n };
          const happen = (index: number, units: number, isCancelled: boolean) => {
            const line = lines[index];
            if (line === undefined) return;
            const taken = line.quantityCancelled + line.quantityShipped;
            const count = Math.min(units, line.quantity - taken);
            if (count === 0) return;
            if (isCancelled) {
              const all = { ...line, net: line.netMinor, tax: line.taxMinor, taxIncluded };
              const part = partOfLine(all, taken, count);
              // What the order says is no longer owed.
              expect(part.gross).toBe(shareOfLine(line, taken, count));
              cancelled.net += part.net;
              cancelled.tax += part.tax;
              lines[index] = { ...line, quantityCancelled: line.quantityCancelled + count };
              return;
            }
            const shipped = [{ orderLineId: line.id, quantity: count }];
            const parts = invoiceParts({ taxIncluded }, lines, shipped);
            for (const part of parts) {
              invoiced.net += part.netMinor;
              invoiced.tax += part.taxMinor;
              const at = lines.findIndex((each) => each.id === part.orderLineId);
              const each = lines[at] ?? line;
              lines[at] = {
                ...each,
                quantityShipped: each.kind === "item" ? each.quantityShipped + part.quantity : 0,
                invoicedNetMinor: each.invoicedNetMinor + part.netMinor,
                invoicedTaxMinor: each.invoicedTaxMinor + part.taxMinor,
              };
            }
          };
          for (const { line, units, cancelled: off } of story)
            happen(line % sold.length, units, off);
          sold.forEach((_, index) => happen(index, 40, false));
          const net = lines.reduce((sum, line) => sum + line.netMinor, 0n);
          const tax = lines.reduce((sum, line) => sum + line.taxMinor, 0n);
          // Where nothing left at all, nothing is invoiced, the delivery neither.
          const withDelivery = lines.some(
            (line) => line.quantityShipped > 0 && line.kind === "item",
          );
          const [extraNet, extraTax] = withDelivery ? [0n, 0n] : [500n, 95n];
          expect(invoiced.net + cancelled.net + extraNet).toBe(net);
          expect(invoiced.tax + cancelled.tax + extraTax).toBe(tax);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("carry delivery and fee with the first parcel only", () => {
    const item = aLine({ id: "a", quantity: 2, netMinor: 1000n, taxMinor: 190n });
    const delivery = aLine({ id: "d", kind: "delivery", netMinor: 500n, taxMinor: 95n });
    const one = [{ orderLineId: "a", quantity: 1 }];
    const first = invoiceParts({ taxIncluded: true }, [item, delivery], one);
    expect(first.map((part) => part.orderLineId)).toEqual(["a", "d"]);
    const later = [
      { ...item, quantityShipped: 1, invoicedNetMinor: 500n, invoicedTaxMinor: 95n },
      { ...delivery, invoicedNetMinor: 500n, invoicedTaxMinor: 95n },
    ];
    expect(invoiceParts({ taxIncluded: true }, later, one)).toHaveLength(1);
    expect(invoiceTotal({ taxIncluded: true }, later, one)).toBe(595n);
  });
});
