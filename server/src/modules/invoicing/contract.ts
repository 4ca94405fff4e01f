import { z } from "zod";
import { endpoint, fileReply } from "../../kernel/endpoint.ts";
import { badRequest, notFound } from "../../kernel/errors.ts";
import { idSchema, idView, moneyView } from "../../kernel/wire.ts";

export const documentKinds = ["invoice", "credit_note"] as const;

export const documentView = z.object({
  id: idView("document"),
  kind: z.enum(documentKinds),
  /** As printed: INV-2026-000042. */
  label: z.string(),
  order: z.object({ id: idView("order"), number: z.string() }),
  /** The invoice that a credit note corrects. */
  corrects: z.string().nullable(),
  buyer: z.string(),
  net: moneyView,
  tax: moneyView,
  gross: moneyView,
  issuedOn: z.string(),
  issuedAt: z.iso.datetime(),
});
export type DocumentView = z.output<typeof documentView>;

export const listDocuments = endpoint({
  id: "listDocuments",
  method: "GET",
  path: "/api/admin/books/documents",
  summary: "Invoices and credit notes, newest first",
  allow: "books:read",
  query: z.object({
    kind: z.enum(documentKinds).optional(),
    /** Number of the document or the order, or the buyer's name. */
    search: z.string().normalize("NFC").trim().max(100).optional(),
    from: z.iso.date().optional(),
    to: z.iso.date().optional(),
    after: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  reply: z.object({ items: z.array(documentView), next: z.string().nullable() }),
  errors: [badRequest],
});

export const readDocumentPdf = endpoint({
  id: "readDocumentPdf",
  method: "GET",
  path: "/api/admin/books/documents/:id/pdf",
  summary: "An invoice or credit note as PDF",
  allow: "orders:read",
  params: z.object({ id: idSchema("document") }),
  reply: fileReply,
  produces: "application/pdf",
  errors: [badRequest, notFound],
});

/** What the buyer of an order sees of its documents. */
export const ownDocumentView = documentView.pick({
  id: true,
  kind: true,
  label: true,
  gross: true,
  issuedOn: true,
});
export type OwnDocumentView = z.output<typeof ownDocumentView>;

const secret = z.string().min(16).max(100);

export const listOrderDocuments = endpoint({
  id: "listOrderDocuments",
  method: "GET",
  path: "/api/store/orders/by-link/:secret/documents",
  summary: "Invoices and credit notes of an order",
  allow: "anyone",
  params: z.object({ secret }),
  reply: z.array(ownDocumentView),
  errors: [notFound],
});

export const readOrderDocumentPdf = endpoint({
  id: "readOrderDocumentPdf",
  method: "GET",
  path: "/api/store/orders/by-link/:secret/documents/:id/pdf",
  summary: "An invoice or credit note of an order as PDF",
  allow: "anyone",
  params: z.object({ secret, id: idSchema("document") }),
  reply: fileReply,
  produces: "application/pdf",
  errors: [badRequest, notFound],
});
