/**
 * The door. Providers are registered once a process by `connectProviders` in server/src/app/providers.ts;
 * tests that place orders call it too (cash on delivery and bank transfer need no configuration).
 */
export { announceCovered } from "./announce-covered.ts";
export { lookUpNow } from "./check-attempt.ts";
export { createAttempt, type NewAttempt, settleOffline } from "./create-attempt.ts";
export { paymentCaptured, paymentFailed, paymentValidated, refundSucceeded } from "./events.ts";
export { markCashCollected, markPaid, type MoneyReceived } from "./mark-paid.ts";
export type {
  Attempt,
  AttemptState,
  CreditUsed,
  Operation,
  OperationKind,
  PaymentAction,
  Refund,
  RefundLine,
  RefundPurpose,
} from "./payment.ts";
export { capturableMinor, isAlive, isUnfinished, refundableMinor } from "./payment.ts";
export { type PaymentChoice, paymentChoices } from "./payment-choices.ts";
export { type OrderPayments, paymentsOf } from "./payments-of.ts";
export { type AuthorisationOptions, performAuthorisation } from "./perform-authorisation.ts";
export { performOperation } from "./perform-operation.ts";
export type {
  AuthoriseRequest,
  OfflineProvider,
  OnlineProvider,
  OperationAnswer,
  OperationRequest,
  PaymentAnswer,
  PaymentProvider,
  PaymentReference,
  PaymentReport,
  WebhookVerdict,
} from "./provider.ts";
export { refundWays } from "./refund-ways.ts";
export { getRefund, refundsOf } from "./refund-row.ts";
export { leftToPay } from "./order-rules.ts";
export { captureCredits, type CreditPart, holdCredits } from "./pay-with-credit.ts";
export { isOffline, isOnline, offlineMethods, setProviders } from "./registry.ts";
export { type CaptureRequest, requestCapture, requestVoid } from "./request-capture.ts";
export { type RefundRequest, type RefundRequested, requestRefund } from "./request-refund.ts";
export { returnSurplus } from "./return-surplus.ts";
export { settleNothingDue } from "./settle-nothing-due.ts";
export { type TransferInstructions, transferInstructions } from "./transfer-instructions.ts";
export { attemptViewOf, refundViewOf } from "./views.ts";
export { receiveWebhook, type WebhookAnswer } from "./webhook.ts";
