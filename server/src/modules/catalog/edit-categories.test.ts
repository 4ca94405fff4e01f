import { expect, test } from "vitest";
import { owner, testShop } from "../../../test/support/test-shop.ts";
import { seedSettings } from "../settings/index.ts";
import * as contract from "./contract.ts";
import { aCategory, aProduct } from "./examples.ts";

const shop = await testShop();
await shop.edge().transaction((ctx) => seedSettings(ctx));

const create = (code: string, parentId: string | null = null) =>
  shop.call(contract.createCategory, { body: aCategory(code, { parentId }) }, owner);

function change(category: contract.AdminCategoryView, more: object) {
  const { id, version, code, parentId, position, texts } = category;
  const body = { version, code, parentId, position, texts, ...more };
  return shop.call(contract.changeCategory, { params: { id }, body }, owner);
}

const refusal = (code: string) => ({ kind: { code } });

test("the tree lists each category before its descendants, siblings by position", async () => {
  const root = await create("root");
  await shop.call(
    contract.createCategory,
    { body: aCategory("second", { parentId: root.id, position: 2 }) },
    owner,
  );
  const first = await shop.call(
    contract.createCategory,
    { body: aCategory("first", { parentId: root.id, position: 1 }) },
    owner,
  );
  await create("leaf", first.id);
  const { categories } = await shop.call(contract.listCategories, {});
  expect(categories.map(({ code, depth }) => `${depth} ${code}`)).toEqual([
    "0 root",
    "1 first",
    "2 leaf",
    "1 second",
  ]);
});

test("a category cannot move below itself, not even when two move at once", async () => {
  const a = await create("a");
  const b = await create("b", a.id);
  const c = await create("c", b.id);
  await expect(change(a, { parentId: c.id })).rejects.toMatchObject(refusal("category_cycle"));
  await expect(change(a, { parentId: a.id })).rejects.toMatchObject(refusal("category_cycle"));
  const [x, y] = [await create("x"), await create("y")];
  const moves = await Promise.allSettled([
    change(x, { parentId: y.id }),
    change(y, { parentId: x.id }),
  ]);
  expect(moves.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test("codes and slugs are taken once", async () => {
  await create("taken");
  await expect(create("taken")).rejects.toMatchObject(refusal("category_code_taken"));
  const texts = { en: { name: "Other", slug: "taken" } };
  await expect(
    shop.call(contract.createCategory, { body: aCategory("other", { texts }) }, owner),
  ).rejects.toMatchObject(refusal("slug_taken"));
});

test("a category with products or subcategories stays; an empty one goes", async () => {
  const parent = await create("parent");
  const child = await create("child", parent.id);
  const remove = (id: string) => shop.call(contract.deleteCategory, { params: { id } }, owner);
  await expect(remove(parent.id)).rejects.toMatchObject(refusal("category_in_use"));
  await shop.call(
    contract.createProduct,
    { body: aProduct("IN", { categoryIds: [child.id] }) },
    owner,
  );
  await expect(remove(child.id)).rejects.toMatchObject(refusal("category_in_use"));
  const empty = await create("empty");
  await remove(empty.id);
  await expect(remove(empty.id)).rejects.toMatchObject(refusal("not_found"));
});

test("a change on an old version is refused", async () => {
  const category = await create("versioned");
  const changed = await change(category, { position: 7 });
  expect(changed).toMatchObject({ version: 2, position: 7 });
  await expect(change(category, { position: 8 })).rejects.toMatchObject(
    refusal("changed_meanwhile"),
  );
});
