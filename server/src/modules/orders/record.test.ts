import { describe, expect, test } from "vitest";
import { present } from "../../kernel/assert.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { parseTypeId } from "../../kernel/type-id.ts";
import { runAudit } from "../../platform/audit.ts";
import type { Context } from "../../platform/context.ts";
import { type Sql, sql } from "../../platform/sql.ts";
import { goods, place, readyCart, refusalOf, stockedShop, wanted } from "../checkout/examples.ts";
import { checks } from "./audit.ts";
import { getOrderByLink } from "./contract.ts";
import {
  addTimeline,
  completeIfDone,
  getOrder,
  holdOrder,
  markPlaced,
  type OrderLine,
  orderLines,
  overdueOrders,
  recordCancelled,
  recordInvoiced,
  recordPayment,
  recordRefunded,
  recordShipped,
  releaseHold,
} from "./index.ts";

// These orders are written without a warehouse: nobody promised their goods.
const ownChecks = checks.filter(({ id }) => id !== "I9-goods");

const shop = await stockedShop({ poolSize: 10 });
const mug = await goods(shop, { price: 1_000, stock: 1_000 });
const bowl = await goods(shop, { price: 2_500, stock: 1_000 });

interface AnOrder {
  readonly id: Uuid;
  readonly secret: string;
  readonly lines: readonly OrderLine[];
}

/** Three mugs and two bowls, with delivery for 4.90: 84.90 in all. */
async function anOrder(): Promise<AnOrder> {
  const cart = await readyCart(shop, [wanted(mug, 3), wanted(bowl, 2)]);
  const { order } = await place(shop, cart);
  const id = present(parseTypeId("order", order.id), "an order id");
  return { id, secret: order.linkSecret, lines: await orderLines(shop.edge().reading(), id) };
}

const within = <T>(work: (ctx: Context) => Promise<T>): Promise<T> => shop.edge().transaction(work);

function item(order: AnOrder, index: number): Uuid {
  return present(order.lines[index], "a line").id;
}

async function eventsOf(order: AnOrder): Promise<string[]> {
  const rows = await shop.database.all<{ type: string }>(sql`
    select type from platform.event
    where payload ->> 'orderId' = ${order.id} and type like 'order.%' order by occurred_at, id`);
  return rows.map(({ type }) => type);
}

async function offences(): Promise<string[]> {
  const results = await runAudit(shop.database, ownChecks);
  return results.filter((each) => each.offences.length > 0).map(({ id }) => id);
}

describe("cancelling", () => {
  test("some units takes their value off and leaves the order placed", async () => {
    const order = await anOrder();
    const lines = [{ orderLineId: item(order, 0), quantity: 2 }];
    const done = await within((ctx) => recordCancelled(ctx, order.id, { reason: "broken", lines }));
    expect(done).toMatchObject({ cancelledMinor: 2_000n, whole: false, lines });
    expect(done.order).toMatchObject({ status: "placed", unitsCancelled: 2n });
    const view = await shop.call(getOrderByLink, { params: { secret: order.secret } });
    expect(view.timeline.at(-1)).toMatchObject({
      kind: "lines_cancelled",
      actor: "shop",
      details: { reason: "broken", lines: [{ quantity: 2 }] },
    });
    const too = within((ctx) => recordCancelled(ctx, order.id, { reason: "more", lines }));
    await expect(too).rejects.toThrow("no more is cancelled than is open");
    expect(await offences()).toEqual([]);
  });

  test("the last units ends the order, delivery and all, and says so once", async () => {
    const order = await anOrder();
    const first = [{ orderLineId: item(order, 0), quantity: 3 }];
    const second = [{ orderLineId: item(order, 1), quantity: 2 }];
    await within((ctx) => recordCancelled(ctx, order.id, { reason: "a", lines: first }));
    const done = await within((ctx) =>
      recordCancelled(ctx, order.id, { reason: "b", lines: second }),
    );
    expect(done).toMatchObject({ cancelledMinor: 5_490n, whole: true });
    expect(done.order).toMatchObject({
      status: "cancelled",
      cancelReason: "b",
      cancelledMinor: done.order.totalMinor,
    });
    const again = within((ctx) => recordCancelled(ctx, order.id, { reason: "c" }));
    expect((await refusalOf(again)).code).toBe("order_not_in_state");
    const placing = within((ctx) => markPlaced(ctx, order.id, { goods: "held" }));
    expect((await refusalOf(placing)).code).toBe("order_not_in_state");
    expect(await eventsOf(order)).toEqual(["order.placed", "order.cancelled"]);
    expect(await offences()).toEqual([]);
  });

  test("the rest after a parcel has left keeps the order, which is then shipped", async () => {
    const order = await anOrder();
    await within((ctx) =>
      recordShipped(ctx, order.id, [{ orderLineId: item(order, 0), quantity: 3 }]),
    );
    const done = await within((ctx) => recordCancelled(ctx, order.id, { reason: "rest" }));
    expect(done).toMatchObject({ cancelledMinor: 5_000n, whole: false });
    expect(done.order).toMatchObject({ status: "placed", fulfilmentStatus: "shipped" });
    expect(await offences()).toEqual([]);
  });
});

