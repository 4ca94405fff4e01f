/**
 * The door. Providers are registered once a process by `connectProviders` in server/src/app/providers.ts;
 * tests that place orders call it too (cash on delivery and bank transfer need no configuration).
 */
export type {
  Attempt,
  AttemptState,
  Operation,
  OperationKind,
  PaymentAction,
  Refund,
  RefundLine,
  RefundPurpose,
} from "./payment.ts";
export { capturableMinor, isAlive, refundableMinor } from "./payment.ts";
export { paymentCaptured, paymentFailed, paymentValidated, refundSucceeded } from "./events.ts";

/*
 * Being written; names and shapes stand:
 *
 * paymentChoices(ctx, total: Money): Promise<PaymentChoice[]>
 *     each enabled method: { code, fee: Money | null, limit: Money | null, reason: string | null }
 * createAttempt(ctx, { orderId, provider, amount: Money, payBy?: Date }): Promise<Attempt>
 *     a live attempt of the same provider is returned, of another one is replaced (closed by a job)
 * settleOffline(ctx, attempt: Attempt): Promise<void>
 *     cash on delivery: order placed, paymentValidated; bank transfer: order placed, waits for the money
 * isOffline(provider: string): boolean
 * performAuthorisation(edge, attemptId, { returnPath, cancelPath, token? }): Promise<Attempt>
 *     paths of our own pages from the first slash; token: a test card's, pays without the hosted page
 * lookUpNow(edge, attemptId): Promise<Attempt>          asks the provider and settles
 * requestCapture(ctx, { orderId, amountMinor, causeType, causeId }): Promise<Uuid | null>
 *     null: nothing to take by a call (offline provider, or captured when the order was placed);
 *     asked again for the same cause it returns the same operation
 * performOperation(edge, operationId): Promise<Operation>
 *     succeeded | failed (with `failure`) | unknown (the sweeper goes on)
 * requestVoid(ctx, { orderId, causeType, causeId }): Promise<Uuid[]>
 * requestRefund(ctx, { orderId, purpose, reason, lines: RefundLine[], amountMinor }): Promise<{ refundId, operationIds }>
 * markPaid(ctx, { orderId, amountMinor?, reference, causeId }): Promise<void>      bank transfer
 * markCashCollected(ctx, { orderId, amountMinor?, causeId }): Promise<void>        cash on delivery
 * paymentsOf(ctx, orderId): Promise<{ attempts: Attempt[]; refunds: Refund[] }>
 * getRefund(ctx, refundId): Promise<Refund>             for credit notes: purpose "refund" has invoiced lines
 * transferInstructions(ctx, orderId): Promise<TransferInstructions | null>
 *     { accountHolder, iban, bic, bank, amount: Money, reference, payBy: BusinessDate | null }
 */
