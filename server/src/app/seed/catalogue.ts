import {
  attributesOf,
  categories as demoCategories,
  type DemoAttributes,
  type DemoProduct,
  type DemoVariant,
  locales,
  products as demoProducts,
  productTypes,
} from "../../../../demo/catalogue/index.ts";
import { present } from "../../kernel/assert.ts";
import type { Json } from "../../kernel/errors.ts";
import { newId, type Uuid } from "../../kernel/ids.ts";
import {
  type AttributeValues,
  type ImportedProduct,
  importCategories,
  importProducts,
  importTypes,
} from "../../modules/catalog/index.ts";
import { demoGiftCard } from "./gift-card.ts";
import { importedTypes } from "./product-types.ts";
import { insertPictures, type NewPicture } from "../../modules/media/index.ts";
import { reindexProducts } from "../../modules/search/index.ts";
import type { Context } from "../../platform/context.ts";
import { touchTag } from "../../platform/pending.ts";
import { sql } from "../../platform/sql.ts";
import {
  type DemoPicture,
  type DemoPictures,
  readDemoPictures,
  storedPicture,
} from "./pictures.ts";

/**
 * Fills an empty catalogue with the demo shop's categories, products, prices and pictures. Does
 * nothing when there are products. The picture files are put into storage by storeDemoPictures.
 */
export async function seedCatalogue(ctx: Context): Promise<void> {
  const { filled } = await ctx.db.one<{ filled: boolean }>(sql`
    select exists (select 1 from catalog.product) or exists (select 1 from catalog.category) as filled`);
  if (filled) return;
  const pictures = await readDemoPictures();
  const scenes = await seedScenes(ctx, pictures);
  const categoryIds = await seedCategories(ctx, scenes);
  const productIds = new Map(demoProducts.map(({ handle }) => [handle, newId()]));
  const typeIds = await importTypes(ctx, importedTypes(productTypes));
  const shown = await seedProductPictures(ctx, pictures);
  const products = demoProducts.map((product, index) =>
    importedProduct(product, index, {
      now: ctx.now,
      productIds,
      typeIds,
      categoryId: present(categoryIds.get(product.category), `category ${product.category}`),
      pictures: shown.get(product.handle) ?? [],
    }),
  );
  const giftCard = await demoGiftCard(ctx, {
    id: present(categoryIds.get("accents"), "a category for gifts"),
    position: demoProducts.length + 1,
  });
  await importProducts(ctx, [...products, giftCard]);
  await reindexProducts(ctx, [...productIds.values(), giftCard.id]);
  touchTag(ctx, "catalog", "menu:main", "pictures");
}

/** Scenes are pictures that pages ask for by name; those named like a category stand for it, too. */
async function seedScenes(ctx: Context, { scenes }: DemoPictures): Promise<Map<string, Uuid>> {
  const categoryNames = new Map(demoCategories.map(({ code, name }) => [code, name]));
  const rows = Object.values(scenes).map((scene): NewPicture => ({
    ...storedPicture("scene", scene),
    name: scene.name,
    alt: { ...categoryNames.get(scene.name) },
  }));
  const ids = rows.length === 0 ? [] : await insertPictures(ctx, rows);
  return new Map(rows.map(({ name = "" }, index) => [name, present(ids[index], "a picture's id")]));
}

async function seedCategories(
  ctx: Context,
  scenes: ReadonlyMap<string, Uuid>,
): Promise<Map<string, Uuid>> {
  const ids = new Map(demoCategories.map(({ code }) => [code, newId()]));
  const rows = demoCategories.map(({ code, handle, parent, order, name, intro }) => ({
    id: present(ids.get(code), "a category's id"),
    code,
    parentId: parent === null ? null : present(ids.get(parent), `category ${parent}`),
    position: order,
    pictureId: scenes.get(code) ?? null,
    texts: Object.fromEntries(
      locales.map((locale) => [
        locale,
        { name: name[locale], slug: handle[locale], intro: intro[locale] },
      ]),
    ),
  }));
  await importCategories(ctx, rows);
  return ids;
}

type ShownPicture = ImportedProduct["pictures"][number];

