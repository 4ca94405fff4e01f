import { describe, expect, it } from "vitest";
import { addressProblems } from "../../server/src/kernel/address.ts";
import { customers, shop, warehouses } from "./index.ts";

const places = [shop, ...warehouses, ...customers].map(({ name, address }) => ({ name, address }));

describe("the demo shop's addresses", () => {
  it.each(places)("$name can be delivered to", ({ address }) => {
    expect(addressProblems(address)).toEqual([]);
  });

  it("have customers in several countries, each known by an own mail address", () => {
    expect(customers.length).toBeGreaterThanOrEqual(8);
    expect(new Set(customers.map(({ email }) => email)).size).toBe(customers.length);
    expect(new Set(customers.map(({ address }) => address.country)).size).toBeGreaterThan(4);
  });

  it("use mail domains that nobody can own", () => {
    for (const { email } of [shop, ...customers]) expect(email).toMatch(/@[a-z]+\.example$/);
  });

  it("keep a warehouse on either side of the ocean", () => {
    expect(warehouses.map(({ address }) => address.country)).toEqual(["DE", "US"]);
  });

  it("name a bank account whose check digits are right", () => {
    const { iban } = shop.bank;
    const turned = iban.slice(4) + iban.slice(0, 4);
    const digits = turned.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
    expect(BigInt(digits) % 97n).toBe(1n);
  });
});
