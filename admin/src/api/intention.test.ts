import { describe, expect, test } from "vitest";
import { newIntention } from "./intention.ts";

function counting() {
  let count = 0;
  return newIntention(() => `key-${(count += 1)}`);
}

describe("the key of an intention", () => {
  test("is the same when the same is sent again", () => {
    const intention = counting();
    const input = { body: { amount: { minor: "500", currency: "EUR" } } };
    expect(intention.keyFor(input)).toBe("key-1");
    expect(intention.keyFor(structuredClone(input))).toBe("key-1");
  });

  test("is another when something else is meant", () => {
    const intention = counting();
    expect(intention.keyFor({ body: { units: 1 } })).toBe("key-1");
    expect(intention.keyFor({ body: { units: 2 } })).toBe("key-2");
  });

  test("is another once it is done, even for the same input", () => {
    const intention = counting();
    intention.keyFor({ body: { text: "called back" } });
    intention.settle();
    expect(intention.keyFor({ body: { text: "called back" } })).toBe("key-2");
  });
});
