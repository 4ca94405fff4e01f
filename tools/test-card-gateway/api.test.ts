import { afterAll, beforeAll, expect, test } from "vitest";
import { spawnGateway, testApiKey } from "./running-gateway.ts";
import type { GatewayProcess } from "./running-gateway.ts";

let gateway: GatewayProcess;
let keys = 0;

beforeAll(async () => {
  gateway = await spawnGateway();
});
afterAll(() => gateway.stop());

const order = { amount: "5000", currency: "EUR", reference: "SO-1", capture: "manual" };

function newKey(): string {
  keys += 1;
  return `key-${keys}`;
}

function post(path: string, body: object, key = newKey()) {
  return gateway.call("POST", path, body, key);
}

async function pay(token: string, changes: object = {}) {
  const answer = await post("/v1/payments", { ...order, card_token: token, ...changes });
  return answer.body;
}

test("authorises, and captures when asked to", async () => {
  const authorised = await pay("tok_approved");
  expect(authorised).toMatchObject({ status: "authorised", capturable_amount: "5000" });
  const captured = await pay("tok_approved", { capture: "automatic" });
  expect(captured).toMatchObject({ status: "captured", captured_amount: "5000" });
});

test.each([
  ["tok_declined", "card_declined"],
  ["tok_insufficient_funds", "insufficient_funds"],
  ["tok_expired", "expired_card"],
])("%s is declined with %s and charges nobody", async (token, code) => {
  const payment = await pay(token, { reference: `declined-${token}` });
  expect(payment).toMatchObject({ status: "declined", decline_code: code, charge: null });
  const { body } = await gateway.call("GET", `/v1/charges?reference=declined-${token}`);
  expect(body["charges"]).toEqual([]);
});

test("captures in parts, never more than was authorised", async () => {
  const { id } = await pay("tok_approved");
  expect((await post(`/v1/payments/${id}/capture`, { amount: "2000" })).body).toMatchObject({
    captured_amount: "2000",
    capturable_amount: "3000",
  });
  const tooMuch = await post(`/v1/payments/${id}/capture`, { amount: "3001" });
  expect(tooMuch).toMatchObject({ status: 409, body: { error: { code: "amount_too_large" } } });
  const rest = await post(`/v1/payments/${id}/capture`, {});
  expect(rest.body).toMatchObject({ captured_amount: "5000", capturable_amount: "0" });
});

test("a void lets go of what is left, and capture is then refused", async () => {
  const { id } = await pay("tok_approved");
  expect((await post(`/v1/payments/${id}/void`, {})).body).toMatchObject({ status: "voided" });
  expect((await post(`/v1/payments/${id}/capture`, {})).status).toBe(409);
  expect((await post(`/v1/payments/${id}/void`, {})).status).toBe(409);
});

test("refunds in parts, never more than was captured", async () => {
  const { id } = await pay("tok_approved", { capture: "automatic" });
  const first = await post(`/v1/payments/${id}/refunds`, { amount: "4999" });
  expect(first).toMatchObject({ status: 201, body: { status: "succeeded", amount: "4999" } });
  expect((await post(`/v1/payments/${id}/refunds`, { amount: "2" })).status).toBe(409);
  expect((await post(`/v1/payments/${id}/refunds`, {})).body).toMatchObject({ amount: "1" });
  const { body } = await gateway.call("GET", `/v1/payments/${id}/refunds`);
  expect(body["refunds"]).toHaveLength(2);
});

test("the same key has one effect, another body under it is refused", async () => {
  const body = { ...order, reference: "same-key", card_token: "tok_approved" };
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => post("/v1/payments", body, "one-key")),
  );
  expect(new Set(answers.map((answer) => answer.body["id"])).size).toBe(1);
  const { body: listed } = await gateway.call("GET", "/v1/charges?reference=same-key");
  expect(listed["charges"]).toHaveLength(1);
  const other = await post("/v1/payments", { ...body, amount: "5001" }, "one-key");
  expect(other).toMatchObject({ status: 409, body: { error: { code: "idempotency_key_reused" } } });
});

test("an answer that never comes leaves a payment that can be looked up", async () => {
  await gateway.call("POST", "/test/behaviour", { hang_ms: 50 });
  await expect(pay("tok_timeout_succeeded", { reference: "lost-answer" })).rejects.toThrow(
    "fetch failed",
  );
  const { body } = await gateway.call("GET", "/v1/payments?reference=lost-answer");
  expect(body["payments"]).toMatchObject([{ status: "authorised" }]);
});

test("a retry with the same key after a lost answer gets that answer", async () => {
  await gateway.call("POST", "/test/behaviour", { hang_ms: 50 });
  const { id } = await pay("tok_capture_timeout");
  await expect(post(`/v1/payments/${id}/capture`, {}, "lost-capture")).rejects.toThrow(
    "fetch failed",
  );
  const retried = await post(`/v1/payments/${id}/capture`, {}, "lost-capture");
  expect(retried.body).toMatchObject({ captured_amount: "5000" });
});

