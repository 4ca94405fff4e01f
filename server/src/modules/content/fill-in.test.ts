import { describe, expect, it } from "vitest";
import { fillIn, type ShopFacts } from "./fill-in.ts";

const facts: ShopFacts = {
  name: "Kiln & Co",
  legalName: "Kiln GmbH",
  address: "Kiln GmbH, Quay 1, 20095 Hamburg",
  city: "Hamburg",
  email: "a@kiln.example",
  phone: "",
  vatId: "",
};

describe("facts in texts", () => {
  it("are put where they are named", () => {
    expect(fillIn("{name} of {city}: [{email}](mailto:{email})", facts)).toBe(
      "Kiln & Co of Hamburg: [a@kiln.example](mailto:a@kiln.example)",
    );
  });
  it("take their line along when they are empty", () => {
    expect(fillIn("- Telephone {phone}\n- E-mail {email}\n- VAT {vatId}", facts)).toBe(
      "- E-mail a@kiln.example",
    );
  });
  it("leave other braces alone, and are not filled in twice", () => {
    expect(fillIn("{constructor} {Name} {}", facts)).toBe("{constructor} {Name} {}");
    expect(fillIn("{name}", { ...facts, name: "{city} $& $1" })).toBe("{city} $& $1");
  });
});
