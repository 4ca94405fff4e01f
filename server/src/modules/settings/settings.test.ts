import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { callerFor, owner, staffWith, testShop } from "../../../test/support/test-shop.ts";
import { routesById, shopFor } from "../../app/shop.ts";
import type { CallInput, Endpoint, ReplyOf } from "../../kernel/endpoint.ts";
import { countryCodes } from "../../kernel/country.ts";
import { newId } from "../../kernel/ids.ts";
import type { Principal } from "../../platform/context.ts";
import { openDatabase } from "../../platform/db.ts";
import { openEdge } from "../../platform/edge.ts";
import { sql } from "../../platform/sql.ts";
import * as contract from "./contract.ts";
import { routes } from "./http.ts";
import {
  deliveryChoices,
  findMarket,
  getMarket,
  getSettings,
  listMarkets,
  marketFor,
  sellsTo,
} from "./index.ts";
import { seedSettings } from "./seed-settings.ts";

const shop = await testShop();
const byId = routesById(routes);
const warehouse = newId();

function call<E extends Endpoint>(
  endpoint: E,
  input: CallInput<E>,
  as: Principal = owner,
): Promise<ReplyOf<E>> {
  return shopFor({ database: shop.database, checkReplies: true }, byId, callerFor(as)).call(
    endpoint,
    input,
  );
}

const refusal = (code: string) => ({ kind: { code } });

beforeAll(() => shop.edge().transaction((ctx) => seedSettings(ctx, { pickupLocation: warehouse })));

describe("a seeded shop", () => {
  it("sells to every country in exactly one market", async () => {
    const ctx = shop.edge().reading();
    const markets = await listMarkets(ctx);
    expect(markets.map(({ code, currency, taxIncluded }) => [code, currency, taxIncluded])).toEqual(
      [
        ["eu", "EUR", true],
        ["us", "USD", false],
        ["world", "USD", false],
      ],
    );
    for (const country of countryCodes) {
      expect(markets.filter((market) => sellsTo(markets, market, country))).toHaveLength(1);
    }
    expect([
      (await marketFor(ctx, "FR"))?.code,
      (await marketFor(ctx, "US"))?.code,
      (await marketFor(ctx, "JP"))?.code,
    ]).toEqual(["eu", "us", "world"]);
  });

  it("delivers a small and a heavy basket to every country, in the market's currency only", async () => {
    const ctx = shop.edge().reading();
    for (const country of countryCodes) {
      const currency = (await marketFor(ctx, country))?.currency ?? "none";
      for (const weightGrams of [0, 800, 31_500, 90_000]) {
        const choices = await deliveryChoices(ctx, {
          currency,
          country,
          weightGrams,
          totalMinor: 8000n,
        });
        expect(choices.length, `${country} ${weightGrams}`).toBeGreaterThan(0);
        expect(new Set(choices.map(({ code }) => code)).size).toBe(choices.length);
        expect(choices.every(({ price }) => price.currency === currency)).toBe(true);
      }
    }
  });

  it("lets people nearby collect", async () => {
    const ctx = shop.edge().reading();
    const choices = await deliveryChoices(ctx, {
      currency: "EUR",
      country: "DE",
      weightGrams: 90_000,
      totalMinor: 1n,
    });
    expect(choices.filter(({ kind }) => kind === "pickup")).toMatchObject([
      { pickupLocation: warehouse, price: { minor: 0n } },
    ]);
  });

  it("stays as it is when it is seeded again", async () => {
    const before = await call(contract.listDeliveryOptions, {});
    await shop
      .edge()
      .transaction((ctx) => seedSettings(ctx, { values: { shop: { name: "Other" } } }));
    expect(await call(contract.listDeliveryOptions, {})).toEqual(before);
    expect((await getSettings(shop.edge().reading(), "shop")).name).toBe("My shop");
  });
});