async function seedProductPictures(
  ctx: Context,
  { products }: DemoPictures,
): Promise<Map<string, ShownPicture[]>> {
  const all = demoProducts.flatMap((product) =>
    (products[product.handle] ?? []).map((picture) => ({ product, picture })),
  );
  if (all.length === 0) return new Map();
  const ids = await insertPictures(
    ctx,
    all.map(({ product, picture }) => ({
      ...storedPicture(product.handle, picture),
      alt: altOf(product, picture),
    })),
  );
  const shown = all.map(({ product, picture }, index) => ({
    handle: product.handle,
    id: present(ids[index], "a picture's id"),
    ...valueShown(picture),
  }));
  const byHandle = Map.groupBy(shown, ({ handle }) => handle);
  return new Map(
    [...byHandle].map(([handle, each]) => [
      handle,
      each.map(({ id, optionCode, valueCode }) => ({ id, optionCode, valueCode })),
    ]),
  );
}

/** Only pictures made to show one option value are tied to it; the others open the gallery. */
function valueShown(picture: DemoPictures["products"][string][number]) {
  const [value, ...more] = Object.entries(picture.shows);
  return picture.kind === "option" && value !== undefined && more.length === 0
    ? { optionCode: value[0], valueCode: value[1] }
    : { optionCode: null, valueCode: null };
}

/** The product's name and what the picture shows of it: "Lind chair, Oak, oiled". */
function altOf(product: DemoProduct, { shows }: DemoPicture): NewPicture["alt"] {
  return Object.fromEntries(
    locales.map((locale) => {
      const labels = product.options.flatMap(
        ({ code, values }) =>
          values.find((value) => value.code === shows[code])?.label[locale] ?? [],
      );
      return [locale, [product.text[locale].title, ...labels].join(", ")];
    }),
  );
}

interface Surroundings {
  readonly now: Date;
  readonly productIds: ReadonlyMap<string, Uuid>;
  readonly typeIds: ReadonlyMap<string, Uuid>;
  readonly categoryId: Uuid;
  readonly pictures: readonly ShownPicture[];
}

const day = 86_400_000;

function importedProduct(
  product: DemoProduct,
  index: number,
  { now, productIds, typeIds, categoryId, pictures }: Surroundings,
): ImportedProduct {
  const said = attributesOf(product);
  return {
    id: present(productIds.get(product.handle), "a product's id"),
    handle: product.handle,
    taxCategory: "standard",
    typeId: present(typeIds.get(said.type), `product type ${said.type}`),
    attributes: importedValues(said.product, productIds),
    featured: product.featured,
    model: product.model as unknown as Json, // plain data by its type, which names no JSON
    // One a day, the later ones in the list first, so that "newest" means something.
    publishedAt: new Date(now.getTime() - (demoProducts.length - index) * day),
    texts: Object.fromEntries(
      locales.map((locale) => {
        const { description, ...text } = product.text[locale];
        return [locale, { ...text, description: description.join("\n\n") }];
      }),
    ),
    options: product.options.map(({ code, name, values }) => ({
      code,
      names: name,
      values: values.map((value) => ({
        code: value.code,
        labels: value.label,
        swatch: value.swatch ?? null,
      })),
    })),
    variants: product.variants.map((variant, place) => ({
      ...importedVariant(variant),
      attributes: importedValues(said.variants[place] ?? {}, productIds),
    })),
    categories: [{ id: categoryId, position: index + 1 }],
    relatedIds: product.related.map((handle) => present(productIds.get(handle), handle)),
    pictures,
  };
}

/** Products that values point to go by their handle in the data, by their id in the shop. */
function importedValues(
  values: DemoAttributes["product"],
  productIds: ReadonlyMap<string, Uuid>,
): Record<string, AttributeValues[string]> {
  return Object.fromEntries(
    Object.entries(values).map(([code, value]) => [
      code,
      typeof value === "object" && "product" in value
        ? { product: present(productIds.get(value.product), value.product) }
        : (value as AttributeValues[string]),
    ]),
  );
}

function importedVariant(variant: DemoVariant): ImportedProduct["variants"][number] {
  const { sku, barcode, options, weightGrams, dimensions, stockPolicy } = variant;
  return {
    id: newId(),
    sku,
    barcode,
    options: Object.fromEntries(Object.entries(options)),
    weightGrams,
    widthMm: dimensions.w,
    depthMm: dimensions.d,
    heightMm: dimensions.h,
    stockPolicy: stockPolicy.kind,
    backorderCap: stockPolicy.kind === "backorder" ? stockPolicy.cap : 0,
    backorderDays: stockPolicy.kind === "refuse" ? 0 : stockPolicy.days,
    active: true,
    prices: [
      {
        currency: "EUR",
        amount: variant.priceEurMinor,
        compareAt: variant.compareAtEurMinor ?? null,
      },
      {
        currency: "USD",
        amount: variant.priceUsdMinor,
        compareAt: variant.compareAtUsdMinor ?? null,
      },
    ],
  };
}
