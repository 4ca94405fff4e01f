import { afterAll, beforeAll, expect, test } from "vitest";
import {
  listenForWebhooks,
  spawnGateway,
  testWebhookSecret,
} from "../../../../tools/test-card-gateway/running-gateway.ts";
import type { GatewayProcess } from "../../../../tools/test-card-gateway/running-gateway.ts";
import { verifyWebhook } from "./verify-webhook.ts";

type Shop = Awaited<ReturnType<typeof listenForWebhooks>>;

let gateway: GatewayProcess;
let shop: Shop;

beforeAll(async () => {
  shop = await listenForWebhooks();
  gateway = await spawnGateway("--webhook-url", shop.url);
  // With this card the event has arrived before the call is answered.
  const card = { card_token: "tok_webhook_before_answer", capture: "manual" };
  const order = { amount: "700", currency: "EUR", reference: "SO-7", ...card };
  await gateway.call("POST", "/v1/payments", order, "key");
});
afterAll(async () => {
  await gateway.stop();
  shop.stop();
});

function received() {
  const [first] = shop.received;
  if (first === undefined) throw new Error("No webhook came.");
  return first;
}

/** The moment the gateway signed, moved by so many seconds. */
function signedAt(plusSeconds: number): Date {
  return new Date((Number(received().headers["webhook-timestamp"]) + plusSeconds) * 1000);
}

test("believes what the gateway signed", () => {
  const { headers, body } = received();
  expect(verifyWebhook(testWebhookSecret, headers, body, signedAt(0))).toMatchObject({
    genuine: true,
    event: { type: "payment.authorised", data: { payment: { reference: "SO-7", amount: "700" } } },
  });
});

test("takes one right signature among several", () => {
  const { headers, body } = received();
  const several = `v1,AAAA ${String(headers["webhook-signature"])}`;
  const both = { ...headers, "webhook-signature": several };
  expect(verifyWebhook(testWebhookSecret, both, body, signedAt(0)).genuine).toBe(true);
});

test.each([
  [300, true],
  [-300, true],
  [301, false],
  [-301, false],
])("%i seconds after signing it is believed: %s", (seconds, genuine) => {
  const { headers, body } = received();
  const verdict = verifyWebhook(testWebhookSecret, headers, body, signedAt(seconds));
  expect(verdict.genuine).toBe(genuine);
});

test.each([
  ["another body", {}, " "],
  ["another id", { "webhook-id": "evt_other" }, ""],
  ["another time", { "webhook-timestamp": "1" }, ""],
  ["another signature", { "webhook-signature": "v1,AAAA" }, ""],
  ["another version", { "webhook-signature": "v2,AAAA" }, ""],
])("refuses %s", (_, changes, appended) => {
  const { headers, body } = received();
  const verdict = verifyWebhook(
    testWebhookSecret,
    { ...headers, ...changes },
    body + appended,
    signedAt(0),
  );
  expect(verdict).toEqual({ genuine: false, why: "wrong_signature" });
});

test("refuses another secret, and missing headers", () => {
  const { headers, body } = received();
  const other = `whsec_${Buffer.alloc(32, 8).toString("base64")}`;
  expect(verifyWebhook(other, headers, body, signedAt(0)).genuine).toBe(false);
  expect(verifyWebhook(testWebhookSecret, {}, body, signedAt(0))).toEqual({
    genuine: false,
    why: "headers_missing",
  });
});
