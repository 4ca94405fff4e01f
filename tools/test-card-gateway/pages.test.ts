import { afterAll, beforeAll, expect, test } from "vitest";
import { cardToken, findCardByName, testCards } from "./cards.ts";
import type { TestCard } from "./cards.ts";
import { spawnGateway } from "./running-gateway.ts";
import type { GatewayProcess } from "./running-gateway.ts";

let gateway: GatewayProcess;
let count = 0;

beforeAll(async () => {
  gateway = await spawnGateway("--merchant", "Oak & <Sons>");
});
afterAll(() => gateway.stop());

async function openPayment(changes: object = {}): Promise<{ id: string; page: string }> {
  count += 1;
  const order = {
    amount: "184900",
    currency: "EUR",
    reference: `SO-${count}`,
    return_url: "http://shop.test/return?step=2",
    cancel_url: "http://shop.test/cancel",
    ...changes,
  };
  const { body } = await gateway.call("POST", "/v1/payments", order, `page-${count}`);
  return { id: body["id"] ?? "", page: body["action"]?.["url"] ?? "" };
}

function submit(url: string, fields: Record<string, string>) {
  return fetch(url, { method: "POST", body: new URLSearchParams(fields), redirect: "manual" });
}

function formOf(name: string) {
  const number = findCardByName(name)?.number ?? "";
  return { number, expiry: "12/34", cvc: "123", name: "Ada" };
}

async function statusOf(id: string) {
  return (await gateway.call("GET", `/v1/payments/${id}`)).body["status"];
}

test("shows amount and merchant, escaped, in the language of the browser", async () => {
  const { page } = await openPayment({ description: "<script>alert(1)</script>" });
  const english = await (await fetch(page)).text();
  expect(english).toContain("€1,849.00");
  expect(english).toContain("Pay Oak &amp; &lt;Sons&gt;");
  expect(english).not.toContain("<script");
  const german = await fetch(page, { headers: { "accept-language": "fr, de-AT;q=0.9" } });
  expect(await german.text()).toMatch(/<html lang="de">[^]*1\.849,00\u00a0€/);
  const asked = await fetch(`${page}?locale=en`, { headers: { "accept-language": "de" } });
  expect(await asked.text()).toContain('<html lang="en">');
});

test("pays with an approved card and leads back to the shop with the payment's id", async () => {
  const { id, page } = await openPayment();
  const paid = await submit(page, formOf("approved"));
  expect(paid.status).toBe(303);
  expect(paid.headers.get("location")).toBe(`http://shop.test/return?step=2&payment=${id}`);
  expect(await statusOf(id)).toBe("captured");
});

test("a second click changes nothing and leads back as well", async () => {
  const { id, page } = await openPayment();
  await Promise.all([submit(page, formOf("approved")), submit(page, formOf("approved"))]);
  const third = await submit(page, formOf("declined"));
  expect(third.headers.get("location")).toContain(id);
  expect(await statusOf(id)).toBe("captured");
  const { body } = await gateway.call("GET", `/v1/payments/${id}/events`);
  expect(body["events"]).toHaveLength(2);
});

test("says at each field what is wrong and does not repeat an unknown number", async () => {
  const { id, page } = await openPayment();
  const answer = await submit(page, {
    number: "5555 5555 5555 4444",
    expiry: "13/34",
    cvc: "1",
    name: " ",
  });
  const text = await answer.text();
  expect(answer.status).toBe(422);
  for (const field of ["number", "expiry", "cvc", "name"]) {
    expect(text).toContain(`id="${field}-fault"`);
  }
  expect(text).not.toContain("5555");
  expect(await statusOf(id)).toBe("requires_action");
});

test.each([
  ["authentication_required", "approve", "captured"],
  ["authentication_required", "reject", "declined"],
  ["authentication_fails", "approve", "declined"],
])("%s, %s → %s", async (card, decision, status) => {
  const { id, page } = await openPayment();
  const asked = await submit(page, formOf(card));
  expect(asked.headers.get("location")).toBe(`/pay/${id}?locale=en`);
  expect(await (await fetch(page)).text()).toContain("Is this you?");
  expect(await statusOf(id)).toBe("requires_action");
  const decided = await submit(`${page}/authentication`, { decision });
  expect(decided.headers.get("location")).toContain(`/return?step=2&payment=${id}`);
  expect(await statusOf(id)).toBe(status);
});

test("cancelling leads to the cancel address and ends the payment", async () => {
  const { id, page } = await openPayment();
  const left = await submit(`${page}/cancellation`, {});
  expect(left.headers.get("location")).toBe(`http://shop.test/cancel?payment=${id}`);
  expect(await statusOf(id)).toBe("cancelled");
});

test("a payment the shop voided can no longer be paid", async () => {
  const { id, page } = await openPayment();
  await gateway.call("POST", `/v1/payments/${id}/void`, {}, `void-${id}`);
  await submit(page, formOf("approved"));
  expect(await statusOf(id)).toBe("voided");
});

test("an error first, a hint to try again, then it works", async () => {
  const { id, page } = await openPayment();
  const failed = await submit(page, formOf("error_once"));
  expect(failed.status).toBe(500);
  expect(await failed.text()).toContain("Try again");
  expect((await submit(page, formOf("error_once"))).status).toBe(303);
  expect(await statusOf(id)).toBe("captured");
});

test("an unknown payment gets a page that says so", async () => {
  const answer = await fetch(`${gateway.url}/pay/pay_unknown`);
  expect(answer.status).toBe(404);
  expect(await answer.text()).toContain("No such payment");
});

const firstStatus = { slow: 201, hang: null, drop_once: null, error_once: 500, none: 201 };

test.each(testCards)("the token of $name tells the card's story", async (card) => {
  await gateway.call("POST", "/test/behaviour", { slow_ms: 10, hang_ms: 10 });
  const order = {
    amount: "100",
    currency: "JPY",
    reference: `story-${card.name}`,
    card_token: cardToken(card),
    return_url: "http://shop.test/",
  };
  const attempt = () => gateway.call("POST", "/v1/payments", order, order.reference);
  // Null stands for a connection that died without an answer.
  const first = await attempt().catch(() => null);
  expect(first?.status ?? null).toBe(firstStatus[card.answers?.pay ?? "none"]);
  const second = await attempt();
  expect(second.body["status"]).toBe(statusAfter(card));
});

function statusAfter(card: TestCard): string {
  if (card.decline !== undefined) return "declined";
  if (card.authentication !== undefined) return "requires_action";
  return card.refusesCapture === true ? "authorised" : "captured";
}
