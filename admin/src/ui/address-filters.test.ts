import { describe, expect, test } from "vitest";
import { addressOfFilters, filtersFrom, filtersOfAddress } from "./address-filters.ts";

const offered = { status: ["placed", "cancelled"], search: "text" } as const;

describe("filters in the address", () => {
  test("are those the page offers, with values it offers", () => {
    const search = { status: "placed", search: "Ada", page: "2" };
    expect(filtersFrom(offered, search)).toEqual({ status: "placed", search: "Ada" });
  });

  test("leave out values that nobody offers, blanks, and what is no text", () => {
    expect(filtersFrom(offered, { status: "burnt", search: "  " })).toEqual({});
    expect(filtersFrom(offered, { status: ["placed"], search: 7 })).toEqual({});
  });

  test("are the same text whatever the order they were set in", () => {
    const one = addressOfFilters({ search: "Müller & Söhne", status: "placed" });
    expect(one).toBe(addressOfFilters({ status: "placed", search: "Müller & Söhne" }));
    expect(addressOfFilters({ status: "", search: undefined })).toBe("");
  });

  test("come back from the address as they were", () => {
    const filters = { search: "a=b&c #1 ü", status: "placed" };
    expect(filtersFrom(offered, filtersOfAddress(addressOfFilters(filters)))).toEqual(filters);
  });
});
