import { productListQuery } from "@shopwright/server/contracts/catalog";
import { expect, it } from "vitest";
import {
  filterQuery,
  isNarrowed,
  readListFilter,
  shopFilter,
  withoutAttribute,
  withoutOption,
  withoutRange,
} from "./list-filter.ts";

const read = (query: string) => readListFilter(new URLSearchParams(query));

it("reads what a form without a script sends, and writes it back in one order", () => {
  const filter = read(
    "o.size=l&o.material=walnut&o.material=oak&min=89,5&max=&stock=in&sort=price",
  );
  expect(filter).toEqual({
    sort: "price",
    min: "89.5",
    max: "",
    options: { size: ["l"], material: ["oak", "walnut"] },
    attributes: {},
    ranges: {},
    inStock: true,
  });
  const query = "o.material=oak&o.material=walnut&o.size=l&min=89.5&stock=in&sort=price";
  expect(filterQuery(filter)).toBe(query);
  expect(read(query)).toEqual(filter);
});

it("asks the shop in its own words, in minor units of the market's currency", () => {
  const filter = shopFilter(read("o.material=oak&o.material=walnut&min=89.5&max=200"), "EUR");
  expect(filter).toMatchObject({
    minPrice: "8950",
    maxPrice: "20000",
    options: "material:oak,walnut",
    inStock: "false",
  });
  expect(shopFilter(read("min=89.5"), "JPY")).not.toHaveProperty("minPrice");
});

it.each([
  "sort=nonsense&min=-5&max=1e9&o.material=<script>",
  "o.%00=x&o.__proto__=oak&min=99999999999999999999",
  "min=abc&max=1.2345",
  "after=&o.=",
])("makes a query the shop accepts of %s", (query) => {
  const asked = shopFilter(read(query), "EUR");
  expect(productListQuery.safeParse(asked).error).toBeUndefined();
});

it("knows whether anything is narrowed, and lets go of one value", () => {
  expect(isNarrowed(read("sort=name"))).toBe(false);
  const filter = read("o.material=oak&o.material=ash");
  expect(isNarrowed(filter)).toBe(true);
  expect(filterQuery(withoutOption(filter, "material", "oak"))).toBe("o.material=ash");
});

it("reads attributes by value and by number, and lets go of them one by one", () => {
  const query = "a.dimmable=yes&a.socket=e14&a.socket=e27&n.width.from=8%2C5&n.width.to=x&n.x.at=1";
  const filter = read(query);
  expect(filter.ranges).toEqual({ width: { from: "8.5", to: "" } });
  expect(shopFilter(filter, "EUR").attributes).toBe("dimmable:yes;socket:e14,e27;width:8.5..");
  expect(read(filterQuery(filter))).toEqual(filter);
  const less = withoutRange(withoutAttribute(filter, "socket", "e27"), "width");
  expect(filterQuery(less)).toBe("a.dimmable=yes&a.socket=e14");
  expect(productListQuery.safeParse(shopFilter(filter, "EUR")).success).toBe(true);
});
