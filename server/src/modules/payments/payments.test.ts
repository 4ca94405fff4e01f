import { describe, expect, it } from "vitest";
import { accounts, openBalance } from "../ledger/index.ts";
import { recordCancelled } from "../orders/index.ts";
import { anOrderToPay, paths } from "./examples.ts";
import {
  createAttempt,
  lookUpNow,
  performAuthorisation,
  performOperation,
  requestCapture,
  requestRefund,
  requestVoid,
} from "./index.ts";
import { aCause, paymentShop } from "./testing.ts";

const shop = await paymentShop();
const { edge, gateway, query, behave, drain, sweep, paying, stateOfOrder, timelineOf } = shop;
const { charges, expectClean } = shop;

describe("paying by card", () => {
  it("places the order when the card is approved, and takes the money at shipping", async () => {
    const { orderId, attemptId, total } = await paying("tok_approved");
    expect(await stateOfOrder(orderId)).toMatchObject({
      status: "placed",
      payment: "authorised",
      authorised: total,
      captured: 0n,
      attempts: ["authorised"],
    });
    const cause = { ...aCause() };
    const [first, again] = await edge.transaction(async (ctx) => [
      await requestCapture(ctx, { orderId, amountMinor: 6000n, ...cause }),
      await requestCapture(ctx, { orderId, amountMinor: 6000n, ...cause }),
    ]);
    expect(first).toBe(again);
    expect((await performOperation(edge, first ?? "")).state).toBe("succeeded");
    expect((await performOperation(edge, first ?? "")).state).toBe("succeeded");
    expect(await stateOfOrder(orderId)).toMatchObject({ payment: "partly_paid", captured: 6000n });
    expect(await charges(attemptId)).toBe(1);
    await expectClean();
  });

  it("takes the money at once where the shop is set so", async () => {
    const { orderId, total } = await paying("tok_approved", { captureMoment: "at_order" });
    expect(await stateOfOrder(orderId)).toMatchObject({
      status: "placed",
      payment: "paid",
      captured: total,
    });
    expect(await timelineOf(orderId)).toEqual(["created", "authorised", "placed", "captured"]);
    await expectClean();
  });

  it("leaves the order waiting when the card is declined, and a second card can pay it", async () => {
    const { orderId, attempt } = await paying("tok_declined");
    expect([attempt.state, attempt.failure]).toEqual(["failed", "card_declined"]);
    expect(await stateOfOrder(orderId)).toMatchObject({ status: "pending", payment: "unpaid" });
    const second = await edge.transaction((ctx) =>
      createAttempt(ctx, { orderId, provider: "test-card", amount: attempt.amount }),
    );
    await performAuthorisation(edge, second.id, paths("tok_approved"));
    expect(await stateOfOrder(orderId)).toMatchObject({
      status: "placed",
      attempts: ["failed", "authorised"],
    });
    await expectClean();
  });

  it("sends the shopper to the bank's page and settles when they come back", async () => {
    const { orderId, attempt, attemptId } = await paying("tok_authentication_required");
    expect(attempt.state).toBe("requires_action");
    expect(attempt.action).toMatchObject({ type: "redirect" });
    const url = attempt.action?.type === "redirect" ? attempt.action.url : "";
    const page = await (await fetch(url)).text();
    await approveChallenge(url, page);
    await lookUpNow(edge, attemptId);
    expect(await stateOfOrder(orderId)).toMatchObject({
      status: "placed",
      attempts: ["authorised"],
    });
    expect(await charges(attemptId)).toBe(1);
  });

  it.each(["tok_timeout_succeeded", "tok_timeout_silent", "tok_timeout_lost", "tok_error_once"])(
    "does not take a lost answer for a no: %s",
    async (token) => {
      const { orderId, attempt, attemptId } = await paying(token);
      expect(attempt.state).toBe("unknown");
      expect(await stateOfOrder(orderId)).toMatchObject({ status: "pending" });
      if (token === "tok_timeout_lost" || token === "tok_error_once") {
        await performAuthorisation(edge, attemptId, paths(token));
      } else {
        await sweep();
      }
      expect(await stateOfOrder(orderId)).toMatchObject({
        status: "placed",
        attempts: ["authorised"],
      });
      expect(await charges(attemptId)).toBe(1);
      await expectClean();
    },
  );

  it("gives up an attempt that never reached the provider, and the order can be paid again", async () => {
    const { order, attempt } = await anOrderToPay(edge);
    await query(
      "update payments.attempt set changed_at = now() - interval '2 minutes' where id = $1",
      [attempt.id],
    );
    await sweep();
    expect(await stateOfOrder(order.id)).toMatchObject({ attempts: ["failed"] });
  });
});

