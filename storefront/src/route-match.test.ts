import { expect, it } from "vitest";
import { matchRoute } from "./route-match.ts";

it("catches named parts, decoded", () => {
  expect(matchRoute("/products/:handle", "/products/m%C3%A5ne")).toEqual({ handle: "måne" });
  expect(matchRoute("/order/:secret/payment", "/order/abc/payment/")).toEqual({ secret: "abc" });
  expect(matchRoute("/", "/")).toEqual({});
});

it.each([
  ["/products/:handle", "/products"],
  ["/products/:handle", "/products/a/b"],
  ["/basket", "/checkout"],
  ["/products/:handle", "/products/%zz"],
])("%s is not %s", (pattern, path) => {
  expect(matchRoute(pattern, path)).toBeNull();
});
