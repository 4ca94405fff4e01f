import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coveredBy, type Waiting } from "./cover-backorders.ts";
import type { Reservation } from "./reservation.ts";
import { takeUnits } from "./take-units.ts";

function reservation(
  id: string,
  orderLineId: string,
  quantity: number,
  locationId = "here",
): Reservation {
  const key = { variantId: "v", locationId, lot: "" };
  const rest = { orderId: "o", backordered: false, state: "allocated", expiresAt: null } as const;
  return { id, orderLineId, quantity, ...key, ...rest, changedAt: new Date(0) };
}

describe("taking units from reservations", () => {
  it("takes whole reservations in their order and splits the last", () => {
    const list = [reservation("a", "line", 2), reservation("b", "line", 2)];
    const { taken, missing } = takeUnits(list, [{ orderLineId: "line", quantity: 3 }]);
    expect(taken.map(({ reservation: { id }, quantity }) => [id, quantity])).toEqual([
      ["a", 2],
      ["b", 1],
    ]);
    expect(missing).toEqual([]);
  });

  it("keeps to the place that was asked for", () => {
    const list = [reservation("a", "line", 2, "there"), reservation("b", "line", 2)];
    const want = { orderLineId: "line", quantity: 3, locationId: "here" };
    const { taken, missing } = takeUnits(list, [want]);
    expect(taken).toHaveLength(1);
    expect(missing).toEqual([{ ...want, quantity: 1 }]);
  });

  it("never takes more than is asked or there, and accounts for every unit", () => {
    const lines = fc.constantFrom("x", "y");
    const units = fc.integer({ min: 1, max: 9 });
    const pairs = fc.array(fc.tuple(lines, units), { maxLength: 8 });
    fc.assert(
      fc.property(pairs, pairs, (held, asked) => {
        const list = held.map(([line, quantity], index) =>
          reservation(`r${index}`, line, quantity),
        );
        const wants = asked.map(([orderLineId, quantity]) => ({ orderLineId, quantity }));
        const { taken, missing } = takeUnits(list, wants);
        for (const { reservation: each, quantity } of taken) {
          expect(quantity).toBeLessThanOrEqual(each.quantity);
        }
        for (const line of ["x", "y"]) {
          const sum = (rows: readonly { quantity: number }[]) =>
            rows.reduce((all, { quantity }) => all + quantity, 0);
          const got = sum(taken.filter((each) => each.reservation.orderLineId === line));
          const lacked = sum(missing.filter((each) => each.orderLineId === line));
          const there = sum(list.filter((each) => each.orderLineId === line));
          const wanted = sum(wants.filter((each) => each.orderLineId === line));
          expect(got).toBe(Math.min(there, wanted));
          expect(got + lacked).toBe(wanted);
        }
      }),
    );
  });
});

describe("which backorders goods cover", () => {
  const waiting = (id: string, quantity: number, shortOf: number, locationId = "here"): Waiting => {
    return { id, orderId: id, quantity, shortOf, variantId: "v", locationId, lot: "" };
  };
  const covered = (list: readonly Waiting[]) => coveredBy(list).map(({ id }) => id);

  it("covers the oldest first, each whole, and lets nobody overtake", () => {
    expect(covered([waiting("a", 5, 1), waiting("b", 2, 1)])).toEqual(["a"]);
    expect(covered([waiting("a", 5, 4), waiting("b", 2, 4)])).toEqual([]);
    expect(covered([waiting("a", 5, 0), waiting("b", 2, 0)])).toEqual(["a", "b"]);
  });

  it("judges each shelf by itself", () => {
    expect(covered([waiting("a", 3, 3), waiting("b", 2, 0, "there")])).toEqual(["b"]);
  });
});
