import { z } from "zod";
import { endpoint, nothing } from "../../kernel/endpoint.ts";
import { conflict, notFound } from "../../kernel/errors.ts";
import { idSchema, idView, localeSchema, longText, text } from "../../kernel/wire.ts";
import {
  type AttributeValue,
  attributeKinds,
  attributeLevels,
  choiceKinds,
  filterableKinds,
} from "./attribute.ts";
import {
  typeChangeRunning,
  typeChangeUnconfirmed,
  typeCodeTaken,
  typeInUse,
  unknownAttribute,
} from "./errors.ts";

const code = z.string().regex(/^[a-z0-9][a-z0-9_-]{0,62}$/);
const labels = (max: number) => z.partialRecord(localeSchema, text(max));
const named = (max: number) =>
  labels(max).refine((texts) => Object.keys(texts).length > 0, { error: "A name is needed" });

/** A value from a client; null takes it away. Whether it fits the type is said by `attributes_invalid`. */
export const attributeValueInput = z
  .union([
    longText(20_000),
    z.number().min(-1e12).max(1e12),
    z.boolean(),
    z.array(code).max(200),
    z.strictObject({ file: idSchema("file") }),
    z.strictObject({ product: idSchema("product") }),
    z.strictObject({ page: code }),
    z.partialRecord(localeSchema, longText(20_000)),
  ])
  .nullable()
  // What the union gives is an AttributeValue; said so, because zod's types allow writing to it.
  .transform((value) => value as AttributeValue | null);

/** Attribute code → value. */
export const attributesInput = z
  .record(code, attributeValueInput)
  .refine((values) => Object.keys(values).length <= 200, { error: "Too many values" });

/** A value in a reply; ids of files and products are TypeIDs. */
export const attributeValueView = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.array(z.string()),
  z.record(z.string(), z.string()),
]);
export const attributesView = z.record(z.string(), attributeValueView);
export type AttributesView = z.output<typeof attributesView>;

const attributeShape = {
  code,
  kind: z.enum(attributeKinds),
  level: z.enum(attributeLevels),
  required: z.boolean(),
  /** Of texts: one for each language. */
  translatable: z.boolean(),
  /** Offered as a filter in lists. */
  filterable: z.boolean(),
  /** Of numbers: "cm". */
  unit: text(12).nullable(),
  /** Of references: what it points to. */
  target: z.enum(["product", "page"]).nullable(),
};

