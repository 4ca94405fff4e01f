import { money, toWire } from "../../kernel/money.ts";
import { typeId } from "../../kernel/type-id.ts";
import type { AttemptView, RefundView } from "./contract.ts";
import type { Attempt, Operation, Refund } from "./payment.ts";

export function attemptViewOf(attempt: Attempt): AttemptView {
  const { currency } = attempt.amount;
  return {
    id: typeId("attempt", attempt.id),
    provider: attempt.provider,
    codeEnd: attempt.credit?.codeEnd ?? null,
    amount: toWire(attempt.amount),
    state: attempt.state,
    providerRef: attempt.providerRef,
    captured: toWire(money(attempt.capturedMinor, currency)),
    refunded: toWire(money(attempt.refundedMinor, currency)),
    failure: attempt.failure,
    createdAt: attempt.createdAt.toISOString(),
    changedAt: attempt.changedAt.toISOString(),
    operations: attempt.operations.map((operation) => operationViewOf(operation, attempt)),
  };
}

export function operationViewOf(operation: Operation, { amount }: Pick<Attempt, "amount">) {
  return {
    id: operation.id,
    kind: operation.kind,
    amount: toWire(money(operation.amountMinor, amount.currency)),
    state: operation.state,
    failure: operation.failure,
    causeType: operation.causeType,
    createdAt: operation.createdAt.toISOString(),
  };
}

export function refundViewOf(refund: Refund): RefundView {
  const { currency } = refund.amount;
  const view = (minor: bigint) => toWire(money(minor, currency));
  return {
    id: typeId("refund", refund.id),
    amount: toWire(refund.amount),
    net: view(refund.netMinor),
    tax: view(refund.taxMinor),
    purpose: refund.purpose,
    reason: refund.reason,
    state: refund.state,
    lines: refund.lines.map((line) => ({
      orderLineId: typeId("order_line", line.orderLineId),
      quantity: line.quantity,
      net: view(line.netMinor),
      tax: view(line.taxMinor),
    })),
    createdAt: refund.createdAt.toISOString(),
    createdBy: refund.createdBy,
  };
}
