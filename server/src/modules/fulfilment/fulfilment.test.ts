import { describe, expect, it } from "vitest";
import { owner } from "../../../test/support/test-shop.ts";
import { newId } from "../../kernel/ids.ts";
import { parseTypeId } from "../../kernel/type-id.ts";
import { sql } from "../../platform/sql.ts";
import { goods, refusalOf, wanted } from "../checkout/examples.ts";
import { cancelOrder } from "../desk/contract.ts";
import { getOrder, holdOrder, releaseHold } from "../orders/index.ts";
import * as contract from "./contract.ts";
import { jobs } from "./jobs.ts";
import { planWork } from "./plan-work.ts";
import { parcelShop } from "./testing.ts";

const shop = await parcelShop();
const { database, drain, onlyWork, ordered, ship, works } = shop;
const edge = shop.edge();

const pick = (work: { readonly id: string }, lines: { line: string; picked: number }[]) =>
  shop.call(
    contract.pickGoods,
    { params: { id: work.id }, body: { lines }, idempotencyKey: newId() },
    owner,
  );

const orderOf = (orderId: string) => getOrder(edge.reading(), orderId);

const count = async (query: ReturnType<typeof sql<{ n: bigint }>>) => (await database.one(query)).n;

describe("work for the warehouses", () => {
  it("is planned once, however often it is asked for", async () => {
    const { orderId } = await ordered({ quantities: [2, 1] });
    for (let again = 0; again < 3; again += 1)
      await edge.transaction((ctx) => planWork(ctx, orderId));
    await Promise.all([1, 2, 3].map(() => edge.transaction((ctx) => planWork(ctx, orderId))));
    const work = await onlyWork(orderId);
    expect(work.lines.map((line) => line.quantity)).toEqual([2, 1]);
    expect(work.state).toBe("open");
    await shop.expectClean();
  });

  it("goes to each warehouse that has a part of the goods, and each part leaves on its own", async () => {
    const [here, there] = [await goods(shop, { stock: 3 }), await goods(shop, { stock: 0 })];
    await shop.stockSecond(there, 5);
    const { orderId } = await ordered({ lines: [wanted(here, 2), wanted(there, 4)] });
    const pieces = await works(orderId);
    expect(pieces.map((each) => [each.location.code, each.lines.map((l) => l.quantity)])).toEqual(
      expect.arrayContaining([
        ["HAM", [2]],
        ["MUC", [4]],
      ]),
    );
    expect(pieces).toHaveLength(2);
    const [first, second] = pieces;
    await ship(first ?? { id: "" });
    expect((await orderOf(orderId)).fulfilmentStatus).not.toBe("shipped");
    await ship(second ?? { id: "" });
    await drain();
    expect((await orderOf(orderId)).fulfilmentStatus).toBe("shipped");
    await shop.expectClean();
  });

  it("waits while the order is on hold, and begins when that is over", async () => {
    const { orderId } = await ordered();
    const work = await onlyWork(orderId);
    await edge.transaction((ctx) => holdOrder(ctx, orderId, "asked the customer"));
    const line = work.lines[0]?.id ?? "";
    expect((await refusalOf(pick(work, [{ line, picked: 1 }]))).code).toBe("order_held");
    expect((await refusalOf(ship(work))).code).toBe("order_held");
    await edge.transaction((ctx) => releaseHold(ctx, orderId));
    await drain();
    expect((await onlyWork(orderId)).lines.map((each) => each.quantity)).toEqual([2, 1]);
    expect((await ship(work)).state).toBe("shipped");
    await shop.expectClean();
  });

  it("is not given before a transfer has arrived", async () => {
    const { orderId } = await ordered({ method: "bank-transfer" });
    expect(await works(orderId)).toEqual([]);
  });

  it("is taken back as units are cancelled, picked ones last", async () => {
    const { order, orderId } = await ordered({ quantities: [4] });
    const work = await onlyWork(orderId);
    const line = work.lines[0];
    await pick(work, [{ line: line?.id ?? "", picked: 2 }]);
    const cancel = (quantity: number) =>
      shop.call(
        cancelOrder,
        {
          params: { orderId: order.id },
          body: {
            reason: "changed mind",
            lines: [{ orderLineId: line?.orderLineId ?? "", quantity }],
          },
          idempotencyKey: newId(),
        },
        owner,
      );
    await cancel(1);
    expect((await onlyWork(orderId)).lines[0]).toMatchObject({ quantity: 3, picked: 2 });
    await cancel(2);
    expect((await onlyWork(orderId)).lines[0]).toMatchObject({ quantity: 1, picked: 1 });
    await shop.expectClean();
    await cancel(1);
    expect((await works(orderId)).map((each) => each.state)).toEqual(["cancelled"]);
    expect((await orderOf(orderId)).status).toBe("cancelled");
    await drain();
    await shop.expectClean();
  });
});

