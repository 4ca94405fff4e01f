import { describe, expect, it } from "vitest";
import { toWire } from "../../kernel/money.ts";
import { parseTypeId } from "../../kernel/type-id.ts";
import { accounts, openBalance } from "../ledger/index.ts";
import { recordCancelled } from "../orders/index.ts";
import { answerConfirmation } from "./confirm-operation.ts";
import { anOrderToPay } from "./examples.ts";
import { markCashCollected, markPaid, paymentsOf, requestVoid } from "./index.ts";
import { answerAssignment, answerBankLines, answerDismissal } from "./statement/bank-lines.ts";
import { answerImport, answerPreview } from "./statement/import-statement.ts";
import { paymentShop } from "./testing.ts";

const { database, edge, drain, stateOfOrder, timelineOf, expectClean, query } = await paymentShop();

const aTransfer = () => anOrderToPay(edge, { method: "bank-transfer" });

function arrived(orderId: string, amountMinor?: bigint) {
  const cause = { causeType: "staff", causeId: crypto.randomUUID(), reference: "" } as const;
  const amount = amountMinor === undefined ? {} : { amountMinor };
  return edge.transaction((ctx) => markPaid(ctx, { orderId, ...amount, ...cause }));
}

async function validations(orderId: string): Promise<number> {
  const { rows } = await query(
    "select 1 from platform.event where type = 'payments.payment-validated' and payload ->> 'orderId' = $1",
    [orderId],
  );
  return rows.length;
}

describe("a bank transfer", () => {
  it("places the order and waits; once the money is here the goods may go", async () => {
    const { order } = await aTransfer();
    expect(await stateOfOrder(order.id)).toMatchObject({
      status: "placed",
      payment: "unpaid",
      attempts: ["requires_action"],
    });
    expect(await validations(order.id)).toBe(0);
    await arrived(order.id);
    expect(await stateOfOrder(order.id)).toMatchObject({
      payment: "paid",
      captured: order.totalMinor,
    });
    expect(await validations(order.id)).toBe(1);
    await expectClean();
  });

  it("in two parts lets the goods go with the second", async () => {
    const { order } = await aTransfer();
    await arrived(order.id, 5000n);
    expect(await stateOfOrder(order.id)).toMatchObject({ payment: "partly_paid" });
    expect(await validations(order.id)).toBe(0);
    await arrived(order.id, order.totalMinor - 5000n);
    expect(await validations(order.id)).toBe(1);
    await expectClean();
  });

  it("of too much is booked whole, and the surplus waits to be sent back by hand", async () => {
    const { order } = await aTransfer();
    await arrived(order.id, order.totalMinor + 700n);
    const { refunds, attempts } = await edge.transaction((ctx) => paymentsOf(ctx, order.id));
    expect(refunds).toMatchObject([
      { purpose: "surplus", state: "pending", amount: { minor: 700n } },
    ]);
    await drain();
    const waiting = attempts[0]?.operations.find((each) => each.kind === "refund");
    expect(waiting?.state).toBe("created");
    const params = { operationId: waiting?.id ?? "" };
    await edge.transaction((ctx) =>
      answerConfirmation(ctx, { params, query: undefined, body: undefined }),
    );
    expect(await stateOfOrder(order.id)).toMatchObject({ refunded: 700n });
    await expect(
      edge.transaction((ctx) =>
        answerConfirmation(ctx, { params, query: undefined, body: undefined }),
      ),
    ).rejects.toMatchObject({ kind: { code: "operation_finished" } });
    await expectClean();
  });

  it("that comes after the order was cancelled goes back whole", async () => {
    const { order } = await aTransfer();
    await edge.transaction((ctx) => recordCancelled(ctx, order.id, { reason: "not_paid_in_time" }));
    await drain();
    expect(await stateOfOrder(order.id)).toMatchObject({ attempts: ["voided"] });
    await arrived(order.id, order.totalMinor);
    expect(await timelineOf(order.id)).toContain("money_returned");
    const { refunds } = await edge.transaction((ctx) => paymentsOf(ctx, order.id));
    expect(refunds).toMatchObject([{ amount: { minor: order.totalMinor } }]);
    expect(await validations(order.id)).toBe(0);
    await expectClean();
  });

  it("is booked once for one cause, however often it is said", async () => {
    const { order } = await aTransfer();
    const cause = { causeType: "bank_line", causeId: crypto.randomUUID(), reference: "" } as const;
    for (let times = 0; times < 3; times += 1) {
      await edge.transaction((ctx) =>
        markPaid(ctx, { orderId: order.id, amountMinor: 100n, ...cause }),
      );
    }
    expect(await stateOfOrder(order.id)).toMatchObject({ captured: 100n });
  });
});

