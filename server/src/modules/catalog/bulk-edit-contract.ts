import { z } from "zod";
import { endpoint } from "../../kernel/endpoint.ts";
import { notFound } from "../../kernel/errors.ts";
import { currencySchema, idSchema, idView } from "../../kernel/wire.ts";
import { listAdminProducts, productInput } from "./admin-contract.ts";
import { attributeValueInput } from "./attribute-contract.ts";
import { bulkEditNotUndoable, nothingChosen, unknownCategory } from "./errors.ts";
import { differenceView } from "./revision-contract.ts";

const code = z.string().regex(/^[a-z0-9][a-z0-9_-]{0,62}$/);

/** What is done to each product. */
export const bulkChangeInput = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("publish") }),
  z.object({ kind: z.literal("unpublish") }),
  z.object({ kind: z.literal("archive") }),
  z.object({ kind: z.literal("add_category"), categoryId: idSchema("category") }),
  z.object({ kind: z.literal("remove_category"), categoryId: idSchema("category") }),
  z.object({ kind: z.literal("attribute"), code, value: attributeValueInput }),
  z.object({
    kind: z.literal("tax_category"),
    taxCategory: productInput.shape.taxCategory,
  }),
  z.object({
    kind: z.literal("price"),
    /** Added to each price: "-10", "2.5". */
    percent: z
      .string()
      .regex(/^-?\d{1,3}(?:\.\d{1,2})?$/)
      .refine((percent) => Number(percent) > -100, { error: "A price stays above nothing" }),
    /** Null: every currency. */
    currency: currencySchema.nullable().default(null),
    /** The last two digits of the new prices: 99 for .99; null: as it comes out. */
    ending: z.int().min(0).max(99).nullable().default(null),
  }),
]);

/** Products by id, or all that a list with this filter has. */
export const bulkSelection = z
  .object({
    productIds: z.array(idSchema("product")).min(1).max(1000).optional(),
    filter: listAdminProducts.query.omit({ after: true, limit: true }).optional(),
  })
  .refine(({ productIds, filter }) => (productIds === undefined) !== (filter === undefined), {
    error: "Either products or a filter",
  });

const wanted = z.object({ selection: bulkSelection, change: bulkChangeInput });

export const bulkEditView = z.object({
  id: idView("bulk_edit"),
  /** The kind of change; "follow_type" and "refresh_filters" are the program's own. */
  kind: z.string(),
  state: z.enum(["running", "done"]),
  total: z.int(),
  /** Products looked at so far. */
  done: z.int(),
  changed: z.int(),
  failed: z.int(),
  startedBy: z.string(),
  startedAt: z.iso.datetime(),
  undoable: z.boolean(),
  /** Some of those that were refused. */
  failures: z.array(
    z.object({ productId: idView("product"), title: z.string(), problem: z.string() }),
  ),
});
export type BulkEditView = z.output<typeof bulkEditView>;

export const bulkPreviewView = z.object({
  total: z.int(),
  /** So many of them were looked at for this preview, and so many of those would change. */
  looked: z.int(),
  changes: z.int(),
  examples: z.array(
    z.object({
      productId: idView("product"),
      title: z.string(),
      differences: z.array(differenceView),
    }),
  ),
});
export type BulkPreviewView = z.output<typeof bulkPreviewView>;

const byId = z.object({ id: idSchema("bulk_edit") });

export const previewBulkEdit = endpoint({
  id: "previewBulkEdit",
  method: "POST",
  path: "/api/admin/bulk-edits/preview",
  summary: "Tells how many products a change would touch, with examples, and does nothing",
  allow: "catalog:read",
  body: wanted,
  reply: bulkPreviewView,
  errors: [unknownCategory],
});

export const startBulkEdit = endpoint({
  id: "startBulkEdit",
  method: "POST",
  path: "/api/admin/bulk-edits",
  summary: "Changes many products in the background, one by one; what cannot be changed is told",
  allow: "catalog:write",
  body: wanted,
  reply: bulkEditView,
  errors: [nothingChosen, unknownCategory],
  idempotent: true,
});

export const getBulkEdit = endpoint({
  id: "getBulkEdit",
  method: "GET",
  path: "/api/admin/bulk-edits/:id",
  summary: "How far a bulk edit has come",
  allow: "catalog:read",
  params: byId,
  reply: bulkEditView,
  errors: [notFound],
});

export const undoBulkEdit = endpoint({
  id: "undoBulkEdit",
  method: "POST",
  path: "/api/admin/bulk-edits/:id/undo",
  summary: "Takes products back to what they were before a bulk edit, unless they changed since",
  allow: "catalog:write",
  params: byId,
  reply: bulkEditView,
  errors: [notFound, bulkEditNotUndoable],
  idempotent: true,
});
