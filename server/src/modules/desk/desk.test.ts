import { describe, expect, it } from "vitest";
import { newId } from "../../kernel/ids.ts";
import { fromWire } from "../../kernel/money.ts";
import { refusalOf } from "../checkout/examples.ts";
import { confirmOperation } from "../payments/contract.ts";
import * as desk from "./contract.ts";
import { deskShop } from "./testing.ts";

const shop = await deskShop();
const { asStaff, read, ordered, ship, drainJobs, expectClean, available } = shop;

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
    expect(shipped.documents[0]?.id).toMatch(/^document_/); // as the address of its PDF wants it
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

  it("is refunded by hand: the credit note follows when staff have sent the money", async () => {
    const orderId = await ordered({ quantities: [2] });
    await ship(orderId);
    await asStaff(desk.collectCash, { params: { orderId }, body: {} });
    const { lines } = await read(orderId);
    const body = { lines: [{ orderLineId: lines[0]?.id ?? "", quantity: 1 }], reason: "broken" };
    const refunding = await asStaff(desk.refundOrder, { params: { orderId }, body });
    expect(refunding).toMatchObject({ nextAction: "confirm_refund", needs: ["to_refund"] });
    await drainJobs();
    expect((await read(orderId)).documents).toHaveLength(1);
    const waiting = refunding.attempts
      .flatMap((each) => each.operations)
      .find((each) => each.kind === "refund");
    const params = { operationId: waiting?.id ?? "" };
    await asStaff(confirmOperation, { params });
    await drainJobs();
    const after = await read(orderId);
    expect(after).toMatchObject({
      paymentStatus: "partly_refunded",
      nextAction: null,
      money: { due: { minor: "0" } }, // given back for goods, so not owed again
    });
    expect(after.documents.map((each) => each.kind)).toEqual(["invoice", "credit_note"]);
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
    await drainJobs();
    expect((await read(orderId)).attempts).toMatchObject([{ state: "voided" }]);
    await expectClean();
  });
});

describe("an order paid by card at shipping", () => {
  it("is shipped in part, refunded by line with the goods back, and the rest cancelled", async () => {
    const orderId = await ordered({ method: "test-card", quantities: [2, 1] });
    const placed = await read(orderId);
    const [first, second] = placed.lines;
    const shipped = await ship(orderId, { line: 0, quantity: 2 });
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
    await drainJobs();
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
    await drainJobs();
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
    await drainJobs();
    await expectClean();
  });

  it("gives a gesture back over all lines, and never more than was invoiced", async () => {
    const orderId = await ordered({ method: "test-card", quantities: [1, 1] });
    const { money } = await ship(orderId);
    const gesture = { amount: { minor: "1001", currency: "EUR" as const }, reason: "late" };
    await asStaff(desk.refundOrder, { params: { orderId }, body: gesture });
    await drainJobs();
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
    await drainJobs();
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
    await drainJobs();
    expect((await read(orderId)).money.refunded).toEqual(some.refund);
    await expectClean();
    const rest = await asStaff(desk.previewCancellation, { params: { orderId }, body: {} });
    expect(rest.whole).toBe(true);
    await asStaff(desk.cancelOrder, { params: { orderId }, body: { reason: "none at all" } });
    await drainJobs();
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
    await drainJobs();
    expect(await read(orderId)).toMatchObject({ paymentStatus: "paid", nextAction: "pick" });
    await asStaff(desk.cancelOrder, { params: { orderId }, body: { reason: "x" } });
    await drainJobs();
    const waiting = await read(orderId);
    expect(waiting).toMatchObject({ nextAction: "confirm_refund", needs: ["to_refund"] });
    await expectClean();
  });
});
