import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { setProviders } from "../../src/modules/payments/index.ts";
import { bankTransfer } from "../../src/providers/bank-transfer/bank-transfer.ts";
import { cashOnDelivery } from "../../src/providers/cash-on-delivery/cash-on-delivery.ts";
import { sql } from "../../src/platform/sql.ts";
import type { Database } from "../../src/platform/db.ts";
import { contentsOf } from "../support/contents.ts";
import { brokenInvariants } from "../support/durable-shop.ts";
import { furnish } from "../support/furnish.ts";
import { testShop } from "../support/test-shop.ts";
import { fakeCard } from "./fake-card.ts";
import { live } from "./live.ts";
import { histories, type Step, type StepKind, stepKinds } from "./steps.ts";
import type { ModelShop } from "./world.ts";

/**
 * Random days in a shop. SHOPWRIGHT_MODEL_RUNS says how many, at least a hundred; SHOPWRIGHT_MODEL_SEED (and _PATH, as
 * fast-check prints them) repeats what went wrong.
 */
const runs = Math.max(100, Number(process.env["SHOPWRIGHT_MODEL_RUNS"] ?? 200));
const seed = Number(process.env["SHOPWRIGHT_MODEL_SEED"] ?? Date.now() % 2 ** 31);
const path = process.env["SHOPWRIGHT_MODEL_PATH"];

const card = fakeCard();
const shops = await Promise.all([open("at_order"), open("at_shipping")]);
const harmedShop = await open("at_order");
setProviders([card.provider, cashOnDelivery, bankTransfer]);

async function open(moment: "at_order" | "at_shipping"): Promise<ModelShop> {
  const shop = await testShop({ poolSize: 6 });
  const warehouse = await shop.edge().transaction((ctx) => furnish(ctx, moment));
  return { shop, warehouse, captureAtOrder: moment === "at_order" };
}

/** How often each kind of step was done and was refused, to show that the days were eventful. */
const counts = new Map<StepKind, { done: number; refused: number }>();

function count({ kind }: Step, done: boolean): void {
  const known = counts.get(kind) ?? { done: 0, refused: 0 };
  counts.set(kind, {
    done: known.done + (done ? 1 : 0),
    refused: known.refused + (done ? 0 : 1),
  });
}

test(`whatever people do in whatever order, the shop is as the model says (${runs} runs, seed ${seed})`, async () => {
  console.log(`model: ${runs} runs, SHOPWRIGHT_MODEL_SEED=${seed}`);
  const day = fc.asyncProperty(fc.nat(1), histories, async (which, history) => {
    const place = shops[which] ?? shops[0];
    await live(place, history, count);
    expect(await brokenInvariants(place.shop.database)).toEqual([]);
  });
  await fc.assert(day, { numRuns: runs, seed, ...(path === undefined ? {} : { path }) });
}, 3_600_000);

describe("after all these days", () => {
  test("every kind of step was done, and refused where it can be", () => {
    const undone = stepKinds.filter((kind) => (counts.get(kind)?.done ?? 0) === 0);
    expect(undone).toEqual([]);
    const refusable = [...counts].filter(([, { refused }]) => refused > 0).map(([kind]) => kind);
    expect(refusable).toEqual(
      expect.arrayContaining(["order", "ship part", "cancel part", "refund units", "adjust stock"]),
    );
  });

  test("the card service gave and took what the books say", async () => {
    for (const { shop } of shops) {
      const attempts = await shop.database.all<Booked>(sql`
        select id, captured_minor as captured, refunded_minor as refunded from payments.attempt
        where provider = 'test-card'`);
      expect(attempts.length).toBeGreaterThan(0);
      for (const { id, captured, refunded } of attempts) {
        const { captured: taken = 0n, refunded: back = 0n } = card.payments.get(id) ?? {};
        expect({ id, taken, back }).toEqual({ id, taken: captured, back: refunded });
      }
    }
  });

  test("each event told a second time to each who follows it changes nothing", async () => {
    for (const { shop } of shops) {
      const before = await contentsWithoutJobs(shop.database);
      const told = await shop.database.run(sql`
        update platform.job set state = 'ready', attempts = 0, run_at = now()
        where event_id is not null and state = 'done'`);
      expect(told).toBeGreaterThan(runs);
      await shop.drainJobs();
      expect(await contentsWithoutJobs(shop.database)).toEqual(before);
    }
  }, 300_000);
});

describe("a shop that does it wrong is seen", () => {
  const start = (b: number): Step[] => [
    { kind: "new cart", a: 0, b: 0, units: 2, hasty: false },
    { kind: "order", a: 0, b, units: 4, hasty: false },
  ];
  test.each([
    ["loses a unit", "update inventory.stock set on_hand = on_hand - 1 where warehouse"],
    [
      "promises a unit to nobody",
      "update inventory.stock set reserved = reserved + 1 where warehouse",
    ],
    [
      "forgets what was paid",
      "update orders.order set captured_minor = captured_minor - 1 where captured_minor > 0",
    ],
    ["loses an order", "update orders.order set status = 'pending'"],
  ])("when it %s", async (_, harm) => {
    const place = harmedShop;
    const byCard = 2;
    await live(place, start(byCard), () => undefined);
    const harmed = live(place, start(byCard), async ({ kind }) => {
      if (kind === "order") await place.shop.database.pool.query(harm);
    });
    await expect(harmed).rejects.toThrow("to deeply equal");
  });
});

/** Fingerprints of all tables but the list of jobs itself and the tags of pages to be made anew. */
async function contentsWithoutJobs(database: Database): Promise<Record<string, string>> {
  const all = Object.entries(await contentsOf(database));
  const apart = ["platform.job", "platform.touched_tag"];
  return Object.fromEntries(all.filter(([table]) => !apart.includes(table)));
}

interface Booked {
  readonly id: string;
  readonly captured: bigint;
  readonly refunded: bigint;
}
