import { describe, expect, it } from "vitest";
import { owner } from "../../../test/support/test-shop.ts";
import { present } from "../../kernel/assert.ts";
import { newId, type Uuid } from "../../kernel/ids.ts";
import { publish } from "../../platform/events.ts";
import { sql } from "../../platform/sql.ts";
import { refusalOf } from "../checkout/examples.ts";
import { readOrder, refundOrder } from "../desk/contract.ts";
import { parcelShop } from "../fulfilment/testing.ts";
import { orderLines } from "../orders/index.ts";
import { refundSucceeded } from "../payments/index.ts";
import * as contract from "./contract.ts";

const shop = await parcelShop();
const { database, drain, onlyWork, ordered, ship } = shop;
const edge = shop.edge();

interface Posted {
  readonly account: string;
  readonly minor: bigint;
}

/** What the books say of an order, by account. */
const balances = async (orderId: Uuid): Promise<Record<string, bigint>> => {
  const rows = await database.all<Posted>(sql`
    select p.account, sum(p.amount_minor)::bigint as minor from ledger.posting p
    where p.order_id = ${orderId} group by 1 having sum(p.amount_minor) <> 0 order by 1`);
  return Object.fromEntries(rows.map(({ account, minor }) => [account, minor]));
};

const documentsOf = (secret: string) =>
  shop.call(contract.listOrderDocuments, { params: { secret } });

/** Gives units of the order's first line back, and waits until the money has gone. */
async function refunded(orderId: string, quantity: number): Promise<void> {
  const { lines } = await shop.call(readOrder, { params: { orderId } }, owner);
  const body = {
    reason: "scratched",
    lines: [{ orderLineId: lines[0]?.id ?? "", quantity }],
  };
  await shop.call(refundOrder, { params: { orderId }, body, idempotencyKey: newId() }, owner);
  await drain();
}

describe("invoices", () => {
  it("are booked against what was paid, and revenue and tax are what the order says", async () => {
    const { orderId } = await ordered({ method: "test-card", quantities: [2, 1] });
    await ship(await onlyWork(orderId));
    await drain();
    const lines = await orderLines(edge.reading(), orderId);
    const goods = lines.filter((line) => line.kind === "item");
    const sum = (of: typeof lines, pick: (line: (typeof lines)[number]) => bigint) =>
      of.reduce((total, line) => total + pick(line), 0n);
    const books = await balances(orderId);
    expect(books["1100"]).toBeUndefined();
    expect(books["2000"]).toBeUndefined();
    expect(books["4000"]).toBe(-sum(goods, (line) => line.netMinor));
    expect(books["1200-test-card"]).toBe(sum(lines, (line) => line.totalMinor));
    const tax = Object.entries(books).filter(([code]) => code.startsWith("2200"));
    expect(tax.reduce((total, [, minor]) => total + minor, 0n)).toBe(
      -sum(lines, (line) => line.taxMinor),
    );
  });

  it("leave cash on delivery owed by the carrier", async () => {
    const { orderId, order } = await ordered();
    await ship(await onlyWork(orderId));
    const books = await balances(orderId);
    expect([books["1100"], books["1250"]]).toEqual([undefined, BigInt(order.total.minor)]);
    await shop.expectClean();
  });

  it("are found by number, order and buyer, a page at a time", async () => {
    const { order, orderId } = await ordered();
    await ship(await onlyWork(orderId));
    const list = (query: object) => shop.call(contract.listDocuments, { query }, owner);
    const found = await list({ search: order.number });
    expect(found.items.map((each) => [each.kind, each.order.number])).toEqual([
      ["invoice", order.number],
    ]);
    const seen: string[] = [];
    for (let after: string | null | undefined; after !== null;) {
      const page: Awaited<ReturnType<typeof list>> = await list({
        limit: 4,
        ...(after === undefined ? {} : { after }),
      });
      seen.push(...page.items.map((each) => each.label));
      after = page.next;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBe((await list({ limit: 100 })).items.length);
    expect((await refusalOf(list({ after: "nonsense" }))).code).toBe("bad_request");
  });

  it("open as PDF for staff and by the link of their own order, always with the same bytes", async () => {
    const { order, orderId } = await ordered();
    const stranger = await ordered();
    await ship(await onlyWork(orderId));
    const [invoice] = await documentsOf(order.linkSecret);
    const id = present(invoice, "an invoice").id;
    const own = (secret: string) =>
      shop.call(contract.readOrderDocumentPdf, { params: { secret, id } });
    const shown = await own(order.linkSecret);
    expect(shown.fileName).toBe(`${invoice?.label}.pdf`);
    const again = await shop.call(contract.readDocumentPdf, { params: { id } }, owner);
    expect(Buffer.from(again.bytes).equals(Buffer.from(shown.bytes))).toBe(true);
    expect((await refusalOf(own(stranger.order.linkSecret))).code).toBe("not_found");
    expect(await documentsOf(stranger.order.linkSecret)).toEqual([]);
  });
});

describe("credit notes", () => {
  it("take back what was refunded of an invoice, once, however often they are asked for", async () => {
    const { order, orderId } = await ordered({ method: "test-card", quantities: [3] });
    await ship(await onlyWork(orderId));
    await drain();
    const before = await balances(orderId);
    await refunded(order.id, 1);
    const { id } = await database.one<{ id: Uuid }>(sql`
      select id from payments.refund where order_id = ${orderId}`);
    await edge.transaction(async (ctx) =>
      publish(ctx, refundSucceeded, {
        orderId,
        refundId: id,
        amountMinor: "9999",
        currency: "EUR",
      }),
    );
    await drain();
    const documents = await documentsOf(order.linkSecret);
    expect(documents.map((each) => each.kind)).toEqual(["invoice", "credit_note"]);
    expect(documents[1]?.gross.minor).toBe("9999");
    const { items } = await shop.call(
      contract.listDocuments,
      { query: { search: order.number, kind: "credit_note" } },
      owner,
    );
    expect(items.map((each) => each.corrects)).toEqual([documents[0]?.label]);
    const after = await balances(orderId);
    expect(after["1100"]).toBeUndefined();
    expect((before["1200-test-card"] ?? 0n) - (after["1200-test-card"] ?? 0n)).toBe(9999n);
    await shop.expectClean();
  });

  it("name the invoice that has the line, of several", async () => {
    const { order, orderId } = await ordered({ method: "test-card", quantities: [1, 1] });
    const work = await onlyWork(orderId);
    const second = work.lines.find((line) => line.orderLineId !== work.lines[0]?.orderLineId);
    await ship(work, { lines: [{ line: second?.id ?? "", quantity: 1 }] });
    await ship(work);
    await refunded(order.id, 1);
    const documents = await documentsOf(order.linkSecret);
    expect(documents.map((each) => each.kind)).toEqual(["invoice", "invoice", "credit_note"]);
    const { items } = await shop.call(
      contract.listDocuments,
      { query: { search: order.number, kind: "credit_note" } },
      owner,
    );
    expect(items[0]?.corrects).toBe(documents[1]?.label);
    await shop.expectClean();
  });
});
