import { createHmac } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  type GatewayProcess,
  listenForWebhooks,
  spawnGateway,
  testApiKey,
  testWebhookSecret,
} from "../../../../tools/test-card-gateway/running-gateway.ts";
import { testShop } from "../../../test/support/test-shop.ts";
import { present } from "../../kernel/assert.ts";
import { runAudit } from "../../platform/audit.ts";
import { setSubscriptions } from "../../platform/events.ts";
import { openLog } from "../../platform/log.ts";
import { createWorker } from "../../platform/worker.ts";
import { bankTransfer } from "../../providers/bank-transfer/bank-transfer.ts";
import { cashOnDelivery } from "../../providers/cash-on-delivery/cash-on-delivery.ts";
import { testCard } from "../../providers/test-card/test-card.ts";
import { openBalance, accounts } from "../ledger/index.ts";
import { checks as ledgerChecks } from "../ledger/audit.ts";
import { getOrder, listTimeline, recordCancelled } from "../orders/index.ts";
import { checks } from "./audit.ts";
import { attemptsOf } from "./attempt-row.ts";
import { anOrderToPay, type OrderFacts, paths } from "./examples.ts";
import {
  createAttempt,
  lookUpNow,
  performAuthorisation,
  performOperation,
  receiveWebhook,
  requestCapture,
  requestRefund,
  requestVoid,
  setProviders,
} from "./index.ts";
import { jobs } from "./jobs.ts";
import { subscriptions } from "./subscriptions.ts";

const shop = await testShop({ poolSize: 10 });
const { database } = shop;
const edge = shop.edge();
const log = openLog("silent");
let gateway: GatewayProcess;

/** Runs what is due, and what is asked about later, as if the clock had been moved on. */
async function sweep(): Promise<void> {
  await database.pool.query(
    "update payments.attempt set check_at = now() where check_at is not null",
  );
  await database.pool.query(
    "update payments.operation set check_at = now() where check_at is not null",
  );
  await database.pool.query("update platform.job set run_at = now() where state = 'ready'");
  await database.pool.query(
    "insert into platform.job (id, name, payload, run_at, created_at) values (gen_random_uuid(), 'payments.sweep', '{}', now(), now())",
  );
  await drain();
}

async function drain(): Promise<void> {
  const all = [...jobs, ...subscriptions.map((each) => each.job)];
  const worker = createWorker({
    database,
    log,
    jobs: all,
    schedule: [],
    concurrency: 4,
    leaseSeconds: 30,
    idleMilliseconds: 10,
  });
  await worker.drain();
}

async function paying(token: string, facts: OrderFacts = {}) {
  const { order, attempt } = await anOrderToPay(edge, facts);
  const paid = await performAuthorisation(edge, attempt.id, paths(token));
  return { orderId: order.id, attemptId: attempt.id, attempt: paid, total: order.totalMinor };
}

async function stateOfOrder(orderId: string) {
  const ctx = edge.reading();
  const order = await getOrder(ctx, orderId);
  const attempts = await attemptsOf(ctx, orderId);
  return {
    status: order.status,
    payment: order.paymentStatus,
    authorised: order.authorisedMinor,
    captured: order.capturedMinor,
    refunded: order.refundedMinor,
    hold: order.holdReason,
    attempts: attempts.map((each) => each.state),
    operations: attempts.flatMap((each) =>
      each.operations.map((one) => `${one.kind} ${one.state}`),
    ),
  };
}

async function timelineOf(orderId: string): Promise<string[]> {
  const entries = await listTimeline(edge.reading(), orderId, { publicOnly: false });
  return entries.map((each) => each.kind);
}

function aCause() {
  return { causeType: "shipment", causeId: crypto.randomUUID() };
}

async function behave(how: object): Promise<void> {
  await gateway.call("POST", "/test/behaviour", how, crypto.randomUUID());
}

async function charges(attemptId: string): Promise<number> {
  const { body } = await gateway.call("GET", `/v1/charges?reference=${attemptId}`);
  return body["charges"]?.length ?? 0;
}

async function expectClean(): Promise<void> {
  const results = await runAudit(database, [...checks, ...ledgerChecks]);
  expect(results.filter((each) => each.offences.length > 0)).toEqual([]);
}

