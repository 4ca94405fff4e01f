import { z } from "zod";
import { endpoint } from "../../kernel/endpoint.ts";
import { conflict, notFound } from "../../kernel/errors.ts";
import { idSchema } from "../../kernel/wire.ts";
import { adminProductView, changeErrors } from "./admin-contract.ts";
import { scheduleInvalid } from "./errors.ts";

export const differenceView = z.object({
  /** "texts.en.title", "variants.CHAIR-OAK.prices.EUR" in minor units. */
  path: z.string(),
  /** Null where there was, or is, nothing. */
  before: z.string().nullable(),
  after: z.string().nullable(),
});
export type DifferenceView = z.output<typeof differenceView>;

const byId = z.object({ id: idSchema("product") });
const byNumber = byId.extend({ number: z.coerce.number().int().min(1).max(1_000_000_000) });

export const listRevisions = endpoint({
  id: "listRevisions",
  method: "GET",
  path: "/api/admin/products/:id/revisions",
  summary: "What was saved of a product, newest first, with the fields that each save changed",
  allow: "catalog:read",
  params: byId,
  query: z.object({
    /** The number of the last one seen. */
    after: z.coerce.number().int().min(1).optional(),
    limit: z.coerce.number().int().min(1).max(50).default(20),
  }),
  reply: z.object({
    revisions: z.array(
      z.object({
        number: z.int(),
        savedBy: z.string(),
        savedAt: z.iso.datetime(),
        /** Paths that differ from the revision before; empty for the first. */
        changed: z.array(z.string()),
      }),
    ),
    next: z.int().nullable(),
  }),
  errors: [notFound],
});

export const compareRevisions = endpoint({
  id: "compareRevisions",
  method: "GET",
  path: "/api/admin/products/:id/revisions/:number",
  summary: "What differs between two revisions of a product, field by field",
  allow: "catalog:read",
  params: byNumber,
  /** The revision to compare with; left out, the latest. */
  query: z.object({ with: z.coerce.number().int().min(1).max(1_000_000_000).optional() }),
  reply: z.object({ number: z.int(), with: z.int(), differences: z.array(differenceView) }),
  errors: [notFound],
});

export const restoreRevision = endpoint({
  id: "restoreRevision",
  method: "POST",
  path: "/api/admin/products/:id/revisions/:number/restoration",
  summary:
    "Saves a product as it was in a revision, as a new one; status and pictures stay as they are",
  allow: "catalog:write",
  params: byNumber,
  body: z.object({ version: z.int().min(1) }),
  reply: adminProductView,
  errors: changeErrors,
});

export const scheduleProduct = endpoint({
  id: "scheduleProduct",
  method: "PUT",
  path: "/api/admin/products/:id/schedule",
  summary: "Says when a product goes on sale and when it goes off sale by itself; null for never",
  allow: "catalog:write",
  params: byId,
  body: z.object({
    version: z.int().min(1),
    publishAt: z.iso.datetime().nullable(),
    unpublishAt: z.iso.datetime().nullable(),
  }),
  reply: adminProductView,
  errors: [notFound, conflict, scheduleInvalid],
});
