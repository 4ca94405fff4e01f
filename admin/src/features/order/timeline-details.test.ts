import { expect, test } from "vitest";
import { order as words } from "../../locales/en/order.ts";
import { statuses as states } from "../../locales/en/statuses.ts";
import { sayDetails } from "./timeline-details.ts";

const reader = { words, states, locale: "en" };

test("details of a timeline entry are said in the reader's words", () => {
  expect(
    sayDetails({ amount: { minor: "12990", currency: "EUR" }, method: "test-card" }, reader),
  ).toBe("€129.90 · Test card");
  expect(
    sayDetails(
      { reason: "scratched", lines: [{ quantity: 2, title: "Chair" }, { quantity: 1 }] },
      reader,
    ),
  ).toBe("2 × Chair\nscratched");
  expect(sayDetails({ shipment: "SH-1", carrier: "dhl", tracking: "JD01", units: 1 }, reader)).toBe(
    "SH-1 · DHL · JD01 · 1 unit",
  );
});

test("nothing to say is nothing, and odd details are left out", () => {
  expect(sayDetails({}, reader)).toBeNull();
  expect(sayDetails({ amount: 12, lines: "all", reason: 3 }, reader)).toBeNull();
});