beforeAll(async () => {
  gateway = await spawnGateway();
  const config = { url: gateway.url, apiKey: testApiKey, webhookSecret: testWebhookSecret };
  const card = testCard({ ...config, publicUrl: "http://shop.test", timeoutMs: 500 });
  setProviders([card, cashOnDelivery, bankTransfer]);
  setSubscriptions(subscriptions);
});
afterAll(() => gateway?.stop());
beforeEach(async () => {
  await gateway.call(
    "POST",
    "/test/behaviour",
    {
      hang_ms: 900,
      slow_ms: 200,
      refund_pending_ms: 300,
      inject: [],
      webhook_url: null,
    },
    crypto.randomUUID(),
  );
});

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
    await database.pool.query(
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
    await gateway.call(
      "POST",
      "/test/behaviour",
      { inject: [{ call: "create", mode: "drop_after", times: 1 }] },
      crypto.randomUUID(),
    );
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

describe("webhooks", () => {
  type Report = { headers: IncomingHttpHeaders; body: string };
  let mailbox: Awaited<ReturnType<typeof listenForWebhooks>>;
  beforeEach(async () => {
    mailbox = await listenForWebhooks();
    await behave({ webhook_url: mailbox.url });
  });
  afterEach(() => mailbox.stop());

  const deliver = ({ headers, body }: Report) => receiveWebhook(edge, "test-card", headers, body);

  /** What the gateway has sent us about an attempt, as it came over the wire. */
  async function reportsOf(attemptId: string, count: number): Promise<Report[]> {
    for (let tries = 0; tries < 100; tries += 1) {
      const ours = mailbox.received.filter((each) => each.body.includes(attemptId));
      if (ours.length >= count) return ours;
      await new Promise((done) => setTimeout(done, 20));
    }
    throw new Error(`${count} webhooks did not come`);
  }

  function signed(event: { id: string }): Report {
    const timestamp = Math.floor(Date.now() / 1000).toString();
    const body = JSON.stringify(event);
    const key = Buffer.from(testWebhookSecret.replace("whsec_", ""), "base64");
    const signature = createHmac("sha256", key)
      .update(`${event.id}.${timestamp}.${body}`)
      .digest("base64");
    const headers = {
      "webhook-id": event.id,
      "webhook-timestamp": timestamp,
      "webhook-signature": `v1,${signature}`,
    };
    return { headers, body };
  }

  /** A payment at the gateway that we never heard the answer of, and what it reports. */
  async function unheard(captureMoment: "at_order" | "at_shipping" = "at_shipping") {
    await behave({ inject: [{ call: "create", mode: "drop_after", times: 1 }] });
    const { order, attempt } = await anOrderToPay(edge, { captureMoment });
    await performAuthorisation(edge, attempt.id, paths("tok_approved"));
    const [report] = await reportsOf(attempt.id, 1);
    return { order, attempt, report: present(report, "a report") };
  }

  it("settle what we never heard the answer of, once, however often they come", async () => {
    const { order, report } = await unheard();
    for (let times = 0; times < 3; times += 1) expect(await deliver(report)).toBe(204);
    await drain();
    expect(await stateOfOrder(order.id)).toMatchObject({
      status: "placed",
      attempts: ["authorised"],
    });
    const kinds = await timelineOf(order.id);
    expect(kinds.filter((kind) => kind === "authorised")).toHaveLength(1);
    await expectClean();
  });

  it("are refused when the signature does not fit the bytes", async () => {
    const { order, report } = await unheard();
    const body = report.body.replace(/"amount":"\d+"/, '"amount":"1"');
    expect(await deliver({ ...report, body })).toBe(401);
    expect(await receiveWebhook(edge, "nobody", {}, "{}")).toBe(404);
    await drain();
    expect(await stateOfOrder(order.id)).toMatchObject({ status: "pending" });
  });

  it.each([{ amount: "1" }, { currency: "USD" }])(
    "change nothing when %j is not what we asked for, and are shown",
    async (wrong) => {
      const { order, report } = await unheard();
      const event = JSON.parse(report.body) as { id: string; data: { payment: object } };
      Object.assign(event.data.payment, wrong);
      expect(await deliver(signed({ ...event, id: `evt_${crypto.randomUUID()}` }))).toBe(204);
      await drain();
      expect(await stateOfOrder(order.id)).toMatchObject({ status: "pending", authorised: 0n });
      expect(await timelineOf(order.id)).toContain("problem");
    },
  );

  it("race with the shopper's return and the sweeper, and settle once", async () => {
    const { order, attempt, report } = await unheard("at_order");
    await deliver(report);
    await Promise.all([
      drain(),
      drain(),
      ...Array.from({ length: 4 }, () => lookUpNow(edge, attempt.id)),
      performAuthorisation(edge, attempt.id, paths("tok_approved")),
    ]);
    await sweep();
    expect(await stateOfOrder(order.id)).toMatchObject({
      status: "placed",
      payment: "paid",
      captured: order.totalMinor,
      operations: ["capture succeeded"],
    });
    const kinds = await timelineOf(order.id);
    expect(kinds.filter((kind) => kind === "placed")).toHaveLength(1);
    expect(kinds.filter((kind) => kind === "captured")).toHaveLength(1);
    expect(await charges(attempt.id)).toBe(1);
    await expectClean();
  });

  it("before the answer to a capture, in the wrong order and twice, end at the same books", async () => {
    const { orderId, total, attemptId } = await paying("tok_capture_timeout");
    const operationId = await edge.transaction((ctx) =>
      requestCapture(ctx, { orderId, amountMinor: total, ...aCause() }),
    );
    expect((await performOperation(edge, operationId ?? "")).state).toBe("unknown");
    const reports = (await reportsOf(attemptId, 2)).toReversed();
    for (const report of [...reports, ...reports]) expect(await deliver(report)).toBe(204);
    await drain();
    expect(await stateOfOrder(orderId)).toMatchObject({
      captured: total,
      operations: ["capture succeeded"],
    });
    await expectClean();
  });
});
