import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { present } from "../../../kernel/assert.ts";
import {
  type Demand,
  type Item,
  planStock,
  type StockQuestion,
  type Supply,
  type Warehouse,
} from "./plan-stock.ts";

const hamburg: Warehouse = { locationId: "hamburg", countries: ["DE", "FR"], priority: 5 };
const newark: Warehouse = { locationId: "newark", countries: ["US"], priority: 9 };
const lyon: Warehouse = { locationId: "lyon", countries: ["FR", "DE"], priority: 1 };
const depot: Warehouse = { locationId: "depot", countries: [], priority: 0 };

const plain: Item = { sku: "S", policy: "refuse", backorderCap: 0, backordered: 0 };

function shelf(locationId: string, variantId: string, available: number, lot = ""): Supply {
  return { locationId, variantId, lot, available };
}

function wants(variantId: string, quantity: number, orderLineId = `line-${variantId}`): Demand {
  return { orderLineId, variantId, quantity };
}

interface Story {
  demands: Demand[];
  supplies: Supply[];
  warehouses?: Warehouse[];
  items?: Record<string, Item>;
  country?: string;
}

function plan({
  demands,
  supplies,
  warehouses = [hamburg, newark],
  items = {},
  country = "DE",
}: Story) {
  const known = new Map(demands.map(({ variantId }) => [variantId, items[variantId] ?? plain]));
  return planStock({ demands, supplies, warehouses, items: known, country });
}

function sends(story: Story): string[] {
  return present(plan(story).pieces, "a plan").map(
    ({ locationId, variantId, quantity, backordered }) =>
      `${locationId} ${quantity} ${variantId}${backordered ? " later" : ""}`,
  );
}

describe("the plan of what comes from where", () => {
  it("takes everything from the one warehouse that serves the country", () => {
    const supplies = [shelf("newark", "chair", 9), shelf("hamburg", "chair", 2)];
    expect(sends({ demands: [wants("chair", 2)], supplies })).toEqual(["hamburg 2 chair"]);
  });

  it("asks abroad only for what exists nowhere nearer, in as few parcels as can be", () => {
    const supplies = [
      shelf("hamburg", "chair", 2),
      shelf("hamburg", "lamp", 1),
      shelf("newark", "lamp", 2),
    ];
    const demands = [wants("chair", 2), wants("lamp", 3)];
    expect(sends({ demands, supplies })).toEqual([
      "hamburg 2 chair",
      "hamburg 1 lamp",
      "newark 2 lamp",
    ]);
    const fuller = [...supplies, shelf("newark", "lamp", 3, "B")];
    expect(sends({ demands, supplies: fuller })).toEqual(["hamburg 2 chair", "newark 3 lamp"]);
  });

  it("prefers one warehouse that has all to two that share it", () => {
    const supplies = [
      shelf("hamburg", "chair", 1),
      shelf("lyon", "chair", 1),
      shelf("lyon", "lamp", 1),
    ];
    const demands = [wants("chair", 1), wants("lamp", 1)];
    expect(sends({ demands, supplies, warehouses: [hamburg, lyon] })).toEqual([
      "lyon 1 chair",
      "lyon 1 lamp",
    ]);
  });

  it("splits near the shopper rather than sending one parcel from abroad", () => {
    const supplies = [
      shelf("hamburg", "chair", 1),
      shelf("lyon", "lamp", 1),
      shelf("newark", "chair", 1),
      shelf("newark", "lamp", 1),
    ];
    const demands = [wants("chair", 1), wants("lamp", 1)];
    expect(sends({ demands, supplies, warehouses: [newark, hamburg, lyon] })).toEqual([
      "hamburg 1 chair",
      "lyon 1 lamp",
    ]);
  });

  it("takes a warehouse for any country before one for other countries", () => {
    const supplies = [shelf("newark", "chair", 1), shelf("depot", "chair", 1)];
    const warehouses = [newark, depot];
    expect(sends({ demands: [wants("chair", 1)], supplies, warehouses })).toEqual([
      "depot 1 chair",
    ]);
  });

  it("keeps a line whole on one shelf of the plan where it can", () => {
    const supplies = [
      shelf("hamburg", "chair", 1),
      shelf("lyon", "chair", 3),
      shelf("hamburg", "lamp", 1),
    ];
    const demands = [wants("chair", 3), wants("lamp", 1)];
    expect(sends({ demands, supplies, warehouses: [hamburg, lyon] })).toEqual([
      "lyon 3 chair",
      "hamburg 1 lamp",
    ]);
  });

  it("backorders the rest at the plan's first warehouse, up to the cap", () => {
    const items = {
      chair: { ...plain, policy: "backorder", backorderCap: 5, backordered: 3 },
    } as const;
    const supplies = [shelf("newark", "chair", 1)];
    expect(sends({ demands: [wants("chair", 3)], supplies, items })).toEqual([
      "newark 1 chair",
      "newark 2 chair later",
    ]);
    expect(plan({ demands: [wants("chair", 4)], supplies, items }).short).toEqual([
      { variantId: "chair", sku: "S", wanted: 4, available: 3 },
    ]);
  });

  it("promises from the nearest warehouse when no shelf holds any", () => {
    const items = { chair: { ...plain, policy: "order_from_supplier" } } as const;
    expect(sends({ demands: [wants("chair", 7)], supplies: [], items })).toEqual([
      "hamburg 7 chair later",
    ]);
  });

  it("adds up lines of one variant before it says what is short", () => {
    const demands = [wants("chair", 2, "a"), wants("chair", 2, "b")];
    const supplies = [shelf("hamburg", "chair", 3)];
    expect(plan({ demands, supplies }).short).toMatchObject([{ wanted: 4, available: 3 }]);
  });

  it("has nothing to promise without a warehouse", () => {
    const items = { chair: { ...plain, policy: "order_from_supplier" } } as const;
    const answer = plan({ demands: [wants("chair", 1)], supplies: [], items, warehouses: [] });
    expect(answer.short).toMatchObject([{ wanted: 1, available: 0 }]);
  });
});

