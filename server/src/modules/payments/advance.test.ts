import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newId } from "../../kernel/ids.ts";
import {
  advance,
  capturedSum,
  consequencesOf,
  type Facts,
  heldMinor,
  type Observed,
  type PaymentSeen,
  phases,
  refundedSum,
  stateOf,
} from "./advance.ts";
import type { Operation, OperationKind } from "./payment.ts";

const fresh: Facts = {
  phase: "open",
  waiting: "authorising",
  amountMinor: 100n,
  providerRef: null,
  action: null,
  failure: null,
  expiresAt: null,
  operations: [],
};

function seen(phase: PaymentSeen["phase"], more: Partial<PaymentSeen> = {}): PaymentSeen {
  return {
    kind: "payment",
    phase,
    providerRef: "pay_1",
    capturedMinor: 0n,
    action: phase === "action" ? { type: "redirect", url: "https://pay.test/1" } : null,
    failure: phase === "failed" ? "card_declined" : null,
    expiresAt: null,
    ...more,
  };
}

function operation(
  kind: OperationKind,
  amountMinor: bigint,
  more: Partial<Operation> = {},
): Operation {
  return {
    id: newId(),
    kind,
    amountMinor,
    state: "created",
    paidTo: null,
    providerRef: null,
    failure: null,
    causeType: "shipment",
    causeId: newId(),
    createdAt: new Date(0),
    ...more,
  };
}

function after(facts: Facts, ...observations: Observed[]): Facts {
  return observations.reduce((known, each) => advance(known, each) ?? known, facts);
}

function answer(
  { id }: Operation,
  outcome: "succeeded" | "failed" | "pending" | "unknown",
): Observed {
  const failure = outcome === "failed" ? "capture_declined" : null;
  return { kind: "operation", operationId: id, outcome, providerRef: null, failure };
}

describe("an attempt moves", () => {
  const capture = operation("capture", 60n);
  const later = operation("capture", 40n);
  const release = operation("void", 100n);
  const refund = operation("refund", 60n);
  const promised = { ...fresh, phase: "authorised" } as const;
  it.each<[string, Facts, Observed[], [state: string, held: bigint, captured: bigint]]>([
    ["to the shopper's turn", fresh, [seen("action")], ["requires_action", 0n, 0n]],
    ["to unknown when no answer came", fresh, [{ kind: "nothing" }], ["unknown", 0n, 0n]],
    [
      "from unknown to authorised",
      fresh,
      [{ kind: "nothing" }, seen("authorised")],
      ["authorised", 100n, 0n],
    ],
    ["to failed when declined", fresh, [seen("failed")], ["failed", 0n, 0n]],
    [
      "past given up, when it was paid all the same",
      fresh,
      [{ kind: "given_up", failure: "replaced" }, seen("authorised")],
      ["authorised", 100n, 0n],
    ],
    [
      "nowhere by an overtaken observation",
      promised,
      [seen("action"), seen("failed")],
      ["authorised", 100n, 0n],
    ],
    [
      "to captured by the answer",
      { ...promised, operations: [capture] },
      [answer(capture, "succeeded")],
      ["captured", 100n, 60n],
    ],
    [
      "to captured by a webhook before the answer",
      { ...promised, operations: [capture] },
      [seen("authorised", { capturedMinor: 60n })],
      ["captured", 100n, 60n],
    ],
    [
      "not by a sum that leaves open which capture it was",
      { ...promised, operations: [capture, later] },
      [seen("authorised", { capturedMinor: 60n })],
      ["capturing", 100n, 0n],
    ],
    [
      "back to authorised when a capture is refused",
      { ...promised, operations: [capture] },
      [answer(capture, "failed")],
      ["authorised", 100n, 0n],
    ],
    [
      "to voided by the answer",
      { ...promised, operations: [release] },
      [answer(release, "succeeded")],
      ["voided", 0n, 0n],
    ],
    [
      "to voided by a webhook",
      { ...promised, operations: [release] },
      [seen("released")],
      ["voided", 0n, 0n],
    ],
    [
      "and keeps what was captured when the rest is released",
      { ...promised, operations: [capture, release] },
      [answer(capture, "succeeded"), answer(release, "succeeded")],
      ["captured", 60n, 60n],
    ],
    [
      "through refunding",
      { ...promised, operations: [{ ...capture, state: "succeeded" }, refund] },
      [answer(refund, "pending")],
      ["refunding", 100n, 60n],
    ],
  ])("%s", (_, facts, observations, expected) => {
    const end = after(facts, ...observations);
    expect([stateOf(end), heldMinor(end), capturedSum(end.operations)]).toEqual(expected);
  });

  it("says nothing new when it is told the same twice", () => {
    const once = after(fresh, seen("action"));
    expect(advance(once, seen("action"))).toBeNull();
  });

  it("tells each consequence once", () => {
    const facts = { ...promised, operations: [capture] };
    const moved = after(facts, answer(capture, "succeeded"));
    expect(consequencesOf(facts, moved).succeeded.map((each) => each.id)).toEqual([capture.id]);
    expect(
      consequencesOf(moved, after(moved, seen("authorised", { capturedMinor: 60n }))).succeeded,
    ).toEqual([]);
  });
});