describe("settings", () => {
  it("cost one round trip, and none while they are fresh", async () => {
    shop.database.memory.held.clear();
    const ctx = shop.edge().reading();
    const texts = await shop.roundTrips(async () => {
      await Promise.all([getSettings(ctx, "shop"), getMarket(ctx), listMarkets(ctx)]);
      await deliveryChoices(ctx, {
        currency: "EUR",
        country: "DE",
        weightGrams: 1,
        totalMinor: 1n,
      });
      await call(contract.getShop, {});
    });
    expect(texts).toHaveLength(1);
  });

  it("are seen changed at once here and within a second elsewhere", async () => {
    const elsewhere = openDatabase({ url: shop.databaseUrl, poolSize: 1 });
    afterAll(() => elsewhere.close());
    const there = openEdge(elsewhere, callerFor(owner)).reading();
    const before = await getSettings(there, "checkout");
    const { checkout } = await call(contract.getAllSettings, {});
    const value = { ...checkout.value, holdMinutes: before.holdMinutes + 1 };
    await call(contract.changeCheckout, { body: { version: checkout.version, value } });
    expect((await getSettings(shop.edge().reading(), "checkout")).holdMinutes).toBe(
      value.holdMinutes,
    );
    await new Promise((resolve) => setTimeout(resolve, 1050));
    expect((await getSettings(there, "checkout")).holdMinutes).toBe(value.holdMinutes);
  });

  it("are saved over the version that was read, and over no other", async () => {
    const { mail } = await call(contract.getAllSettings, {});
    const change = (senderName: string) =>
      call(contract.changeMail, {
        body: { version: mail.version, value: { ...mail.value, senderName } },
      });
    const both = await Promise.allSettled([change("Ann"), change("Ben")]);
    const lost = both.filter((result) => result.status === "rejected");
    expect(lost).toMatchObject([
      { reason: { ...refusal("changed_meanwhile"), details: { version: mail.version + 1 } } },
    ]);
    const trail = await shop.database.all<{ details: { value: unknown } }>(sql`
      select details from platform.audit_trail where subject = 'settings:mail'`);
    expect(trail).toHaveLength(1);
  });

  it("can be saved where nothing was saved before", async () => {
    await shop.database.run(sql`delete from settings.setting where name = 'mail'`);
    const { mail } = await call(contract.getAllSettings, {});
    expect(mail.version).toBe(0);
    const late = call(contract.changeMail, { body: { version: 3, value: mail.value } });
    await expect(late).rejects.toMatchObject({
      ...refusal("changed_meanwhile"),
      details: { version: 0 },
    });
    expect(await call(contract.changeMail, { body: { version: 0, value: mail.value } })).toEqual({
      version: 1,
      value: mail.value,
    });
  });

  it("keep amounts exact and refuse an address that no post delivers to", async () => {
    const all = await call(contract.getAllSettings, {});
    const cash = {
      enabled: true,
      fees: [{ minor: "350", currency: "EUR" }],
      limits: [{ minor: "100000", currency: "EUR" }],
    } as const;
    await call(contract.changeCashOnDelivery, {
      body: {
        version: all["cash-on-delivery"].version,
        value: { ...cash, fees: [...cash.fees], limits: [...cash.limits] },
      },
    });
    expect((await getSettings(shop.edge().reading(), "cash-on-delivery")).fees).toEqual([
      { minor: 350n, currency: "EUR" },
    ]);
    const address = { ...all.shop.value.address, postcode: "ABC" };
    const wrong = call(contract.changeShop, {
      body: { version: all.shop.version, value: { ...all.shop.value, address } },
    });
    await expect(wrong).rejects.toMatchObject({
      ...refusal("bad_request"),
      details: { problems: [{ path: "body.value.address.postcode" }] },
    });
  });

  it("are read and changed by those who may", async () => {
    await expect(call(contract.getAllSettings, {}, staffWith("orders:read"))).rejects.toMatchObject(
      refusal("not_allowed"),
    );
    const all = await call(contract.getAllSettings, {}, staffWith("settings:read"));
    const change = call(
      contract.changeCheckout,
      { body: all.checkout },
      staffWith("settings:read"),
    );
    await expect(change).rejects.toMatchObject(refusal("not_allowed"));
  });
});

describe("the shop as the storefront sees it", () => {
  it("names its markets, currencies, languages and the ways to pay that are on", async () => {
    const view = await call(contract.getShop, {}, { kind: "anonymous" });
    expect(view).toMatchObject({
      currencies: ["EUR", "USD"],
      locales: ["en", "de"],
      paymentMethods: ["cash-on-delivery"],
    });
    expect(view.markets.map(({ names }) => names.de)).toEqual([
      "Europäische Union",
      "Vereinigte Staaten",
      "Übrige Welt",
    ]);
  });

  it("is in the market the shopper chose, else in the first", async () => {
    const inMarket = (marketCode: string | null) =>
      getMarket({ ...shop.edge().reading(), marketCode });
    expect([
      (await inMarket("us")).code,
      (await inMarket("atlantis")).code,
      (await inMarket(null)).code,
    ]).toEqual(["us", "eu", "eu"]);
  });
});

