import { describe, expect, it } from "vitest";
import { addressProblems, formatAddress, tidyAddress } from "./address.ts";
import type { Address } from "./address.ts";
import { countryChoices, countryCodes, countryName, euCountries, isCountry } from "./country.ts";
import { postalRule } from "./postal-rules.ts";
import { usStates } from "./us-state.ts";

const berlin: Address = {
  name: "Mara Lind",
  line1: "Hafenstraße 4",
  city: "Berlin",
  postcode: "10115",
  country: "DE",
};

describe("addressProblems", () => {
  it("finds nothing wrong with a complete address", () => {
    expect(addressProblems(berlin)).toEqual([]);
  });

  it("names everything that is missing, in the order of the form", () => {
    expect(addressProblems({ name: " ", line1: "", city: "", country: "US" })).toEqual([
      { field: "name", code: "required" },
      { field: "line1", code: "required" },
      { field: "city", code: "required" },
      { field: "postcode", code: "required" },
      { field: "region", code: "required" },
    ]);
  });

  it.each([
    [{ country: "ZZ" }, "country", "unknown"],
    [{ country: "" }, "country", "required"],
    [{ postcode: "1011" }, "postcode", "invalid"],
    [{ country: "US", region: "XX", postcode: "97201" }, "region", "unknown"],
    [{ city: "x".repeat(81) }, "city", "too_long"],
    [{ name: "a\u0000b" }, "name", "invalid"],
    [{ phone: "call me" }, "phone", "invalid"],
  ] as const)("%j has a problem with %s", (change, field, code) => {
    expect(addressProblems({ ...berlin, ...change })).toContainEqual({ field, code });
  });

  it.each([
    ["GB", "sw1a 1aa"],
    ["NL", "1012js"],
    ["PL", "00-950"],
    ["SE", "11122"],
    ["PT", "1100-148"],
    ["IE", "d02 af30"],
    ["CH", "8001"],
    ["NO", "0150"],
    ["LV", "LV-1010"],
    ["JP", "100-0001"],
    ["AE", ""],
  ])("accepts the postcode of %s: %j", (country, postcode) => {
    expect(addressProblems({ ...berlin, country, postcode })).toEqual([]);
  });

  it.each([
    ["GB", "12345"],
    ["NL", "0012 JS"],
    ["US", "9720"],
    ["ES", "53001"],
  ])("refuses the postcode of %s: %j", (country, postcode) => {
    expect(addressProblems({ ...berlin, country, region: "OR", postcode })).toEqual([
      { field: "postcode", code: "invalid" },
    ]);
  });

  it("has a rule whose example fits for every member state", () => {
    const unfit = [...euCountries, "US", "GB", "CH", "NO", "CA", "IS", "LI"].filter((country) => {
      const { postcode, example } = postalRule(country);
      return !postcode || !example || !postcode.test(example);
    });
    expect(unfit).toEqual([]);
  });
});

it("tidies what people type", () => {
  const typed = { ...berlin, name: "  Mara \t Lind ", country: "us", region: "or", line2: "  " };
  expect(tidyAddress(typed)).toEqual({ ...berlin, name: "Mara Lind", country: "US", region: "OR" });
  expect(tidyAddress({ ...berlin, city: "Mu\u0308nchen" }).city).toBe("München");
});

describe("formatAddress", () => {
  it.each([
    ["DE", "10115", "", ["10115 Berlin", "Germany"]],
    ["US", "97201", "OR", ["Berlin, OR 97201", "United States"]],
    ["GB", "SW1A 1AA", "", ["Berlin", "SW1A 1AA", "United Kingdom"]],
    ["IT", "00184", "RM", ["00184 Berlin RM", "Italy"]],
    ["LV", "LV-1010", "", ["Berlin, LV-1010", "Latvia"]],
    ["AE", "", "Dubai", ["Berlin", "Dubai", "United Arab Emirates"]],
  ])("writes the last lines for %s", (country, postcode, region, expected) => {
    expect(formatAddress({ ...berlin, country, postcode, region })).toEqual([
      "Mara Lind",
      "Hafenstraße 4",
      ...expected,
    ]);
  });

  it("puts the city first in Hungary", () => {
    const budapest = { ...berlin, city: "Budapest", postcode: "1051", country: "HU" };
    expect(formatAddress(budapest, { locale: "de" })).toEqual([
      "Mara Lind",
      "Budapest",
      "Hafenstraße 4",
      "1051",
      "Ungarn",
    ]);
  });

  it("leaves the country out at home and puts the company under the name", () => {
    expect(formatAddress({ ...berlin, company: "Lind GmbH" }, { from: "DE" })).toEqual([
      "Mara Lind",
      "Lind GmbH",
      "Hafenstraße 4",
      "10115 Berlin",
    ]);
  });
});

describe("countries and states", () => {
  it("lists 249 countries, each with a name in both languages", () => {
    expect(new Set(countryCodes).size).toBe(249);
    const nameless = countryCodes.filter((code) =>
      ["en", "de"].some((locale) => countryName(code, locale) === code),
    );
    expect(nameless).toEqual([]);
    expect(isCountry("EL")).toBe(false);
  });

  it("sorts choices by the language", () => {
    const german = countryChoices("de", ["AT", "EG", "DE"]).map((choice) => choice.name);
    expect(german).toEqual(["Ägypten", "Deutschland", "Österreich"]);
  });

  it("knows 27 member states and 59 destinations in the United States", () => {
    expect(new Set(euCountries).size).toBe(27);
    expect(Object.keys(usStates)).toHaveLength(59);
  });
});
