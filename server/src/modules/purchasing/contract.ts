import { z } from "zod";
import { endpoint } from "../../kernel/endpoint.ts";
import { errorKind, notFound } from "../../kernel/errors.ts";
import { idSchema, idView, longText, quantitySchema } from "../../kernel/wire.ts";
import { unitCostSchema } from "../inventory/contract.ts";

/** details: `{ state }`, where the request stands. */
export const purchaseNotInState = errorKind(
  "purchase_not_in_state",
  409,
  "This request has moved on meanwhile",
);

export const purchaseStates = ["open", "ordered", "received", "cancelled"] as const;

export const purchaseRequestView = z.object({
  id: idView("purchase"),
  variantId: idView("variant"),
  sku: z.string(),
  title: z.string(),
  options: z.string(),
  locationId: idView("location"),
  locationCode: z.string(),
  orderId: idView("order"),
  orderLineId: idView("order_line"),
  quantity: z.int().positive(),
  state: z.enum(purchaseStates),
  /** The day by which the shopper was promised dispatch. */
  neededBy: z.string().nullable(),
  requestedAt: z.iso.datetime(),
  changedAt: z.iso.datetime(),
  changedBy: z.string(),
});

const params = z.object({ purchaseId: idSchema("purchase") });

export const listPurchaseRequests = endpoint({
  id: "listPurchaseRequests",
  method: "GET",
  path: "/api/admin/purchase-requests",
  summary: "Goods that orders need and the shelf does not have, oldest first",
  allow: "stock:read",
  query: z.object({
    state: z.enum(purchaseStates).optional(),
    orderId: idSchema("order").optional(),
    after: idSchema("purchase").optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  reply: z.object({ items: z.array(purchaseRequestView), next: z.string().nullable() }),
});

export const markPurchaseOrdered = endpoint({
  id: "markPurchaseOrdered",
  method: "POST",
  path: "/api/admin/purchase-requests/:purchaseId/ordering",
  summary: "Note that the supplier was asked for it",
  allow: "stock:write",
  params,
  body: z.object({ note: longText(300).default("") }),
  reply: purchaseRequestView,
  errors: [notFound, purchaseNotInState],
  idempotent: true,
});

export const receivePurchase = endpoint({
  id: "receivePurchase",
  method: "POST",
  path: "/api/admin/purchase-requests/:purchaseId/receipt",
  summary: "Book the goods in; the order that waits for them can be fulfilled",
  allow: "stock:write",
  params,
  body: z.object({
    /** Fewer than asked for: the rest stays as a request of its own. */
    quantity: quantitySchema,
    /** What one unit cost, before VAT, in the books' currency. */
    unitCost: unitCostSchema,
    note: longText(300).default(""),
  }),
  reply: purchaseRequestView,
  errors: [notFound, purchaseNotInState],
  idempotent: true,
});

export const cancelPurchase = endpoint({
  id: "cancelPurchase",
  method: "POST",
  path: "/api/admin/purchase-requests/:purchaseId/cancellation",
  summary: "Drop a request, because the order was cancelled or the goods came otherwise",
  allow: "stock:write",
  params,
  body: z.object({ reason: longText(300).default("") }),
  reply: purchaseRequestView,
  errors: [notFound, purchaseNotInState],
  idempotent: true,
});