test("error_once and timeout_lost do nothing first and work with the same key", async () => {
  const body = { ...order, reference: "stumble", card_token: "tok_error_once" };
  expect((await post("/v1/payments", body, "stumble")).status).toBe(500);
  expect((await gateway.call("GET", "/v1/payments?reference=stumble")).body["payments"]).toEqual(
    [],
  );
  expect((await post("/v1/payments", body, "stumble")).status).toBe(201);
  const dropped = { ...body, card_token: "tok_timeout_lost" };
  await expect(post("/v1/payments", dropped, "dropped")).rejects.toThrow("fetch failed");
  expect((await post("/v1/payments", dropped, "dropped")).status).toBe(201);
});

test("a slow card is charged at once and answered late", async () => {
  await gateway.call("POST", "/test/behaviour", { slow_ms: 300 });
  const started = Date.now();
  const answer = pay("tok_slow", { reference: "slow" });
  await expect
    .poll(async () => {
      const { body } = await gateway.call("GET", "/v1/charges?reference=slow");
      return body["charges"]?.length;
    })
    .toBe(1);
  expect(Date.now() - started).toBeLessThan(300);
  expect(await answer).toMatchObject({ status: "authorised" });
  expect(Date.now() - started).toBeGreaterThanOrEqual(299);
});

test("captures, voids and refunds are refused by the cards that say so", async () => {
  const uncapturable = await pay("tok_capture_declined");
  const capture = await post(`/v1/payments/${uncapturable["id"]}/capture`, {});
  expect(capture).toMatchObject({ status: 402, body: { error: { code: "capture_declined" } } });
  const unvoidable = await pay("tok_void_declined");
  expect((await post(`/v1/payments/${unvoidable["id"]}/void`, {})).status).toBe(402);
  const unrefundable = await pay("tok_refund_declined", { capture: "automatic" });
  const refund = await post(`/v1/payments/${unrefundable["id"]}/refunds`, {});
  expect(refund.body).toMatchObject({ status: "failed", failure_code: "refund_declined" });
  const after = await gateway.call("GET", `/v1/payments/${unrefundable["id"]}`);
  expect(after.body).toMatchObject({ refunded_amount: "0" });
});

test.each([
  ["tok_refund_pending", "succeeded", "5000"],
  ["tok_refund_pending_declined", "failed", "0"],
])("%s is pending first, then %s", async (token, status, refunded) => {
  await gateway.call("POST", "/test/behaviour", { refund_pending_ms: 100 });
  const { id } = await pay(token, { capture: "automatic" });
  const refund = (await post(`/v1/payments/${id}/refunds`, {})).body;
  expect(refund).toMatchObject({ status: "pending" });
  const read = async () =>
    (await gateway.call("GET", `/v1/refunds/${refund["id"]}`)).body["status"];
  await expect.poll(read).toBe(status);
  expect((await gateway.call("GET", `/v1/payments/${id}`)).body["refunded_amount"]).toBe(refunded);
});

test("injections hit the next calls, so many times and no more", async () => {
  const inject = [
    { call: "capture", mode: "error", times: 2 },
    { call: "void", mode: "drop_after" },
  ];
  await gateway.call("POST", "/test/behaviour", { inject });
  const { id } = await pay("tok_approved");
  expect((await post(`/v1/payments/${id}/capture`, { amount: "1" })).status).toBe(500);
  expect((await post(`/v1/payments/${id}/capture`, { amount: "1" })).status).toBe(500);
  expect((await post(`/v1/payments/${id}/capture`, { amount: "1" })).status).toBe(200);
  await expect(post(`/v1/payments/${id}/void`, {})).rejects.toThrow("fetch failed");
  expect((await gateway.call("GET", `/v1/payments/${id}`)).body).toMatchObject({ released: true });
});

test.each([
  ["amount", { amount: 5000 }],
  ["amount", { amount: "0" }],
  ["amount", { amount: "-5" }],
  ["amount", { amount: "1234567890123456" }],
  ["currency", { currency: "euro" }],
  ["reference", { reference: "" }],
  ["reference", { reference: "x".repeat(201) }],
  ["capture", { capture: "later" }],
  ["card_token", { card_token: "tok_unknown" }],
  ["return_url", { card_token: null }],
  ["return_url", { return_url: "javascript:alert(1)" }],
])("names the field at fault: %s in %j", async (field, changes) => {
  const answer = await post("/v1/payments", { ...order, card_token: "tok_approved", ...changes });
  expect(answer).toMatchObject({ status: 400, body: { error: { field } } });
});

test("refuses a missing key, a wrong API key, broken JSON and a body that is too large", async () => {
  expect((await gateway.call("POST", "/v1/payments", order)).status).toBe(400);
  const send = (body: string, authorization: string) =>
    fetch(`${gateway.url}/v1/payments`, {
      method: "POST",
      headers: { authorization, "idempotency-key": newKey() },
      body,
    }).then((response) => response.status);
  expect(await send("{}", "Bearer wrong")).toBe(401);
  expect(await send("{", `Bearer ${testApiKey}`)).toBe(400);
  expect(await send("[]", `Bearer ${testApiKey}`)).toBe(400);
  expect(await send(JSON.stringify({ a: "x".repeat(70_000) }), `Bearer ${testApiKey}`)).toBe(413);
  expect((await gateway.call("GET", "/v1/payments/pay_none")).status).toBe(404);
  expect((await gateway.call("GET", "/v1/nothing")).status).toBe(404);
  expect((await gateway.call("DELETE", "/v1/payments")).status).toBe(405);
});
