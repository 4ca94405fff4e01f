import type { AdminProductView } from "@shopwright/server/contracts/catalog";
import { describe, expect, it } from "vitest";
import { draftOf } from "./product-draft.ts";
import { rebaseDraft } from "./rebase-draft.ts";

const picture = (id: string): AdminProductView["pictures"][number] => ({
  id,
  key: id,
  width: 10,
  height: 10,
  widths: [320],
  alt: {},
  optionCode: null,
  valueCode: null,
});

function aProduct(version: number, change: Partial<AdminProductView>): AdminProductView {
  return {
    id: "product_1",
    version,
    handle: "chair",
    status: "draft",
    kind: "physical",
    taxCategory: "standard",
    featured: false,
    typeId: null,
    attributes: {},
    texts: {},
    options: [],
    variants: [],
    categoryIds: [],
    related: [],
    pictures: [picture("a"), picture("b")],
    publishedAt: null,
    publishAt: null,
    unpublishAt: null,
    scheduleProblem: null,
    createdAt: "2026-01-01T00:00:00Z",
    changedAt: "2026-01-01T00:00:00Z",
    ...change,
  };
}

describe("unsaved work on top of another's save", () => {
  const before = draftOf(aProduct(1, {}));

  it("keeps my field, takes theirs, and goes on from their version", () => {
    const mine = { ...before, featured: true };
    const theirs = aProduct(2, { handle: "oak-chair" });
    const { work, taken, kept } = rebaseDraft({ version: 1, base: before, draft: mine }, theirs);
    expect(work.version).toBe(2);
    expect(work.draft).toMatchObject({ featured: true, handle: "oak-chair" });
    expect([taken, kept]).toEqual([["handle"], []]);
  });

  it("never drops a picture that was added elsewhere while I sorted mine", () => {
    const mine = { ...before, pictures: before.pictures.toReversed() };
    const theirs = aProduct(2, { pictures: [picture("a"), picture("b"), picture("c")] });
    const { work } = rebaseDraft({ version: 1, base: before, draft: mine }, theirs);
    expect(work.draft.pictures.map(({ id }) => id)).toEqual(["b", "a", "c"]);
  });

  it("does not bring back a picture that was removed elsewhere", () => {
    const mine = { ...before, pictures: before.pictures.toReversed() };
    const theirs = aProduct(2, { pictures: [picture("b")] });
    const { work } = rebaseDraft({ version: 1, base: before, draft: mine }, theirs);
    expect(work.draft.pictures.map(({ id }) => id)).toEqual(["b"]);
  });
});
