import { z } from "zod";
import { endpoint } from "../../kernel/endpoint.ts";
import { conflict, errorKind, notFound } from "../../kernel/errors.ts";
import {
  addressSchema,
  addressView,
  countrySchema,
  idSchema,
  idView,
  longText,
  moneySchema,
  moneyView,
  quantitySchema,
  text,
} from "../../kernel/wire.ts";
import { booksCurrency } from "../ledger/contract.ts";

/** details: `{ lines: [{ variantId, sku?, wanted, available }] }`, the variants that fall short. */
export const outOfStock = errorKind("out_of_stock", 409, "Not enough of this is in stock");
/** details: `{ onHand, reserved, orders: [{ orderId, quantity }] }`, the orders that wait for these units. */
export const stockReserved = errorKind("stock_reserved", 409, "These units are promised to orders");
/** details: `{ variantId, locationId, onHand, wanted }`. */
export const notOnHand = errorKind("not_on_hand", 409, "This location does not hold so many units");
export const alreadyReversed = errorKind("already_reversed", 409, "This was reversed before");
/** details: `{ reason }`; shipments come back as returns, and reversals are not reversed. */
export const notReversible = errorKind("not_reversible", 409, "This movement cannot be reversed");
export const locationCodeTaken = errorKind(
  "location_code_taken",
  409,
  "Another location has this code",
);
/** details: `{ onHand, reserved }`. */
export const locationInUse = errorKind("location_in_use", 409, "This warehouse still holds goods");
/** details: `{ orderLineId, wanted, ready }`; more asked for than is reserved and on hand. */
export const reservationShort = errorKind(
  "reservation_short",
  409,
  "Fewer units are ready for this order line",
);

/** in: more than the low threshold; low: 1 to the threshold; out: none. */
export const stockStates = ["in", "low", "out"] as const;
export type StockState = (typeof stockStates)[number];
export const movementReasons = [
  "receipt",
  "shipment",
  "return",
  "adjustment",
  "transfer",
  "reversal",
] as const;
export const reservationStates = ["held", "allocated", "picked", "shipped", "released"] as const;
/** Why a count was corrected; the words staff choose from. */
export const adjustmentReasons = ["count", "damage", "loss", "found", "sample", "other"] as const;

const lotText = z
  .string()
  .normalize("NFC")
  .trim()
  .max(60)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u)
  .default("");
const note = longText(500).default("");
const limit = z.coerce.number().int().min(1).max(100).default(50);
const cursor = z.string().max(200).optional();
/** What one unit cost; the books value goods in one currency. */
export const unitCostSchema = moneySchema
  .refine(({ currency }) => currency === booksCurrency, {
    error: `Goods are valued in ${booksCurrency}`,
  })
  .refine(({ minor }) => minor >= 0n && minor <= 10n ** 11n, { error: "Not a cost" });
const count = z.int().nonnegative();

export const stockItemView = z.object({
  variantId: idView("variant"),
  productId: idView("product"),
  sku: z.string(),
  title: z.string(),
  /** The options as people read them: "Oak, 140 cm"; empty when there are none. */
  options: z.string(),
});

export const stockAtView = z.object({
  locationId: idView("location"),
  lot: z.string(),
  onHand: count,
  reserved: count,
  /** On hand and promised to nobody. */
  available: count,
  /** Promised beyond what is on hand. */
  backordered: count,
});

export const stockRowView = stockItemView.extend({
  onHand: count,
  reserved: count,
  available: count,
  backordered: count,
  state: z.enum(stockStates),
  locations: z.array(stockAtView),
});

export const movementView = z.object({
  id: idView("movement"),
  variantId: idView("variant"),
  lot: z.string(),
  from: z.object({ id: idView("location"), code: z.string(), kind: z.string() }),
  to: z.object({ id: idView("location"), code: z.string(), kind: z.string() }),
  quantity: z.int().positive(),
  reason: z.enum(movementReasons),
  note: z.string(),
  causeType: z.string(),
  orderId: idView("order").nullable(),
  value: moneyView,
  reversesId: idView("movement").nullable(),
  reversedById: idView("movement").nullable(),
  movedAt: z.iso.datetime(),
  movedBy: z.string(),
});

export const reservationView = z.object({
  id: idView("reservation"),
  orderId: idView("order"),
  orderLineId: idView("order_line"),
  locationId: idView("location"),
  lot: z.string(),
  quantity: z.int().positive(),
  backordered: z.boolean(),
  state: z.enum(reservationStates),
  expiresAt: z.iso.datetime().nullable(),
  changedAt: z.iso.datetime(),
});

export const warehouseView = z.object({
  id: idView("location"),
  code: z.string(),
  name: z.string(),
  address: addressView.nullable(),
  /** Countries it serves first; empty: any. */
  countries: z.array(z.string()),
  /** The higher is asked first. */
  priority: z.int(),
  active: z.boolean(),
  version: z.int(),
});

const warehouseBody = z.object({
  code: z.string().regex(/^[A-Z0-9][A-Z0-9-]{0,15}$/),
  name: text(80),
  address: addressSchema.nullable(),
  countries: z.array(countrySchema).max(250),
  priority: z.int().min(-1000).max(1000),
  active: z.boolean(),
});

