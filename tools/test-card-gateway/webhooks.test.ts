import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createHmac } from "node:crypto";
import { afterEach, expect, test } from "vitest";
import { listenForWebhooks, spawnGateway, testWebhookSecret } from "./running-gateway.ts";
import type { GatewayProcess } from "./running-gateway.ts";

const cleanups: (() => unknown)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

async function start(answer?: (count: number) => number, ...options: string[]) {
  const shop = await listenForWebhooks(answer);
  const gateway = await spawnGateway("--webhook-url", shop.url, ...options);
  cleanups.push(
    () => gateway.stop(),
    () => shop.stop(),
  );
  const timings = { retry_base_ms: 20, late_ms: 300, reorder_ms: 300 };
  await gateway.call("POST", "/test/behaviour", timings);
  return { shop, gateway };
}

async function temporaryDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), "test-card-"));
  cleanups.unshift(() => rm(directory, { recursive: true }));
  return directory;
}

function pay(gateway: GatewayProcess, token: string, key = token) {
  const body = { amount: "100", currency: "EUR", reference: key, card_token: token };
  return gateway.call("POST", "/v1/payments", body, key);
}

test("signs each event as the Standard Webhooks specification says", async () => {
  const { shop, gateway } = await start();
  await pay(gateway, "tok_approved");
  await expect.poll(() => shop.received.length).toBe(2);
  const first = shop.received[0];
  const id = first?.headers["webhook-id"];
  const timestamp = first?.headers["webhook-timestamp"];
  const key = Buffer.from(testWebhookSecret.slice("whsec_".length), "base64");
  const expected = createHmac("sha256", key)
    .update(`${String(id)}.${String(timestamp)}.${first?.body}`)
    .digest("base64");
  expect(first?.headers["webhook-signature"]).toBe(`v1,${expected}`);
  expect(first?.event["id"]).toBe(id);
  expect(Math.abs(Number(timestamp) - Date.now() / 1000)).toBeLessThan(10);
  const types = new Set<unknown>(shop.received.map(({ event }) => event["type"]));
  expect(types).toEqual(new Set(["payment.authorised", "payment.captured"]));
});

test("sends each event of the duplicating card three times under one id", async () => {
  const { shop, gateway } = await start();
  await pay(gateway, "tok_webhook_duplicated");
  await expect.poll(() => shop.received.length).toBe(6);
  expect(new Set(shop.received.map(({ event }) => event["id"])).size).toBe(2);
});

test("lets the capture overtake the authorisation with the reordering card", async () => {
  const { shop, gateway } = await start();
  await pay(gateway, "tok_webhook_reordered");
  await expect.poll(() => shop.received.length).toBe(2);
  const types = shop.received.map(({ event }) => event["type"]);
  expect(types).toEqual(["payment.captured", "payment.authorised"]);
});

test("has delivered before it answers, late or never, as the card says", async () => {
  const { shop, gateway } = await start();
  await pay(gateway, "tok_webhook_before_answer");
  expect(shop.received).toHaveLength(2);
  await pay(gateway, "tok_webhook_lost");
  await pay(gateway, "tok_webhook_late");
  const answered = Date.now();
  expect(shop.received).toHaveLength(2);
  await expect.poll(() => shop.received.length).toBe(4);
  expect(Date.now() - answered).toBeGreaterThan(150);
});

test("tries again after a refusal, and gives up after ten tries", async () => {
  const { shop, gateway } = await start((count) => (count < 3 ? 500 : 204));
  const { body } = await pay(gateway, "tok_declined");
  const delivery = async () => {
    const { body: listed } = await gateway.call("GET", `/v1/payments/${body["id"]}/events`);
    return listed["events"]?.[0]?.["delivery"];
  };
  await expect.poll(delivery).toBe("delivered");
  expect(shop.received).toHaveLength(3);

  const dead = await start(() => 503);
  await dead.gateway.call("POST", "/test/behaviour", { retry_base_ms: 0 });
  const refused = await pay(dead.gateway, "tok_declined");
  const path = `/v1/payments/${refused.body["id"]}/events`;
  await expect
    .poll(async () => (await dead.gateway.call("GET", path)).body["events"])
    .toMatchObject([{ delivery: "abandoned", tries: 10 }]);
  expect(dead.shop.received).toHaveLength(10);
});

test("keeps payments, answers and undelivered events through kill -9", async () => {
  const directory = await temporaryDirectory();
  let open = false;
  const { shop, gateway } = await start(() => (open ? 204 : 500), "--data", directory);
  await gateway.call("POST", "/test/behaviour", { retry_base_ms: 400 });
  const before = await pay(gateway, "tok_approved", "kept");
  await gateway.stop("SIGKILL");
  open = true;
  const again = await spawnGateway("--data", directory, "--webhook-url", shop.url);
  cleanups.unshift(() => again.stop());
  expect(await pay(again, "tok_approved", "kept")).toEqual(before);
  const { body } = await again.call("GET", "/v1/charges?reference=kept");
  expect(body["charges"]).toHaveLength(1);
  const path = `/v1/payments/${before.body["id"]}/events`;
  await expect
    .poll(async () => (await again.call("GET", path)).body["events"], { timeout: 5000 })
    .toMatchObject([{ delivery: "delivered" }, { delivery: "delivered" }]);
});

test("what was answered under load before a kill -9 is there afterwards, once each", async () => {
  const directory = await temporaryDirectory();
  const gateway = await spawnGateway("--data", directory);
  cleanups.unshift(() => gateway.stop());
  const answered: string[] = [];
  const buyers = Array.from({ length: 200 }, async (_, buyer) => {
    const answer = await pay(gateway, "tok_approved", `load-${buyer}`);
    answered.push(answer.body["id"] ?? "");
    if (answered.length === 60) gateway.process.kill("SIGKILL");
  });
  await Promise.allSettled(buyers);
  const again = await spawnGateway("--data", directory);
  cleanups.unshift(() => again.stop());
  const { body } = await again.call("GET", "/v1/charges");
  const charged = (body["charges"] ?? []).map((charge) => charge["payment"]);
  expect(answered.length).toBeGreaterThanOrEqual(60);
  expect(answered.filter((id) => !charged.some((payment) => payment === id))).toEqual([]);
  expect(new Set(charged).size).toBe(charged.length);
});

test("never writes a card number into its journal or its output", async () => {
  const directory = await temporaryDirectory();
  const gateway = await spawnGateway("--data", directory);
  cleanups.unshift(() => gateway.stop());
  const order = { amount: "1", currency: "EUR", reference: "r", return_url: "http://shop.test/" };
  const { body } = await gateway.call("POST", "/v1/payments", order, "k");
  const form = new URLSearchParams({
    number: "4242 4242 4242 4242",
    expiry: "12/34",
    cvc: "987",
    name: "A",
  });
  const url = `${gateway.url}/pay/${body["id"]}`;
  const paid = await fetch(url, { method: "POST", body: form, redirect: "manual" });
  expect(paid.status).toBe(303);
  const journal = await readFile(join(directory, "journal.jsonl"), "utf8");
  expect(journal).toContain('"last4":"4242"');
  expect(journal + gateway.output()).not.toMatch(/4242[ -]?4242|"987"/);
});
