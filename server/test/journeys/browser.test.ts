import { expect, test } from "vitest";
import { findChromium, launchChromium } from "../support/chromium.ts";

test("a browser opens a page on this machine", async () => {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    await page.setContent("<h1>Chairs</h1>");
    expect(await page.textContent("h1")).toBe("Chairs");
  } finally {
    await browser.close();
  }
});

test("a wrong CHROMIUM_PATH is refused instead of another browser taken", () => {
  const before = process.env["CHROMIUM_PATH"];
  process.env["CHROMIUM_PATH"] = "/nowhere/chromium";
  try {
    expect(() => findChromium()).toThrow(/CHROMIUM_PATH names \/nowhere\/chromium/);
  } finally {
    if (before === undefined) delete process.env["CHROMIUM_PATH"];
    else process.env["CHROMIUM_PATH"] = before;
  }
});
