import fc from "fast-check";
import { expect, it } from "vitest";
import { testShop } from "../../../test/support/test-shop.ts";
import { Refusal } from "../../kernel/errors.ts";
import { newId, type Uuid } from "../../kernel/ids.ts";
import { money } from "../../kernel/money.ts";
import { runAudit } from "../../platform/audit.ts";
import type { Context } from "../../platform/context.ts";
import { checks as ledgerChecks } from "../ledger/audit.ts";
import { readAvailability } from "./availability.ts";
import { checks } from "./audit.ts";
import { aVariant, aWarehouse } from "./examples.ts";
import { adjustStock } from "./movements/adjust-stock.ts";
import { receiveStock } from "./movements/receive-stock.ts";
import { returnToStock } from "./movements/return-to-stock.ts";
import { reverseMovement } from "./movements/reverse-movement.ts";
import { shipReserved } from "./movements/ship-reserved.ts";
import { transferStock } from "./movements/transfer-stock.ts";
import { releaseReservations } from "./reservations/release-reservations.ts";
import { reserveStock } from "./reservations/reserve-stock.ts";
import { listReservations } from "./reservations/store.ts";

const shop = await testShop();
const edge = shop.edge();

interface World {
  readonly variants: readonly Uuid[];
  readonly warehouses: readonly Uuid[];
  readonly orders: Uuid[];
  readonly movements: Uuid[];
}

interface Step {
  readonly kind:
    | "receive"
    | "reserve"
    | "release"
    | "part"
    | "ship"
    | "adjust"
    | "transfer"
    | "return"
    | "reverse";
  readonly a: number;
  readonly b: number;
  readonly units: number;
}

const steps = fc.array(
  fc.record<Step>({
    kind: fc.constantFrom(
      "receive",
      "reserve",
      "reserve",
      "release",
      "part",
      "ship",
      "adjust",
      "transfer",
      "return",
      "reverse",
    ),
    a: fc.nat(99),
    b: fc.nat(99),
    units: fc.integer({ min: 1, max: 6 }),
  }),
  { minLength: 10, maxLength: 40 },
);

function pick<T>(list: readonly T[], index: number): T | undefined {
  return list[index % Math.max(1, list.length)];
}

async function take(ctx: Context, world: World, { kind, a, b, units }: Step): Promise<void> {
  const variantId = pick(world.variants, a) ?? "";
  const [locationId = "", other = ""] =
    b % 2 === 0 ? world.warehouses : world.warehouses.toReversed();
  const orderId = pick(world.orders, a);
  const line = { variantId, lot: "", quantity: units };
  switch (kind) {
    case "receive": {
      const lines = [{ ...line, unitCost: money(BigInt(a * b), "EUR") }];
      const moved = await receiveStock(ctx, { locationId, note: "", lines });
      world.movements.push(...moved.map(({ movementId }) => movementId));
      return;
    }
    case "reserve": {
      const lines = world.variants
        .slice(0, 1 + (b % 3))
        .map((id) => ({ orderLineId: newId(), variantId: id, quantity: units }));
      const id = newId();
      await reserveStock(ctx, {
        orderId: id,
        country: b % 2 === 0 ? "DE" : "US",
        state: "allocated",
        lines,
      });
      world.orders.push(id);
      return;
    }
    case "adjust": {
      const change = b % 3 === 0 ? { counted: units } : { delta: b % 3 === 1 ? units : -units };
      await adjustStock(ctx, { variantId, locationId, lot: "", change, reason: "count", note: "" });
      return;
    }
    case "transfer":
      await transferStock(ctx, { fromId: locationId, toId: other, note: "", lines: [line] });
      return;
    case "reverse": {
      const movementId = pick(world.movements, a);
      if (movementId !== undefined) await reverseMovement(ctx, movementId, "");
      return;
    }
    case "return":
      if (orderId === undefined) return;
      await returnToStock(ctx, {
        orderId,
        returnId: newId(),
        note: "",
        lines: [{ ...line, locationId }],
      });
      return;
    case "release":
    case "part":
    case "ship":
      if (orderId !== undefined) await changeOrder(ctx, orderId, kind, units);
  }
}

async function changeOrder(ctx: Context, orderId: Uuid, kind: Step["kind"], units: number) {
  const reservations = await listReservations(ctx, orderId);
  const [first] = reservations;
  if (kind === "release") await releaseReservations(ctx, orderId);
  else if (kind === "part" && first !== undefined) {
    const lines = [{ orderLineId: first.orderLineId, quantity: units }];
    await releaseReservations(ctx, orderId, { lines });
  } else if (kind === "ship") {
    const ready = reservations.find(
      ({ state, backordered }) => state === "allocated" && !backordered,
    );
    if (ready === undefined) return;
    const lines = [{ ...ready, quantity: Math.min(units, ready.quantity) }];
    await shipReserved(ctx, { orderId, shipmentId: newId(), lines });
  }
}

it("whatever happens to goods in whatever order, every invariant holds and caps are kept", async () => {
  const cap = 7;
  await fc.assert(
    fc.asyncProperty(steps, async (history) => {
      const world = await edge.transaction(async (ctx): Promise<World> => {
        const plain = await aVariant(ctx.db);
        const ahead = await aVariant(ctx.db, { policy: "backorder", backorderCap: cap });
        const bought = await aVariant(ctx.db, { policy: "order_from_supplier" });
        const warehouses = [await aWarehouse(ctx, { countries: ["DE"] }), await aWarehouse(ctx)];
        const variants = [ahead, bought, plain].map(({ variantId }) => variantId);
        return { variants, warehouses: warehouses.map(({ id }) => id), orders: [], movements: [] };
      });
      for (const step of history) {
        await edge
          .transaction((ctx) => take(ctx, world, step))
          .catch((error: unknown) => {
            if (!(error instanceof Refusal)) throw error;
          });
      }
      const results = await runAudit(shop.database, [...checks, ...ledgerChecks]);
      expect(results.filter(({ offences }) => offences.length > 0)).toEqual([]);
      const [ahead = ""] = world.variants;
      const room = (await readAvailability(edge.reading(), [ahead])).get(ahead)?.backorderRoom;
      expect(room).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 40 },
  );
}, 60_000);
