import { afterAll, describe, expect, it } from "vitest";
import {
  spawnGateway,
  testApiKey,
  testWebhookSecret,
} from "../../../../tools/test-card-gateway/running-gateway.ts";
import { owner, staffWith } from "../../../test/support/test-shop.ts";
import { connectProviders } from "../../app/providers.ts";
import { checks } from "../../app/rooms.ts";
import type { CallInput, Endpoint } from "../../kernel/endpoint.ts";
import { newId } from "../../kernel/ids.ts";
import { fromWire } from "../../kernel/money.ts";
import { typeId } from "../../kernel/type-id.ts";
import { runAudit } from "../../platform/audit.ts";
import { goods, place, readyCart, refusalOf, stockedShop, wanted } from "../checkout/examples.ts";
import { shipParcel } from "../fulfilment/contract.ts";
import * as desk from "./contract.ts";

const shop = await stockedShop({ poolSize: 15 });
const gateway = await spawnGateway();
afterAll(() => gateway.stop());
connectProviders({
  production: false,
  publicUrl: "http://shop.test",
  testCard: { url: gateway.url, apiKey: testApiKey, webhookSecret: testWebhookSecret },
});

async function setTestCard(captureMoment: "at_order" | "at_shipping"): Promise<void> {
  await shop.database.pool.query(
    `insert into settings.setting (name, value, changed_at, changed_by) values ('test-card', $1, now(), 'test')
     on conflict (name) do update set value = excluded.value`,
    [{ enabled: true, captureMoment }],
  );
  shop.database.memory.held.clear();
}

/** A call by a member of staff who may do everything. */
function asStaff<E extends Endpoint>(endpoint: E, input: CallInput<E>) {
  return shop.call(endpoint, { idempotencyKey: newId(), ...input }, owner);
}

const read = (orderId: string) => asStaff(desk.readOrder, { params: { orderId } });

interface Wish {
  readonly method?: "cash-on-delivery" | "bank-transfer" | "test-card";
  readonly captureMoment?: "at_order" | "at_shipping";
  readonly quantities?: readonly number[];
}

async function ordered({
  method = "cash-on-delivery",
  captureMoment,
  quantities = [2, 1],
}: Wish = {}) {
  await setTestCard(captureMoment ?? "at_shipping");
  const lines = [];
  for (const quantity of quantities)
    lines.push(wanted(await goods(shop, { price: 9_999, stock: 20 }), quantity));
  const cart = await readyCart(shop, lines);
  const token = method === "test-card" ? { paymentToken: "tok_approved" } : {};
  const placed = await place(shop, cart, { paymentMethod: method, ...token });
  await shop.drainJobs();
  return placed.order.id;
}

async function ship(orderId: string, more: object = {}) {
  const { fulfilmentOrders } = await read(orderId);
  const work = fulfilmentOrders.find((each) => each.shipped < each.units);
  await asStaff(shipParcel, {
    params: { id: work?.id ?? "" },
    body: { carrier: "dhl", trackingNumber: `TRACK${orderId.slice(-6)}`, ...more },
  });
  await shop.drainJobs();
  return read(orderId);
}

async function expectClean(): Promise<void> {
  const results = await runAudit(shop.database, checks);
  expect(results.filter((each) => each.offences.length > 0)).toEqual([]);
}

async function available(orderId: string): Promise<number> {
  const { rows } = await shop.database.pool.query<{ available: number }>(
    `select sum(s.on_hand - s.reserved)::int as available from inventory.stock s
     where s.warehouse and s.variant_id in (
       select variant_id from orders.line l join orders.order o on o.id = l.order_id where o.number = $1)`,
    [(await read(orderId)).number],
  );
  return rows[0]?.available ?? 0;
}

