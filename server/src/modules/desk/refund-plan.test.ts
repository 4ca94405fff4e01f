import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newId } from "../../kernel/ids.ts";
import type { OrderLine } from "../orders/index.ts";
import { planRefund, refundableOfLine, refundableUnits } from "./refund-plan.ts";

const order = { taxIncluded: true };

function aLine(more: Partial<OrderLine> = {}): OrderLine {
  return {
    id: newId(),
    orderId: newId(),
    position: 1,
    kind: "item",
    variantId: newId(),
    sku: "S",
    title: "Mug",
    options: "",
    pictureKey: null,
    quantity: 3,
    unitPriceMinor: 333n,
    discountMinor: 0n,
    discounts: [],
    netMinor: 840n,
    taxMinor: 160n,
    totalMinor: 1000n,
    productKind: "physical",
    taxCategory: "standard",
    taxRate: "19",
    taxJurisdiction: "DE",
    taxReason: "standard",
    weightGrams: 1,
    quantityCancelled: 0,
    quantityShipped: 3,
    quantityRefunded: 0,
    refundedNetMinor: 0n,
    refundedTaxMinor: 0n,
    invoicedNetMinor: 840n,
    invoicedTaxMinor: 160n,
    promisedBy: null,
    ...more,
  };
}

const unsent = aLine({ quantityShipped: 0, invoicedNetMinor: 0n, invoicedTaxMinor: 0n });

/** The same lines after a refund was decided. */
function afterwards(
  lines: readonly OrderLine[],
  parts: ReturnType<typeof planRefund>,
): OrderLine[] {
  return lines.map((line) => {
    const part = parts.find((each) => each.orderLineId === line.id);
    if (part === undefined) return line;
    return {
      ...line,
      quantityRefunded: line.quantityRefunded + part.quantity,
      refundedNetMinor: line.refundedNetMinor + part.netMinor,
      refundedTaxMinor: line.refundedTaxMinor + part.taxMinor,
    };
  });
}

describe("a refund", () => {
  it("of units takes their share of net and tax", () => {
    const line = aLine();
    const wish = { lines: [{ orderLineId: line.id, quantity: 1 }] };
    expect(planRefund(order, [line], wish)).toMatchObject([
      { quantity: 1, netMinor: 280n, taxMinor: 53n },
    ]);
  });

  it("of everything leaves out what was not invoiced", () => {
    const line = aLine();
    expect(planRefund(order, [line, unsent], {}).map((each) => each.orderLineId)).toEqual([
      line.id,
    ]);
  });

  it.each([
    ["units that were not sent", { lines: [{ orderLineId: unsent.id, quantity: 1 }] }],
    ["a line of another order", { lines: [{ orderLineId: newId(), quantity: 1 }] }],
    ["an amount that is more than was invoiced", { amountMinor: 1n }],
    ["nothing", {}],
  ])("of %s is refused", (_, wish) => {
    expect(() => planRefund(order, [unsent], wish)).toThrow(
      expect.objectContaining({ kind: expect.objectContaining({ code: "line_refund_too_much" }) }),
    );
  });

  it("of the same line named twice counts both", () => {
    const line = aLine();
    const twice = { orderLineId: line.id, quantity: 2 };
    expect(() => planRefund(order, [line], { lines: [twice, twice] })).toThrow(
      /line_refund_too_much/,
    );
  });

  it("after refund never gives back more than was invoiced, and all of them give exactly that", () => {
    const lines = fc.array(
      fc
        .record({
          quantity: fc.integer({ min: 1, max: 9 }),
          net: fc.bigInt(0n, 99_999n),
          tax: fc.bigInt(0n, 20_000n),
        })
        .map(({ quantity, net, tax }) =>
          aLine({
            quantity,
            quantityShipped: quantity,
            invoicedNetMinor: net,
            invoicedTaxMinor: tax,
          }),
        ),
      { minLength: 1, maxLength: 4 },
    );
    const steps = fc.array(
      fc.record({ part: fc.integer({ min: 1, max: 100 }), byUnits: fc.boolean() }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(lines, steps, fc.boolean(), (sold, wishes, taxIncluded) => {
        const basis = { taxIncluded };
        const invoiced = sold.reduce(
          (sum, line) => sum + line.invoicedNetMinor + line.invoicedTaxMinor,
          0n,
        );
        let known = sold;
        let given = 0n;
        const give = (wish: Parameters<typeof planRefund>[2]) => {
          const parts = planRefund(basis, known, wish);
          for (const part of parts) expect(part.netMinor >= 0n && part.taxMinor >= 0n).toBe(true);
          given += parts.reduce((sum, part) => sum + part.netMinor + part.taxMinor, 0n);
          known = afterwards(known, parts);
        };
        for (const { part, byUnits } of wishes) {
          const left = known.reduce((sum, line) => sum + refundableOfLine(line), 0n);
          const amountMinor = (left * BigInt(part)) / 100n;
          const line = known.find(
            (each) => refundableUnits(each) > 0 && refundableOfLine(each) > 0n,
          );
          if (byUnits && line !== undefined) {
            const wish = { lines: [{ orderLineId: line.id, quantity: 1 }] };
            try {
              give(wish);
            } catch (error) {
              // A gesture before may have given this unit's share already.
              expect(error).toMatchObject({ kind: { code: "line_refund_too_much" } });
            }
          } else if (amountMinor > 0n) give({ amountMinor });
          expect(given <= invoiced).toBe(true);
        }
        if (known.some((line) => refundableOfLine(line) > 0n)) give({});
        expect(given).toBe(invoiced);
      }),
    );
  });
});
