import { describe, expect, it } from "vitest";
import { isFromOurPages } from "./same-site.ts";

const publicUrl = "https://shop.example";
const from = (headers: Record<string, string>) =>
  isFromOurPages({ headers, host: "shop.example" }, publicUrl);

describe("a request that changes something", () => {
  it.each([
    [{}, true],
    [{ origin: "https://shop.example" }, true],
    [{ origin: "http://shop.example" }, true],
    [{ origin: "https://evil.example" }, false],
    [{ origin: "null" }, false],
    [{ origin: "not an address" }, false],
    [{ "sec-fetch-site": "same-origin", origin: "null" }, true],
    [{ "sec-fetch-site": "none" }, true],
    [{ "sec-fetch-site": "same-site", origin: "https://other.shop.example" }, false],
    [{ "sec-fetch-site": "cross-site", origin: "https://shop.example" }, false],
  ])("with %o is from our pages: %s", (headers, expected) => {
    expect(from(headers)).toBe(expected);
  });
});
