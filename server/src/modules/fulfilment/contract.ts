import { z } from "zod";
import { endpoint, fileReply } from "../../kernel/endpoint.ts";
import { badRequest, conflict, errorKind, notFound } from "../../kernel/errors.ts";
import {
  addressView,
  idSchema,
  idView,
  optionalText,
  quantitySchema,
  text,
} from "../../kernel/wire.ts";
import { reservationShort } from "../inventory/contract.ts";
import { orderNotInState } from "../orders/contract.ts";
import { carrierCodes } from "./carriers.ts";

export { carrierCodes } from "./carriers.ts";

/** details: `{ reason }`. */
export const orderHeld = errorKind("order_held", 409, "The order is on hold; release it first");
/** details: `{ line, wanted, open }`. */
export const moreThanOpen = errorKind(
  "more_than_open",
  409,
  "More units than are still to be sent",
);
export const nothingToShip = errorKind("nothing_to_ship", 409, "Nothing is left to be sent");
/** details: `{ failure }`: the parcel stays, the order is on hold. */
export const captureFailed = errorKind(
  "capture_failed",
  409,
  "The payment could not be taken, so the parcel must not leave",
);
/** details: `{ state }`. */
export const workClosed = errorKind("work_closed", 409, "This work is done or was cancelled");

export const fulfilmentStates = ["open", "picking", "packed", "shipped", "cancelled"] as const;
export const shipmentStates = ["capturing", "shipped", "delivered", "abandoned"] as const;

export const shipmentView = z.object({
  id: idView("shipment"),
  /** SH-20007. */
  number: z.string(),
  orderId: idView("order"),
  orderNumber: z.string(),
  fulfilmentId: idView("fulfilment"),
  location: z.object({ id: idView("location"), code: z.string(), name: z.string() }),
  /** capturing: the payment is being taken, the parcel waits. abandoned: it could not be taken. */
  state: z.enum(shipmentStates),
  carrier: z.enum(carrierCodes),
  carrierName: z.string(),
  trackingNumber: z.string(),
  trackingUrl: z.string(),
  problem: z.string().nullable(),
  lines: z.array(
    z.object({
      orderLineId: idView("order_line"),
      sku: z.string(),
      title: z.string(),
      options: z.string(),
      quantity: z.int(),
    }),
  ),
  createdAt: z.iso.datetime(),
  shippedAt: z.iso.datetime().nullable(),
  deliveredAt: z.iso.datetime().nullable(),
});
export type ShipmentView = z.output<typeof shipmentView>;

export const fulfilmentView = z.object({
  id: idView("fulfilment"),
  version: z.int(),
  state: z.enum(fulfilmentStates),
  order: z.object({
    id: idView("order"),
    number: z.string(),
    name: z.string(),
    note: z.string(),
    holdReason: z.string().nullable(),
    delivery: z.string(),
    carrier: z.string().nullable(),
    pickup: z.boolean(),
    shipTo: addressView.nullable(),
    paymentMethod: z.string(),
    /** The last day of the promise. */
    promisedBy: z.string(),
    placedAt: z.iso.datetime().nullable(),
  }),
  location: z.object({ id: idView("location"), code: z.string(), name: z.string() }),
  lines: z.array(
    z.object({
      id: idView("fulfilment_line"),
      orderLineId: idView("order_line"),
      variantId: idView("variant"),
      sku: z.string(),
      barcode: z.string().nullable(),
      title: z.string(),
      options: z.string(),
      /** Storage key of its picture, as in order lines. */
      picture: z.string().nullable(),
      quantity: z.int(),
      picked: z.int(),
      shipped: z.int(),
    }),
  ),
  createdAt: z.iso.datetime(),
});
export type FulfilmentView = z.output<typeof fulfilmentView>;