describe("an order paid at the door", () => {
  it("says at every step what comes next, until nothing does", async () => {
    const orderId = await ordered();
    const fresh = await read(orderId);
    expect(fresh).toMatchObject({ status: "placed", nextAction: "pick", needs: ["to_pick"] });
    expect(fresh.actions).toEqual(["hold", "cancel", "note"]);
    const held = await asStaff(desk.holdOrder, {
      params: { orderId },
      body: { reason: "address?" },
    });
    expect(held).toMatchObject({ nextAction: "release_hold", needs: ["held"] });
    await asStaff(desk.releaseOrder, { params: { orderId } });
    await asStaff(desk.addOrderNote, {
      params: { orderId },
      body: { text: "<b>rang</b>\nall well" },
    });
    const shipped = await ship(orderId);
    expect(shipped).toMatchObject({
      fulfilmentStatus: "shipped",
      nextAction: "collect_cash",
      needs: ["to_collect"],
    });
    expect(shipped.documents.map((each) => each.kind)).toEqual(["invoice"]);
    const paid = await asStaff(desk.collectCash, { params: { orderId }, body: {} });
    expect(paid).toMatchObject({
      status: "completed",
      paymentStatus: "paid",
      nextAction: null,
      needs: [],
    });
    expect(paid.timeline.map((each) => each.kind)).toEqual(
      expect.arrayContaining(["held", "hold_released", "note", "captured", "completed"]),
    );
    await expectClean();
  });

  it("cancelled in part frees those units and lowers what is due", async () => {
    const orderId = await ordered({ quantities: [3] });
    const before = await read(orderId);
    const free = await available(orderId);
    const lines = [{ orderLineId: before.lines[0]?.id ?? "", quantity: 1 }];
    const preview = await asStaff(desk.previewCancellation, {
      params: { orderId },
      body: { lines },
    });
    expect(preview).toMatchObject({
      whole: false,
      value: { minor: "9999" },
      refund: { minor: "0" },
    });
    const after = await asStaff(desk.cancelOrder, {
      params: { orderId },
      body: { lines, reason: "too many" },
    });
    expect(after.money.cancelled).toEqual(preview.value);
    expect(await available(orderId)).toBe(free + 1);
    expect(after.fulfilmentOrders).toMatchObject([{ units: 2 }]);
    await expectClean();
    await ship(orderId);
    await asStaff(desk.collectCash, { params: { orderId }, body: {} });
    expect(await read(orderId)).toMatchObject({
      status: "completed",
      money: { due: { minor: "0" } },
    });
    await expectClean();
  });

  it("cannot be cancelled beyond what waits, nor twice", async () => {
    const orderId = await ordered({ quantities: [1] });
    const { lines } = await read(orderId);
    const tooMany = [{ orderLineId: lines[0]?.id ?? "", quantity: 2 }];
    const refused = asStaff(desk.cancelOrder, {
      params: { orderId },
      body: { lines: tooMany, reason: "x" },
    });
    expect(await refusalOf(refused)).toMatchObject({ code: "cancel_too_much" });
    const input = { params: { orderId }, body: { reason: "x" }, idempotencyKey: newId() };
    const cancelled = await asStaff(desk.cancelOrder, input);
    expect(cancelled).toMatchObject({ status: "cancelled", actions: ["note"], nextAction: null });
    expect(await asStaff(desk.cancelOrder, input)).toEqual(cancelled);
    const again = asStaff(desk.cancelOrder, { params: { orderId }, body: { reason: "x" } });
    expect(await refusalOf(again)).toMatchObject({ code: "order_not_in_state" });
    await shop.drainJobs();
    expect((await read(orderId)).attempts).toMatchObject([{ state: "voided" }]);
    await expectClean();
  });
});

describe("an order paid by card at shipping", () => {
  it("is shipped in part, refunded by line with the goods back, and the rest cancelled", async () => {
    const orderId = await ordered({ method: "test-card", quantities: [2, 1] });
    const placed = await read(orderId);
    const [first, second] = placed.lines;
    const { rows } = await shop.database.pool.query<{ id: string }>(
      `select l.id from fulfilment.line l join fulfilment.fulfilment_order f on f.id = l.fulfilment_order_id
       join orders.order o on o.id = f.order_id where o.number = $1 and l.quantity = 2`,
      [placed.number],
    );
    const line = typeId("fulfilment_line", rows[0]?.id ?? "");
    const shipped = await ship(orderId, { lines: [{ line, quantity: 2 }] });
    expect(shipped).toMatchObject({
      paymentStatus: "partly_paid",
      fulfilmentStatus: "partly_shipped",
    });
    const free = await available(orderId);
    const body = { lines: [{ orderLineId: first?.id ?? "", quantity: 1 }], restock: true };
    const preview = await asStaff(desk.previewRefund, { params: { orderId }, body });
    expect(preview.amount.minor).toBe("9999");
    await asStaff(desk.refundOrder, {
      params: { orderId },
      body: { ...body, reason: "scratched" },
    });
    await shop.drainJobs();
    const refunded = await read(orderId);
    expect(refunded).toMatchObject({
      paymentStatus: "partly_refunded",
      money: { refunded: preview.amount },
    });
    expect(refunded.documents.map((each) => each.kind)).toEqual(["invoice", "credit_note"]);
    expect(refunded.documents[1]?.gross.minor.replace("-", "")).toBe(preview.amount.minor);
    expect(await available(orderId)).toBe(free + 1);
    await expectClean();
    const early = { lines: [{ orderLineId: second?.id ?? "", quantity: 1 }], reason: "x" };
    expect(
      await refusalOf(asStaff(desk.refundOrder, { params: { orderId }, body: early })),
    ).toMatchObject({
      code: "line_refund_too_much",
    });
    await asStaff(desk.cancelOrder, { params: { orderId }, body: { reason: "no more" } });
    await shop.drainJobs();
    const ended = await read(orderId);
    expect(ended).toMatchObject({ status: "completed" });
    expect(ended.money.authorised).toEqual(ended.money.captured);
    await expectClean();
  });

  it("lets two members of staff refund at once, but each unit only once", async () => {
    const orderId = await ordered({ method: "test-card", quantities: [1] });
    const { lines } = await ship(orderId);
    const body = { lines: [{ orderLineId: lines[0]?.id ?? "", quantity: 1 }], reason: "broken" };
    const answers = await Promise.allSettled(
      Array.from({ length: 5 }, () => asStaff(desk.refundOrder, { params: { orderId }, body })),
    );
    expect(answers.filter((each) => each.status === "fulfilled")).toHaveLength(1);
    await shop.drainJobs();
    await expectClean();
  });

  it("gives a gesture back over all lines, and never more than was invoiced", async () => {
    const orderId = await ordered({ method: "test-card", quantities: [1, 1] });
    const { money } = await ship(orderId);
    const gesture = { amount: { minor: "1001", currency: "EUR" as const }, reason: "late" };
    await asStaff(desk.refundOrder, { params: { orderId }, body: gesture });
    await shop.drainJobs();
    const { refunds } = await read(orderId);
    const parts =
      refunds[0]?.lines.map((each) => fromWire(each.net).minor + fromWire(each.tax).minor) ?? [];
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.reduce((sum, each) => sum + each, 0n)).toBe(1001n);
    const all = { amount: money.captured, reason: "x" };
    expect(
      await refusalOf(asStaff(desk.refundOrder, { params: { orderId }, body: all })),
    ).toMatchObject({
      code: "line_refund_too_much",
    });
    await asStaff(desk.refundOrder, { params: { orderId }, body: { reason: "all of it" } });
    await shop.drainJobs();
    expect(await read(orderId)).toMatchObject({
      paymentStatus: "refunded",
      money: { refundable: { minor: "0" } },
    });
    await expectClean();
  });
});

