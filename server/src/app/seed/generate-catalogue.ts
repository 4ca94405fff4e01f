import { present } from "../../kernel/assert.ts";
import { newId, type Uuid } from "../../kernel/ids.ts";
import {
  type ImportedProduct,
  importCategories,
  importProducts,
} from "../../modules/catalog/index.ts";
import { reindexProducts } from "../../modules/search/index.ts";
import type { Context } from "../../platform/context.ts";

export interface GeneratedSize {
  readonly products: number;
  readonly variantsEach: number;
}

const kinds = ["chair", "stool", "bench", "sofa", "table", "shelf", "lamp", "mug", "bowl", "vase"];
const woods = ["oak", "walnut", "ash", "beech"];
const adjectives = ["quiet", "sturdy", "slender", "broad", "light", "coastal", "plain", "fine"];

/** Products written by one statement; a batch of theirs fits into memory whatever the total. */
const batch = 2_000;

/**
 * Fills the shop with invented goods for measuring: ten categories below one root, products spread
 * over them, variants in woods and sizes with EUR and USD prices. The same numbers give the same
 * goods. @returns the ids of all variants
 */
export async function generateCatalogue(ctx: Context, size: GeneratedSize): Promise<Uuid[]> {
  const categoryIds = await generateCategories(ctx);
  const variantIds: Uuid[] = [];
  for (let start = 0; start < size.products; start += batch) {
    const products = Array.from({ length: Math.min(batch, size.products - start) }, (_, index) =>
      generatedProduct(start + index, size.variantsEach, categoryIds, ctx.now),
    );
    await importProducts(ctx, products);
    await reindexProducts(
      ctx,
      products.map(({ id }) => id),
    );
    variantIds.push(...products.flatMap(({ variants }) => variants.map(({ id }) => id)));
  }
  return variantIds;
}

async function generateCategories(ctx: Context): Promise<Uuid[]> {
  const root = newId();
  const categories = kinds.map((kind, index) => ({
    ...categoryOf(newId(), `bench-${kind}`, `${kind}s`),
    parentId: root,
    position: index,
  }));
  await importCategories(ctx, [categoryOf(root, "bench", "Everything"), ...categories]);
  return categories.map(({ id }) => id);
}

function categoryOf(id: Uuid, code: string, name: string) {
  const text = { name, slug: code, intro: "" };
  return { id, code, parentId: null, position: 0, pictureId: null, texts: { en: text, de: text } };
}

const pick = (from: readonly string[], index: number): string =>
  present(from[index % from.length], "an element");

function generatedProduct(
  number: number,
  variantsEach: number,
  categoryIds: readonly Uuid[],
  now: Date,
): ImportedProduct {
  const kind = pick(kinds, number);
  const title = `${pick(adjectives, Math.floor(number / 10))} ${kind} ${number}`;
  const text = {
    title,
    subtitle: `A ${kind} in ${pick(woods, number)}`,
    description: `The ${title} is one of many that are only here to be counted.`,
    care: "",
    seoTitle: "",
    seoDescription: "",
  };
  return {
    id: newId(),
    handle: title.replaceAll(" ", "-"),
    taxCategory: "standard",
    featured: number % 50 === 0,
    model: null,
    publishedAt: new Date(now.getTime() - number * 60_000),
    texts: { en: text, de: text },
    options: generatedOptions(variantsEach),
    variants: Array.from({ length: variantsEach }, (_, index) => generatedVariant(number, index)),
    categories: [{ id: pick(categoryIds, number), position: number }],
    relatedIds: [],
    pictures: [],
  };
}

function generatedOptions(variantsEach: number): ImportedProduct["options"] {
  const sizes = Math.ceil(variantsEach / woods.length);
  const value = (code: string, swatch: string | null) => ({
    code,
    labels: { en: code, de: code },
    swatch,
  });
  return [
    {
      code: "material",
      names: { en: "Wood", de: "Holz" },
      values: woods.slice(0, variantsEach).map((wood) => value(wood, "#c8a063")),
    },
    {
      code: "size",
      names: { en: "Size", de: "Größe" },
      values: Array.from({ length: sizes }, (_, index) => value(`s${index + 1}`, null)),
    },
  ];
}

function generatedVariant(number: number, index: number): ImportedProduct["variants"][number] {
  const amount = BigInt(1_000 + ((number * 37) % 90) * 1_000 + index * 500);
  return {
    id: newId(),
    sku: `BENCH-${number}-${index + 1}`,
    barcode: null,
    options: { material: pick(woods, index), size: `s${Math.floor(index / woods.length) + 1}` },
    weightGrams: 500 + (number % 40) * 250,
    widthMm: null,
    depthMm: null,
    heightMm: null,
    stockPolicy: "refuse",
    backorderCap: 0,
    backorderDays: 0,
    active: true,
    prices: [
      { currency: "EUR", amount, compareAt: null },
      { currency: "USD", amount: amount + 100n, compareAt: null },
    ],
  };
}
