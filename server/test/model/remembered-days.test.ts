import { expect, test } from "vitest";
import { setProviders } from "../../src/modules/payments/index.ts";
import { bankTransfer } from "../../src/providers/bank-transfer/bank-transfer.ts";
import { cashOnDelivery } from "../../src/providers/cash-on-delivery/cash-on-delivery.ts";
import { brokenInvariants } from "../support/durable-shop.ts";
import { furnish } from "../support/furnish.ts";
import { testShop } from "../support/test-shop.ts";
import { fakeCard } from "./fake-card.ts";
import { live } from "./live.ts";
import type { Step, StepKind } from "./steps.ts";

/** Days that went wrong once, or are too rare to wait for. */
const shop = await testShop({ poolSize: 6 });
const warehouse = await shop.edge().transaction((ctx) => furnish(ctx, "at_order"));
setProviders([fakeCard().provider, cashOnDelivery, bankTransfer]);

/** A step on the first thing, cart or order; `b` and `units` choose how, as in takeStep. */
function step(kind: StepKind, units = 1, b = 0): Step {
  return { kind, a: 0, b, units, hasty: false };
}

const byTransfer = [step("new cart", 3), step("order", 1, 1)];
const byCardUnheard = [step("new cart", 3), step("order", 2, 2)];

const days: readonly (readonly [string, readonly Step[]])[] = [
  [
    "a transfer comes in part, and lines are cancelled until it is enough",
    [...byTransfer, step("mark part paid", 2), step("cancel part", 2), step("ship all")],
  ],
  [
    "a transfer comes in two parts, the second while the order is held",
    [
      ...byTransfer,
      step("mark part paid", 2),
      step("hold"),
      step("mark paid"),
      step("ship all"),
      step("release"),
      step("ship all"),
    ],
  ],
  [
    "a card's yes is heard while the order is held, and a part is cancelled before the release",
    [
      ...byCardUnheard,
      step("hold"),
      step("sweep"),
      step("ship all"),
      step("cancel part"),
      step("release"),
      step("ship all"),
      step("refund amount"),
      step("refund units", 2),
      step("refund all"),
    ],
  ],
  [
    "whoever has not heard of their card pays in cash, and gets it back in two parts",
    [
      ...byCardUnheard,
      step("pay again", 2),
      step("sweep"),
      step("ship part"),
      step("collect cash"),
      step("cancel all"),
      step("refund amount"),
      step("confirm refund"),
      step("refund all"),
      step("confirm refund"),
    ],
  ],
];

test.each(days)("%s", async (_, day) => {
  const done: string[] = [];
  await live({ shop, warehouse, captureAtOrder: true }, day, ({ kind }, yes) => {
    if (yes) done.push(kind);
  });
  expect(done).toEqual(expect.arrayContaining(["order", day.at(-1)?.kind]));
  expect(await brokenInvariants(shop.database)).toEqual([]);
});