describe("an order paid by card when it was placed", () => {
  it("gets its money back when it is cancelled, as the preview said", async () => {
    const orderId = await ordered({
      method: "test-card",
      captureMoment: "at_order",
      quantities: [2, 1],
    });
    const before = await read(orderId);
    expect(before).toMatchObject({ paymentStatus: "paid", nextAction: "pick" });
    const part = [{ orderLineId: before.lines[1]?.id ?? "", quantity: 1 }];
    const some = await asStaff(desk.previewCancellation, {
      params: { orderId },
      body: { lines: part },
    });
    await asStaff(desk.cancelOrder, {
      params: { orderId },
      body: { lines: part, reason: "one less" },
    });
    await shop.drainJobs();
    expect((await read(orderId)).money.refunded).toEqual(some.refund);
    await expectClean();
    const rest = await asStaff(desk.previewCancellation, { params: { orderId }, body: {} });
    expect(rest.whole).toBe(true);
    await asStaff(desk.cancelOrder, { params: { orderId }, body: { reason: "none at all" } });
    await shop.drainJobs();
    const after = await read(orderId);
    expect(after).toMatchObject({ status: "cancelled", paymentStatus: "refunded" });
    expect(after.money.refunded).toEqual(before.money.captured);
    await expectClean();
  });
});

describe("an order paid by transfer", () => {
  it("waits for its money, and a refund is sent by hand and then confirmed", async () => {
    const orderId = await ordered({ method: "bank-transfer", quantities: [1] });
    expect(await read(orderId)).toMatchObject({
      nextAction: "mark_paid",
      needs: ["to_pay"],
      fulfilmentOrders: [],
    });
    await asStaff(desk.markOrderPaid, { params: { orderId }, body: { reference: "SO" } });
    await shop.drainJobs();
    expect(await read(orderId)).toMatchObject({ paymentStatus: "paid", nextAction: "pick" });
    await asStaff(desk.cancelOrder, { params: { orderId }, body: { reason: "x" } });
    await shop.drainJobs();
    const waiting = await read(orderId);
    expect(waiting).toMatchObject({ nextAction: "confirm_refund", needs: ["to_refund"] });
    await expectClean();
  });
});

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
      expect(
        items.map((each) => each.id),
        search,
      ).toContain(orderId);
    }
    for (const search of ["%", "_", "no such thing", "' or 1=1 --"]) {
      const { items } = await asStaff(desk.listOrders, { query: { search } });
      expect(
        items.map((each) => each.id),
        search,
      ).not.toContain(orderId);
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
    const { rows } = await shop.database.pool.query<{ count: string }>(
      "select count(*)::text from orders.order",
    );
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
    await shop.database.pool.query(
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
