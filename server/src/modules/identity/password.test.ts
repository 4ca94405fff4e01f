import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalisePassword, passwordProblem, personalWords } from "./password.ts";
import { hashPassword, verifyPassword } from "./password-hash.ts";

const alone = { secondFactor: false, personal: [] };
const withCode = { secondFactor: true, personal: [] };

describe("a password", () => {
  it("is long when it stands alone, and may be shorter beside a second factor", () => {
    expect(passwordProblem("fourteen chars", alone)).toEqual({ reason: "too_short", limit: 15 });
    expect(passwordProblem("fifteen chars!!", alone)).toBeNull();
    expect(passwordProblem("7 chars", withCode)).toEqual({ reason: "too_short", limit: 8 });
    expect(passwordProblem("kestrel9", withCode)).toBeNull();
  });

  it("needs no digits, capitals or signs, and may be as long as a long sentence", () => {
    expect(passwordProblem("three quiet herons at dusk", alone)).toBeNull();
    expect(
      passwordProblem("ü".repeat(20) + "die Möwen über dem Haff ".repeat(9), alone),
    ).toBeNull();
    expect(passwordProblem("long enough ".repeat(22), alone)).toEqual({
      reason: "too_long",
      limit: 256,
    });
  });

  it("counts code points, not the bytes or halves they are stored in", () => {
    expect(passwordProblem("🦭🐚🧭🛶🦀🐟🌊🐋🦈🦐🦑🐙🪸🐠", alone)).toMatchObject({ limit: 15 });
    expect(passwordProblem("🦭🐚🧭🛶🦀🐟🌊🐋🦈🦐🦑🐙🪸🐠🐡", alone)).toBeNull();
  });

  it("is refused when it is what everybody tries first", () => {
    for (const common of [
      "password",
      "PASSWORD",
      "iloveyou",
      "qwertyuiop",
      "1q2w3e4r",
      "sunshine",
    ]) {
      expect([common, passwordProblem(common, withCode)]).toEqual([common, { reason: "common" }]);
    }
  });

  it("is not made better by writing it again or by counting", () => {
    const lazy = [
      "aaaaaaaaaaaaaaa",
      "abcabcabcabcabc",
      "12345678901234567890",
      "abcdefghijklmnopqr",
      "passwordpassword",
      "zyxwvutsrqponmlkji",
    ];
    for (const each of lazy)
      expect([each, passwordProblem(each, alone)]).toEqual([each, { reason: "common" }]);
  });

  it("is not one's own name, address or the shop's", () => {
    const personal = personalWords("mira.sandberg@harbour.example", "Mira Sandberg", "Tidewick");
    const rules = { secondFactor: false, personal };
    for (const each of [
      "Mira Sandberg 1984",
      "tidewick-tidewick-1",
      "mira.sandberg@harbour.example",
      "Sandberg!!!!!!!!!!",
    ]) {
      expect([each, passwordProblem(each, rules)]).toEqual([each, { reason: "personal" }]);
    }
    expect(passwordProblem("Sandberg rows out at noon", rules)).toBeNull();
  });

  it("never passes when it is shorter than the rule, whatever it is made of", () => {
    const short = fc
      .string({ unit: "grapheme", maxLength: 40 })
      .filter((text) => [...normalisePassword(text)].length < 15);
    fc.assert(fc.property(short, (text) => passwordProblem(text, alone)?.reason === "too_short"));
  });

  it("passes when random and long enough, whatever it is made of", () => {
    const random = fc
      .uint8Array({ minLength: 12, maxLength: 60 })
      .filter((bytes) => new Set(bytes).size >= 8);
    fc.assert(
      fc.property(
        random,
        (bytes) => passwordProblem(Buffer.from(bytes).toString("base64url"), alone) === null,
      ),
    );
  });

  it("is judged alike in every form a keyboard gives it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
        const judge = (form: "NFC" | "NFD" | "NFKD") =>
          JSON.stringify(passwordProblem(text.normalize(form), alone));
        return judge("NFC") === judge("NFD") && judge("NFD") === judge("NFKD");
      }),
    );
  });
});

describe("a stored password", () => {
  it("is argon2id with a salt of its own", async () => {
    const [first, second] = await Promise.all([
      hashPassword("a tall ship"),
      hashPassword("a tall ship"),
    ]);
    expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(first).not.toBe(second);
  });

  it("matches however the same characters are composed, and nothing else", async () => {
    const stored = await hashPassword("Ångström und Öl");
    expect(await verifyPassword(stored, "Ångström und Öl".normalize("NFD"))).toBe(true);
    expect(await verifyPassword(stored, "Angstrom und Ol")).toBe(false);
  });

  it("is never matched where none is stored", async () => {
    expect(await verifyPassword(null, "nobody has this password")).toBe(false);
  });
});
