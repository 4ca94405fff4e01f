import { describe, expect, it } from "vitest";
import { base32, codeOf, matchingStep, otpauthUri, stepAt } from "./totp.ts";

const secret = Buffer.from("12345678901234567890");

describe("codes of an authenticator app", () => {
  // RFC 6238, appendix B, the SHA-1 rows.
  it.each([
    [59, "94287082"],
    [1_111_111_109, "07081804"],
    [1_111_111_111, "14050471"],
    [1_234_567_890, "89005924"],
    [2_000_000_000, "69279037"],
    [20_000_000_000, "65353130"],
  ])("at %i seconds are those of the specification", (seconds, code) => {
    expect(codeOf(secret, stepAt(new Date(seconds * 1000)), 8)).toBe(code);
  });

  it("are accepted one step early or late, and no further", () => {
    const now = new Date("2026-03-01T12:00:10Z");
    const step = stepAt(now);
    const accepted = [-2, -1, 0, 1, 2].map((by) =>
      matchingStep(secret, codeOf(secret, step + by), now),
    );
    expect(accepted).toEqual([null, step - 1, step, step + 1, null]);
  });

  it("may be typed with a blank, and are nothing but six digits", () => {
    const now = new Date("2026-03-01T12:00:10Z");
    const code = codeOf(secret, stepAt(now));
    expect(matchingStep(secret, `${code.slice(0, 3)} ${code.slice(3)}`, now)).toBe(stepAt(now));
    expect(matchingStep(secret, `${code}0`, now)).toBeNull();
    expect(matchingStep(secret, "", now)).toBeNull();
  });

  it("come from a secret that apps can read", () => {
    expect(base32(secret)).toBe("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    // RFC 4648, section 10, without the padding.
    expect(
      ["f", "fo", "foo", "foob", "fooba", "foobar"].map((text) => base32(Buffer.from(text))),
    ).toEqual(["MY", "MZXQ", "MZXW6", "MZXW6YQ", "MZXW6YTB", "MZXW6YTBOI"]);
    const uri = new URL(otpauthUri("Tide: wick", "a b@example.com", secret));
    expect(uri.searchParams.get("secret")).toBe(base32(secret));
    expect(decodeURIComponent(uri.pathname)).toBe("/Tide  wick:a b@example.com");
  });
});
