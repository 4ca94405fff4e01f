import { afterAll, beforeEach, expect } from "vitest";
import {
  spawnGateway,
  testApiKey,
  testWebhookSecret,
} from "../../../../tools/test-card-gateway/running-gateway.ts";
import { testShop } from "../../../test/support/test-shop.ts";
import { runAudit } from "../../platform/audit.ts";
import type { Database } from "../../platform/db.ts";
import type { Edge } from "../../platform/edge.ts";
import { setSubscriptions } from "../../platform/events.ts";
import { openLog } from "../../platform/log.ts";
import { createWorker } from "../../platform/worker.ts";
import { bankTransfer } from "../../providers/bank-transfer/bank-transfer.ts";
import { cashOnDelivery } from "../../providers/cash-on-delivery/cash-on-delivery.ts";
import { testCard } from "../../providers/test-card/test-card.ts";
import { checks as ledgerChecks } from "../ledger/audit.ts";
import { getOrder, listTimeline } from "../orders/index.ts";
import { attemptsOf } from "./attempt-row.ts";
import { checks } from "./audit.ts";
import { anOrderToPay, type OrderFacts, paths } from "./examples.ts";
import { performAuthorisation, setProviders } from "./index.ts";
import { jobs } from "./jobs.ts";
import { subscriptions } from "./subscriptions.ts";

const quick = { hang_ms: 900, slow_ms: 200, refund_pending_ms: 300, inject: [], webhook_url: null };

/** A shop on a database of its own that is paid through a gateway process of its own, and only this room's jobs. */
export async function paymentShop() {
  const shop = await testShop({ poolSize: 10 });
  const { database } = shop;
  const gateway = await spawnGateway();
  afterAll(() => gateway.stop());
  const config = { url: gateway.url, apiKey: testApiKey, webhookSecret: testWebhookSecret };
  const card = testCard({ ...config, publicUrl: "http://shop.test", timeoutMs: 500 });
  setProviders([card, cashOnDelivery, bankTransfer]);
  setSubscriptions(subscriptions);
  const edge = shop.edge();
  const behave = async (how: object): Promise<void> => {
    await gateway.call("POST", "/test/behaviour", how, crypto.randomUUID());
  };
  beforeEach(() => behave(quick));
  const paying = async (token: string, facts: OrderFacts = {}) => {
    const { order, attempt } = await anOrderToPay(edge, facts);
    const paid = await performAuthorisation(edge, attempt.id, paths(token));
    return { orderId: order.id, attemptId: attempt.id, attempt: paid, total: order.totalMinor };
  };
  /** How often an issuer approved for this attempt. */
  const charges = async (attemptId: string): Promise<number> => {
    const { body } = await gateway.call("GET", `/v1/charges?reference=${attemptId}`);
    return body["charges"]?.length ?? 0;
  };
  const expectClean = async (): Promise<void> => {
    const results = await runAudit(database, [...checks, ...ledgerChecks]);
    expect(results.filter((each) => each.offences.length > 0)).toEqual([]);
  };
  const query = (text: string, values: unknown[] = []) => database.pool.query(text, values);
  const told = { ...working(database), ...looking(edge) };
  return { database, edge, gateway, query, behave, paying, charges, expectClean, ...told };
}

function working(database: Database) {
  const drain = async (): Promise<void> => {
    await createWorker({
      database,
      log: openLog("silent"),
      jobs: [...jobs, ...subscriptions.map((each) => each.job)],
      schedule: [],
      concurrency: 4,
      leaseSeconds: 30,
      idleMilliseconds: 10,
    }).drain();
  };
  /** Runs what is due and what would be asked about later, as if the clock had been moved on. */
  const sweep = async (): Promise<void> => {
    for (const text of [
      "update payments.attempt set check_at = now() where check_at is not null",
      "update payments.operation set check_at = now() where check_at is not null",
      "update platform.job set run_at = now() where state = 'ready'",
      `insert into platform.job (id, name, payload, run_at, created_at)
       values (gen_random_uuid(), 'payments.sweep', '{}', now(), now())`,
    ]) {
      await database.pool.query(text);
    }
    await drain();
  };
  return { drain, sweep };
}

function looking(edge: Edge) {
  const stateOfOrder = async (orderId: string) => {
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
  };
  const timelineOf = async (orderId: string): Promise<string[]> => {
    const entries = await listTimeline(edge.reading(), orderId, { publicOnly: false });
    return entries.map((each) => each.kind);
  };
  return { stateOfOrder, timelineOf };
}

/** A parcel, as far as payments know one. */
export function aCause() {
  return { causeType: "shipment", causeId: crypto.randomUUID() };
}