describe("an order", () => {
  test("is complete when all is shipped and paid, and not before", async () => {
    const order = await anOrder();
    const all = order.lines
      .filter(({ kind }) => kind === "item")
      .map(({ id, quantity }) => ({ orderLineId: id, quantity }));
    const shipped = await within((ctx) => recordShipped(ctx, order.id, all));
    expect(shipped).toMatchObject({ fulfilmentStatus: "shipped", paymentStatus: "authorised" });
    expect(await within((ctx) => completeIfDone(ctx, shipped))).toBe(shipped);
    const paid = await within((ctx) =>
      recordPayment(ctx, order.id, { capturedMinor: shipped.totalMinor }),
    );
    expect(paid.paymentStatus).toBe("paid");
    const done = await within((ctx) => completeIfDone(ctx, paid));
    expect(done.status).toBe("completed");
    const held = within((ctx) => holdOrder(ctx, order.id, "late"));
    expect((await refusalOf(held)).code).toBe("order_not_in_state");
    expect(await eventsOf(order)).toEqual(["order.placed", "order.completed"]);
    expect(await offences()).toEqual([]);
  });

  test("ships no more than was sold", async () => {
    const order = await anOrder();
    const ship = within((ctx) =>
      recordShipped(ctx, order.id, [{ orderLineId: item(order, 0), quantity: 4 }]),
    );
    await expect(ship).rejects.toThrow("line_check");
    const other = await anOrder();
    const foreign = within((ctx) =>
      recordShipped(ctx, order.id, [{ orderLineId: item(other, 0), quantity: 1 }]),
    );
    await expect(foreign).rejects.toThrow("shipped lines are items of the order");
  });

  test("counts what was invoiced and refunded of each line, and takes a failed refund back", async () => {
    const order = await anOrder();
    const part = { orderLineId: item(order, 0), netMinor: 840n, taxMinor: 160n };
    await within((ctx) => recordInvoiced(ctx, order.id, [part]));
    await within((ctx) => recordRefunded(ctx, order.id, [{ ...part, quantity: 1 }]));
    const lineNow = async () =>
      present((await orderLines(shop.edge().reading(), order.id))[0], "the first line");
    expect(await lineNow()).toMatchObject({
      invoicedNetMinor: 840n,
      invoicedTaxMinor: 160n,
      quantityRefunded: 1,
      refundedNetMinor: 840n,
    });
    const back = { ...part, quantity: -1, netMinor: -840n, taxMinor: -160n };
    await within((ctx) => recordRefunded(ctx, order.id, [back]));
    expect(await lineNow()).toMatchObject({ quantityRefunded: 0, refundedTaxMinor: 0n });
    const tooMuch = within((ctx) =>
      recordRefunded(ctx, order.id, [{ ...part, quantity: 0, netMinor: 100_000n }]),
    );
    await expect(tooMuch).rejects.toThrow("line_check");
  });

  test("is held with a reason, and let go once", async () => {
    const order = await anOrder();
    const held = await within((ctx) => holdOrder(ctx, order.id, "address odd"));
    expect(held).toMatchObject({ holdReason: "address odd", heldBy: "staff:Olive Owner" });
    await within((ctx) => releaseHold(ctx, order.id));
    const free = await within((ctx) => releaseHold(ctx, order.id));
    expect(free.holdReason).toBeNull();
    expect(await eventsOf(order)).toEqual(["order.placed", "order.hold-released"]);
  });

  test("shows its shopper the public part of the timeline, without the names of staff", async () => {
    const order = await anOrder();
    await within(async (ctx) => {
      await addTimeline(ctx, order.id, { kind: "note", public: false, details: { text: "Hm" } });
      await addTimeline(ctx, order.id, { kind: "delivered", public: true });
    });
    const { timeline } = await shop.call(getOrderByLink, { params: { secret: order.secret } });
    expect(timeline.map(({ kind }) => kind)).not.toContain("note");
    expect(timeline.at(-1)).toMatchObject({ kind: "delivered", actor: "shop" });
    const change = shop.database.run(
      sql`update orders.timeline set public = true where order_id = ${order.id}`,
    );
    await expect(change).rejects.toThrow("append-only");
  });

  test("placed twice is placed once", async () => {
    const order = await anOrder();
    await within((ctx) => markPlaced(ctx, order.id, { goods: "held" }));
    expect(await eventsOf(order)).toEqual(["order.placed"]);
  });

  test("no longer falls due when its money is there", async () => {
    const cart = await readyCart(shop, [wanted(mug)]);
    const { order } = await place(shop, cart, { paymentMethod: "bank-transfer" });
    const id = present(parseTypeId("order", order.id), "an order id");
    await shop.database.run(
      sql`update orders.order set pay_by = now() - interval '1 hour' where id = ${id}`,
    );
    expect(await overdueOrders(shop.edge().reading(), 100)).toContain(id);
    const { totalMinor } = await getOrder(shop.edge().reading(), id);
    await within((ctx) => recordPayment(ctx, id, { capturedMinor: totalMinor }));
    expect(await overdueOrders(shop.edge().reading(), 100)).not.toContain(id);
  });

  test("is not found by a secret that is nearly right", async () => {
    const { secret } = await anOrder();
    const wrong = `${secret.slice(0, -1)}${secret.endsWith("A") ? "B" : "A"}`;
    const read = shop.call(getOrderByLink, { params: { secret: wrong } });
    expect((await refusalOf(read)).code).toBe("not_found");
  });
});