export const listStock = endpoint({
  id: "listStock",
  method: "GET",
  path: "/api/admin/stock",
  summary: "Stock of every variant by location; search by SKU, barcode or title",
  allow: "stock:read",
  query: z.object({
    search: z.string().trim().max(100).optional(),
    locationId: idSchema("location").optional(),
    /** low and out as the shop shows them; backordered: promised beyond what is on hand. */
    only: z.enum(["low", "out", "backordered"]).optional(),
    after: cursor,
    limit,
  }),
  reply: z.object({ items: z.array(stockRowView), next: z.string().nullable() }),
});

export const readStock = endpoint({
  id: "readStock",
  method: "GET",
  path: "/api/admin/stock/:variantId",
  summary: "One variant's stock: by location, its value, live reservations and latest movements",
  allow: "stock:read",
  params: z.object({ variantId: idSchema("variant") }),
  reply: stockRowView.extend({
    value: moneyView,
    valuedQuantity: count,
    reservations: z.array(reservationView),
    movements: z.array(movementView),
    nextMovements: z.string().nullable(),
  }),
  errors: [notFound],
});

export const listMovements = endpoint({
  id: "listMovements",
  method: "GET",
  path: "/api/admin/stock-movements",
  summary: "Movements of goods, newest first",
  allow: "stock:read",
  query: z.object({
    variantId: idSchema("variant").optional(),
    orderId: idSchema("order").optional(),
    after: idSchema("movement").optional(),
    limit,
  }),
  reply: z.object({
    items: z.array(movementView.extend({ sku: z.string(), title: z.string() })),
    next: z.string().nullable(),
  }),
});

export const adjustStock = endpoint({
  id: "adjustStock",
  method: "POST",
  path: "/api/admin/stock/:variantId/adjustments",
  summary: "Correct what a warehouse holds, by a count or by a difference",
  allow: "stock:write",
  params: z.object({ variantId: idSchema("variant") }),
  body: z.object({
    locationId: idSchema("location"),
    lot: lotText,
    change: z.union([
      z.object({ counted: z.int().min(0).max(1_000_000) }),
      z.object({ delta: z.int().min(-1_000_000).max(1_000_000) }),
    ]),
    reason: z.enum(adjustmentReasons),
    note,
  }),
  reply: stockRowView,
  errors: [notFound, stockReserved, notOnHand],
  idempotent: true,
});

export const receiveStock = endpoint({
  id: "receiveStock",
  method: "POST",
  path: "/api/admin/stock/receipts",
  summary: "Book goods into a warehouse, with what they cost",
  allow: "stock:write",
  body: z.object({
    locationId: idSchema("location"),
    note,
    lines: z
      .array(
        z.object({
          variantId: idSchema("variant"),
          lot: lotText,
          quantity: quantitySchema,
          /** What one unit cost, before VAT, in the books' currency. */
          unitCost: unitCostSchema,
        }),
      )
      .min(1)
      .max(200),
  }),
  reply: z.object({ movementIds: z.array(idView("movement")), value: moneyView }),
  errors: [notFound],
  idempotent: true,
});

export const transferStock = endpoint({
  id: "transferStock",
  method: "POST",
  path: "/api/admin/stock/transfers",
  summary: "Move goods from one warehouse to another",
  allow: "stock:write",
  body: z.object({
    fromId: idSchema("location"),
    toId: idSchema("location"),
    note,
    lines: z
      .array(z.object({ variantId: idSchema("variant"), lot: lotText, quantity: quantitySchema }))
      .min(1)
      .max(200),
  }),
  reply: z.object({ movementIds: z.array(idView("movement")) }),
  errors: [notFound, stockReserved, notOnHand],
  idempotent: true,
});

export const reverseMovement = endpoint({
  id: "reverseMovement",
  method: "POST",
  path: "/api/admin/stock-movements/:movementId/reversal",
  summary: "Undo a receipt, adjustment or transfer by a movement in the other direction",
  allow: "stock:write",
  params: z.object({ movementId: idSchema("movement") }),
  body: z.object({ note }),
  reply: z.object({ movementId: idView("movement") }),
  errors: [notFound, alreadyReversed, notReversible, stockReserved, notOnHand],
  idempotent: true,
});

export const listWarehouses = endpoint({
  id: "listWarehouses",
  method: "GET",
  path: "/api/admin/warehouses",
  summary: "The warehouses, in the order in which they are asked",
  allow: "stock:read",
  reply: z.object({ items: z.array(warehouseView) }),
});

export const createWarehouse = endpoint({
  id: "createWarehouse",
  method: "POST",
  path: "/api/admin/warehouses",
  summary: "Add a warehouse",
  allow: "settings:write",
  body: warehouseBody,
  reply: warehouseView,
  errors: [locationCodeTaken],
  idempotent: true,
});

export const changeWarehouse = endpoint({
  id: "changeWarehouse",
  method: "PUT",
  path: "/api/admin/warehouses/:locationId",
  summary: "Change a warehouse",
  allow: "settings:write",
  params: z.object({ locationId: idSchema("location") }),
  body: warehouseBody.extend({ version: z.int() }),
  reply: warehouseView,
  errors: [notFound, conflict, locationCodeTaken],
});

export const deleteWarehouse = endpoint({
  id: "deleteWarehouse",
  method: "DELETE",
  path: "/api/admin/warehouses/:locationId",
  summary: "Remove a warehouse that never held goods",
  allow: "settings:write",
  params: z.object({ locationId: idSchema("location") }),
  reply: z.undefined(),
  errors: [notFound, locationInUse],
});
