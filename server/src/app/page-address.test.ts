import { describe, expect, it } from "vitest";
import { pageAddress } from "./page-address.ts";

describe("the address of a page", () => {
  it.each([
    ["/products/lind-chair?option=oak", "/products/lind-chair?option=oak"],
    ["/", "/"],
    ["//", "/"],
    ["//evil.example/products/lind-chair", "/evil.example/products/lind-chair"],
    [String.raw`/\evil.example/x`, "/evil.example/x"],
    ["http://evil.example/robots.txt", "/robots.txt"],
    ["http://evil.example", "/"],
    ["/de//evil.example", "/de//evil.example"],
    ["/search?q=http://a", "/search?q=http://a"],
  ])("of %s is on our own origin", (asked, path) => {
    expect(pageAddress(asked, "https://shop.example").href).toBe(`https://shop.example${path}`);
  });
});
