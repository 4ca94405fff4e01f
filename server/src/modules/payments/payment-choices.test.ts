import { expect, it } from "vitest";
import { testShop } from "../../../test/support/test-shop.ts";
import { connectProviders } from "../../app/providers.ts";
import { money } from "../../kernel/money.ts";
import { seedSettings } from "../settings/index.ts";
import { paymentChoices } from "./index.ts";

const shop = await testShop();
const edge = shop.edge();
const card = { url: "http://127.0.0.1:9", apiKey: "sk", webhookSecret: "whsec_" };
const values = {
  "cash-on-delivery": {
    enabled: true,
    fees: [{ minor: "395", currency: "EUR" as const }],
    limits: [{ minor: "50000", currency: "EUR" as const }],
  },
  "bank-transfer": { enabled: true, accountHolder: "Shop", iban: "DE89370400440532013000" },
  "test-card": { enabled: true },
};
await edge.transaction((ctx) => seedSettings(ctx, { values }));

async function choices(minor: bigint, currency: "EUR" | "USD" = "EUR") {
  const all = await paymentChoices(edge.reading(), money(minor, currency));
  return Object.fromEntries(all.map((each) => [each.code, each.reason]));
}

it("offers what the merchant switched on, with fee and limit", async () => {
  connectProviders({ production: false, publicUrl: "http://shop.test", testCard: card });
  const all = await paymentChoices(edge.reading(), money(50_000n, "EUR"));
  expect(all.map((each) => [each.code, each.fee?.minor, each.limit?.minor, each.reason])).toEqual([
    ["test-card", undefined, undefined, null],
    ["cash-on-delivery", 395n, 50_000n, null],
    ["bank-transfer", undefined, undefined, null],
  ]);
});

it("says why one cannot be used", async () => {
  expect(await choices(50_001n)).toMatchObject({ "cash-on-delivery": "cod_limit_exceeded" });
  expect(await choices(1n, "USD")).toMatchObject({ "cash-on-delivery": "currency_not_offered" });
});

it("never offers the test card in production, nor where no gateway is set", async () => {
  connectProviders({ production: true, publicUrl: "http://shop.test", testCard: card });
  expect(await choices(1n)).toMatchObject({ "test-card": "not_configured" });
  connectProviders(null);
  expect(await choices(1n)).toMatchObject({ "test-card": "not_configured", "bank-transfer": null });
});
