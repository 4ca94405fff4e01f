import { z } from "zod";
import { endpoint } from "../../kernel/endpoint.ts";
import { conflict, notFound } from "../../kernel/errors.ts";
import { productKinds } from "../../kernel/product-kind.ts";
import { taxCategories } from "../../kernel/tax-category.ts";
import { idSchema, idView, localeSchema, longText, moneyView, text } from "../../kernel/wire.ts";
import { adminPictureView, pictureView } from "../media/contract.ts";
import { compareAtTooLow, listedPriceView, priceInput } from "../pricing/contract.ts";
import { attributesInput, attributesView } from "./attribute-contract.ts";
import {
  attributesInvalid,
  barcodeTaken,
  handleTaken,
  notPublishable,
  optionsIncomplete,
  skuTaken,
  unknownCategory,
  unknownProduct,
  unknownProductType,
  unknownVariant,
} from "./errors.ts";

export const productStatuses = ["draft", "published", "archived"] as const;
export const stockPolicies = ["refuse", "backorder", "order_from_supplier"] as const;

const code = z.string().regex(/^[a-z0-9][a-z0-9_-]{0,62}$/);
const handle = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .max(100);
const line = (max: number) =>
  longText(max)
    .pipe(z.string().regex(/^[^\n]*$/))
    .default("");

export const productTextInput = z.object({
  title: text(200),
  subtitle: line(300),
  description: longText(10_000).default(""),
  care: longText(2_000).default(""),
  seoTitle: line(200),
  seoDescription: line(500),
});

export const optionInput = z.object({
  code,
  names: z.partialRecord(localeSchema, text(80)),
  values: z
    .array(
      z.object({
        code,
        labels: z.partialRecord(localeSchema, text(80)),
        swatch: z
          .string()
          .regex(/^#[0-9a-f]{6}$/i)
          .nullable()
          .default(null),
      }),
    )
    .min(1)
    .max(60),
});

const oncePerCurrency = (prices: readonly { currency: string }[]): boolean =>
  new Set(prices.map(({ currency }) => currency)).size === prices.length;

const millimetres = z.int().min(0).max(100_000).nullable().default(null);

export const variantInput = z.object({
  /** Of a variant that exists; absent for a new one. */
  id: idSchema("variant").optional(),
  sku: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._/-]{0,63}$/),
  barcode: z
    .string()
    .trim()
    .regex(/^[0-9A-Za-z-]{4,32}$/)
    .nullable()
    .default(null),
  /** Option code → value code; one for each option of the product. */
  options: z.record(code, code).default({}),
  weightGrams: z.int().min(0).max(10_000_000),
  widthMm: millimetres,
  depthMm: millimetres,
  heightMm: millimetres,
  stockPolicy: z.enum(stockPolicies).default("refuse"),
  /** Most units sold beyond the shelf under the policy "backorder". */
  backorderCap: z.int().min(0).max(1_000_000).default(0),
  /** Days until goods that are not on the shelf can be sent. */
  backorderDays: z.int().min(0).max(1_000).default(0),
  active: z.boolean().default(true),
  /** The prices to set, one a currency; currencies left out keep theirs. */
  prices: z
    .array(priceInput)
    .max(60)
    .refine(oncePerCurrency, { error: "A currency is named twice" })
    .default([]),
  /** What this variant says of itself by the product's type; left out, it stays as it is. */
  attributes: attributesInput.optional(),
});

export const productInput = z.object({
  /** Made from the title when left out. */
  handle: handle.optional(),
  kind: z.enum(productKinds).default("physical"),
  taxCategory: z.enum(taxCategories).default("standard"),
  /** Stands first in recommended order and may be shown on the home page. */
  featured: z.boolean().default(false),
  texts: z
    .partialRecord(localeSchema, productTextInput)
    .refine((texts) => Object.keys(texts).length > 0, { error: "A title is needed" }),
  options: z.array(optionInput).max(3).default([]),
  variants: z.array(variantInput).min(1).max(250),
  categoryIds: z.array(idSchema("category")).max(20).default([]),
  relatedIds: z.array(idSchema("product")).max(24).default([]),
  /** Null for a product of no type; left out, it stays as it is. */
  typeId: idSchema("product_type").nullable().optional(),
  /** Values by the type's attributes, all of them; left out, they stay as they are. */
  attributes: attributesInput.optional(),
});
export type ProductInput = z.output<typeof productInput>;

export const adminVariantView = z.object({
  id: idView("variant"),
  sku: z.string(),
  barcode: z.string().nullable(),
  options: z.record(z.string(), z.string()),
  weightGrams: z.int(),
  widthMm: z.int().nullable(),
  depthMm: z.int().nullable(),
  heightMm: z.int().nullable(),
  stockPolicy: z.enum(stockPolicies),
  backorderCap: z.int(),
  backorderDays: z.int(),
  active: z.boolean(),
  prices: z.array(listedPriceView),
  /** Units on the shelf that nobody has reserved, over all warehouses. */
  available: z.int(),
  attributes: attributesView,
});

