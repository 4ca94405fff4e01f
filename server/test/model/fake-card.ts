import type { Money } from "../../src/kernel/money.ts";
import type {
  OnlineProvider,
  OperationAnswer,
  OperationRequest,
  PaymentAnswer,
} from "../../src/modules/payments/index.ts";

interface CardPayment {
  readonly amount: Money;
  readonly approved: boolean;
  captured: bigint;
  refunded: bigint;
  released: boolean;
}

export interface FakeCard {
  readonly provider: OnlineProvider;
  /** By our attempt's id. */
  readonly payments: ReadonlyMap<string, CardPayment>;
}

/**
 * A card service in memory, where the program meets the outside. By the token it approves, declines,
 * or does its work and loses the answer; what was asked under one key is done once.
 */
export function fakeCard(): FakeCard {
  const payments = new Map<string, CardPayment>();
  const done = new Map<string, OperationAnswer>();

  const seen = (key: string): PaymentAnswer => {
    const payment = payments.get(key);
    if (payment === undefined) return { outcome: "absent", reason: "not_reached" };
    const { amount, approved, captured, released } = payment;
    return {
      outcome: "seen",
      report: {
        reference: key,
        amount,
        seen: {
          kind: "payment",
          phase: released ? "released" : approved ? "authorised" : "failed",
          providerRef: `fake:${key}`,
          capturedMinor: captured,
          action: null,
          failure: approved ? null : "card_declined",
          expiresAt: null,
        },
      },
    };
  };

  const operate = async (
    { key, amount, paymentRef }: OperationRequest,
    work: (payment: CardPayment, minor: bigint) => boolean,
  ): Promise<OperationAnswer> => {
    const before = done.get(key);
    if (before !== undefined) return before;
    const payment = payments.get(paymentRef.slice("fake:".length));
    const ok = payment !== undefined && payment.approved && work(payment, amount.minor);
    const answer: OperationAnswer = ok
      ? { outcome: "succeeded", operationRef: null, reason: null }
      : { outcome: "failed", operationRef: null, reason: "refused" };
    done.set(key, answer);
    return answer;
  };

  const provider: OnlineProvider = {
    name: "test-card",
    mode: "online",
    unavailable: async () => null,
    fee: async () => null,
    limit: async () => null,
    authorise: async ({ key, amount, token }) => {
      const known = payments.get(key);
      if (known === undefined) {
        const approved = token !== "declined";
        const fresh = { amount, approved, captured: 0n, refunded: 0n, released: false };
        payments.set(key, fresh);
        if (token === "lost") return { outcome: "unknown", reason: "no_answer" };
      }
      return seen(key);
    },
    lookUp: async ({ key }) => seen(key),
    capture: (request) =>
      operate(request, (payment, minor) => {
        if (payment.released || payment.captured + minor > payment.amount.minor) return false;
        payment.captured += minor;
        return true;
      }),
    void: (request) =>
      operate(request, (payment) => {
        payment.released = true;
        return true;
      }),
    refund: (request) =>
      operate(request, (payment, minor) => {
        if (payment.refunded + minor > payment.captured) return false;
        payment.refunded += minor;
        return true;
      }),
    verifyWebhook: () => ({ genuine: false, reason: "it sends none" }),
    readWebhook: () => null,
  };
  return { provider, payments };
}