describe("markets", () => {
  const swiss = {
    code: "ch",
    names: { en: "Switzerland", de: "Schweiz" },
    currency: "CHF",
    countries: ["CH", "LI"],
    defaultCountry: "CH",
    taxIncluded: false,
    taxTreatment: "none",
    position: 25,
    active: true,
  } as const;
  const body = { ...swiss, countries: [...swiss.countries] };

  it("take a country out of the rest of the world", async () => {
    const made = await call(contract.createMarket, { body });
    expect(made).toMatchObject({ code: "ch", version: 1 });
    const ctx = shop.edge().reading();
    expect([(await marketFor(ctx, "LI"))?.code, (await marketFor(ctx, "NO"))?.code]).toEqual([
      "ch",
      "world",
    ]);
  });

  it("never share a country, a code or the rest of the world", async () => {
    await expect(call(contract.createMarket, { body })).rejects.toMatchObject(
      refusal("code_taken"),
    );
    const shared = call(contract.createMarket, {
      body: { ...body, code: "alps", countries: ["CH", "AT", "NO"] },
    });
    await expect(shared).rejects.toMatchObject({
      ...refusal("country_taken"),
      details: { countries: ["CH", "AT"] },
    });
    const rest = call(contract.createMarket, { body: { ...body, code: "rest", countries: [] } });
    await expect(rest).rejects.toMatchObject({
      ...refusal("country_taken"),
      details: { market: "world" },
    });
    const twins = await Promise.allSettled(
      ["ones", "twos"].map((code) =>
        call(contract.createMarket, {
          body: { ...body, code, countries: ["NO"], defaultCountry: "NO" },
        }),
      ),
    );
    expect(twins.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });

  it("are changed over the version that was read; the last one stays open", async () => {
    const all = await call(contract.listAllMarkets, {});
    const close = (code: string, version: number) => {
      const { code: _, ...market } = all.find((each) => each.code === code) ?? { ...body, version };
      return call(contract.changeMarket, {
        params: { code },
        body: { ...market, active: false, version },
      });
    };
    await expect(close("eu", 99)).rejects.toMatchObject(refusal("changed_meanwhile"));
    await expect(close("mars", 1)).rejects.toMatchObject(refusal("not_found"));
    const results = await Promise.allSettled(all.map(({ code, version }) => close(code, version)));
    expect(results.filter(({ status }) => status === "rejected")).toMatchObject([
      { reason: refusal("last_market") },
    ]);
    const left = await listMarkets(shop.edge().reading());
    expect(left).toHaveLength(1);
    expect((await findMarket(shop.edge().reading(), "ch"))?.code).toBe("ch");
  });
});

describe("delivery options", () => {
  it("are added and changed by version, and keep their code", async () => {
    const { id, code, version, ...seeded } =
      (await call(contract.listDeliveryOptions, {}))[0] ?? expect.fail("none");
    await expect(
      call(contract.createDeliveryOption, { body: { ...seeded, code } }),
    ).rejects.toMatchObject(refusal("code_taken"));
    const bike = await call(contract.createDeliveryOption, {
      body: { ...seeded, code: "bike", priceMinor: "700", maxTotalMinor: "90000" },
    });
    expect(bike).toEqual({
      ...bike,
      ...seeded,
      code: "bike",
      priceMinor: "700",
      maxTotalMinor: "90000",
      version: 1,
    });
    const change = { ...seeded, priceMinor: "800", active: false };
    const changed = await call(contract.changeDeliveryOption, {
      params: { id: bike.id },
      body: { ...change, version: 1 },
    });
    expect(changed).toEqual({ ...changed, ...change, code: "bike", version: 2 });
    const stale = call(contract.changeDeliveryOption, {
      params: { id: bike.id },
      body: { ...change, version: 1 },
    });
    await expect(stale).rejects.toMatchObject({
      ...refusal("changed_meanwhile"),
      details: { version: 2 },
    });
    const gone = id.slice(0, -2) + "zz";
    await expect(
      call(contract.changeDeliveryOption, { params: { id: gone }, body: { ...change, version } }),
    ).rejects.toMatchObject(refusal("not_found"));
    const reversed = call(contract.createDeliveryOption, {
      body: { ...seeded, code: "never", minDays: 5, maxDays: 2 },
    });
    await expect(reversed).rejects.toMatchObject(refusal("bad_request"));
  });
});
