import { createHmac } from "node:crypto";
import Fastify from "fastify";
import { afterAll, expect, it } from "vitest";
import { testShop } from "../../test/support/test-shop.ts";
import { connectProviders } from "./providers.ts";
import { mountWebhooks } from "./webhooks.ts";

const shop = await testShop();
const secret = `whsec_${Buffer.alloc(32, 9).toString("base64")}`;
connectProviders({
  production: false,
  publicUrl: "http://shop.test",
  testCard: { url: "http://127.0.0.1:9", apiKey: "sk", webhookSecret: secret },
});
const app = Fastify();
mountWebhooks(app, shop.database);
afterAll(() => app.close());

const payment = {
  id: "pay_1",
  created: "2030-01-01T00:00:00.000Z",
  amount: "100",
  currency: "EUR",
  reference: "0190aaaa-0000-7000-8000-000000000000",
  status: "authorised",
  decline_code: null,
  card: null,
  charge: null,
  authorisation_expires_at: null,
  captures: [],
  released: false,
  captured_amount: "0",
  capturable_amount: "100",
  refunded_amount: "0",
  action: null,
};
const event = {
  id: "evt_1",
  type: "payment.authorised",
  created: payment.created,
  data: { payment },
};

function send(body: string, id = "evt_1", provider = "test-card") {
  const timestamp = Math.floor(Date.now() / 1000).toString();
  const key = Buffer.from(secret.replace("whsec_", ""), "base64");
  const signature = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64");
  return app.inject({
    method: "POST",
    url: `/api/webhooks/${provider}`,
    headers: {
      "content-type": "application/json",
      "webhook-id": id,
      "webhook-timestamp": timestamp,
      "webhook-signature": `v1,${signature}`,
    },
    payload: body,
  });
}

async function kept(): Promise<number> {
  const { rows } = await shop.database.pool.query("select 1 from payments.webhook");
  return rows.length;
}

it("keeps a genuine event once, whatever white space its bytes have", async () => {
  const body = JSON.stringify(event, null, 3);
  expect((await send(body)).statusCode).toBe(204);
  expect((await send(body)).statusCode).toBe(204);
  expect(await kept()).toBe(1);
});

it.each([
  ["broken JSON", '{"id":', "evt_2"],
  ["an event under another id", JSON.stringify(event), "evt_3"],
  ["nothing", "", "evt_4"],
])("refuses %s, though it is signed", async (_, body, id) => {
  expect((await send(body, id)).statusCode).toBe(401);
  expect(await kept()).toBe(1);
});

it("refuses what nobody has signed, and providers there are not", async () => {
  const bare = { method: "POST", url: "/api/webhooks/test-card", payload: event } as const;
  expect((await app.inject(bare)).statusCode).toBe(401);
  expect((await send("{}", "evt_5", "cash-on-delivery")).statusCode).toBe(404);
  expect((await send("x".repeat(300_000), "evt_6")).statusCode).toBe(413);
});