/** A provider's true history of one payment, as everything it could ever tell us of it. */
const history = fc
  .record({
    paid: fc.constantFrom("paid", "declined", "left"),
    withAction: fc.boolean(),
    captures: fc.array(fc.record({ amount: fc.bigInt(1n, 30n), works: fc.boolean() }), {
      maxLength: 3,
    }),
    released: fc.boolean(),
    refunds: fc.array(
      fc.record({ amount: fc.bigInt(1n, 5n), works: fc.boolean(), slow: fc.boolean() }),
      { maxLength: 2 },
    ),
    lost: fc.boolean(),
  })
  .map(({ paid, withAction, captures, released, refunds, lost }) => {
    const told: Observed[] = lost ? [{ kind: "nothing" }] : [];
    const operations: Operation[] = [];
    if (withAction || paid === "left") told.push(seen("action"));
    if (paid === "declined") told.push(seen("failed"));
    if (paid === "left" && released) told.push(seen("released"));
    let capturedMinor = 0n;
    if (paid === "paid") {
      told.push(seen("authorised"));
      for (const { amount, works } of captures) {
        const each = operation("capture", amount);
        operations.push(each);
        if (works) capturedMinor += amount;
        told.push(answer(each, works ? "succeeded" : "failed"));
        told.push(seen("authorised", { capturedMinor }));
      }
      for (const { amount, works, slow } of capturedMinor > 10n ? refunds : []) {
        const each = operation("refund", amount);
        operations.push(each);
        if (slow) told.push(answer(each, "pending"), answer(each, "unknown"));
        told.push(answer(each, works ? "succeeded" : "failed"));
      }
      if (released) {
        const each = operation("void", 100n - capturedMinor);
        operations.push(each);
        told.push(answer(each, "succeeded"), seen("released", { capturedMinor }));
      }
    }
    return { told, operations, capturedMinor };
  });

/** What a settled attempt amounts to; the words of a failure may come from whoever was first. */
function outcome(facts: Facts) {
  return {
    phase: facts.phase,
    state: stateOf(facts),
    held: heldMinor(facts),
    captured: capturedSum(facts.operations),
    refunded: refundedSum(facts.operations),
    operations: facts.operations.map(({ id, state }) => [id, state]),
  };
}

describe("whatever the order and however often it is told", () => {
  const told = history.chain(({ told, operations, capturedMinor }) =>
    fc.record({
      facts: fc.constant<Facts>({ ...fresh, operations }),
      inOrder: fc.constant(told),
      shuffled: fc.shuffledSubarray([...told, ...told, ...told], { minLength: told.length * 3 }),
      capturedMinor: fc.constant(capturedMinor),
    }),
  );

  it("ends at the same place", () => {
    fc.assert(
      fc.property(told, ({ facts, inOrder, shuffled }) => {
        expect(outcome(after(facts, ...shuffled))).toEqual(outcome(after(facts, ...inOrder)));
      }),
      { numRuns: 1000 },
    );
  });

  it("captures exactly what the provider captured", () => {
    fc.assert(
      fc.property(told, ({ facts, shuffled, capturedMinor }) => {
        expect(capturedSum(after(facts, ...shuffled).operations)).toBe(capturedMinor);
      }),
    );
  });

  it("never goes back, and its steps add up to where it ends", () => {
    fc.assert(
      fc.property(told, ({ facts, shuffled }) => {
        let known = facts;
        let held = 0n;
        const succeeded: string[] = [];
        for (const each of shuffled) {
          const next = advance(known, each);
          if (next === null) continue;
          expect(phases.indexOf(next.phase)).toBeGreaterThanOrEqual(phases.indexOf(known.phase));
          const step = consequencesOf(known, next);
          held += step.heldDelta;
          succeeded.push(...step.succeeded.map(({ id }) => id));
          known = next;
        }
        expect(held).toBe(heldMinor(known));
        expect(new Set(succeeded).size).toBe(succeeded.length);
      }),
    );
  });
});
