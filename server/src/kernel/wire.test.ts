import { describe, expect, it } from "vitest";
import { z } from "zod";
import { newId } from "./ids.ts";
import { typeId } from "./type-id.ts";
import {
  addressSchema,
  addressView,
  countrySchema,
  currencySchema,
  emailSchema,
  idSchema,
  idView,
  localeSchema,
  longText,
  moneySchema,
  moneyView,
  optionalText,
  partialAddressSchema,
  quantitySchema,
  text,
} from "./wire.ts";

function accepts(schema: z.ZodType, value: unknown): boolean {
  return schema.safeParse(value).success;
}

describe("ids", () => {
  it("reads a TypeID of its kind as a UUID and refuses all else", () => {
    const id = newId();
    expect(idSchema("order").parse(typeId("order", id))).toBe(id);
    const wrong = [id, typeId("cart", id), "order_", "", 7, null];
    expect(wrong.filter((value) => accepts(idSchema("order"), value))).toEqual([]);
    expect(accepts(idView("order"), typeId("order", id))).toBe(true);
  });
});

describe("money", () => {
  it("reads digits as bigint", () => {
    expect(moneySchema.parse({ minor: "1999", currency: "EUR" })).toEqual({
      minor: 1999n,
      currency: "EUR",
    });
  });

  it.each([
    { minor: 1999, currency: "EUR" },
    { minor: "19.99", currency: "EUR" },
    { minor: "1e3", currency: "EUR" },
    { minor: "9".repeat(40), currency: "EUR" },
    { minor: "1", currency: "eur" },
    { minor: "1" },
  ])("refuses %j", (value) => {
    expect(accepts(moneySchema, value)).toBe(false);
  });
});

describe("text", () => {
  it("trims and normalises", () => {
    expect(text(10).parse("  Mu\u0308ller ")).toBe("Müller");
    expect(optionalText(10).parse("  ")).toBeUndefined();
    expect(longText(20).parse("a\r\nb")).toBe("a\nb");
  });

  it.each(["", "   ", "x".repeat(11), "a\u0000b", "a\nb", "\ud800", 5])("refuses %j", (value) => {
    expect(accepts(text(10), value)).toBe(false);
  });

  it("takes markup as the plain text it is", () => {
    expect(text(40).parse("<b>hi</b>")).toBe("<b>hi</b>");
  });
});

it("knows quantities, currencies, countries, locales and e-mail addresses", () => {
  expect([1, 1_000_000].every((value) => accepts(quantitySchema, value))).toBe(true);
  for (const value of [0, -1, 1.5, 1_000_001, "1", Number.NaN]) {
    expect(accepts(quantitySchema, value)).toBe(false);
  }
  expect(accepts(currencySchema, "EUR")).toBe(true);
  expect(accepts(currencySchema, "XXX")).toBe(false);
  expect(accepts(countrySchema, "DE")).toBe(true);
  expect(accepts(countrySchema, "ZZ")).toBe(false);
  expect(accepts(localeSchema, "de")).toBe(true);
  expect(accepts(localeSchema, "xx")).toBe(false);
  expect(emailSchema.parse(" Mara@Example.ORG ")).toBe("mara@example.org");
  for (const value of ["mara", "mara@", "a b@example.org", `${"x".repeat(250)}@example.org`]) {
    expect(accepts(emailSchema, value)).toBe(false);
  }
});

describe("addresses", () => {
  const address = { name: "Mara", line1: "Kai 1", city: "Kiel", postcode: "24103", country: "de" };

  it("come out tidy", () => {
    expect(addressSchema.parse(address)).toEqual({ ...address, country: "DE" });
  });

  it("say which field is wrong and why", () => {
    const result = addressSchema.safeParse({ ...address, postcode: "1", city: "" });
    const issues = result.error?.issues.map((issue) => [issue.path.join("."), issue.message]);
    expect(issues).toEqual([
      ["city", "required"],
      ["postcode", "invalid"],
    ]);
  });

  it("may be unfinished in a cart", () => {
    expect(partialAddressSchema.parse({ country: "DE" })).toEqual({ country: "DE" });
  });
});

it("converts every schema to JSON Schema for the interface description", () => {
  const all = {
    id: idSchema("order"),
    idView: idView("order"),
    money: moneySchema,
    moneyView,
    text: text(5),
    optional: optionalText(5),
    long: longText(5),
    currency: currencySchema,
    locale: localeSchema,
    country: countrySchema,
    quantity: quantitySchema,
    email: emailSchema,
    address: addressSchema,
    addressView,
  };
  const described = z.toJSONSchema(z.object(all), { io: "input" });
  expect(Object.keys(described.properties ?? {})).toEqual(Object.keys(all));
  expect(described.required).not.toContain("optional");
  expect(described.properties?.["id"]).toMatchObject({
    type: "string",
    pattern: "^order_[0-7][0-9a-hjkmnp-tv-z]{25}$",
  });
  expect(described.properties?.["email"]).toMatchObject({ format: "email", maxLength: 254 });
});
