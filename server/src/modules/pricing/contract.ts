import { z } from "zod";
import { endpoint } from "../../kernel/endpoint.ts";
import { errorKind, notFound } from "../../kernel/errors.ts";
import { currencySchema, idSchema, idView, moneyView } from "../../kernel/wire.ts";

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

/** A price as staff set it: with tax where the market's prices include it. */
export const priceInput = z.object({
  currency: currencySchema,
  /** Null: not offered in this currency. */
  amount: minor.nullable(),
  /** What was asked before a reduction. */
  compareAt: minor.nullable().default(null),
});
export type PriceInput = z.output<typeof priceInput>;

/** A price as the price list has it. */
export const listedPriceView = z.object({
  amount: moneyView,
  compareAt: moneyView.nullable(),
  version: z.int(),
});

export const listPriceChanges = endpoint({
  id: "listPriceChanges",
  method: "GET",
  path: "/api/admin/variants/:id/price-changes",
  summary: "What the prices of a variant were and who changed them, newest first",
  allow: "catalog:read",
  params: z.object({ id: idSchema("variant") }),
  query: z.object({
    after: z.string().max(400).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  reply: z.object({
    changes: z.array(
      z.object({
        variantId: idView("variant"),
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