describe("the audit of orders", () => {
  /** What the checks say when the data was harmed with every safeguard off; undone afterwards. */
  async function noticedAfter(harm: Sql): Promise<string[]> {
    const undo = new Error("undo");
    let noticed: string[] = [];
    await within(async ({ db }) => {
      await db.run(sql`set local session_replication_role = replica`);
      await db.run(sql`alter table orders.order drop constraint order_cart_id_key`);
      await db.run(harm);
      const results = await runAudit(db, ownChecks);
      noticed = results.filter((each) => each.offences.length > 0).map(({ id }) => id);
      throw undo;
    }).catch((error: unknown) => {
      if (error !== undo) throw error;
    });
    return noticed;
  }

  test("sees each kind of harm", async () => {
    const order = await anOrder();
    const [first, second] = [item(order, 0), item(order, 1)];
    const other = await anOrder();
    expect(await offences()).toEqual([]);
    const cases: [Sql, string[]][] = [
      [sql`update cart.cart set order_id = null where order_id = ${order.id}`, ["I6"]],
      [
        sql`update orders.order set cart_id = (select cart_id from orders.order where id = ${other.id})
            where id = ${order.id}`,
        ["I6"],
      ],
      [
        sql`update platform.idempotency_key set reply = jsonb_set(reply, '{order,number}', '"SO-1"')
            where endpoint = 'placeOrder' and reply #>> '{order,number}' =
              (select number from orders.order where id = ${order.id})`,
        ["I6-key"],
      ],
      [
        sql`update orders.line set net_minor = net_minor + 1, total_minor = total_minor + 1 where id = ${first}`,
        ["I4-totals", "I4-discounts"],
      ],
      [sql`delete from orders.tax_line where order_id = ${order.id}`, ["I4-totals"]],
      [sql`update orders.line set quantity_shipped = 1 where id = ${second}`, ["I4-units"]],
      [sql`update orders.order set units_cancelled = 1 where id = ${order.id}`, ["I4-units"]],
      [sql`update orders.order set status = 'cancelled' where id = ${order.id}`, ["I4-cancelled"]],
    ];
    for (const [harm, ids] of cases) expect(await noticedAfter(harm)).toEqual(ids);
    expect(await offences()).toEqual([]);
  });
});
