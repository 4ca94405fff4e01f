import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, expect, test } from "vitest";
import { owner, testShop } from "../../../test/support/test-shop.ts";
import type { StreamedFile } from "../../kernel/endpoint.ts";
import { sql } from "../../platform/sql.ts";
import { folderStorage, useStorage } from "../../platform/storage.ts";
import { createCategory, createProduct, publishProduct } from "../catalog/contract.ts";
import { aCategory, aProduct } from "../catalog/examples.ts";
import { aWarehouse, stocked } from "../inventory/examples.ts";
import { seedSettings } from "../settings/index.ts";
import { getFeed, listFeeds, refreshFeeds } from "./contract.ts";
import type { FeedKind } from "./kinds.ts";
import { parseTypeId } from "../../kernel/type-id.ts";

const folder = mkdtempSync(path.join(tmpdir(), "shopwright-feeds-"));
useStorage(folderStorage(folder));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const shop = await testShop();
await shop.edge().transaction((ctx) => seedSettings(ctx, { values: {} }));
const category = await shop.call(createCategory, { body: aCategory("chairs") }, owner);
const [market] = await shop.database.all<{ code: string }>(sql`
  select code from settings.market where currency = 'EUR' and active order by position limit 1`);
const params = (kind: FeedKind, locale: "en" | "de" = "en") => ({
  params: { kind, market: market?.code ?? "", locale },
  query: {},
});

async function textOf({ chunks }: StreamedFile): Promise<string> {
  let text = "";
  for await (const chunk of chunks) text += new TextDecoder().decode(chunk);
  return text;
}

async function remade(): Promise<void> {
  await shop.call(refreshFeeds, { body: { feeds: "all" } }, owner);
  await shop.drainJobs();
}

test("what is on sale is listed for Google, Meta and readers, with what it lacks said to staff", async () => {
  const {
    id: productId,
    version,
    variants,
  } = await shop.call(
    createProduct,
    {
      body: aProduct("FEED", {
        texts: {
          en: { title: "Chair & <stool>", description: "Sturdy." },
          de: { title: "Stuhl", description: "=Stabil." },
        },
        categoryIds: [category.id],
      }),
    },
    owner,
  );
  await shop.call(createProduct, { body: aProduct("DRAFT") }, owner);
  await expect(shop.call(getFeed, params("google"))).rejects.toMatchObject({
    kind: { code: "not_found" },
  });
  await shop.call(publishProduct, { params: { id: productId }, body: { version } }, owner);
  const warehouse = await shop.edge().transaction((ctx) => aWarehouse(ctx));
  const oakId = parseTypeId("variant", variants[0]?.id ?? "") ?? "";
  await shop.edge().transaction((ctx) => stocked(ctx, warehouse, [[oakId, 2]]));
  await remade();

  const google = await textOf(await shop.call(getFeed, params("google")));
  expect(google.match(/<item>/g)).toHaveLength(2);
  expect(google).not.toContain("DRAFT");
  expect(google).toContain("<g:title>Chair &amp; &lt;stool&gt; – Oak</g:title>");
  expect(google).toContain("/products/chair-stool?material=oak</g:link>");
  expect(google).toMatch(/FEED-OAK.*in_stock.*<g:price>100.00 EUR<.*<g:identifier_exists>no</);
  expect(google).toMatch(
    /FEED-WAL.*out_of_stock.*<g:price>200.00 EUR<.*<g:sale_price>160.00 EUR<.*<g:material>Walnut</,
  );

  const meta = parse(await textOf(await shop.call(getFeed, params("meta", "de"))), {
    columns: true,
  });
  expect(meta).toMatchObject([
    { id: "FEED-OAK", title: "Stuhl – Eiche", description: "'=Stabil.", availability: "in stock" },
    { id: "FEED-WAL", price: "200.00 EUR", sale_price: "160.00 EUR", availability: "out of stock" },
  ]);
  const rss = await textOf(await shop.call(getFeed, params("rss")));
  expect(rss.match(/<item>/g)).toHaveLength(1);
  expect(rss).toContain("/products/chair-stool</link>");

  const { feeds } = await shop.call(listFeeds, {}, owner);
  const mine = feeds.find(
    ({ kind, market: code, locale }) =>
      kind === "google" && code === market?.code && locale === "en",
  );
  expect(mine).toMatchObject({
    items: 2,
    failure: null,
    problems: [
      { lacks: "barcode", count: 2, examples: ["FEED-OAK", "FEED-WAL"] },
      { lacks: "picture", count: 2 },
    ],
  });
  expect(mine?.addresses).toHaveLength(1);
});

test("however often products change, one job makes the feeds a while later, and old files go", async () => {
  const waiting = () =>
    shop.database.all<{ soon: boolean }>(sql`
      select run_at > now() + interval '4 minutes' as soon from platform.job
      where name = 'exchange: make feeds' and state = 'ready'`);
  await shop.call(createProduct, { body: aProduct("ONE") }, owner);
  await shop.call(createProduct, { body: aProduct("TWO") }, owner);
  await shop.drainJobs();
  expect(await waiting()).toEqual([{ soon: true }]);
  const keysOf = async () =>
    (await shop.database.all<{ pages: string[] }>(sql`select pages from exchange.feed`)).flatMap(
      ({ pages }) => pages,
    );
  const before = await keysOf();
  await remade();
  const after = await keysOf();
  expect(after).toHaveLength(before.length);
  const storage = folderStorage(folder);
  expect(await Promise.all(before.map((key) => storage.has(key)))).not.toContain(true);
  expect(await Promise.all(after.map((key) => storage.has(key)))).not.toContain(false);
});
