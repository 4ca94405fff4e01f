import { describe, expect, it } from "vitest";
import { root } from "./architecture/source.ts";
import {
  linkProblems,
  pathProblems,
  readDocuments,
  scriptNames,
  scriptProblems,
  type Document,
} from "./documents/markdown.ts";

const documents = readDocuments();
const scripts = scriptNames();
const planted = (text: string): Document[] => [{ path: "docs/planted.md", text }];

describe("the documents", () => {
  it("are all there", () => {
    const paths = documents.map(({ path }) => path);
    expect(paths).toContain("README.md");
    expect(paths.length, `only ${paths.length} documents under ${root}`).toBeGreaterThan(30);
  });
  it("link to files and headings that exist", () => {
    expect(linkProblems(documents)).toEqual([]);
  });
  it("name commands that package.json has", () => {
    expect(scriptProblems(documents, scripts)).toEqual([]);
  });
  it("name files that exist", () => {
    expect(pathProblems(documents)).toEqual([]);
  });
});

describe("the checkers", () => {
  it.each([
    ["[gone](guides/gone.md)", "guides/gone.md"],
    ["[far](../../outside.md)", "outside.md"],
    ["[heading](../README.md#not-a-heading)", "not-a-heading"],
    ["[here](#nowhere)", "nowhere"],
    ["![picture](pictures/gone.webp)", "gone.webp"],
  ])("notice the link %s", (text, problem) => {
    expect(linkProblems(planted(text)).join()).toContain(problem);
  });
  it("leave addresses and links in code alone", () => {
    const text = "[out](https://nodejs.org) `[x](gone.md)`\n```\n[y](gone.md)\n```\n";
    expect(linkProblems(planted(text))).toEqual([]);
  });
  it("notice a command that does not exist", () => {
    const found = scriptProblems(planted("`npm run dance`, `npm test`"), scripts);
    expect(found).toEqual(["docs/planted.md names npm run dance"]);
  });
  it.each([
    "server/src/kernel/gone.ts",
    "docs/guides/gone.md",
    "storefront/src/gone/",
    "cart/gone.ts",
  ])("notice the path %s", (path) => {
    expect(pathProblems(planted(`see \`${path}\``))).toEqual([`docs/planted.md names ${path}`]);
  });
  it("know paths that exist, patterns, and words with a slash", () => {
    const text =
      "`server/src/kernel/` `platform/sql.ts` `modules/<room>/` `text/html` `a/b` `cart/cart.ts`";
    expect(pathProblems(planted(text))).toEqual([]);
  });
});
