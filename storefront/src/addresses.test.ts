import { expect, it } from "vitest";
import { ownPath, pathIn, splitLocale, withQuery } from "./addresses.ts";

it("puts German under /de and English at the root, and reads both back", () => {
  for (const path of ["/", "/basket", "/products/lind-chair"]) {
    for (const locale of ["en", "de"] as const) {
      expect(splitLocale(pathIn(locale, path))).toEqual({ locale, path });
    }
  }
  expect(pathIn("de", "/")).toBe("/de");
  expect(splitLocale("/delft")).toEqual({ locale: "en", path: "/delft" });
});

it("leaves empty values out of a query", () => {
  expect(withQuery("/search", { q: "a b", after: undefined })).toBe("/search?q=a+b");
  expect(withQuery("/search", { q: "" })).toBe("/search");
});

it.each([
  "https://evil.example",
  "//evil.example",
  "/\\evil.example",
  "javascript:alert(1)",
  "x",
  "/a b",
])("never sends anyone to %s", (wish) => {
  expect(ownPath(wish, "/account")).toBe("/account");
});

it("goes back to a path of the shop", () => {
  expect(ownPath("/de/checkout?check=1", "/")).toBe("/de/checkout?check=1");
});