export const attributeInput = z
  .object({
    ...attributeShape,
    /** Of an attribute that exists; absent for a new one. */
    id: idSchema("attribute").optional(),
    names: named(80),
    help: labels(300).default({}),
    groups: labels(80).default({}),
    level: attributeShape.level.default("product"),
    required: attributeShape.required.default(false),
    translatable: attributeShape.translatable.default(false),
    filterable: attributeShape.filterable.default(false),
    unit: attributeShape.unit.default(null),
    target: attributeShape.target.default(null),
    choices: z
      .array(
        z.object({
          code,
          labels: named(80),
          swatch: z
            .string()
            .regex(/^#[0-9a-f]{6}$/i)
            .nullable()
            .default(null),
        }),
      )
      .max(200)
      .refine((all) => new Set(all.map((each) => each.code)).size === all.length, {
        error: "A choice is there twice",
      })
      .default([]),
  })
  .refine(({ kind, choices }) => choiceKinds.includes(kind) === choices.length > 0, {
    error: "Choices belong to choices",
    path: ["choices"],
  })
  .refine(({ kind, target }) => (kind === "reference") === (target !== null), {
    error: "References point to products or pages",
    path: ["target"],
  })
  .refine(({ kind, translatable }) => !translatable || kind === "text" || kind === "rich_text", {
    error: "Only texts have languages",
    path: ["translatable"],
  })
  .refine(({ kind, filterable }) => !filterable || filterableKinds.includes(kind), {
    error: "Lists cannot be narrowed by this kind",
    path: ["filterable"],
  })
  .refine(({ kind, unit }) => unit === null || kind === "number", {
    error: "Only numbers have a unit",
    path: ["unit"],
  });

const attributeList = z
  .array(attributeInput)
  .max(100)
  .refine((all) => new Set(all.map((each) => each.code)).size === all.length, {
    error: "An attribute is there twice",
  });

export const productTypeInput = z.object({
  code,
  names: named(80),
  attributes: attributeList.default([]),
});
export type ProductTypeInput = z.output<typeof productTypeInput>;

export const attributeView = z.object({
  ...attributeShape,
  id: idView("attribute"),
  code: z.string(),
  unit: z.string().nullable(),
  names: z.partialRecord(localeSchema, z.string()),
  help: z.partialRecord(localeSchema, z.string()),
  groups: z.partialRecord(localeSchema, z.string()),
  choices: z.array(
    z.object({
      code: z.string(),
      labels: z.partialRecord(localeSchema, z.string()),
      swatch: z.string().nullable(),
    }),
  ),
});
export type AttributeView = z.output<typeof attributeView>;

export const productTypeView = z.object({
  id: idView("product_type"),
  code: z.string(),
  names: z.partialRecord(localeSchema, z.string()),
  version: z.int(),
  attributes: z.array(attributeView),
  /** Products of this type, of every status. */
  productCount: z.int(),
  /** Products whose values still follow the schema as it was; 0 when no change is running. */
  following: z.int(),
});
export type ProductTypeView = z.output<typeof productTypeView>;

export const typeChangeSteps = [
  "removed",
  "renamed",
  "kind",
  "unit",
  "choices",
  "level",
  "languages",
] as const;

export const typeChangePreview = z.object({
  /** What would be done to values that products have, by attribute. */
  changes: z.array(
    z.object({
      /** Its code before the change. */
      code: z.string(),
      names: z.partialRecord(localeSchema, z.string()),
      steps: z.array(z.enum(typeChangeSteps)),
      /** Products whose value is another afterwards, those that lose some or all of it included. */
      changed: z.int(),
      loses: z.int(),
      examples: z.array(
        z.object({
          productId: idView("product"),
          title: z.string(),
          before: z.array(attributeValueView),
          after: z.array(attributeValueView),
        }),
      ),
    }),
  ),
  /** Published products that lack a value that the schema would ask for; they stay published. */
  lacking: z.array(z.object({ code: z.string(), products: z.int() })),
});
export type TypeChangePreview = z.output<typeof typeChangePreview>;

const byId = z.object({ id: idSchema("product_type") });
const change = productTypeInput.extend({ version: z.int().min(1) });
const errors = [notFound, conflict, typeCodeTaken, typeChangeRunning, unknownAttribute] as const;

export const listProductTypes = endpoint({
  id: "listProductTypes",
  method: "GET",
  path: "/api/admin/product-types",
  summary: "All product types with their attributes",
  allow: "catalog:read",
  reply: z.object({ types: z.array(productTypeView) }),
});

export const createProductType = endpoint({
  id: "createProductType",
  method: "POST",
  path: "/api/admin/product-types",
  summary: "Creates a product type",
  allow: "catalog:write",
  body: productTypeInput,
  reply: productTypeView,
  errors: [typeCodeTaken, unknownAttribute],
});

export const previewProductType = endpoint({
  id: "previewProductType",
  method: "POST",
  path: "/api/admin/product-types/:id/preview",
  summary: "Tells what a change of a type's attributes would do to products, and does nothing",
  allow: "catalog:read",
  params: byId,
  body: change,
  reply: typeChangePreview,
  errors: [notFound, conflict, unknownAttribute],
});

export const changeProductType = endpoint({
  id: "changeProductType",
  method: "PUT",
  path: "/api/admin/product-types/:id",
  summary: "Changes a type; its products follow in the background once their changes are confirmed",
  allow: "catalog:write",
  params: byId,
  body: change.extend({
    /** Needed when products' values change: the preview was looked at. */
    confirmed: z.boolean().default(false),
  }),
  reply: productTypeView,
  errors: [...errors, typeChangeUnconfirmed],
});

export const deleteProductType = endpoint({
  id: "deleteProductType",
  method: "DELETE",
  path: "/api/admin/product-types/:id",
  summary: "Deletes a type that no product has",
  allow: "catalog:write",
  params: byId,
  reply: nothing,
  errors: [notFound, typeInUse],
});
