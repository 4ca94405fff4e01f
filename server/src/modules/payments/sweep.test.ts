import { describe, expect, it } from "vitest";
import { holdOrder, recordCancelled, releaseHold } from "../orders/index.ts";
import { seedSettings } from "../settings/index.ts";
import { anOrderToPay, paths } from "./examples.ts";
import { createAttempt, lookUpNow, performAuthorisation } from "./index.ts";
import { paymentShop } from "./testing.ts";

const shop = await paymentShop();
const { edge, gateway, query, behave, drain, sweep, paying, stateOfOrder, timelineOf } = shop;
const { charges, expectClean } = shop;
await edge.transaction((ctx) => seedSettings(ctx));

async function eventsFor(orderId: string): Promise<string[]> {
  const { rows } = await query(
    "select type from platform.event where payload ->> 'orderId' = $1 order by occurred_at, id",
    [orderId],
  );
  return rows.map((row: { type: string }) => row.type);
}

/** An order whose shopper is on the provider's page. */
async function onThePage() {
  const { order, attempt } = await anOrderToPay(edge);
  const { action } = await performAuthorisation(edge, attempt.id, paths());
  return { order, attempt, url: action?.type === "redirect" ? action.url : "" };
}

/** The shopper types a card into the provider's page. */
async function payOnThePage(url: string): Promise<void> {
  const page = await (await fetch(url, { redirect: "manual" })).text();
  const target = new URL(/<form[^>]*action="([^"]*)"/.exec(page)?.[1] ?? url, url);
  const body = new URLSearchParams({
    number: "4242 4242 4242 4242",
    card_number: "4242 4242 4242 4242",
    expiry: "12/40",
    code: "123",
    cvc: "123",
    name: "Greta",
  });
  await fetch(target, { method: "POST", body, redirect: "manual" });
}

async function holdIsOver(attemptId: string): Promise<void> {
  await query("update payments.attempt set created_at = now() - interval '1 day' where id = $1", [
    attemptId,
  ]);
}

describe("the sweeper", () => {
  it("closes a page that nobody used while the goods were held", async () => {
    const { order, attempt, url } = await onThePage();
    await sweep();
    expect(await stateOfOrder(order.id)).toMatchObject({ attempts: ["requires_action"] });
    await holdIsOver(attempt.id);
    await sweep();
    expect(await stateOfOrder(order.id)).toMatchObject({ status: "pending", attempts: ["voided"] });
    expect(await eventsFor(order.id)).toContain("payments.payment-failed");
    await payOnThePage(url);
    expect(await charges(attempt.id)).toBe(0);
    await expectClean();
  });

  it("finds the payment of a shopper who never came back", async () => {
    const { order, url } = await onThePage();
    await payOnThePage(url);
    await sweep();
    expect(await stateOfOrder(order.id)).toMatchObject({
      status: "placed",
      attempts: ["authorised"],
    });
  });

  it("counts on a payment of the last second instead of closing it", async () => {
    const { order, attempt, url } = await onThePage();
    await holdIsOver(attempt.id);
    await behave({ inject: [{ call: "void", mode: "drop_before", times: 1 }] });
    await sweep();
    expect(await stateOfOrder(order.id)).toMatchObject({ operations: ["void unknown"] });
    await payOnThePage(url);
    expect(await charges(attempt.id)).toBe(1);
    await lookUpNow(edge, attempt.id);
    expect(await stateOfOrder(order.id)).toMatchObject({
      status: "placed",
      attempts: ["authorised"],
      operations: ["void failed"],
    });
    expect(await timelineOf(order.id)).not.toContain("problem");
    await expectClean();
  });

  it("warns once before a promise of money lapses", async () => {
    const { orderId } = await paying("tok_expires_soon");
    await sweep();
    await sweep();
    expect((await timelineOf(orderId)).filter((kind) => kind === "problem")).toHaveLength(1);
  });
});

describe("a second attempt", () => {
  it("by the same provider is the first one, while that is open", async () => {
    const { order, attempt } = await onThePage();
    const wanted = { orderId: order.id, provider: "test-card", amount: attempt.amount };
    const again = await edge.transaction((ctx) => createAttempt(ctx, wanted));
    expect(again.id).toBe(attempt.id);
  });

  it("by another closes the first; what the shopper pays there all the same is let go of", async () => {
    const { order, attempt, url } = await onThePage();
    const wanted = { orderId: order.id, provider: "bank-transfer", amount: attempt.amount };
    await edge.transaction((ctx) => createAttempt(ctx, wanted));
    expect(await stateOfOrder(order.id)).toMatchObject({ attempts: ["failed", "requires_action"] });
    expect(await eventsFor(order.id)).not.toContain("payments.payment-failed");
    await payOnThePage(url);
    await lookUpNow(edge, attempt.id);
    await drain();
    const after = await stateOfOrder(order.id);
    expect(after.attempts[0]).toBe("voided");
    expect(after).toMatchObject({ authorised: 0n, captured: 0n });
    await expectClean();
  });
});

describe("an order on hold", () => {
  it("is not charged until it is released", async () => {
    const { order, attempt } = await anOrderToPay(edge, { captureMoment: "at_order" });
    await edge.transaction((ctx) => holdOrder(ctx, order.id, "address?"));
    await performAuthorisation(edge, attempt.id, paths("tok_approved"));
    await sweep();
    expect(await stateOfOrder(order.id)).toMatchObject({ captured: 0n, attempts: ["authorised"] });
    expect(await eventsFor(order.id)).not.toContain("payments.payment-validated");
    await edge.transaction((ctx) => releaseHold(ctx, order.id));
    await drain();
    expect(await stateOfOrder(order.id)).toMatchObject({ captured: order.totalMinor });
    expect(await eventsFor(order.id)).toContain("payments.payment-validated");
    await expectClean();
  });

  it("follows when the money that was promised is gone", async () => {
    const { orderId, attempt } = await paying("tok_approved");
    await gateway.call("POST", `/v1/payments/${attempt.providerRef}/void`, {}, crypto.randomUUID());
    await lookUpNow(edge, attempt.id);
    expect(await stateOfOrder(orderId)).toMatchObject({
      status: "placed",
      hold: "authorisation_lost",
      payment: "unpaid",
    });
    await expectClean();
  });

  it("does not follow when the order was cancelled", async () => {
    const { orderId } = await paying("tok_approved");
    await edge.transaction((ctx) => recordCancelled(ctx, orderId, { reason: "x" }));
    await drain();
    expect(await stateOfOrder(orderId)).toMatchObject({ status: "cancelled", hold: null });
  });
});
