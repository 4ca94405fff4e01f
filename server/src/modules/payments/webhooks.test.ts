import { createHmac } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  listenForWebhooks,
  testWebhookSecret,
} from "../../../../tools/test-card-gateway/running-gateway.ts";
import { present } from "../../kernel/assert.ts";
import { anOrderToPay, paths } from "./examples.ts";
import {
  lookUpNow,
  performAuthorisation,
  performOperation,
  receiveWebhook,
  requestCapture,
} from "./index.ts";
import { aCause, paymentShop } from "./testing.ts";

const shop = await paymentShop();
const { edge, behave, drain, sweep, paying, stateOfOrder, timelineOf, charges, expectClean } = shop;

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
