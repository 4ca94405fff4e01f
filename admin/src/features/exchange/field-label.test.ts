import { expect, test } from "vitest";
import { exchange as en } from "../../locales/en/exchange.ts";
import { fieldLabel, formatLabel } from "./field-label.ts";

test.each([
  ["sku", "SKU"],
  ["title_de", "Title (de)"],
  ["price_eur", "Price (EUR)"],
  ["option2_label_de", "Option 2: value (de)"],
  ["option1_swatch", "Option 1: colour"],
  ["CHAIR-1: compare_at_usd", "CHAIR-1: Price before (USD)"],
  ["something_else", "something_else"],
])("%s is told as %s", (field, label) => {
  expect(fieldLabel(en, field)).toBe(label);
});

test("how a file is written is told in words", () => {
  expect(formatLabel(en, "utf-8, ;")).toBe("UTF-8, semicolon");
  expect(formatLabel(en, "utf-16le, tab")).toBe("UTF-16LE, tab");
  expect(formatLabel(en, "xlsx")).toBe("XLSX");
});
