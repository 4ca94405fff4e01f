import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { owner, testShop } from "../../../test/support/test-shop.ts";
import { runAudit } from "../../platform/audit.ts";
import { folderStorage, useStorage } from "../../platform/storage.ts";
import { createProduct } from "../catalog/contract.ts";
import { aProduct } from "../catalog/examples.ts";
import { deleteRedirect, findRedirect, listRedirects, saveRedirect } from "../content/contract.ts";
import { checks } from "../inventory/audit.ts";
import { aWarehouse, stocked } from "../inventory/examples.ts";
import { checkedImport, exportedFile, importedFile, itemsOf } from "./examples.ts";
import { parseTypeId } from "../../kernel/type-id.ts";

const folder = mkdtempSync(path.join(tmpdir(), "shopwright-others-"));
useStorage(folderStorage(folder));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const shop = await testShop();

test("stock is counted by warehouse, booked as a correction, and proven by the audit", async () => {
  const warehouse = await shop.edge().transaction((ctx) => aWarehouse(ctx));
  const { variants } = await shop.call(createProduct, { body: aProduct("COUNT") }, owner);
  const oakId = parseTypeId("variant", variants[0]?.id ?? "") ?? "";
  await shop.edge().transaction((ctx) => stocked(ctx, warehouse, [[oakId, 5]]));
  const file = `sku,location,on_hand
COUNT-OAK,${warehouse.code},3
COUNT-WAL,${warehouse.code},7
COUNT-OAK,nowhere,1
GHOST,${warehouse.code},1
COUNT-WAL,${warehouse.code},8
`;
  const careful = await checkedImport(shop, file, {}, "stock");
  expect(careful.counts).toEqual({ kept: 1, refused: 3 });
  const clean = file
    .split("\n")
    .filter((line) => !/nowhere|GHOST|8$/.test(line))
    .join("\n");
  const { counts } = await importedFile(shop, clean, { overwrite: true }, "stock");
  expect(counts).toEqual({ change: 1, create: 1 });
  const out = await exportedFile(shop, "stock");
  expect(out.toString()).toContain(`COUNT-OAK,${warehouse.code},,3,0`);
  expect(out.toString()).toContain(`COUNT-WAL,${warehouse.code},,7,0`);
  expect((await checkedImport(shop, out, { overwrite: true }, "stock")).counts).toEqual({
    unchanged: 2,
  });
  const results = await runAudit(shop.database, checks);
  expect(results.filter(({ offences }) => offences.length > 0)).toEqual([]);
});

test("old addresses lead to new ones, and never round in a circle", async () => {
  const file = `Redirect from,Redirect to
/Old-Chair/,/products/lind
https://old.example/alt,/pages/about
/back,/pages/a?x=1
/self,/self/
/out,https://evil.example/
//evil,/x
`;
  const { counts, id } = await importedFile(shop, file, {}, "redirects");
  expect(counts).toEqual({ create: 3, refused: 3 });
  expect((await itemsOf(shop, id)).map(({ problem }) => problem?.code)).toEqual([
    undefined,
    undefined,
    undefined,
    "redirect_loop",
    "address_invalid",
    "address_invalid",
  ]);
  const to = async (path: string) => (await shop.call(findRedirect, { query: { path } })).to;
  expect(await to("/old-chair")).toBe("/products/lind");
  expect(await to("/OLD-CHAIR/")).toBe("/products/lind");
  expect(await to("/nothing")).toBeNull();
  await expect(
    shop.call(saveRedirect, { body: { from: "/products/lind", to: "/old-chair" } }, owner),
  ).rejects.toMatchObject({ kind: { code: "redirect_loop" } });
  const { items } = await shop.call(listRedirects, { query: { q: "alt" } }, owner);
  expect(items).toMatchObject([{ from: "/alt", to: "/pages/about" }]);
  const again = await checkedImport(
    shop,
    await exportedFile(shop, "redirects"),
    { overwrite: true },
    "redirects",
  );
  expect(again.counts).toEqual({ unchanged: 3 });
  await shop.call(deleteRedirect, { params: { id: items[0]?.id ?? "" } }, owner);
  expect(await to("/alt")).toBeNull();
});
