import { z } from "zod";
import { endpoint } from "../../kernel/endpoint.ts";
import { conflict, errorKind, notFound } from "../../kernel/errors.ts";
import { currencySchema, idSchema, idView, moneyView } from "../../kernel/wire.ts";

export const unknownVariant = errorKind("unknown_variant", 409, "The product has no such variant");
export const compareAtTooLow = errorKind(
  "compare_at_too_low",
  409,
  "The earlier price must be higher than the price",
);

const minor = z
  .string()
  .regex(/^\d{1,13}$/)
  .transform(BigInt)
  .meta({ description: "Whole number of minor units, such as cents, as text" });

export const priceInput = z.object({
  variantId: idSchema("variant"),
  currency: currencySchema,
  /** Null: no longer offered in this currency. */
  amount: minor.nullable(),
  compareAt: minor.nullable().default(null),
  /** Version of the price that was edited; null for a price that did not exist. */
  version: z.int().min(1).nullable(),
});
export type PriceInput = z.output<typeof priceInput>;

export const variantPriceView = z.object({
  variantId: idView("variant"),
  amount: moneyView,
  compareAt: moneyView.nullable(),
  version: z.int(),
});

export const changePrices = endpoint({
  id: "changePrices",
  method: "PUT",
  path: "/api/admin/products/:id/prices",
  summary: "Changes the prices named in the body, all or none; others stay as they are",
  allow: "catalog:write",
  params: z.object({ id: idSchema("product") }),
  body: z.object({ prices: z.array(priceInput).min(1).max(1000) }),
  /** Every price of the product after the change. */
  reply: z.object({ prices: z.array(variantPriceView) }),
  errors: [notFound, conflict, unknownVariant, compareAtTooLow],
});

export const listPriceChanges = endpoint({
  id: "listPriceChanges",
  method: "GET",
  path: "/api/admin/products/:id/price-changes",
  summary: "What the prices of a product were and who changed them, newest first",
  allow: "catalog:read",
  params: z.object({ id: idSchema("product") }),
  query: z.object({
    after: z.string().max(400).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  reply: z.object({
    changes: z.array(
      z.object({
        variantId: idView("variant"),
        sku: z.string(),
        currency: currencySchema,
        /** Null: the price was taken away. */
        amount: moneyView.nullable(),
        changedAt: z.iso.datetime(),
        changedBy: z.string(),
      }),
    ),
    next: z.string().nullable(),
  }),
  errors: [notFound],
});