async function approveChallenge(url: string, page: string): Promise<void> {
  const action = /<form[^>]*action="([^"]*)"/.exec(page)?.[1] ?? url;
  const button = /name="([^"]+)"\s+value="(approve[^"]*)"/.exec(page);
  const body = new URLSearchParams({ [button?.[1] ?? "decision"]: button?.[2] ?? "approve" });
  for (const [, name = "", value = ""] of page.matchAll(
    /<input type="hidden" name="([^"]+)" value="([^"]*)"/g,
  ))
    body.set(name, value);
  await fetch(new URL(action, url), { method: "POST", body, redirect: "manual" });
}

describe("taking, releasing and giving back", () => {
  async function capturing(token: string) {
    const paid = await paying(token);
    const operationId = await edge.transaction((ctx) =>
      requestCapture(ctx, {
        orderId: paid.orderId,
        amountMinor: paid.total,
        ...aCause(),
      }),
    );
    return { ...paid, operationId: operationId ?? "" };
  }

  it("shows a refused capture and books nothing", async () => {
    const { orderId, operationId } = await capturing("tok_capture_declined");
    expect(await performOperation(edge, operationId)).toMatchObject({
      state: "failed",
      failure: "capture_declined",
    });
    expect(await stateOfOrder(orderId)).toMatchObject({ captured: 0n, attempts: ["authorised"] });
    await expectClean();
  });

  it.each(["tok_capture_timeout", "tok_capture_error_once"])(
    "captures once though the answer was lost: %s",
    async (token) => {
      const { orderId, operationId, total, attempt } = await capturing(token);
      expect((await performOperation(edge, operationId)).state).toBe("unknown");
      await sweep();
      expect(await stateOfOrder(orderId)).toMatchObject({
        captured: total,
        payment: "paid",
        operations: ["capture succeeded"],
      });
      const { body } = await gateway.call("GET", `/v1/payments/${attempt.providerRef}`);
      expect(body["captured_amount"]).toBe(total.toString());
      await expectClean();
    },
  );

  it.each(["tok_approved", "tok_void_timeout"])(
    "releases the promise of a cancelled order: %s",
    async (token) => {
      const { orderId } = await paying(token);
      await edge.transaction((ctx) => recordCancelled(ctx, orderId, { reason: "changed_mind" }));
      await drain();
      await sweep();
      expect(await stateOfOrder(orderId)).toMatchObject({
        status: "cancelled",
        authorised: 0n,
        attempts: ["voided"],
        operations: ["void succeeded"],
      });
      await expectClean();
    },
  );

  it.each(["tok_approved", "tok_refund_pending", "tok_refund_timeout", "tok_refund_error_once"])(
    "gives the money of a cancelled order back once: %s",
    async (token) => {
      const { orderId, total, attempt } = await paying(token, { captureMoment: "at_order" });
      await edge.transaction((ctx) => recordCancelled(ctx, orderId, { reason: "changed_mind" }));
      await drain();
      await new Promise((done) => setTimeout(done, 400));
      await sweep();
      await sweep();
      expect(await stateOfOrder(orderId)).toMatchObject({ payment: "refunded", refunded: total });
      const { body } = await gateway.call("GET", `/v1/payments/${attempt.providerRef}/refunds`);
      expect(body["refunds"]?.length).toBe(1);
      await expectClean();
    },
  );

  it("shows a refused refund, and what it would have given back can be refunded again", async () => {
    const { orderId, total } = await paying("tok_refund_declined", { captureMoment: "at_order" });
    const request = {
      orderId,
      purpose: "surplus",
      reason: "test",
      lines: [],
      amountMinor: total,
    } as const;
    const { operationIds } = await edge.transaction((ctx) => requestRefund(ctx, request));
    expect((await performOperation(edge, operationIds[0] ?? "")).state).toBe("failed");
    expect(await stateOfOrder(orderId)).toMatchObject({ payment: "paid", refunded: 0n });
    expect(await timelineOf(orderId)).toContain("refund_failed");
    await edge.transaction((ctx) => requestRefund(ctx, request));
    await expectClean();
  });

  it("lets two members of staff refund at once, but never more than was paid", async () => {
    const { orderId, total } = await paying("tok_approved", { captureMoment: "at_order" });
    const request = {
      orderId,
      purpose: "surplus",
      reason: "test",
      lines: [],
      amountMinor: (total * 2n) / 3n,
    } as const;
    const answers = await Promise.allSettled(
      Array.from({ length: 6 }, () => edge.transaction((ctx) => requestRefund(ctx, request))),
    );
    expect(answers.filter((each) => each.status === "fulfilled")).toHaveLength(1);
    for (const each of answers) {
      if (each.status === "rejected")
        expect(each.reason).toMatchObject({ kind: { code: "refund_too_much" } });
    }
    await drain();
    expect(await stateOfOrder(orderId)).toMatchObject({ refunded: request.amountMinor });
    await expectClean();
  });

  it("takes nothing for a parcel when all was taken with the order", async () => {
    const { orderId } = await paying("tok_approved", { captureMoment: "at_order" });
    const wanted = {
      orderId,
      amountMinor: 100n,
      ...aCause(),
    };
    expect(await edge.transaction((ctx) => requestCapture(ctx, wanted))).toBeNull();
  });

  it("refuses to take more than is promised", async () => {
    const { orderId, total } = await paying("tok_approved");
    const wanted = {
      orderId,
      amountMinor: total + 1n,
      ...aCause(),
    };
    await expect(edge.transaction((ctx) => requestCapture(ctx, wanted))).rejects.toMatchObject({
      kind: { code: "capture_too_much" },
    });
  });

  it("lets go of a promise that comes after the order was cancelled", async () => {
    const { order, attempt } = await anOrderToPay(edge);
    await behave({ inject: [{ call: "create", mode: "drop_after", times: 1 }] });
    await performAuthorisation(edge, attempt.id, paths("tok_approved"));
    await edge.transaction((ctx) => recordCancelled(ctx, order.id, { reason: "not_paid_in_time" }));
    await lookUpNow(edge, attempt.id);
    await drain();
    await sweep();
    expect(await stateOfOrder(order.id)).toMatchObject({
      status: "cancelled",
      payment: "unpaid",
      authorised: 0n,
      attempts: ["voided"],
    });
    await expectClean();
  });

  it("voids at once what is kept by people", async () => {
    const { order } = await anOrderToPay(edge, { method: "cash-on-delivery" });
    await edge.transaction((ctx) =>
      requestVoid(ctx, { orderId: order.id, causeType: "cancellation", causeId: order.id }),
    );
    expect(await stateOfOrder(order.id)).toMatchObject({ authorised: 0n, attempts: ["voided"] });
    expect(
      await edge.transaction((ctx) =>
        openBalance(ctx, { role: accounts.prepayments.role, orderId: order.id, currency: "EUR" }),
      ),
    ).toMatchObject({ minor: 0n });
  });
});
