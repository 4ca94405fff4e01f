import { expect, test } from "vitest";
import { owner, testShop } from "../../../test/support/test-shop.ts";
import { listCategories, listProducts } from "../catalog/contract.ts";
import { getShop } from "../settings/contract.ts";
import { seedSettings } from "../settings/index.ts";
import * as contract from "./contract.ts";
import { draftHome } from "./drafts/home.ts";
import { aPage } from "./examples.ts";
import { seedContent } from "./index.ts";

const shop = await testShop();
await shop.edge().transaction(async (ctx) => {
  await seedSettings(ctx);
  await seedContent(ctx);
});

const german = { locale: "de" } as const;
const create = (handle: string, more = {}) =>
  shop.call(contract.createPage, { body: aPage(handle, more) }, owner);
const publish = ({ id, version }: contract.AdminPageView, published = true) =>
  shop.call(
    contract.changePagePublication,
    { params: { id }, body: { version, published } },
    owner,
  );
const change = ({ id, version, kind, position, texts }: contract.AdminPageView, more = {}) =>
  shop.call(
    contract.changePage,
    { params: { id }, body: { version, kind, position, texts, ...more } },
    owner,
  );
const read = (slug: string, caller = {}) =>
  shop.call(contract.getPage, { params: { slug } }, undefined, caller);
const handles = async () =>
  (await shop.call(contract.listPages, {})).pages.map((page) => page.handle);
const refusal = (code: string) => ({ kind: { code } });

test("a new shop starts with pages that tell of it, service before law", async () => {
  expect(await handles()).toEqual(["about", "delivery", "contact", "imprint", "privacy", "terms"]);
  const { pages } = await shop.call(contract.listPages, {}, undefined, german);
  expect(pages[0]).toMatchObject({ title: "Über My shop", slug: "ueber-uns", kind: "service" });
  const imprint = await read("imprint");
  expect(imprint.blocks).toEqual([
    { kind: "paragraph", text: [{ text: "My shop, Main street 1, 20095 Hamburg, Germany" }] },
    {
      kind: "list",
      items: [[{ text: "E-mail " }, { text: "shop@example.com", href: "mailto:shop@example.com" }]],
    },
  ]);
  await shop.edge().transaction((ctx) => seedContent(ctx));
  expect(await handles()).toHaveLength(6);
});

test("a page is found by its name in any language, and says its name in the one asked for", async () => {
  expect(await read("agb")).toMatchObject({ handle: "terms", slug: "terms", locale: "en" });
  expect(await read("terms", german)).toMatchObject({ handle: "terms", slug: "agb", locale: "de" });
  await expect(read("no-such-page")).rejects.toMatchObject(refusal("not_found"));
});

test("shoppers see a page once it is published, and until it is hidden or deleted", async () => {
  const page = await create("care");
  expect(page).toMatchObject({ published: false, builtIn: false, version: 1 });
  await expect(read("care")).rejects.toMatchObject(refusal("not_found"));
  const shown = await publish(page);
  expect(await handles()).toContain("care");
  expect(await read("care")).toMatchObject({
    description: "Oil it once a year.",
    slugs: { en: "care", de: "care-de" },
  });
  const hidden = await publish(shown, false);
  expect(await handles()).not.toContain("care");
  await publish(hidden);
  await shop.call(contract.deletePage, { params: { id: page.id } }, owner);
  expect(await handles()).not.toContain("care");
  await expect(
    shop.call(contract.deletePage, { params: { id: page.id } }, owner),
  ).rejects.toMatchObject(refusal("not_found"));
});

test("a missing language falls back to the one there is, and says which that is", async () => {
  const { en } = aPage("only").texts;
  await publish(await create("only", { texts: { en } }));
  expect(await read("only", german)).toMatchObject({ locale: "en", title: "Page only" });
});

