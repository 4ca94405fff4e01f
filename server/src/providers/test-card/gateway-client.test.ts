import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { spawnGateway, testApiKey } from "../../../../tools/test-card-gateway/running-gateway.ts";
import type { GatewayProcess } from "../../../../tools/test-card-gateway/running-gateway.ts";
import { money } from "../../kernel/money.ts";
import { connectGateway } from "./gateway-client.ts";
import type { GatewayClient, PaymentRequest } from "./gateway-client.ts";

let gateway: GatewayProcess;
let client: GatewayClient;
let count = 0;

beforeAll(async () => {
  gateway = await spawnGateway();
  client = connectGateway({ url: gateway.url, apiKey: testApiKey, timeoutMs: 400 });
});
afterAll(() => gateway.stop());
beforeEach(async () => {
  await gateway.call("POST", "/test/behaviour", { hang_ms: 50, slow_ms: 2_000, inject: [] });
});

function aRequest(cardToken: string | null, changes: Partial<PaymentRequest> = {}): PaymentRequest {
  count += 1;
  return {
    amount: money(12_345n, "EUR"),
    reference: `attempt-${count}`,
    capture: "manual",
    returnUrl: "http://shop.test/return",
    cancelUrl: "http://shop.test/cancel",
    description: "",
    merchant: "Shop",
    locale: "de",
    ...(cardToken === null ? {} : { cardToken }),
    ...changes,
  };
}

async function authorise(token: string): Promise<string> {
  const request = aRequest(token);
  const reply = await client.createPayment(request, request.reference);
  if (reply.outcome !== "done") throw new Error(`Expected a payment, got ${reply.outcome}.`);
  return reply.value.id;
}

test("sends the shopper to the payment page", async () => {
  const reply = await client.createPayment(aRequest(null), "page");
  expect(reply).toMatchObject({
    outcome: "done",
    value: { status: "requires_action", action: { type: "redirect" } },
  });
});

test("authorises, captures in parts, refunds and looks up", async () => {
  const id = await authorise("tok_approved");
  const part = money(10_000n, "EUR");
  expect(await client.capturePayment(id, part, `c-${id}`)).toMatchObject({
    outcome: "done",
    value: { captured_amount: "10000", capturable_amount: "2345" },
  });
  expect(await client.voidPayment(id, `v-${id}`)).toMatchObject({ value: { released: true } });
  const refund = await client.refundPayment(id, money(1n, "EUR"), `r-${id}`);
  expect(refund).toMatchObject({ outcome: "done", value: { status: "succeeded", amount: "1" } });
  expect(await client.listRefunds(id)).toMatchObject({ value: [{ amount: "1" }] });
  expect(await client.getPayment(id)).toMatchObject({ value: { refunded_amount: "1" } });
});

test("a refusal is named and is not an unknown outcome", async () => {
  const id = await authorise("tok_approved");
  expect(await client.capturePayment(id, money(99_999n, "EUR"), "much")).toMatchObject({
    outcome: "refused",
    status: 409,
    code: "amount_too_large",
  });
  expect(await client.getPayment("pay_none")).toMatchObject({ outcome: "refused", status: 404 });
  const stranger = connectGateway({ url: gateway.url, apiKey: "wrong", timeoutMs: 400 });
  expect(await stranger.getPayment(id)).toMatchObject({ outcome: "refused", status: 401 });
  const uncapturable = await authorise("tok_capture_declined");
  const capture = await client.capturePayment(uncapturable, money(1n, "EUR"), "declined");
  expect(capture).toMatchObject({ outcome: "refused", status: 402, code: "capture_declined" });
});

test.each([
  ["tok_slow", "timeout"],
  ["tok_timeout_succeeded", "unreachable"],
])(
  "%s leaves the outcome unknown (%s), and our reference finds the payment",
  async (token, why) => {
    const request = aRequest(token);
    expect(await client.createPayment(request, request.reference)).toEqual({
      outcome: "unknown",
      why,
    });
    const found = await client.listPaymentsByReference(request.reference);
    expect(found).toMatchObject({ outcome: "done", value: [{ status: "authorised" }] });
    const retried = await client.createPayment(request, request.reference);
    expect(retried).toMatchObject({ outcome: "done", value: { status: "authorised" } });
    const { body } = await gateway.call("GET", `/v1/charges?reference=${request.reference}`);
    expect(body["charges"]).toHaveLength(1);
  },
);

test("a 500 is unknown, and the same key works afterwards", async () => {
  const request = aRequest("tok_error_once");
  const first = await client.createPayment(request, request.reference);
  expect(first).toEqual({ outcome: "unknown", why: "gateway_error" });
  const second = await client.createPayment(request, request.reference);
  expect(second).toMatchObject({ outcome: "done", value: { status: "authorised" } });
});

test("a gateway that is not there is unknown", async () => {
  const gone = await spawnGateway();
  await gone.stop();
  const lost = connectGateway({ url: gone.url, apiKey: testApiKey, timeoutMs: 400 });
  expect(await lost.getPayment("pay_1")).toEqual({ outcome: "unknown", why: "unreachable" });
});

test("an answer of another shape is unknown, not believed", async () => {
  const odd = connectGateway({
    url: `${gateway.url}/healthz?`,
    apiKey: testApiKey,
    timeoutMs: 400,
  });
  expect(await odd.getPayment("pay_1")).toEqual({ outcome: "unknown", why: "unreadable" });
});
