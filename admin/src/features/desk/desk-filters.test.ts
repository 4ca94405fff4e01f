import { expect, test } from "vitest";
import { countHidden, queryOf } from "./desk-filters.ts";

test("half-typed filters stay in the field and out of the query", () => {
  expect(queryOf({ country: "D", from: "2026-1", to: "2026-02-31x", status: "placed" })).toEqual({
    status: "placed",
  });
  expect(queryOf({ country: "DE", from: "2026-01-01" })).toEqual({
    country: "DE",
    from: "2026-01-01",
  });
});

test("the button counts filters that are folded away, not search and needs", () => {
  expect(countHidden({ search: "ada", needs: "late", status: "placed", country: "DE" })).toBe(2);
});
