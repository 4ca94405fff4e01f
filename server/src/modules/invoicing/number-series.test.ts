import { describe, expect, it } from "vitest";
import { testShop } from "../../../test/support/test-shop.ts";
import { newId } from "../../kernel/ids.ts";
import { runAudit } from "../../platform/audit.ts";
import { lockOrder, orderLines } from "../orders/index.ts";
import { anOrder } from "../payments/examples.ts";
import { seedSettings } from "../settings/index.ts";
import { checks } from "./audit.ts";
import { issueInvoice } from "./issue-invoice.ts";
import { documentLabel, fiscalYearOf } from "./number-series.ts";

const shop = await testShop({ poolSize: 20 });
const { database } = shop;
const edge = shop.edge();
await edge.transaction((ctx) => seedSettings(ctx));

describe("numbers of invoices", () => {
  it("are without gap or double, also when transactions fail after taking one", async () => {
    const orders = await edge.transaction(async (ctx) => {
      const made = [];
      for (let count = 0; count < 20; count += 1) made.push(await anOrder(ctx));
      return made;
    });
    const attempts = await Promise.allSettled(
      orders.map((each, index) =>
        edge.transaction(async (ctx) => {
          const order = await lockOrder(ctx, each.id);
          const [line] = await orderLines(ctx, order.id);
          const shipped = [{ orderLineId: line?.id ?? "", quantity: 1 + (index % 2) }];
          const issued = await issueInvoice(ctx, { order, shipmentId: newId(), shipped });
          if (index % 3 === 0) throw new Error("something later went wrong");
          return issued.content.label;
        }),
      ),
    );
    const labels = attempts.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
    expect(labels).toHaveLength(13);
    const year = new Date().getFullYear();
    const wanted = labels.map((_, index) => `INV-${year}-${String(index + 1).padStart(6, "0")}`);
    expect(labels.toSorted()).toEqual(wanted);
    const results = await runAudit(database, checks);
    expect(results.filter((each) => each.offences.length > 0)).toEqual([]);
  });

  it("begin anew with each fiscal year, which is named by the year it begins in", () => {
    expect(fiscalYearOf("2026-03-31", 4)).toBe(2025);
    expect(fiscalYearOf("2026-04-01", 4)).toBe(2026);
    expect(fiscalYearOf("2026-01-01", 1)).toBe(2026);
    expect(documentLabel("INV", 2026, 42n)).toBe("INV-2026-000042");
  });
});
