import { expect, test } from "vitest";
import { home, locales, pages } from "../../../../demo/catalogue/index.ts";
import { owner, testShop } from "../../../test/support/test-shop.ts";
import {
  changeHome,
  getAdminHome,
  getAdminPage,
  getHome,
  getPage,
  homeView,
  listAdminPages,
  listPages,
} from "../../modules/content/contract.ts";
import { homeSchema, pageTextsSchema } from "../../modules/content/shapes.ts";
import { seedSettings } from "../../modules/settings/index.ts";
import { seedDemoContent } from "./content.ts";

const shop = await testShop();
await shop.edge().transaction(async (ctx) => {
  await seedSettings(ctx);
  await seedDemoContent(ctx);
});

test("every page of the demo shop says all that was written for it, in both languages", async () => {
  for (const locale of locales) {
    const list = await shop.call(listPages, {}, undefined, { locale });
    expect(list.pages.map(({ title }) => title)).toEqual(
      pages.map(({ text }) => text[locale].title),
    );
    for (const { handle, text } of pages) {
      const page = await shop.call(getPage, { params: { slug: handle[locale] } }, undefined, {
        locale,
      });
      const said = page.blocks.flatMap((block) => (block.kind === "list" ? [] : [block.text]));
      expect(said).toEqual(
        text[locale].sections
          .flatMap(({ heading, paragraphs }) => [...(heading ? [heading] : []), ...paragraphs])
          .map((each) => [{ text: each }]),
      );
      expect(page.description).toBe(text[locale].seoDescription);
    }
  }
});

test("its home page is the demo's, in both languages", async () => {
  for (const locale of locales) {
    const view = await shop.call(getHome, {}, undefined, { locale });
    expect(homeView.parse(view)).toMatchObject({
      locale,
      headline: home[locale].headline,
      storyHeading: home[locale].story.heading,
      promises: home[locale].promises,
    });
    expect(view.story).toHaveLength(home[locale].story.paragraphs.length);
  }
});

test("what it starts with can be saved again by its editors, and is left alone from then on", async () => {
  const list = await shop.call(listAdminPages, {}, owner);
  for (const { id } of list.pages) {
    const { texts } = await shop.call(getAdminPage, { params: { id } }, owner);
    expect(pageTextsSchema.parse(texts)).toEqual(texts);
  }
  const stored = await shop.call(getAdminHome, {}, owner);
  expect({ ...homeSchema.parse(stored), version: stored.version }).toEqual(stored);
  const saved = await shop.call(changeHome, { body: { ...stored, hero: null } }, owner);
  await shop.edge().transaction((ctx) => seedDemoContent(ctx));
  expect(await shop.call(getAdminHome, {}, owner)).toEqual(saved);
  expect((await shop.call(listAdminPages, {}, owner)).pages).toEqual(list.pages);
});
