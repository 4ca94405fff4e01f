import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { parse } from "csv-parse/sync";
import { afterAll, expect, test } from "vitest";
import type { z } from "zod";
import { owner, type TestShop, testShop } from "../../../test/support/test-shop.ts";
import { folderStorage, useStorage } from "../../platform/storage.ts";
import {
  createCategory,
  createProduct,
  listAdminCategories,
  publishProduct,
} from "../catalog/contract.ts";
import { aCategory } from "../catalog/examples.ts";
import { checkedImport, exportedFile, importedFile, itemsOf } from "./examples.ts";
import { csvLine, guard, unguard } from "./files/csv-line.ts";

const folder = mkdtempSync(path.join(tmpdir(), "shopwright-identity-"));
useStorage(folderStorage(folder));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const [here, there] = [await testShop(), await testShop()];

async function categoriesOf(shop: TestShop): Promise<string[]> {
  for (const code of ["chairs", "tables"])
    await shop.call(createCategory, { body: aCategory(code) }, owner);
  const { categories } = await shop.call(listAdminCategories, {}, owner);
  return categories.map(({ id }) => id);
}
const categoryIds = await categoriesOf(here);
await categoriesOf(there);

/** What breaks files: quotes, lines, separators, signs of formulas, letters of several units. */
const piece = fc.constantFrom(
  '"',
  "'",
  ",",
  ";",
  "\t",
  "=1+1",
  "+",
  "-",
  "@SUM(A1)",
  "<b>",
  "&amp;",
  "|",
  "\\n",
  "ä",
  "ß",
  "🪑",
  "👩‍👧",
  "é",
  "ไทย",
  "a",
  "Oak ",
  "  ",
  "'=",
  "''+",
);
const line = (max: number) =>
  fc
    .array(piece, { minLength: 1, maxLength: max })
    .map((pieces) => pieces.join("").replaceAll("\t", " ").normalize("NFC").trim())
    .filter((text) => text !== "");
const lines = fc
  .array(fc.option(line(4), { nil: "" }), { maxLength: 4 })
  .map((all) => all.join("\n"));

type Sent = z.input<(typeof createProduct)["body"]>;
let made = 0;

const product: fc.Arbitrary<{ sent: Sent; published: boolean }> = fc
  .record({
    title: line(4),
    titleDe: fc.option(line(4)),
    subtitle: fc.oneof(fc.constant(""), line(3)),
    description: lines,
    labels: fc.array(line(2), { minLength: 1, maxLength: 3 }),
    turned: fc.boolean(),
    simple: fc.boolean(),
    grams: fc.nat(50_000),
    width: fc.option(fc.nat(5_000)),
    amount: fc.option(fc.nat(1_000_000)),
    policy: fc.constantFrom(
      "refuse" as const,
      "backorder" as const,
      "order_from_supplier" as const,
    ),
    cap: fc.nat(50),
    reduced: fc.boolean(),
    categories: fc.subarray(categoryIds),
    featured: fc.boolean(),
    swatch: fc.constantFrom(null, "#aabbcc", "#0A0B0C"),
    published: fc.boolean(),
  })
  .map((facts) => {
    const n = (made += 1);
    const text = { title: facts.title, subtitle: facts.subtitle, description: facts.description };
    const values = facts.labels.map((label, index) => ({
      code: `v${index}`,
      labels: { en: label, ...(index === 1 ? {} : { de: `${label}·` }) },
      swatch: facts.swatch,
    }));
    const amount = String((facts.amount ?? 0) + 1);
    const variant = (sku: string, options: Record<string, string>) => ({
      sku,
      options,
      weightGrams: facts.grams,
      widthMm: facts.width,
      stockPolicy: facts.policy,
      backorderCap: facts.cap,
      active: true,
      prices:
        facts.amount === null
          ? []
          : [
              { currency: "EUR" as const, amount, compareAt: facts.reduced ? `${amount}9` : null },
              { currency: "JPY" as const, amount },
            ],
    });
    const variants = facts.simple
      ? [variant(`S${n}`, {})]
      : values.map(({ code }, index) => variant(`S${n}-${index}`, { wood: code }));
    const sent: Sent = {
      handle: `p-${n}`,
      featured: facts.featured,
      texts: { en: text, ...(facts.titleDe === null ? {} : { de: { title: facts.titleDe } }) },
      options: facts.simple ? [] : [{ code: "wood", names: { en: "Wood", de: "=Holz" }, values }],
      variants: facts.turned ? variants.toReversed() : variants,
      categoryIds: facts.categories,
    };
    return { sent, published: facts.published && facts.amount !== null };
  });

const byHandle = (file: Buffer): string[][] =>
  parse(file, { bom: true }).toSorted((a, b) => (a[0] ?? "").localeCompare(b[0] ?? ""));

test("what was exported is the same when it is read back, here and in another shop", async () => {
  let last: string | null = null;
  const keep = async ({ sent, published }: { sent: Sent; published: boolean }): Promise<void> => {
    const related = last === null ? {} : { relatedIds: [last] };
    const { id, version } = await here.call(
      createProduct,
      { body: { ...sent, ...related } },
      owner,
    );
    if (published) await here.call(publishProduct, { params: { id }, body: { version } }, owner);
    last = id;
  };
  await fc.assert(
    fc.asyncProperty(fc.array(product, { minLength: 4, maxLength: 8 }), async (products) => {
      for (const each of products) await keep(each);
      const file = await exportedFile(here, "products");
      const again = await checkedImport(here, file, { overwrite: true });
      const changes = (await itemsOf(here, again.id)).filter(
        ({ verdict }) => verdict !== "unchanged",
      );
      expect(changes).toEqual([]);
      expect(again.dialect).toBe("own");
      await importedFile(there, file, { overwrite: true });
      expect(byHandle(await exportedFile(there, "products"))).toEqual(byHandle(file));
    }),
    { numRuns: 5, endOnFailure: true },
  );
  const sheet = await exportedFile(here, "products", "xlsx");
  const read = await checkedImport(here, sheet, { overwrite: true });
  expect([read.format, Object.keys(read.counts)]).toEqual(["xlsx", ["unchanged"]]);
  const shopify = await checkedImport(here, await exportedFile(here, "products", "shopify"), {
    overwrite: true,
    locale: "en",
    currency: "EUR",
  });
  const refused = (await itemsOf(here, shopify.id)).filter(({ verdict }) => verdict === "refused");
  expect([shopify.dialect, refused]).toEqual(["shopify", []]);
});

test("a cell that looks like a formula is written so that no spreadsheet runs it, and read back as it was", () => {
  fc.assert(
    fc.property(fc.string({ unit: piece }), (cell) => {
      expect(guard(cell)).not.toMatch(/^[=+\-@\t\r]/);
      expect(unguard(guard(cell))).toBe(cell);
      const [row] = parse(csvLine([guard(cell), "x"]), { relax_quotes: true });
      expect(row).toEqual([guard(cell), "x"]);
    }),
  );
  expect(guard("=HYPERLINK(1)")).toBe("'=HYPERLINK(1)");
});
