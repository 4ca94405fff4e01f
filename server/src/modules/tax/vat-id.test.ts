import { describe, expect, it } from "vitest";
import { euCountries } from "../../kernel/country.ts";
import { type KnownVatId, vatIdStanding } from "./known-vat-id.ts";
import { parseVatId } from "./vat-id.ts";

// One well-formed id of each state, invented; XI stands for Northern Ireland.
const examples =
  "ATU12345678 BE0123456789 BG123456789 CY12345678X CZ12345678 DE123456789 DK12345678 EE123456789 " +
  "EL123456789 ESX1234567X FI12345678 FR12123456789 HR12345678901 HU12345678 IE1234567WA IT12345678901 " +
  "LT123456789 LU12345678 LV12345678901 MT12345678 NL123456789B12 PL1234567890 PT123456789 RO1234567890 " +
  "SE123456789001 SI12345678 SK1234567890 XI123456789";

describe("a VAT id", () => {
  it("is told apart by its state's form, for all states", () => {
    const parsed = examples.split(" ").map(parseVatId);
    expect(parsed).not.toContain(null);
    expect(new Set(parsed.map((id) => id?.state))).toEqual(new Set([...euCountries, "XI"]));
    expect(parsed).toHaveLength(28);
    for (const text of examples.split(" ")) expect(parseVatId(`${text}99999999`)).toBeNull();
  });

  it("may be written with blanks, signs, small letters and the Greek country code", () => {
    expect(parseVatId(" de 123.456-789 ")?.vatId).toBe("DE123456789");
    expect(parseVatId("GR123456789")).toMatchObject({ vatId: "EL123456789", state: "GR" });
  });

  it.each(["", "123456789", "XX123456789", "DE023456789", "<script>"])("cannot be %j", (text) => {
    expect(parseVatId(text)).toBeNull();
  });
});

describe("what is known of it", () => {
  const now = new Date("2026-11-27T12:00:00Z");
  const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000).toISOString();
  const known = (state: KnownVatId["state"], minutes: number): KnownVatId => ({
    vatId: "DE123456789",
    state,
    name: "",
    consultationNumber: null,
    checkedAt: state === "unavailable" ? null : ago(minutes),
    askedAt: ago(minutes),
  });
  const day = 24 * 60;
  it.each([
    ["nobody was asked", null, "unchecked", true],
    ["a young yes", known("valid", 29 * day), "valid", false],
    ["an old yes", known("valid", 30 * day), "unchecked", true],
    ["a young no", known("invalid", 5), "invalid", false],
    ["no answer just now", known("unavailable", 0), "unavailable", false],
    ["no answer a minute ago", known("unavailable", 1), "unavailable", true],
    ["another id's yes", { ...known("valid", 1), vatId: "DE999999999" }, "unchecked", true],
  ] as const)("%s", (_what, fact, state, due) => {
    const standing = vatIdStanding("DE 123456789", fact, { now, days: 30 });
    expect(standing).toEqual({ state, due });
  });
});
