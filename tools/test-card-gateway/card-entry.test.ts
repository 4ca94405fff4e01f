import { expect, test } from "vitest";
import { checkCardEntry, passesLuhn } from "./card-entry.ts";
import { testCards } from "./cards.ts";

const now = new Date("2026-11-30T23:59:59Z");
const entry = { number: "4242424242424242", expiry: "11/26", cvc: "123", name: "Ada" };

test("every test card has a number and a name of its own and a valid check digit", () => {
  expect(testCards.filter((card) => !passesLuhn(card.number))).toEqual([]);
  expect(new Set(testCards.map((card) => card.number)).size).toBe(testCards.length);
  expect(new Set(testCards.map((card) => card.name)).size).toBe(testCards.length);
});

test("one wrong digit or two swapped ones break the check digit", () => {
  expect(passesLuhn("4000002500003155")).toBe(true);
  expect(passesLuhn("4000002500003156")).toBe(false);
  expect(passesLuhn("4000002500003515")).toBe(false);
});

test.each(["11/26", "11 / 26", "1126", "11.2026", " 11/2026 ", "01/27"])(
  "accepts the expiry %s",
  (expiry) => {
    expect(checkCardEntry({ ...entry, expiry }, now).card?.name).toBe("approved");
  },
);

test.each([
  ["10/26", "expiry_past"],
  ["12/25", "expiry_past"],
  ["13/30", "expiry_invalid"],
  ["0/30", "expiry_invalid"],
  ["", "expiry_invalid"],
  ["soon", "expiry_invalid"],
])("refuses the expiry %s as %s", (expiry, fault) => {
  expect(checkCardEntry({ ...entry, expiry }, now)).toEqual({
    card: null,
    faults: { expiry: fault },
  });
});

test.each([
  ["number", "", "number_missing"],
  ["number", "4242 4242 4242 4241", "number_invalid"],
  ["number", "not a number", "number_invalid"],
  ["number", "5555 5555 5555 4444", "number_not_a_test_card"],
  ["cvc", "12", "cvc_invalid"],
  ["cvc", "12a", "cvc_invalid"],
  ["name", " ", "name_missing"],
  ["name", "x".repeat(101), "name_too_long"],
])("refuses %s %j as %s", (field, value, fault) => {
  expect(checkCardEntry({ ...entry, [field]: value }, now)).toEqual({
    card: null,
    faults: { [field]: fault },
  });
});
