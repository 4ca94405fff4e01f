import { expect, it } from "vitest";
import { draftOfPage, handleOf, pageBody } from "./page-draft.ts";

const empty = draftOfPage(null);
const german = {
  ...empty,
  texts: { ...empty.texts, de: { ...empty.texts.de, title: "Größe & Maß" } },
};

it("leaves out languages in which nothing is written", () => {
  expect(pageBody(empty).texts).toEqual({});
  expect(Object.keys(pageBody(german).texts)).toEqual(["de"]);
});

it("makes the address of its title, and the handle of the first address", () => {
  expect(pageBody(german).texts.de?.slug).toBe("grosse-mass");
  expect(handleOf(pageBody(german))).toBe("grosse-mass");
  const both = {
    ...german,
    texts: { ...german.texts, en: { ...empty.texts.en, title: "Sizes", slug: "sizes" } },
  };
  expect(handleOf(pageBody(both))).toBe("sizes");
});

it("keeps what the page was read with", () => {
  const texts = { en: { title: "A", slug: "a", description: "", body: "B" } };
  const page = {
    id: "content_page_x",
    handle: "a",
    kind: "legal" as const,
    builtIn: true,
    position: 7,
    published: true,
    version: 3,
    texts,
  };
  expect(draftOfPage(page)).toMatchObject({ version: 3, kind: "legal", position: 7 });
  expect(pageBody(draftOfPage(page))).toEqual({ kind: "legal", position: 7, texts });
});
