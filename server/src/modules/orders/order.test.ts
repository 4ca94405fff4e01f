import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { newId } from "../../kernel/ids.ts";
import { orderStatusPath, orderStatuses } from "./contract.ts";
import { shareOfLine } from "./line-share.ts";
import { linkSecretHash, linkSecretOf } from "./link-secret.ts";
import { mayBecome } from "./order.ts";

describe("an order's status", () => {
  test("goes forward only, and never on from its end", () => {
    const moves = orderStatuses.flatMap((from) =>
      orderStatuses.filter((to) => mayBecome(from, to)).map((to) => `${from} → ${to}`),
    );
    expect(moves).toEqual([
      "pending → placed",
      "pending → cancelled",
      "placed → completed",
      "placed → cancelled",
    ]);
  });
});

describe("a part of a line", () => {
  test("is its share, and parts sum to the whole whatever their order", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10_000_000n }),
        fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 8 }),
        (totalMinor, parts) => {
          const line = { quantity: parts.reduce((a, b) => a + b), totalMinor };
          let before = 0;
          let sum = 0n;
          for (const units of parts) {
            const share = shareOfLine(line, before, units);
            expect(share >= 0n).toBe(true);
            sum += share;
            before += units;
          }
          expect(sum).toBe(totalMinor);
        },
      ),
    );
  });
});

describe("the secret of a status link", () => {
  test("is the same again for the same order, and another for any other", () => {
    const order = { id: newId(), cartId: newId() };
    const secret = linkSecretOf(order);
    expect(secret).toMatch(/^[A-Za-z0-9_-]{32}$/);
    expect(linkSecretOf(order)).toBe(secret);
    expect(linkSecretOf({ ...order, cartId: newId() })).not.toBe(secret);
    expect(linkSecretOf({ ...order, id: newId() })).not.toBe(secret);
    expect(linkSecretHash(secret)).toMatch(/^[0-9a-f]{64}$/);
    expect(orderStatusPath(secret, "de")).toBe(`/de/order/${secret}`);
  });
});
