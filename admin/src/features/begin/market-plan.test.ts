import { describe, expect, test } from "vitest";
import type { MarketAdminView } from "@shopwright/server/contracts/settings";
import { furtherMarkets, likelyCurrency, planMarkets } from "./market-plan.ts";

const market = (part: Partial<MarketAdminView>): MarketAdminView => ({
  code: "eu",
  names: { en: "European Union" },
  currency: "EUR",
  countries: ["DE", "FR", "SE"],
  defaultCountry: "DE",
  taxIncluded: true,
  taxTreatment: "eu-vat",
  position: 10,
  active: true,
  version: 1,
  ...part,
});
const us = market({ code: "us", currency: "USD", countries: ["US"], defaultCountry: "US" });
const world = market({ code: "world", currency: "USD", countries: [], defaultCountry: "CH" });
const markets = [market({}), us, world];
const plan = (country: string, further: readonly string[], currency = likelyCurrency(country)) =>
  planMarkets(markets, { country, currency, further });

describe("the markets of a new shop", () => {
  test("are those chosen, the one at home first and with the home country", () => {
    expect(plan("FR", ["world"])).toMatchObject([
      { kind: "change", market: { code: "us", active: false } },
      { kind: "change", market: { code: "eu", defaultCountry: "FR", position: 0, active: true } },
    ]);
  });

  test("have one of its own for a country with another currency, taken out of the common one", () => {
    expect(plan("SE", ["eu"]).at(-1)).toMatchObject({
      kind: "create",
      market: { code: "home-se", currency: "SEK", countries: ["SE"], taxTreatment: "eu-vat" },
    });
    const eu = plan("SE", ["eu"]).find((each) => each.market.code === "eu");
    expect(eu?.market.countries).toEqual(["DE", "FR"]);
    expect(plan("DE", ["eu"], "CHF").find((each) => each.market.code === "eu")).toMatchObject({
      market: { defaultCountry: "FR", countries: ["FR", "SE"] },
    });
  });

  test("for all others do not begin with the home country", () => {
    const all = plan("CH", ["world"]).find((each) => each.market.code === "world");
    expect(all?.market).toMatchObject({ defaultCountry: "NO", countries: [], active: true });
  });

  test("keep a country's only market and change its currency", () => {
    expect(plan("US", [], "CAD")).toMatchObject([
      { market: { code: "eu", active: false } },
      { market: { code: "world", active: false } },
      { market: { code: "us", currency: "CAD", active: true } },
    ]);
    expect(furtherMarkets(markets, { country: "US", currency: "CAD" })).toEqual([
      markets[0],
      world,
    ]);
  });

  test("are planned no second time once they are saved", () => {
    const choice = { country: "CH", currency: "CHF", further: ["eu"] } as const;
    const saved = planMarkets(markets, choice).reduce<MarketAdminView[]>(
      (all, { market: next }) => [
        ...all.filter(({ code }) => code !== next.code),
        { version: 1, ...next },
      ],
      markets,
    );
    expect(planMarkets(saved, choice)).toEqual([]);
  });
});
