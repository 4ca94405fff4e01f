import { describe, expect, it } from "vitest";
import { staffWith } from "../../../test/support/test-shop.ts";
import { newId } from "../../kernel/ids.ts";
import { refusalOf } from "../checkout/examples.ts";
import * as desk from "./contract.ts";
import { deskShop } from "./testing.ts";

const shop = await deskShop();
const { asStaff, read, ordered, ship } = shop;

describe("the list", () => {
  it("finds orders by everything staff would type", async () => {
    const orderId = await ordered({ quantities: [1] });
    const { number, email, lines, money, documents, shipments } = await ship(orderId);
    const words = [
      number,
      number.toLowerCase(),
      email.slice(0, 12),
      lines[0]?.sku ?? "",
      documents[0]?.label ?? "",
      shipments[0]?.trackingNumber ?? "",
      `${money.total.minor.slice(0, -2)},${money.total.minor.slice(-2)}`,
    ];
    for (const search of words) {
      const { items } = await asStaff(desk.listOrders, { query: { search } });
      expect([search, items.some((each) => each.id === orderId)]).toEqual([search, true]);
    }
    for (const search of ["%", "_", "no such thing", "' or 1=1 --"]) {
      const { items } = await asStaff(desk.listOrders, { query: { search } });
      expect([search, items.some((each) => each.id === orderId)]).toEqual([search, false]);
    }
  });

  it("pages through all orders once, and counts what the filters show", async () => {
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page: Awaited<ReturnType<typeof asStaff<typeof desk.listOrders>>> = await asStaff(
        desk.listOrders,
        {
          query: { limit: 3, ...(after === undefined ? {} : { after }) },
        },
      );
      seen.push(...page.items.map((each) => each.id));
      after = page.next ?? undefined;
    } while (after !== undefined);
    const { rows } = await shop.query<{ count: string }>("select count(*)::text from orders.order");
    expect(seen.length).toBe(Number(rows[0]?.count));
    expect(new Set(seen).size).toBe(seen.length);
    const counts = await asStaff(desk.countOrders, {});
    for (const needs of desk.orderNeeds) {
      const { items } = await asStaff(desk.listOrders, { query: { needs, limit: 100 } });
      expect([needs, items.length]).toEqual([needs, counts[needs]]);
      expect(items.every((each) => each.needs.includes(needs))).toBe(true);
    }
  });

  it("combines filters, and exports what they let through without letting names be formulas", async () => {
    const orderId = await ordered({ quantities: [1] });
    await ship(orderId);
    await asStaff(desk.collectCash, { params: { orderId }, body: {} });
    const { items } = await asStaff(desk.listOrders, {
      query: {
        status: "completed",
        method: "cash-on-delivery",
        payment: "paid",
        fulfilment: "shipped",
        hold: "false",
        country: "DE",
        from: "2020-01-01",
      },
    });
    expect(items.length).toBeGreaterThan(0);
    await shop.query(
      `update orders.order set shipping_address = shipping_address || '{"name": "=1+1, \\"x\\""}' where number = $1`,
      [items[0]?.number],
    );
    const file = await asStaff(desk.exportOrders, { query: { status: "completed" } });
    const text = new TextDecoder().decode(file.bytes);
    expect(text).toContain(`"'=1+1, ""x"""`);
    expect(text.trim().split("\r\n").length).toBeGreaterThan(items.length);
  });
});

describe("many at once", () => {
  it("reports each by itself", async () => {
    const [one, two] = [await ordered({ quantities: [1] }), await ordered({ quantities: [1] })];
    await asStaff(desk.cancelOrder, { params: { orderId: two }, body: { reason: "x" } });
    const orderIds = [one, two, "order_01h455vb4pex5vsknk084sn02q"];
    const hold = await asStaff(desk.changeOrdersAtOnce, {
      body: { orderIds, action: { kind: "hold", reason: "stock count" } },
    });
    expect(hold.results.map((each) => each.error)).toEqual([
      null,
      "order_not_in_state",
      "not_found",
    ]);
    const note = await asStaff(desk.changeOrdersAtOnce, {
      body: { orderIds: [one, two], action: { kind: "note", text: "counted" } },
    });
    expect(note.results.every((each) => each.done)).toBe(true);
    expect((await read(one)).hold).toMatchObject({ reason: "stock count" });
  });

  it("needs the permission that each thing declares", async () => {
    const orderId = await ordered({ quantities: [1] });
    const support = staffWith("orders:read", "orders:write");
    const body = { reason: "x" };
    const refund = shop.call(
      desk.refundOrder,
      { params: { orderId }, body, idempotencyKey: newId() },
      support,
    );
    expect(await refusalOf(refund)).toMatchObject({ code: "not_allowed" });
    const paid = shop.call(
      desk.markOrderPaid,
      { params: { orderId }, body: {}, idempotencyKey: newId() },
      support,
    );
    expect(await refusalOf(paid)).toMatchObject({ code: "not_allowed" });
  });
});
