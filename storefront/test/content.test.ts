import { parseBody } from "@shopwright/server/contracts/content";
import { expect, it } from "vitest";
import { ask } from "./ask.ts";
import { aPageView, contentAnswers, home } from "./fixture-content.ts";
import { aRequest, fixtureShop } from "./fixture-shop.ts";

const shop = fixtureShop();
const bodyOf = async (path: string, from = shop): Promise<string> =>
  (await ask(aRequest(path), from)).body;

it("shows a text's headings, lists and links", async () => {
  const body = await bodyOf("/pages/about");
  expect(body).toContain("<h1>About Tidewick</h1>");
  expect(body).toContain(
    '<p>A workshop of <a href="https://example.org/forty">forty</a> people.</p>',
  );
  expect(body).toContain("<h2>How we work</h2><ul><li>Slowly</li>");
  expect(body).toContain("<h3>In winter</h3>");
  expect(body).toContain('<meta name="description" content="Who we are."/>');
});

it("shows HTML in the merchant's texts as text, wherever it stands", async () => {
  const evil = '<script>alert(1)</script>"><img src=x onerror=alert(1)>';
  const evilBody = `## ${evil}\n${evil}\n- ${evil}\n\n[${evil}](/x) [a](https://e.example/"onclick="alert)`;
  const blocks = parseBody(evilBody);
  const page = aPageView(
    { handle: "about", kind: "service", title: evil, slug: "about", slugs: { en: "about" } },
    "about",
    evilBody,
  );
  const from = fixtureShop({
    getPage: () => ({ ...page, description: evil }),
    listPages: () => ({ pages: [page] }),
    getHome: () => ({
      ...home,
      seoTitle: evil,
      seoDescription: evil,
      headline: evil,
      lead: evil,
      story: blocks,
      storyHeading: evil,
      promises: [{ heading: evil, text: evil }],
    }),
  });
  for (const path of ["/", "/pages/about"]) {
    const body = await bodyOf(path, from);
    expect(body).toContain("&lt;script>alert(1)&lt;/script>");
    expect(body).not.toMatch(/<script>|<img src=x|"onclick=/);
  }
});

it("keeps a page under its own tag, and the home page under its own", async () => {
  const page = await ask(aRequest("/pages/about"), shop);
  expect(page.tags).toEqual(expect.arrayContaining(["page:about", "menu:main", "settings"]));
  const front = await ask(aRequest("/"), shop);
  expect(front.tags).toEqual(expect.arrayContaining(["home", "menu:main", "pictures"]));
});

it("leads from another language's name of a page to this one's", async () => {
  const page = contentAnswers.getPage({ params: { slug: "terms" } });
  const moved = await ask(aRequest("/pages/agb"), fixtureShop({ getPage: () => page }));
  expect([moved.status, moved.location]).toEqual([301, "/pages/terms"]);
});

it("answers 404 where no page is, and does not ask the shop for what cannot be a name", async () => {
  expect((await ask(aRequest("/pages/nothing"), shop)).status).toBe(404);
  const deaf = fixtureShop({
    getPage: () => {
      throw new Error("asked");
    },
  });
  for (const slug of ["UPPER", "a--b", "%00", "a".repeat(101), "x%27"])
    expect((await ask(aRequest(`/pages/${slug}`), deaf)).status).toBe(404);
});

it("says in which language a text is that is missing in the reader's", async () => {
  const body = await bodyOf("/de/pages/workshop-notes");
  expect(body).toContain('lang="en"><h1>Workshop notes</h1>');
  expect(body).not.toContain('hreflang="de" href="https://shop.example/de/pages/workshop-notes"');
});

it("names its pages in the footer and at no address twice in the sitemap", async () => {
  expect(await bodyOf("/basket")).toContain('<a href="/pages/terms">Terms of sale</a>');
  const map = await bodyOf("/sitemap/pages.xml");
  const found = [...map.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address]) => address);
  expect(new Set(found).size).toBe(found.length);
  expect(found).toContain("https://shop.example/de/pages/agb");
  expect(found).not.toContain("https://shop.example/de/pages/workshop-notes");
});

it("shows the upright picture on narrow screens and says its size before it is there", async () => {
  const body = await bodyOf("/");
  const picture = /<picture>.*?<\/picture>/s.exec(body)?.[0] ?? "";
  expect(picture).toMatch(
    /<source media="\(max-width: 39.99rem\)" srcset="[^"]*hero-portrait-480.webp 480w/,
  );
  expect(picture).toContain('width="1080" height="1350"');
  expect(picture).toMatch(
    /<img src="\/media\/hero-640.webp"[^>]*width="1920" height="1080"[^>]*fetchpriority="high"/,
  );
  const bare = await bodyOf(
    "/",
    fixtureShop({ getHome: () => ({ ...home, hero: null, heroPortrait: null }) }),
  );
  expect(bare).toContain('fetchpriority="high"');
});

it("an old address leads to where its page is now, in its language", async () => {
  const moved = await ask(aRequest("/old-chair"), fixtureShop({}));
  expect([moved.status, moved.location]).toEqual([301, "/products/lind"]);
  const german = await ask(aRequest("/de/old-chair"), fixtureShop({}));
  expect([german.status, german.location]).toEqual([301, "/de/products/lind"]);
  expect((await ask(aRequest("/never-there"), fixtureShop({}))).status).toBe(404);
});
