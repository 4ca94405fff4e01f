import type { IncomingHttpHeaders } from "node:http";
import type { Json } from "../../kernel/errors.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { Locale } from "../../kernel/locale.ts";
import type { Money } from "../../kernel/money.ts";
import type { Context } from "../../platform/context.ts";
import type { PaymentSeen } from "./advance.ts";

/** A way to be paid. Register it in server/src/app/providers.ts. */
export type PaymentProvider = OfflineProvider | OnlineProvider;

interface AnyProvider {
  /** Stable code: the order's payment method, the clearing account's name, the webhook's address. */
  readonly name: string;
  /** Called while the shopper chooses: null when it can pay this, else a code of the reason. */
  unavailable(ctx: Context, total: Money): Promise<string | null>;
  /** What it costs the shopper, or null. */
  fee(ctx: Context, currency: string): Promise<Money | null>;
  /** The highest total it takes, or null. */
  limit(ctx: Context, currency: string): Promise<Money | null>;
}

/** Paid outside the program: people say when it happened. */
export interface OfflineProvider extends AnyProvider {
  readonly mode: "offline";
  /** authorised: the goods go first, the money is due at the door; action: the goods wait for the money. */
  readonly begins: "authorised" | "action";
}

/** A service that is asked over the network. Its calls are made while no transaction is open. */
export interface OnlineProvider extends AnyProvider {
  readonly mode: "online";
  /** Opens a payment. Asking again with the same `key` must not open a second one. */
  authorise(request: AuthoriseRequest): Promise<PaymentAnswer>;
  /** What the provider knows of an attempt; by our reference when we have none of its own. */
  lookUp(payment: PaymentReference): Promise<PaymentAnswer>;
  /** Takes, releases or gives back money. Asking again with the same `key` must not do it twice. */
  capture(request: OperationRequest): Promise<OperationAnswer>;
  void(request: OperationRequest): Promise<OperationAnswer>;
  refund(request: OperationRequest): Promise<OperationAnswer>;
  /** Is this really from the provider? Pure: it makes no call. */
  verifyWebhook(headers: IncomingHttpHeaders, rawBody: string, now: Date): WebhookVerdict;
  /** Reads what `verifyWebhook` let through; null for what says nothing about a payment. */
  readWebhook(payload: Json): PaymentReport | null;
}

export interface AuthoriseRequest {
  readonly key: Uuid;
  readonly amount: Money;
  readonly orderNumber: string;
  /** Whom the shopper pays, for the provider's page. */
  readonly shopName: string;
  readonly locale: Locale;
  /** Paths of the pages the shopper comes back to, from the first slash: done, or changed their mind. */
  readonly returnPath: string;
  readonly cancelPath: string;
  /** A test card's token pays without the provider's page. */
  readonly token: string | null;
}

export interface PaymentReference {
  /** The key the payment was opened with. */
  readonly key: Uuid;
  readonly providerRef: string | null;
}

export interface OperationRequest {
  readonly key: Uuid;
  readonly amount: Money;
  readonly paymentRef: string;
  /** What the provider called this operation when it was pending. */
  readonly operationRef: string | null;
}

/** A payment as the provider reports it: to be compared with ours before it is believed. */
export interface PaymentReport {
  /** Our attempt's id, as the provider kept it. */
  readonly reference: string;
  readonly amount: Money;
  readonly seen: PaymentSeen;
}

export type PaymentAnswer =
  | { readonly outcome: "seen"; readonly report: PaymentReport }
  /** The provider has no such payment, or refused to open one and did nothing. */
  | { readonly outcome: "absent"; readonly reason: string }
  /** No readable answer: it may or may not have happened. */
  | { readonly outcome: "unknown"; readonly reason: string };

export interface OperationAnswer {
  readonly outcome: "succeeded" | "failed" | "pending" | "unknown";
  readonly operationRef: string | null;
  readonly reason: string | null;
}

export type WebhookVerdict =
  | { readonly genuine: true; readonly eventId: string; readonly payload: Json }
  | { readonly genuine: false; readonly reason: string };
