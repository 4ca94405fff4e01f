import { describe, expect, it } from "vitest";
import { categories, home, locales, pages, products, shop } from "./index.ts";
import type { DemoProductText, Localised } from "./types.ts";

const fillers = /lorem|ipsum|dolor sit|\bTODO\b|\bxxx\b|placeholder|platzhalter/i;
const shopsOwnTexts = { home, pages, shop, categories };

const eachText = products.flatMap(({ handle, text }) =>
  locales.map((locale) => [handle, locale, text[locale]] as const),
);

describe.each(eachText)("%s in %s", (_handle, _locale, text) => {
  it("is complete and keeps to the lengths that pages and search results have room for", () => {
    expectLength(text.title, 5, 40);
    expectLength(text.subtitle, 15, 80);
    expectLength(text.care, 20, 200);
    expectLength(text.seoTitle, 10, 60);
    expectLength(text.seoDescription, 80, 160);
    expect(text.description.length).toBeGreaterThanOrEqual(2);
    expect(text.description.length).toBeLessThanOrEqual(4);
    for (const paragraph of text.description) expectLength(paragraph, 50, 480);
  });

  it("is written, not filled in", () => {
    const whole = wordsOf(text);
    expect(fillers.exec(whole)).toBe(null);
    // Doubled blanks, blanks at the end, typewriter double quotes, leftovers of markup.
    expect(/ {2}|\s$|"|[<>{}]/.exec(whole)).toBe(null);
    for (const paragraph of text.description) expect(paragraph).toMatch(/[.!?]$/);
    expect(text.care).toMatch(/[.!?]$/);
  });
});

describe("both languages", () => {
  it.each(products.map(({ handle, text }) => [handle, text] as const))(
    "say %s in their own words",
    (_handle, { en, de }) => {
      expect(de.title).not.toBe(en.title);
      expect(de.subtitle).not.toBe(en.subtitle);
      expect(de.care).not.toBe(en.care);
      expect(de.seoDescription).not.toBe(en.seoDescription);
      expect(de.description.length).toBe(en.description.length);
      for (const paragraph of de.description) expect(en.description).not.toContain(paragraph);
    },
  );

  it("use umlauts and not their substitutes", () => {
    const german = [
      ...products.map(({ text }) => wordsOf(text.de)),
      ...pages.map(({ text }) => JSON.stringify(text.de)),
      JSON.stringify(home.de),
    ].join(" ");
    expect(
      german.match(/\b\w*(fuer|ueber|moebel|stuehl|groess|koenn|natuerlich|stueck)\w*/gi),
    ).toBe(null);
    expect(german.match(/[äöüß]/g)?.length).toBeGreaterThan(500);
  });

  it("begin no two products with the same words", () => {
    for (const locale of locales) {
      const openings = products.map(({ text }) => text[locale].description[0]?.slice(0, 24));
      expect(new Set(openings).size).toBe(products.length);
    }
  });

  it("name every category", () => {
    for (const { name, intro } of categories) {
      expect(intro.en).not.toBe(intro.de);
      for (const locale of locales) {
        expectLength(name[locale], 4, 40);
        expectLength(intro[locale], 40, 180);
      }
    }
  });
});

describe("the shop's own pages", () => {
  it("exist for everything a shopper may ask", () => {
    expect(pages.map(({ code }) => code)).toEqual([
      "about",
      "delivery",
      "contact",
      "imprint",
      "privacy",
      "terms",
    ]);
  });

  it.each(pages.map((page) => [page.code, page] as const))("%s is complete", (_code, page) => {
    expect(page.text.en.sections.length).toBe(page.text.de.sections.length);
    for (const locale of locales) {
      const { title, seoDescription, sections } = page.text[locale];
      expect(page.handle[locale]).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expectLength(title, 5, 40);
      expectLength(seoDescription, 80, 160);
      for (const { paragraphs } of sections) expect(paragraphs.length).toBeGreaterThan(0);
    }
  });

  it("say that the shop is a demonstration", () => {
    const silent = pages.filter(
      ({ text }) =>
        !JSON.stringify(text.en).includes("demonstration") ||
        !JSON.stringify(text.de).includes("Vorführladen"),
    );
    expect(silent).toEqual([]);
    expectBoth(shop.demoNotice);
  });

  it("carry no filler", () => {
    expect(fillers.exec(JSON.stringify(shopsOwnTexts))).toBe(null);
  });
});

function wordsOf(text: DemoProductText): string {
  return [text.title, text.subtitle, ...text.description, text.care, text.seoDescription].join(
    "\n",
  );
}

function expectLength(text: string, least: number, most: number): void {
  const fits = text.length >= least && text.length <= most;
  expect(fits ? "fits" : `${text.length}, not ${least} to ${most}: ${text}`).toBe("fits");
}

function expectBoth({ en, de }: Localised): void {
  expect(en).not.toBe("");
  expect(de).not.toBe("");
  expect(en).not.toBe(de);
}
