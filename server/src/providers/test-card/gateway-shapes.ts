import { z } from "zod";

const minorUnits = z.string().regex(/^\d{1,15}$/);

/** A payment as the gateway shows it, in replies and in webhooks. Amounts are minor units. */
export const gatewayPayment = z.object({
  id: z.string().min(1),
  created: z.iso.datetime(),
  amount: minorUnits,
  currency: z.string().length(3),
  /** What we called our attempt when we made the payment. */
  reference: z.string(),
  status: z.enum(["requires_action", "authorised", "captured", "declined", "voided", "cancelled"]),
  decline_code: z.string().nullable(),
  card: z.object({ name: z.string(), last4: z.string() }).nullable(),
  /** Null until an issuer approved. */
  charge: z.object({ id: z.string(), created: z.iso.datetime() }).nullable(),
  authorisation_expires_at: z.iso.datetime().nullable(),
  captures: z.array(z.object({ id: z.string(), amount: minorUnits, created: z.iso.datetime() })),
  released: z.boolean(),
  captured_amount: minorUnits,
  capturable_amount: minorUnits,
  /** Refunded, or on its way to be. */
  refunded_amount: minorUnits,
  /** Where to send the shopper; null when there is nothing for them to do. */
  action: z.object({ type: z.literal("redirect"), url: z.url() }).nullable(),
});

export type GatewayPayment = z.infer<typeof gatewayPayment>;

export const gatewayRefund = z.object({
  id: z.string().min(1),
  payment: z.string(),
  amount: minorUnits,
  currency: z.string().length(3),
  created: z.iso.datetime(),
  status: z.enum(["pending", "succeeded", "failed"]),
  failure_code: z.string().nullable(),
});

export type GatewayRefund = z.infer<typeof gatewayRefund>;

export const gatewayPayments = z.object({ payments: z.array(gatewayPayment) });
export const gatewayRefunds = z.object({ refunds: z.array(gatewayRefund) });

/** `type` stays open: an event we do not know yet is acknowledged and ignored, not refused. */
export const gatewayEvent = z.object({
  id: z.string().min(1),
  type: z.string(),
  created: z.iso.datetime(),
  data: z.object({ payment: gatewayPayment, refund: gatewayRefund.optional() }),
});

export type GatewayEvent = z.infer<typeof gatewayEvent>;

export const gatewayError = z.object({
  error: z.object({ code: z.string(), message: z.string(), field: z.string().optional() }),
});
