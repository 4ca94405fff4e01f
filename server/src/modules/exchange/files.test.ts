import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { contentsOf } from "../../../test/support/contents.ts";
import { owner, staffWith, testShop } from "../../../test/support/test-shop.ts";
import { Refusal } from "../../kernel/errors.ts";
import { newId } from "../../kernel/ids.ts";
import { folderStorage, useStorage } from "../../platform/storage.ts";
import {
  checkImport,
  exportFile,
  getImport,
  importReport,
  listExports,
  listImports,
  runImport,
  startExport,
  stopExport,
  stopImport,
  uploadImport,
} from "./contract.ts";
import { carryOn } from "./imports/carry-on.ts";
import { checkedImport, exportedFile, fileOf, importedFile, itemsOf } from "./examples.ts";
import { present } from "../../kernel/assert.ts";
import { parseTypeId } from "../../kernel/type-id.ts";
import { sql } from "../../platform/sql.ts";

const folder = mkdtempSync(path.join(tmpdir(), "shopwright-files-"));
useStorage(folderStorage(folder));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const shop = await testShop();

const upload = (content: string | Uint8Array, pieceBytes = 3) =>
  shop.call(
    uploadImport,
    { query: { kind: "products", name: "x.csv" }, body: fileOf(content, pieceBytes) },
    owner,
  );

const utf16 = (text: string, big: boolean): Buffer => {
  const bytes = Buffer.from(text, "utf16le");
  return big ? bytes.swap16() : bytes;
};

test.each([
  ["UTF-8 with its mark", Buffer.from("\uFEFFhandle,title_en\r\na,Größe 🪑\r\n"), "utf-8, ,"],
  ["UTF-8 without", Buffer.from("handle;title_en\na;Größe 🪑\n"), "utf-8, ;"],
  ["UTF-16 with its mark", utf16("\uFEFFhandle\ttitle_en\na\tGröße 🪑\n", false), "utf-16le, tab"],
  [
    "UTF-16, the other way round",
    utf16("\uFEFFhandle\ttitle_en\na\tGröße 🪑\n", true),
    "utf-16be, tab",
  ],
  ["UTF-16 without a mark", utf16("handle,title_en\na,Größe 🪑\n", false), "utf-16le, ,"],
  ["Latin-1", Buffer.from("handle;title_en\na;Größe\n", "latin1"), "windows-1252, ;"],
  [
    "a spreadsheet's own hint",
    Buffer.from("sep=;\r\nhandle;title_en\r\na;Größe, 🪑\r\n"),
    "utf-8, ;",
  ],
])("reads %s", async (_what, bytes, format) => {
  const { format: seen, headers, sample } = await upload(bytes);
  expect(seen).toBe(format);
  expect(headers).toEqual(["handle", "title_en"]);
  expect(sample[0]?.[1]).toMatch(/^Größe/);
});

test.each([
  ["nothing", ""],
  ["headers alone", "handle,title_en\n"],
  ["a picture", Buffer.from("89504e470d0a1a0a0000000d4948445200", "hex")],
  ["a zip that is no workbook", Buffer.from("504b0304140000000800", "hex")],
])("refuses %s as unreadable and keeps nothing", async (_what, bytes) => {
  const before = await contentsOf(shop.database);
  await expect(upload(bytes)).rejects.toMatchObject({ kind: { code: "table_unreadable" } });
  expect(await contentsOf(shop.database)).toEqual(before);
});

test("a file larger than the setting is refused while it comes in", async () => {
  process.env["IMPORT_MEGABYTES"] = "1";
  const large = `handle,title_en\n${"a,b\n".repeat(300_000)}`;
  try {
    const refused = { kind: { code: "file_too_large" } };
    await expect(upload(large, 65_536)).rejects.toMatchObject(refused);
  } finally {
    delete process.env["IMPORT_MEGABYTES"];
  }
});