test("two editors: the second is told, and nothing of it is saved", async () => {
  const page = await create("edited");
  const changed = await change(page, { position: 5 });
  expect(changed).toMatchObject({ version: 2, position: 5 });
  await expect(change(page, { position: 6 })).rejects.toMatchObject(refusal("changed_meanwhile"));
  await expect(publish(page)).rejects.toMatchObject(refusal("changed_meanwhile"));
  const { pages } = await shop.call(contract.listAdminPages, {}, owner);
  expect(pages.find(({ handle }) => handle === "edited")).toMatchObject({
    version: 2,
    position: 5,
    published: false,
    titles: { en: "Page edited", de: "Seite edited" },
  });
  const { id, ...rest } = changed;
  expect(await shop.call(contract.getAdminPage, { params: { id } }, owner)).toEqual({
    id,
    ...rest,
  });
});

test("handles and addresses are taken once, and built-in pages stay", async () => {
  await expect(create("terms")).rejects.toMatchObject(refusal("page_handle_taken"));
  const { en } = aPage("terms").texts;
  await expect(create("other", { texts: { en } })).rejects.toMatchObject(
    refusal("page_slug_taken"),
  );
  const { pages } = await shop.call(contract.listAdminPages, {}, owner);
  const id = pages.find(({ handle }) => handle === "privacy")?.id ?? "";
  await expect(shop.call(contract.deletePage, { params: { id } }, owner)).rejects.toMatchObject(
    refusal("page_built_in"),
  );
  await expect(create("empty", { texts: {} })).rejects.toMatchObject(refusal("bad_request"));
});

test("the home page has words of its own from the first save on, over the version that was read", async () => {
  const before = await shop.call(contract.getHome, {}, undefined, german);
  expect(before).toMatchObject({
    locale: "de",
    headline: "Willkommen bei My shop",
    hero: null,
  });
  const home = await shop.call(contract.getAdminHome, {}, owner);
  expect(home).toEqual({ ...draftHome, version: 0 });
  const { en } = home.texts;
  if (en === undefined) throw new Error("the draft speaks English");
  const texts = { en: { ...en, headline: "Made by {name}", story: "See [us](/pages/about)." } };
  const saved = await shop.call(contract.changeHome, { body: { ...home, texts } }, owner);
  expect(saved.version).toBe(1);
  expect(await shop.call(contract.getHome, {}, undefined, german)).toMatchObject({
    locale: "en",
    headline: "Made by My shop",
    story: [
      {
        kind: "paragraph",
        text: [{ text: "See " }, { text: "us", href: "/pages/about" }, { text: "." }],
      },
    ],
  });
  for (const version of [0, 7])
    await expect(
      shop.call(contract.changeHome, { body: { ...home, version } }, owner),
    ).rejects.toMatchObject(refusal("changed_meanwhile"));
});

test("a change drops what shows it: the page, the menu, the home page", async () => {
  const page = await create("tagged");
  const tags = async (work: () => Promise<unknown>): Promise<string[]> => {
    await shop.database.pool.query("delete from platform.touched_tag");
    await work();
    const { rows } = await shop.database.pool.query<{ tag: string }>(
      "select distinct tag from platform.touched_tag order by tag",
    );
    return rows.map(({ tag }) => tag);
  };
  expect(await tags(() => publish(page))).toEqual(["content", "menu:main", "page:tagged"]);
  const home = await shop.call(contract.getAdminHome, {}, owner);
  expect(await tags(() => shop.call(contract.changeHome, { body: home }, owner))).toEqual([
    "content",
    "home",
  ]);
});

test("a cold home page costs four round trips, a page of text too", async () => {
  const frame = [
    () => shop.call(getShop, {}),
    () => shop.call(listCategories, {}),
    () => shop.call(contract.listPages, {}),
  ];
  const home = () =>
    Promise.all([
      ...frame.map((each) => each()),
      shop.call(listProducts, { query: { limit: 8 } }),
      shop.call(contract.getHome, {}),
    ]);
  const page = () => Promise.all([...frame.map((each) => each()), read("terms")]);
  for (const load of [home, page]) {
    shop.database.memory.held.clear();
    expect(await shop.roundTrips(load)).toHaveLength(4);
  }
});