describe("a bank statement", () => {
  const bodyOf = (...lines: readonly string[]) => ({
    params: undefined,
    query: undefined,
    body: { csv: ["Date;Reference;Amount;Payer", ...lines].join("\n") },
  });

  it("pays the orders it names, once, however often and by whomever it is imported", async () => {
    const [{ order: first }, { order: second }] = [await aTransfer(), await aTransfer()];
    const paid = (number: string, minor: bigint) =>
      `2026-11-24;${number};${(Number(minor) / 100).toFixed(2)};Greta`;
    const input = bodyOf(
      paid(first.number, first.totalMinor),
      paid(second.number, 1000n),
      "2026-11-24;no idea;12.00;Greta",
    );
    const preview = await answerPreview(edge.reading(), input);
    expect(preview.lines.map((each) => [each.state, each.problem])).toEqual([
      ["matched", null],
      ["matched", "underpaid"],
      ["unmatched", "no_order"],
    ]);
    expect(await stateOfOrder(first.id)).toMatchObject({ payment: "unpaid" });
    const results = await Promise.all(
      Array.from({ length: 3 }, () => edge.transaction((ctx) => answerImport(ctx, input))),
    );
    expect(results.reduce((sum, each) => sum + each.matched, 0)).toBe(2);
    expect(results.reduce((sum, each) => sum + each.known, 0)).toBe(6);
    await expectClean(); // a line whose job has not run yet is no fault
    await drain();
    expect(await stateOfOrder(first.id)).toMatchObject({
      payment: "paid",
      captured: first.totalMinor,
    });
    expect(await stateOfOrder(second.id)).toMatchObject({
      payment: "partly_paid",
      captured: 1000n,
    });
    expect((await answerPreview(edge.reading(), input)).lines.every((each) => each.known)).toBe(
      true,
    );
    await expectClean();
  });

  it("of thousands of lines takes as many round trips as one of few", async () => {
    const orders = await Promise.all(
      Array.from({ length: 4 }, async () => (await aTransfer()).order),
    );
    const line = (index: number) =>
      `2026-10-01;${orders[index]?.number ?? `nothing ${index}`};50.00;Greta ${index}`;
    const tripsFor = async (from: number, to: number): Promise<number> => {
      const input = bodyOf(...Array.from({ length: to - from }, (_, index) => line(from + index)));
      let trips = 0;
      database.onRoundTrip = () => (trips += 1);
      await edge.transaction((ctx) => answerImport(ctx, input));
      database.onRoundTrip = () => undefined;
      return trips;
    };
    const few = await tripsFor(3, 5);
    expect(await tripsFor(0, 2000)).toBe(few);
    expect(few).toBeLessThanOrEqual(8);
    await drain();
    for (const { id } of orders) expect(await stateOfOrder(id)).toMatchObject({ captured: 5000n });
    await expectClean();
  }, 60_000);

  it("hands a line to staff whose order cannot take the money any more", async () => {
    const { order } = await aTransfer();
    await edge.transaction((ctx) =>
      answerImport(ctx, bodyOf(`2026-10-02;${order.number};1.00;Greta`)),
    );
    await query("update payments.attempt set provider = 'test-card' where order_id = $1", [
      order.id,
    ]);
    await drain();
    const { rows } = await query(
      "select state, problem from payments.bank_line where order_id = $1",
      [order.id],
    );
    expect(rows).toEqual([{ state: "unmatched", problem: "other_method" }]);
    expect(await stateOfOrder(order.id)).toMatchObject({ captured: 0n });
    await query("update payments.attempt set provider = 'bank-transfer' where order_id = $1", [
      order.id,
    ]);
  });

  it("leaves what it cannot place to staff, who assign it or put it aside", async () => {
    const { order } = await aTransfer();
    const amount = (Number(order.totalMinor) / 100).toFixed(2);
    await edge.transaction((ctx) =>
      answerImport(ctx, bodyOf(`2026-11-25;rent?;${amount};X`, "2026-11-25;gift;1.00;Y")),
    );
    const list = {
      params: undefined,
      body: undefined,
      query: { state: "unmatched", limit: 2 },
    } as const;
    const { items } = await answerBankLines(edge.reading(), list);
    const [line, gift] = [
      items.find((each) => each.payer === "X"),
      items.find((each) => each.payer === "Y"),
    ];
    const idOf = (view: typeof line) => parseTypeId("statement_line", view?.id ?? "") ?? "";
    const assigned = await edge.transaction((ctx) =>
      answerAssignment(ctx, {
        params: { lineId: idOf(line) },
        query: undefined,
        body: { orderNumber: order.number.toLowerCase() },
      }),
    );
    expect(assigned).toMatchObject({ state: "matched", order: { number: order.number } });
    expect(await stateOfOrder(order.id)).toMatchObject({ payment: "paid" });
    const dismissed = { params: { lineId: idOf(gift) }, query: undefined, body: undefined };
    expect(await edge.transaction((ctx) => answerDismissal(ctx, dismissed))).toMatchObject({
      state: "ignored",
    });
    await expect(edge.transaction((ctx) => answerDismissal(ctx, dismissed))).rejects.toMatchObject({
      kind: { code: "bank_line_settled" },
    });
    expect(line?.amount).toEqual(toWire({ minor: order.totalMinor, currency: order.currency }));
    await expectClean();
  });
});

