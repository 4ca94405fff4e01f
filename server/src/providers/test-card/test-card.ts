import { fromWire } from "../../kernel/money.ts";
import type { Json } from "../../kernel/errors.ts";
import type {
  OnlineProvider,
  OperationAnswer,
  OperationRequest,
  PaymentAnswer,
  PaymentReport,
} from "../../modules/payments/index.ts";
import { getSettings } from "../../modules/settings/index.ts";
import type { TestCardConfig } from "../../platform/config.ts";
import { connectGateway, type GatewayClient, type GatewayReply } from "./gateway-client.ts";
import { gatewayEvent, type GatewayPayment, type GatewayRefund } from "./gateway-shapes.ts";
import { verifyWebhook } from "./verify-webhook.ts";

export interface TestCardOptions extends TestCardConfig {
  /** Address of the shop, for the way back from the payment page; no trailing slash. */
  readonly publicUrl: string;
  /** How long a call may take before its outcome counts as unknown. */
  readonly timeoutMs?: number;
}

const defaultTimeoutMs = 8000;

/** Cards that charge nobody: a client of the gateway under tools/. Never registered in production. */
export function testCard(options: TestCardOptions): OnlineProvider {
  const { publicUrl, webhookSecret, timeoutMs = defaultTimeoutMs } = options;
  const gateway = connectGateway({ url: options.url, apiKey: options.apiKey, timeoutMs });
  return {
    name: "test-card",
    mode: "online",
    unavailable: async (ctx) =>
      (await getSettings(ctx, "test-card")).enabled ? null : "not_enabled",
    fee: async () => null,
    limit: async () => null,
    async authorise({ key, amount, orderNumber, shopName, locale, returnPath, cancelPath, token }) {
      const reply = await gateway.createPayment(
        {
          amount,
          reference: key,
          capture: "manual",
          returnUrl: publicUrl + returnPath,
          cancelUrl: publicUrl + cancelPath,
          description: orderNumber,
          merchant: shopName,
          locale,
          ...(token === null ? {} : { cardToken: token }),
        },
        key,
      );
      // Asked before in other words (the shopper's language, say): the payment is there all the same.
      if (reply.outcome === "refused" && reply.code === "idempotency_key_reused") {
        return lookUp(gateway, key, null);
      }
      return paymentAnswer(reply);
    },
    lookUp: ({ key, providerRef }) => lookUp(gateway, key, providerRef),
    capture: async ({ key, amount, paymentRef }) =>
      operationAnswer(await gateway.capturePayment(paymentRef, amount, key)),
    void: async ({ key, paymentRef }) =>
      operationAnswer(await gateway.voidPayment(paymentRef, key)),
    refund: (request) => refund(gateway, request),
    verifyWebhook(headers, rawBody, now) {
      const verdict = verifyWebhook(webhookSecret, headers, rawBody, now);
      if (!verdict.genuine) return { genuine: false, reason: verdict.why };
      // It was parsed from JSON, so that is what it is.
      return {
        genuine: true,
        eventId: verdict.event.id,
        payload: verdict.event as unknown as Json,
      };
    },
    readWebhook(payload) {
      const event = gatewayEvent.safeParse(payload);
      return event.success ? reportOf(event.data.data.payment) : null;
    },
  };
}

async function lookUp(
  gateway: GatewayClient,
  reference: string,
  providerRef: string | null,
): Promise<PaymentAnswer> {
  if (providerRef !== null) return paymentAnswer(await gateway.getPayment(providerRef));
  const reply = await gateway.listPaymentsByReference(reference);
  if (reply.outcome !== "done") return paymentAnswer(reply);
  const payment = reply.value[0];
  if (payment === undefined) return { outcome: "absent", reason: "not_reached" };
  return { outcome: "seen", report: reportOf(payment) };
}

function paymentAnswer(
  reply: GatewayReply<GatewayPayment> | GatewayReply<GatewayPayment[]>,
): PaymentAnswer {
  if (reply.outcome === "unknown") return { outcome: "unknown", reason: reply.why };
  if (reply.outcome === "refused") {
    if (isPassing(reply.status)) return { outcome: "unknown", reason: reply.code };
    return { outcome: "absent", reason: reply.code };
  }
  if (Array.isArray(reply.value)) throw new TypeError("A list is no payment");
  return { outcome: "seen", report: reportOf(reply.value) };
}

/** A wrong key or too many calls say nothing about the money: ask again when that is put right. */
function isPassing(status: number): boolean {
  return status === 401 || status === 403 || status === 408 || status === 429;
}

const phaseByStatus = {
  requires_action: "action",
  authorised: "authorised",
  captured: "authorised",
  declined: "failed",
  cancelled: "failed",
  voided: "released",
} as const;

function reportOf(payment: GatewayPayment): PaymentReport {
  const { status, released, action } = payment;
  const expires = payment.authorisation_expires_at;
  return {
    reference: payment.reference,
    amount: fromWire({ minor: payment.amount, currency: payment.currency }),
    seen: {
      kind: "payment",
      phase: released ? "released" : phaseByStatus[status],
      providerRef: payment.id,
      capturedMinor: BigInt(payment.captured_amount),
      action: action === null ? null : { type: "redirect", url: action.url },
      failure: payment.decline_code ?? (status === "cancelled" ? "cancelled" : null),
      expiresAt: expires === null ? null : new Date(expires),
    },
  };
}

function operationAnswer(reply: GatewayReply<GatewayPayment>): OperationAnswer {
  if (reply.outcome === "done") return { outcome: "succeeded", operationRef: null, reason: null };
  return noAnswer(reply);
}

function noAnswer(reply: Exclude<GatewayReply<unknown>, { outcome: "done" }>): OperationAnswer {
  if (reply.outcome === "unknown") {
    return { outcome: "unknown", operationRef: null, reason: reply.why };
  }
  const outcome = isPassing(reply.status) ? "unknown" : "failed";
  return { outcome, operationRef: null, reason: reply.code };
}

/** A pending refund is asked about by its own id: its key only ever gives the first answer again. */
async function refund(
  gateway: GatewayClient,
  { key, amount, paymentRef, operationRef }: OperationRequest,
): Promise<OperationAnswer> {
  const reply: GatewayReply<GatewayRefund> =
    operationRef === null
      ? await gateway.refundPayment(paymentRef, amount, key)
      : await gateway.getRefund(operationRef);
  if (reply.outcome !== "done") return noAnswer(reply);
  const { status, id, failure_code } = reply.value;
  return { outcome: status, operationRef: id, reason: failure_code };
}