describe("picking", () => {
  it("goes up and down, and stock follows", async () => {
    const { orderId } = await ordered({ quantities: [3] });
    const work = await onlyWork(orderId);
    const line = work.lines[0]?.id ?? "";
    const states = async () =>
      database.all(sql<{ state: string; units: bigint }>`
        select state, sum(quantity)::bigint as units from inventory.reservation
        where order_id = ${orderId} group by 1 order by 1`);
    expect((await pick(work, [{ line, picked: 2 }])).state).toBe("picking");
    expect(await states()).toEqual([
      { state: "allocated", units: 1n },
      { state: "picked", units: 2n },
    ]);
    expect((await pick(work, [{ line, picked: 0 }])).state).toBe("open");
    expect(await states()).toEqual([{ state: "allocated", units: 3n }]);
    expect((await refusalOf(pick(work, [{ line, picked: 4 }]))).code).toBe("more_than_open");
    await shop.expectClean();
  });
});

describe("shipping", () => {
  it("sends parts, each with an invoice of its own, until nothing is left", async () => {
    const { orderId } = await ordered({ quantities: [3, 2] });
    const work = await onlyWork(orderId);
    const [first, second] = work.lines;
    const part = [{ line: first?.id ?? "", quantity: 2 }];
    const parcel = await ship(work, { lines: part, trackingNumber: "0034" });
    expect(parcel).toMatchObject({ state: "shipped", carrierName: "DHL", trackingNumber: "0034" });
    expect(parcel.trackingUrl).toContain("0034");
    const [after] = await works(orderId);
    expect(after?.lines.map((line) => line.shipped)).toEqual([2, 0]);
    const tooMuch = [{ line: first?.id ?? "", quantity: 2 }];
    expect((await refusalOf(ship(work, { lines: tooMuch }))).code).toBe("more_than_open");
    await ship(work, { lines: [{ line: second?.id ?? "", quantity: 1 }] });
    await ship(work);
    expect((await refusalOf(ship(work))).code).toBe("work_closed");
    await drain();
    expect((await onlyWork(orderId)).state).toBe("shipped");
    const { gross } = await database.one<{ gross: bigint }>(sql`
      select sum(gross_minor)::bigint as gross from invoicing.document where order_id = ${orderId}`);
    expect(gross).toBe((await orderOf(orderId)).totalMinor);
    await shop.expectClean();
  });

  it("sends one parcel for one key, also when it is asked twice at once", async () => {
    const { orderId } = await ordered({ method: "test-card" });
    const work = await onlyWork(orderId);
    const key = newId();
    const once = await Promise.allSettled([ship(work, {}, key), ship(work, {}, key)]);
    const again = await ship(work, {}, key);
    const sent = once.flatMap((each) => (each.status === "fulfilled" ? [each.value.id] : []));
    expect(new Set([...sent, again.id]).size).toBe(1);
    const parcels = sql<{
      n: bigint;
    }>`select count(*) as n from fulfilment.shipment where order_id = ${orderId}`;
    expect(await count(parcels)).toBe(1n);
    await drain();
    await shop.expectClean();
  });

  it("takes the payment first, and the order is paid when the last parcel has left", async () => {
    const { orderId } = await ordered({ method: "test-card", quantities: [2] });
    const work = await onlyWork(orderId);
    const line = work.lines[0]?.id ?? "";
    await ship(work, { lines: [{ line, quantity: 1 }] });
    const between = await orderOf(orderId);
    expect(between.paymentStatus).toBe("partly_paid");
    await ship(work);
    await drain();
    const after = await orderOf(orderId);
    expect([after.status, after.paymentStatus]).toEqual(["completed", "paid"]);
    await shop.expectClean();
  });

  it("keeps the parcel and holds the order when the payment cannot be taken", async () => {
    const { order, orderId } = await ordered({
      method: "test-card",
      token: "tok_capture_declined",
    });
    const work = await onlyWork(orderId);
    const key = newId();
    expect((await refusalOf(ship(work, {}, key))).code).toBe("capture_failed");
    expect((await refusalOf(ship(work, {}, key))).code).toBe("capture_failed");
    const held = await orderOf(orderId);
    expect(held.holdReason).toMatch(/^payment_not_taken/);
    expect(held.unitsShipped).toBe(0n);
    const { items } = await shop.call(
      contract.listShipments,
      { query: { search: order.number } },
      owner,
    );
    expect(items.map((each) => each.state)).toEqual(["abandoned"]);
    const seen = await shop.call(contract.listOrderShipments, {
      params: { secret: order.linkSecret },
    });
    expect(seen).toEqual([]);
    await drain();
    await shop.expectClean();
  });

  it("waits when the provider's answer is lost, and the sweeper lets the parcel go", async () => {
    const { orderId } = await ordered({ method: "test-card", token: "tok_capture_timeout" });
    const parcel = await ship(await onlyWork(orderId));
    expect([parcel.state, parcel.shippedAt]).toEqual(["capturing", null]);
    await database.run(sql`
      update fulfilment.shipment set created_at = created_at - interval '1 minute' where order_id = ${orderId}`);
    const [sweeper] = jobs;
    await sweeper?.runPhased?.(edge, {} as never);
    await sweeper?.runPhased?.(edge, {} as never);
    await drain();
    const after = await orderOf(orderId);
    expect([after.status, after.capturedMinor]).toEqual(["completed", after.totalMinor]);
    await shop.expectClean();
  });

  it("shows the shopper what has left, by the link of the order alone", async () => {
    const { order, orderId } = await ordered();
    await ship(await onlyWork(orderId), { trackingNumber: "T-1" });
    const params = { secret: order.linkSecret };
    const [parcel] = await shop.call(contract.listOrderShipments, { params });
    expect(parcel).toMatchObject({ trackingNumber: "T-1" });
    expect(Object.keys(parcel ?? {})).not.toContain("problem");
    const wrong = { secret: "x".repeat(32) };
    expect((await refusalOf(shop.call(contract.listOrderShipments, { params: wrong }))).code).toBe(
      "not_found",
    );
  });

  it("notes once that a parcel arrived, and corrects its tracking", async () => {
    const { orderId } = await ordered();
    const { id } = await ship(await onlyWork(orderId));
    const deliver = () =>
      shop.call(contract.markDelivered, { params: { id }, idempotencyKey: newId() }, owner);
    expect((await deliver()).state).toBe("delivered");
    const { deliveredAt } = await deliver();
    const body = { carrier: "ups", trackingNumber: "1Z 9" } as const;
    const changed = await shop.call(contract.changeTracking, { params: { id }, body }, owner);
    expect(changed.trackingUrl).toContain("1Z%209");
    expect(changed.deliveredAt).toBe(deliveredAt);
    const told = sql<{ n: bigint }>`select count(*) as n from platform.event
      where type = 'fulfilment.parcel-delivered' and payload ->> 'shipmentId' = ${parseTypeId("shipment", id)}`;
    expect(await count(told)).toBe(1n);
  });
});

describe("the papers", () => {
  it("are PDF files with the number of the parcel and of the order", async () => {
    const { order, orderId } = await ordered();
    const work = await onlyWork(orderId);
    const list = await shop.call(contract.readPickList, { params: { id: work.id } }, owner);
    expect(list.fileName).toBe(`${order.number}-HAM.pdf`);
    const parcel = await ship(work);
    const slip = await shop.call(contract.readPackingSlip, { params: { id: parcel.id } }, owner);
    expect(slip.fileName).toBe(`${parcel.number}.pdf`);
    for (const { bytes } of [list, slip])
      expect(Buffer.from(bytes).subarray(0, 5).toString()).toBe("%PDF-");
  });
});