const variantIds = ["a", "b", "c"] as const;
const warehouseIds = Array.from({ length: 10 }, (_, index) => `w${index}`);

const questions: fc.Arbitrary<StockQuestion> = fc
  .record({
    count: fc.integer({ min: 1, max: 10 }),
    demands: fc.array(
      fc.record({
        variantId: fc.constantFrom(...variantIds),
        quantity: fc.integer({ min: 1, max: 6 }),
      }),
      { minLength: 1, maxLength: 5 },
    ),
    units: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 60, maxLength: 60 }),
    items: fc.tuple(
      ...variantIds.map(() =>
        fc.record({
          sku: fc.constant("S"),
          policy: fc.constantFrom("refuse", "backorder", "order_from_supplier"),
          backorderCap: fc.integer({ min: 0, max: 10 }),
          backordered: fc.integer({ min: 0, max: 10 }),
        }),
      ),
    ),
    served: fc.array(fc.constantFrom<readonly string[]>([], ["DE"], ["US"]), {
      minLength: 10,
      maxLength: 10,
    }),
  })
  .map(({ count, demands, units, items, served }) => {
    const warehouses = warehouseIds.slice(0, count).map((locationId, index) => ({
      locationId,
      countries: served[index] ?? [],
      priority: index % 3,
    }));
    const shelves = warehouses.flatMap(({ locationId }) =>
      variantIds.flatMap((variantId) => ["", "L"].map((lot) => ({ locationId, variantId, lot }))),
    );
    return {
      demands: demands.map((demand, index) => ({ ...demand, orderLineId: `line${index}` })),
      supplies: shelves.map((each, index) => ({ ...each, available: units[index] ?? 0 })),
      warehouses,
      items: new Map(variantIds.map((id, index) => [id, present(items[index], "an item")])),
      country: "DE",
    };
  });

const sumOf = (list: readonly { readonly quantity: number }[]): number =>
  list.reduce((sum, { quantity }) => sum + quantity, 0);

describe("every plan", () => {
  it("gives each line exactly what it asked for, or says which variants are short", () => {
    fc.assert(
      fc.property(questions, (question) => {
        const answer = planStock(question);
        if (answer.short !== undefined) {
          expect(answer.short.every(({ wanted, available }) => wanted > available)).toBe(true);
          return;
        }
        for (const demand of question.demands) {
          const pieces = answer.pieces.filter((each) => each.orderLineId === demand.orderLineId);
          expect(sumOf(pieces)).toBe(demand.quantity);
          expect(pieces.every(({ quantity }) => quantity > 0)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("takes no more from a shelf than it holds, and promises ahead only when all shelves are empty", () => {
    fc.assert(
      fc.property(questions, (question) => {
        const { pieces = [] } = planStock(question);
        for (const supply of question.supplies) {
          const taken = pieces.filter(
            (each) =>
              !each.backordered &&
              each.variantId === supply.variantId &&
              each.locationId === supply.locationId &&
              each.lot === supply.lot,
          );
          expect(sumOf(taken)).toBeLessThanOrEqual(supply.available);
        }
        for (const [variantId, item] of question.items) {
          const ofVariant = pieces.filter((each) => each.variantId === variantId);
          const ahead = sumOf(ofVariant.filter(({ backordered }) => backordered));
          if (ahead === 0) continue;
          const held = question.supplies.filter((each) => each.variantId === variantId);
          const onShelves = held.reduce((sum, { available }) => sum + available, 0);
          expect(sumOf(ofVariant) - ahead).toBe(onShelves);
          expect(item.policy).not.toBe("refuse");
          if (item.policy === "backorder") {
            expect(ahead).toBeLessThanOrEqual(Math.max(0, item.backorderCap - item.backordered));
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it("never uses more parcels than a search through all sets of warehouses of its reach", () => {
    fc.assert(
      fc.property(
        questions.filter(({ warehouses }) => warehouses.length <= 5),
        (question) => {
          const near = question.warehouses.filter(({ countries }) => countries.includes("DE"));
          const supplies = question.supplies.filter((each) =>
            near.some(({ locationId }) => locationId === each.locationId),
          );
          const wanted = new Map<string, number>();
          for (const { variantId, quantity } of question.demands) {
            wanted.set(variantId, (wanted.get(variantId) ?? 0) + quantity);
          }
          const enough = (ids: readonly string[]): boolean =>
            [...wanted].every(([variantId, quantity]) => {
              const here = supplies.filter(
                (each) => each.variantId === variantId && ids.includes(each.locationId),
              );
              return here.reduce((sum, { available }) => sum + available, 0) >= quantity;
            });
          if (!enough(near.map(({ locationId }) => locationId))) return;
          const sizes = subsets(near.map(({ locationId }) => locationId))
            .filter(enough)
            .map((ids) => ids.length);
          const used = new Set((planStock(question).pieces ?? []).map((each) => each.locationId));
          expect(used.size).toBeLessThanOrEqual(Math.min(...sizes));
        },
      ),
      { numRuns: 500 },
    );
  });
});

function subsets(list: readonly string[]): string[][] {
  return list.reduce<string[][]>(
    (sets, each) => [...sets, ...sets.map((set) => [...set, each])],
    [[]],
  );
}
