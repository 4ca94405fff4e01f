import type { z } from "zod";
import type { Money } from "../../kernel/money.ts";
import {
  gatewayError,
  gatewayPayment,
  gatewayPayments,
  gatewayRefund,
  gatewayRefunds,
} from "./gateway-shapes.ts";
import type { GatewayPayment, GatewayRefund } from "./gateway-shapes.ts";

/**
 * done: the gateway says so. refused: it says no and did nothing.
 * unknown: no readable answer came, so it may or may not have happened; ask again with the same key
 * or look the payment up by our reference.
 */
export type GatewayReply<T> =
  | { readonly outcome: "done"; readonly value: T }
  | {
      readonly outcome: "refused";
      readonly status: number;
      readonly code: string;
      readonly message: string;
    }
  | { readonly outcome: "unknown"; readonly why: UnknownReason };

export type UnknownReason = "timeout" | "unreachable" | "gateway_error" | "unreadable";

export interface PaymentRequest {
  readonly amount: Money;
  /** Our name for this attempt, at most 200 characters; what a lost payment is found by. */
  readonly reference: string;
  readonly capture: "automatic" | "manual";
  readonly returnUrl: string;
  readonly cancelUrl: string;
  readonly description: string;
  readonly merchant: string;
  readonly locale: string;
  /** Pays at once with a test card's token instead of the payment page. */
  readonly cardToken?: string;
}

/** `key` is the idempotency key: one per attempt, the same on every retry. */
export interface GatewayClient {
  createPayment(request: PaymentRequest, key: string): Promise<GatewayReply<GatewayPayment>>;
  getPayment(id: string): Promise<GatewayReply<GatewayPayment>>;
  listPaymentsByReference(reference: string): Promise<GatewayReply<GatewayPayment[]>>;
  capturePayment(id: string, amount: Money, key: string): Promise<GatewayReply<GatewayPayment>>;
  /** Lets go of what is not captured, also of a payment nobody has paid yet. */
  voidPayment(id: string, key: string): Promise<GatewayReply<GatewayPayment>>;
  /** A failed refund is `done` with status `failed`. */
  refundPayment(id: string, amount: Money, key: string): Promise<GatewayReply<GatewayRefund>>;
  getRefund(id: string): Promise<GatewayReply<GatewayRefund>>;
  listRefunds(paymentId: string): Promise<GatewayReply<GatewayRefund[]>>;
}

export interface GatewayAccess {
  /** Without a trailing slash. */
  readonly url: string;
  readonly apiKey: string;
  /** How long a call may take before its outcome counts as unknown, in milliseconds. */
  readonly timeoutMs: number;
}

/** Calls the outside world: never use it while a transaction is open. */
export function connectGateway(access: GatewayAccess): GatewayClient {
  const get = <T>(path: string, shape: z.ZodType<T>) =>
    call(access, shape, path, { method: "GET" });
  const post = <T>(path: string, shape: z.ZodType<T>, key: string, body: object) =>
    call(access, shape, path, {
      method: "POST",
      headers: { "content-type": "application/json", "idempotency-key": key },
      body: JSON.stringify(body),
    });
  const pathOf = (id: string) => `/v1/payments/${encodeURIComponent(id)}`;
  const amountOf = (amount: Money) => ({ amount: amount.minor.toString() });

  return {
    createPayment: (request, key) => post("/v1/payments", gatewayPayment, key, bodyOf(request)),
    getPayment: (id) => get(pathOf(id), gatewayPayment),
    async listPaymentsByReference(reference) {
      const query = new URLSearchParams({ reference });
      const reply = await get(`/v1/payments?${query}`, gatewayPayments);
      return mapDone(reply, ({ payments }) => payments);
    },
    capturePayment: (id, amount, key) =>
      post(`${pathOf(id)}/capture`, gatewayPayment, key, amountOf(amount)),
    voidPayment: (id, key) => post(`${pathOf(id)}/void`, gatewayPayment, key, {}),
    refundPayment: (id, amount, key) =>
      post(`${pathOf(id)}/refunds`, gatewayRefund, key, amountOf(amount)),
    getRefund: (id) => get(`/v1/refunds/${encodeURIComponent(id)}`, gatewayRefund),
    async listRefunds(paymentId) {
      const reply = await get(`${pathOf(paymentId)}/refunds`, gatewayRefunds);
      return mapDone(reply, ({ refunds }) => refunds);
    },
  };
}

function bodyOf(request: PaymentRequest): object {
  return {
    amount: request.amount.minor.toString(),
    currency: request.amount.currency,
    reference: request.reference,
    capture: request.capture,
    return_url: request.returnUrl,
    cancel_url: request.cancelUrl,
    // The gateway takes an absent description, not an empty one.
    description: request.description === "" ? null : request.description,
    merchant: request.merchant,
    locale: request.locale,
    card_token: request.cardToken ?? null,
  };
}

async function call<T>(
  access: GatewayAccess,
  shape: z.ZodType<T>,
  path: string,
  init: RequestInit,
): Promise<GatewayReply<T>> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(access.url + path, {
      ...init,
      headers: { ...init.headers, authorization: `Bearer ${access.apiKey}` },
      redirect: "error",
      signal: AbortSignal.timeout(access.timeoutMs),
    });
    text = await response.text();
  } catch (error) {
    const timedOut = error instanceof DOMException && error.name === "TimeoutError";
    return { outcome: "unknown", why: timedOut ? "timeout" : "unreachable" };
  }
  return readReply(response.status, text, shape);
}

/** A 5xx is unknown as well: what broke may have broken after the money moved. */
function readReply<T>(status: number, text: string, shape: z.ZodType<T>): GatewayReply<T> {
  if (status >= 500) return { outcome: "unknown", why: "gateway_error" };
  const body = parseJson(text);
  if (status >= 400) {
    const refused = gatewayError.safeParse(body);
    if (!refused.success) return { outcome: "unknown", why: "unreadable" };
    const { code, message } = refused.data.error;
    return { outcome: "refused", status, code, message };
  }
  const value = shape.safeParse(body);
  return value.success
    ? { outcome: "done", value: value.data }
    : { outcome: "unknown", why: "unreadable" };
}

/** Undefined when it is not JSON, which no shape accepts. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function mapDone<T, U>(reply: GatewayReply<T>, map: (value: T) => U): GatewayReply<U> {
  return reply.outcome === "done" ? { outcome: "done", value: map(reply.value) } : reply;
}
