import { capturableAmount } from "./payment.ts";
import type { Payment } from "./payment.ts";
import type { Refund } from "./refund.ts";
import type { GatewayEvent } from "./store.ts";

/** A payment as the API and the webhooks show it. `action` says where to send the shopper. */
export function paymentView(payment: Payment, publicUrl: string) {
  const url = `${publicUrl}/pay/${payment.id}`;
  return {
    ...payment,
    capturable_amount: String(capturableAmount(payment)),
    action: payment.awaiting === null ? null : { type: "redirect", url },
  };
}

export function refundView(refund: Refund) {
  const { settles: _, ...shown } = refund;
  return shown;
}

export function eventView(event: GatewayEvent) {
  const { id, type, created, delivery, sent, tries } = event;
  return { id, type, created, delivery, sent, tries };
}

/** The money side of a payment that an issuer approved: one for each time a card was charged. */
export function chargeView(payment: Payment) {
  return {
    ...payment.charge,
    payment: payment.id,
    reference: payment.reference,
    amount: payment.amount,
    currency: payment.currency,
    captured_amount: payment.captured_amount,
    refunded_amount: payment.refunded_amount,
  };
}