test("random bytes never break anything, and a check changes nothing but what it writes down", async () => {
  const rest = async () =>
    Object.entries(await contentsOf(shop.database)).filter(
      ([table]) => !/^(exchange|platform)\./.test(table),
    );
  const before = await rest();
  const header = fc.constantFrom(
    "handle,title_en,sku,price_eur\n",
    "Handle,Title,Variant Price,Variant SKU,Option1 Name,Option1 Value,Image Src\n",
    "Type,SKU,Regular price,Parent\n",
    "",
  );
  const cell = fc.oneof(
    fc.string({ unit: "binary", maxLength: 12 }),
    fc.constantFrom(
      '"',
      '""',
      "\n",
      "\r",
      "\0",
      "1e309",
      "-1",
      "💥",
      "a".repeat(300),
      "'; drop table x; --",
      "\ud800",
    ),
  );
  const noise = fc.array(
    fc.array(cell, { maxLength: 5 }).map((cells) => cells.join(",")),
    { maxLength: 12 },
  );
  await fc.assert(
    fc.asyncProperty(header, noise, fc.uint8Array({ maxLength: 60 }), async (head, rows, tail) => {
      const bytes = Buffer.concat([Buffer.from(`${head}${rows.join("\n")}`), tail]);
      const done = await checkedImport(shop, bytes).catch((error: unknown) => {
        if (error instanceof Refusal) return null;
        throw error;
      });
      if (done !== null) expect(["checked", "failed"]).toContain(done.state);
    }),
    { numRuns: 30 },
  );
  expect(await rest()).toEqual(before);
}, 60_000);

test("the mapping is kept for files with these headers; what rows cannot do without is asked for", async () => {
  const first = await upload("Nummer,Wort,Betrag\nA1,Stuhl,12\n");
  expect([first.dialect, first.mapping]).toEqual(["other", [null, null, null]]);
  const params = { id: first.id };
  const body = { version: first.version, mapping: first.mapping, options: first.options };
  await expect(shop.call(checkImport, { params, body }, owner)).rejects.toMatchObject({
    kind: { code: "columns_missing" },
  });
  const mapping = ["sku", "title", "price"];
  const options = { ...first.options, locale: "de", currency: "EUR" } as const;
  await shop.call(checkImport, { params, body: { ...body, mapping, options } }, owner);
  await expect(
    shop.call(checkImport, { params, body: { ...body, mapping, options } }, owner),
  ).rejects.toMatchObject({ kind: { code: "changed_meanwhile" } });
  await shop.drainJobs();
  const { version, counts } = await shop.call(getImport, { params }, owner);
  expect(counts).toEqual({ create: 1 });
  await expect(
    shop.call(runImport, { params, body: { version: version + 1 } }, owner),
  ).rejects.toMatchObject({ kind: { code: "changed_meanwhile" } });
  await shop.call(stopImport, { params }, owner);
  await expect(shop.call(stopImport, { params }, owner)).rejects.toMatchObject({
    kind: { code: "wrong_import_state" },
  });
  const second = await upload("Nummer,Wort,Betrag\nA2,Tisch,14\n");
  expect([second.mapping, second.options.locale]).toEqual([mapping, "de"]);
});

test("an import that broke off goes on where it was, and one that is stopped stays so", async () => {
  const rows = Array.from({ length: 900 }, (_, n) => `broken-${n},Chair ${n},BR-${n},10`);
  const { id, version } = await checkedImport(
    shop,
    ["handle,title_en,sku,price_eur", ...rows, ""].join("\n"),
  );
  const params = { id };
  const uuid = present(parseTypeId("import", id), "an import's id");
  await shop.call(runImport, { params, body: { version } }, owner);
  // The first batch commits; then the worker is gone.
  const edge = shop.edge({ kind: "system", name: "test" });
  let batches = 0;
  const dying = {
    ...edge,
    transaction: async <T>(work: Parameters<typeof edge.transaction<T>>[0]) => {
      batches += 1;
      if (batches > 2) throw new Error("killed");
      return edge.transaction(work);
    },
  };
  await expect(carryOn(dying, uuid)).rejects.toThrow("killed");
  const half = await shop.database.one<{ position: number }>(sql`
    select position from exchange.import where id = ${uuid}`);
  expect(half.position).toBeGreaterThan(0);
  expect(half.position).toBeLessThan(900);
  await shop.drainJobs();
  const after = await shop.call(getImport, { params }, owner);
  expect([after.state, after.counts]).toEqual(["done", { create: 900 }]);
  const { count } = await shop.database.one<{ count: bigint }>(sql`
    select count(*) from catalog.product where handle like 'broken-%'`);
  expect(count).toBe(900n);
  const { rows: written } = await shop.database.pool.query(
    "select count(*) from pricing.price_change c join catalog.variant v on v.id = c.variant_id where v.sku like 'BR-%'",
  );
  expect(written[0]).toEqual({ count: 900n });
}, 60_000);