describe("cash on delivery", () => {
  const collect = (orderId: string, amountMinor?: bigint) =>
    edge.transaction((ctx) =>
      markCashCollected(ctx, {
        orderId,
        ...(amountMinor === undefined ? {} : { amountMinor }),
        causeType: "staff",
        causeId: crypto.randomUUID(),
        reference: "",
      }),
    );

  it("lets the goods go at once", async () => {
    const { order } = await anOrderToPay(edge, { method: "cash-on-delivery" });
    expect(await stateOfOrder(order.id)).toMatchObject({
      status: "placed",
      payment: "authorised",
      authorised: order.totalMinor,
    });
    expect(await validations(order.id)).toBe(1);
    await expectClean();
  });

  it("collects what is on its way, and no more", async () => {
    const { order } = await anOrderToPay(edge, { method: "cash-on-delivery" });
    await expect(collect(order.id)).rejects.toMatchObject({ kind: { code: "nothing_to_collect" } });
    // The first parcel's invoice, as invoicing books it.
    await query(
      `with e as (insert into ledger.entry (id, cause_type, cause_id, description, business_date, posted_at, order_id)
         values (gen_random_uuid(), 'invoice', gen_random_uuid(), '', '2030-01-01', now(), $1) returning id)
       , a as (insert into ledger.account (code, name, kind, role) values
         ('1250', 'Cash on delivery', 'asset', 'cash_on_delivery'), ('4000', 'Sales', 'revenue', 'revenue_goods')
         on conflict do nothing)
       insert into ledger.posting (entry_id, position, account, currency, amount_minor, order_id)
       select id, 1, '1250', 'EUR', 6000, $1::uuid from e union all select id, 2, '4000', 'EUR', -6000, $1::uuid from e`,
      [order.id],
    );
    await expect(collect(order.id, 6001n)).rejects.toMatchObject({
      kind: { code: "nothing_to_collect" },
    });
    await collect(order.id);
    expect(await stateOfOrder(order.id)).toMatchObject({ captured: 6000n, payment: "partly_paid" });
    const left = await edge.transaction((ctx) =>
      openBalance(ctx, {
        role: accounts.cash_on_delivery.role,
        orderId: order.id,
        currency: "EUR",
      }),
    );
    expect(left.minor).toBe(0n);
    await expectClean();
  });

  it("is let go of at once when the order is cancelled", async () => {
    const { order } = await anOrderToPay(edge, { method: "cash-on-delivery" });
    const cause = { orderId: order.id, causeType: "cancellation", causeId: order.id };
    expect(await edge.transaction((ctx) => requestVoid(ctx, cause))).toEqual([]);
    expect(await stateOfOrder(order.id)).toMatchObject({ authorised: 0n, attempts: ["voided"] });
    await expectClean();
  });
});
