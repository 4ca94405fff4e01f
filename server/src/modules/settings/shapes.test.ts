import { describe, expect, it } from "vitest";
import { settingDefaults } from "./defaults.ts";
import { amountIn, isIban, type SettingKind, settingSchemas, settingViews } from "./shapes.ts";

describe("settings", () => {
  it.each(Object.keys(settingDefaults) as SettingKind[])(
    "of %s have defaults that are valid",
    (kind) => {
      expect(settingViews[kind].parse(settingDefaults[kind])).toEqual(settingDefaults[kind]);
      expect(settingSchemas[kind].safeParse(settingDefaults[kind]).success).toBe(true);
    },
  );

  it("know an account number from a typing error", () => {
    // The examples of the registry for Germany, Belgium and Norway.
    expect(["DE89370400440532013000", "BE68539007547034", "NO9386011117947"].map(isIban)).toEqual([
      true,
      true,
      true,
    ]);
    expect(isIban("DE89370400440532013001")).toBe(false);
    expect(isIban("DE98370400440532013000")).toBe(false);
  });

  it("take an account as people write it, and ask for one before transfers are offered", () => {
    const transfer = { ...settingDefaults["bank-transfer"], enabled: true };
    const parse = (value: unknown) => settingSchemas["bank-transfer"].safeParse(value);
    expect(parse(transfer).success).toBe(false);
    const full = {
      ...transfer,
      accountHolder: "Tidewick",
      iban: "de89 3704 0044 0532 0130 00",
      bic: "cobadeffxxx",
    };
    expect(parse(full).data).toMatchObject({ iban: "DE89370400440532013000", bic: "COBADEFFXXX" });
  });

  it("have one amount for each currency, none below zero", () => {
    const parse = (fees: unknown) =>
      settingSchemas["cash-on-delivery"].safeParse({ enabled: true, fees, limits: [] });
    const euro = { minor: "500", currency: "EUR" };
    expect(parse([euro, { minor: "1", currency: "USD" }]).success).toBe(true);
    expect(parse([euro, { minor: "1", currency: "EUR" }]).success).toBe(false);
    expect(parse([{ minor: "-1", currency: "EUR" }]).success).toBe(false);
    const fees = parse([euro]).data?.fees ?? [];
    expect([amountIn(fees, "EUR"), amountIn(fees, "USD")]).toEqual([
      { minor: 500n, currency: "EUR" },
      null,
    ]);
  });

  it("refuse a time zone that is none", () => {
    const shop = { ...settingDefaults.shop, timeZone: "Europe/Atlantis" };
    expect(settingSchemas.shop.safeParse(shop).success).toBe(false);
  });
});