test("a race lost to somebody else's product refuses that one item only", async () => {
  const file = "handle,title_en,sku,barcode\nrace-1,A,RACE-1,11112222\nrace-2,B,RACE-2,33334444\n";
  const { id, version } = await checkedImport(shop, file);
  await shop.database.run(sql`
    update catalog.variant set barcode = '33334444' where sku = 'BR-0'`);
  await shop.call(runImport, { params: { id }, body: { version } }, owner);
  await shop.drainJobs();
  expect(
    (await itemsOf(shop, id)).map(({ key, verdict, problem }) => [key, verdict, problem?.code]),
  ).toEqual([
    ["race-1", "create", undefined],
    ["race-2", "refused", "barcode_taken"],
  ]);
  const { chunks } = await shop.call(importReport, { params: { id } }, owner);
  let report = "";
  for await (const chunk of chunks) report += new TextDecoder().decode(chunk);
  expect(report).toContain("3,race-2,barcode_taken,barcode,33334444");
});

test("each kind of file asks for the permission of its desk", async () => {
  const clerk = staffWith("catalog:import", "stock:write", "stock:read");
  const products = {
    query: { kind: "products", name: "x" } as const,
    body: fileOf("handle,sku\na,b\n"),
  };
  await expect(shop.call(uploadImport, products, clerk)).rejects.toMatchObject({
    kind: { code: "not_allowed" },
  });
  const orders = { body: { kind: "orders", format: "own" } as const };
  await expect(shop.call(startExport, orders, clerk)).rejects.toMatchObject({
    kind: { code: "not_allowed" },
  });
  expect((await shop.call(listImports, { query: {} }, clerk)).items).toEqual([]);
  const { id } = await shop.call(startExport, orders, owner);
  await expect(shop.call(exportFile, { params: { id } }, owner)).rejects.toMatchObject({
    kind: { code: "export_not_ready" },
  });
  expect((await shop.call(stopExport, { params: { id } }, owner)).state).toBe("cancelled");
  await shop.drainJobs();
  const { items } = await shop.call(listExports, { query: {} }, owner);
  expect(items.find((each) => each.id === id)?.state).toBe("cancelled");
  expect((await shop.call(listExports, { query: {} }, clerk)).items).toEqual([]);
  expect(newId()).not.toBe(id);
});

test("customers come as guests, with their address, and go out again", async () => {
  const file = `E-Mail,Vorname,Nachname,Strasse,PLZ,Ort,Land,Sprache
Eva@Example.com,Eva,"Müller, geb. Groß",Hauptstr. 1,10115,Berlin,DE,de
keine,Otto,O,,,,,
halb@example.com,Halb,H,Weg 1,,Berlin,DE,de
`;
  const { counts, id } = await importedFile(shop, file, { locale: "de" }, "customers");
  expect(counts).toEqual({ create: 1, refused: 2 });
  expect((await itemsOf(shop, id)).map(({ problem }) => problem?.code)).toEqual([
    undefined,
    "email_invalid",
    "address_incomplete",
  ]);
  const out = await exportedFile(shop, "customers");
  expect(out.toString()).toContain('eva@example.com,"Eva Müller, geb. Groß",de,no,');
  const again = await checkedImport(shop, out, { overwrite: true }, "customers");
  expect(again.counts).toEqual({ unchanged: 1 });
});