export const adminProductView = z.object({
  id: idView("product"),
  version: z.int(),
  handle: z.string(),
  status: z.enum(productStatuses),
  kind: z.enum(productKinds),
  taxCategory: z.string(),
  featured: z.boolean(),
  typeId: idView("product_type").nullable(),
  attributes: attributesView,
  texts: z.partialRecord(
    localeSchema,
    z.object({
      title: z.string(),
      subtitle: z.string(),
      description: z.string(),
      care: z.string(),
      seoTitle: z.string(),
      seoDescription: z.string(),
    }),
  ),
  options: z.array(
    z.object({
      code: z.string(),
      names: z.partialRecord(localeSchema, z.string()),
      values: z.array(
        z.object({
          code: z.string(),
          labels: z.partialRecord(localeSchema, z.string()),
          swatch: z.string().nullable(),
        }),
      ),
    }),
  ),
  variants: z.array(adminVariantView),
  categoryIds: z.array(idView("category")),
  related: z.array(
    z.object({ id: idView("product"), title: z.string(), picture: pictureView.nullable() }),
  ),
  pictures: z.array(
    adminPictureView.extend({
      optionCode: z.string().nullable(),
      valueCode: z.string().nullable(),
    }),
  ),
  publishedAt: z.iso.datetime().nullable(),
  /** When it goes on sale, and off it, by itself. */
  publishAt: z.iso.datetime().nullable(),
  unpublishAt: z.iso.datetime().nullable(),
  /** Code of the refusal that kept it from going on sale at its moment. */
  scheduleProblem: z.string().nullable(),
  createdAt: z.iso.datetime(),
  changedAt: z.iso.datetime(),
});
export type AdminProductView = z.output<typeof adminProductView>;

export const adminProductRowView = z.object({
  id: idView("product"),
  handle: z.string(),
  title: z.string(),
  status: z.enum(productStatuses),
  picture: pictureView.nullable(),
  skus: z.array(z.string()),
  variantCount: z.int(),
  /** Lowest price in each currency it is offered in. */
  prices: z.array(moneyView),
  available: z.int(),
  publishAt: z.iso.datetime().nullable(),
  unpublishAt: z.iso.datetime().nullable(),
  changedAt: z.iso.datetime(),
});

const byId = z.object({ id: idSchema("product") });
const ofVersion = z.object({ version: z.int().min(1) });
export const changeErrors = [
  notFound,
  conflict,
  handleTaken,
  skuTaken,
  barcodeTaken,
  optionsIncomplete,
  unknownCategory,
  unknownProduct,
  unknownProductType,
  attributesInvalid,
  compareAtTooLow,
] as const;

export const listAdminProducts = endpoint({
  id: "listAdminProducts",
  method: "GET",
  path: "/api/admin/products",
  summary: "Products of every status, newest change first; found by title, handle, SKU or barcode",
  allow: "catalog:read",
  query: z.object({
    q: z
      .string()
      .normalize("NFC")
      .trim()
      .max(200)
      .regex(/^[^\p{Cc}\p{Cs}]*$/u)
      .optional(),
    status: z.enum(productStatuses).optional(),
    category: idSchema("category").optional(),
    type: idSchema("product_type").optional(),
    after: z.string().max(400).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  reply: z.object({ products: z.array(adminProductRowView), next: z.string().nullable() }),
});

export const getAdminProduct = endpoint({
  id: "getAdminProduct",
  method: "GET",
  path: "/api/admin/products/:id",
  summary: "One product with everything that can be edited",
  allow: "catalog:read",
  params: byId,
  reply: adminProductView,
  errors: [notFound],
});

export const createProduct = endpoint({
  id: "createProduct",
  method: "POST",
  path: "/api/admin/products",
  summary: "Creates a product as a draft",
  allow: "catalog:write",
  body: productInput,
  reply: adminProductView,
  errors: changeErrors,
});

export const changeProduct = endpoint({
  id: "changeProduct",
  method: "PUT",
  path: "/api/admin/products/:id",
  summary: "Replaces texts, options, variants, categories and related products of a product",
  allow: "catalog:write",
  params: byId,
  body: productInput.extend({ version: z.int().min(1) }),
  reply: adminProductView,
  errors: changeErrors,
});

export const changePrices = endpoint({
  id: "changePrices",
  method: "PUT",
  path: "/api/admin/products/:id/prices",
  summary: "Changes the prices named in the body, all or none; others stay as they are",
  allow: "catalog:write",
  params: byId,
  body: z.object({
    prices: z
      .array(
        priceInput.extend({
          variantId: idSchema("variant"),
          /** Version of the price that was edited; null for one that did not exist. */
          version: z.int().min(1).nullable(),
        }),
      )
      .min(1)
      .max(1000),
  }),
  reply: adminProductView,
  errors: [notFound, conflict, unknownVariant, compareAtTooLow],
});

export const publishProduct = endpoint({
  id: "publishProduct",
  method: "POST",
  path: "/api/admin/products/:id/publication",
  summary: "Puts a product on sale",
  allow: "catalog:write",
  params: byId,
  body: ofVersion,
  reply: adminProductView,
  errors: [notFound, conflict, notPublishable],
});

export const unpublishProduct = endpoint({
  id: "unpublishProduct",
  method: "DELETE",
  path: "/api/admin/products/:id/publication",
  summary: "Takes a product off sale; it is a draft again",
  allow: "catalog:write",
  params: byId,
  reply: adminProductView,
  errors: [notFound],
});

export const archiveProduct = endpoint({
  id: "archiveProduct",
  method: "POST",
  path: "/api/admin/products/:id/archiving",
  summary: "Takes a product out of the range for good; orders keep it",
  allow: "catalog:write",
  params: byId,
  body: ofVersion,
  reply: adminProductView,
  errors: [notFound, conflict],
});

export const duplicateProduct = endpoint({
  id: "duplicateProduct",
  method: "POST",
  path: "/api/admin/products/:id/duplicate",
  summary: "Copies a product as a draft with new SKUs; prices and pictures included",
  allow: "catalog:write",
  params: byId,
  reply: adminProductView,
  errors: [notFound],
});