export const listFulfilments = endpoint({
  id: "listFulfilments",
  method: "GET",
  path: "/api/admin/fulfilments",
  summary: "Work of the warehouses, what was promised first first",
  allow: "shipments:read",
  query: z.object({
    location: idSchema("location").optional(),
    /** `todo`: open, picking and packed. */
    state: z.enum(["todo", ...fulfilmentStates]).default("todo"),
    /** Order number, name or SKU. */
    search: z.string().normalize("NFC").trim().max(100).optional(),
    after: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  reply: z.object({ items: z.array(fulfilmentView), next: z.string().nullable() }),
  errors: [badRequest],
});

const fulfilmentParams = z.object({ id: idSchema("fulfilment") });

export const readFulfilment = endpoint({
  id: "readFulfilment",
  method: "GET",
  path: "/api/admin/fulfilments/:id",
  summary: "One piece of work with its lines and what was picked",
  allow: "shipments:read",
  params: fulfilmentParams,
  reply: fulfilmentView,
  errors: [badRequest, notFound],
});

export const pickGoods = endpoint({
  id: "pickGoods",
  method: "POST",
  path: "/api/admin/fulfilments/:id/picks",
  summary: "Says how many units of each line are picked in all; a lower number puts units back",
  allow: "shipments:write",
  params: fulfilmentParams,
  body: z.object({
    lines: z
      .array(z.object({ line: idSchema("fulfilment_line"), picked: z.int().min(0).max(1_000_000) }))
      .min(1)
      .max(200),
  }),
  reply: fulfilmentView,
  errors: [badRequest, notFound, workClosed, moreThanOpen, reservationShort, orderHeld],
  idempotent: true,
});

export const packGoods = endpoint({
  id: "packGoods",
  method: "POST",
  path: "/api/admin/fulfilments/:id/packing",
  summary: "Marks what was picked as packed",
  allow: "shipments:write",
  params: fulfilmentParams,
  reply: fulfilmentView,
  errors: [badRequest, notFound, workClosed, nothingToShip],
  idempotent: true,
});

export const shipParcel = endpoint({
  id: "shipParcel",
  method: "POST",
  path: "/api/admin/fulfilments/:id/shipments",
  summary:
    "Sends a parcel: takes the payment if that is due, issues the invoice, books the goods, tells the customer",
  allow: "shipments:write",
  params: fulfilmentParams,
  body: z.object({
    carrier: z.enum(carrierCodes),
    trackingNumber: optionalText(60),
    /** Absent: everything that is left. Units that were not picked count as picked by this. */
    lines: z
      .array(z.object({ line: idSchema("fulfilment_line"), quantity: quantitySchema }))
      .min(1)
      .max(200)
      .optional(),
  }),
  reply: shipmentView,
  errors: [
    badRequest,
    notFound,
    orderNotInState,
    orderHeld,
    workClosed,
    moreThanOpen,
    nothingToShip,
    reservationShort,
    captureFailed,
  ],
  idempotent: true,
});

export const listShipments = endpoint({
  id: "listShipments",
  method: "GET",
  path: "/api/admin/shipments",
  summary: "Parcels, newest first",
  allow: "shipments:read",
  query: z.object({
    state: z.enum(shipmentStates).optional(),
    location: idSchema("location").optional(),
    /** Number of the parcel, the order or the tracking. */
    search: z.string().normalize("NFC").trim().max(100).optional(),
    after: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  reply: z.object({ items: z.array(shipmentView), next: z.string().nullable() }),
  errors: [badRequest],
});

const shipmentParams = z.object({ id: idSchema("shipment") });

export const markDelivered = endpoint({
  id: "markDelivered",
  method: "POST",
  path: "/api/admin/shipments/:id/delivery",
  summary: "Notes that a parcel has arrived",
  allow: "shipments:write",
  params: shipmentParams,
  reply: shipmentView,
  errors: [badRequest, notFound, workClosed],
  idempotent: true,
});

export const changeTracking = endpoint({
  id: "changeTracking",
  method: "PUT",
  path: "/api/admin/shipments/:id/tracking",
  summary: "Corrects a parcel's carrier and tracking number",
  allow: "shipments:write",
  params: shipmentParams,
  body: z.object({ carrier: z.enum(carrierCodes), trackingNumber: text(60) }),
  reply: shipmentView,
  errors: [badRequest, notFound, conflict],
});

export const readPackingSlip = endpoint({
  id: "readPackingSlip",
  method: "GET",
  path: "/api/admin/shipments/:id/packing-slip",
  summary: "What lies in the parcel, as PDF",
  allow: "shipments:read",
  params: shipmentParams,
  reply: fileReply,
  produces: "application/pdf",
  errors: [badRequest, notFound],
});

export const readPickList = endpoint({
  id: "readPickList",
  method: "GET",
  path: "/api/admin/fulfilments/:id/pick-list",
  summary: "What to take from the shelves, as PDF",
  allow: "shipments:read",
  params: fulfilmentParams,
  reply: fileReply,
  produces: "application/pdf",
  errors: [badRequest, notFound],
});

/** A parcel as the shopper sees it. */
export const ownShipmentView = shipmentView.pick({
  number: true,
  carrierName: true,
  trackingNumber: true,
  trackingUrl: true,
  lines: true,
  shippedAt: true,
  deliveredAt: true,
});
export type OwnShipmentView = z.output<typeof ownShipmentView>;

export const listOrderShipments = endpoint({
  id: "listOrderShipments",
  method: "GET",
  path: "/api/store/orders/by-link/:secret/shipments",
  summary: "The parcels of an order that have left",
  allow: "anyone",
  params: z.object({ secret: z.string().min(16).max(100) }),
  reply: z.array(ownShipmentView),
  errors: [notFound],
});
