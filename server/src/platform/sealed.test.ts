import { afterAll, expect, test } from "vitest";
import { seal, SealBroken, unseal } from "./sealed.ts";
import { setSecret } from "./secret.ts";

const ours = "a secret for tests only";
setSecret(ours);
afterAll(() => setSecret(ours));

test("sealed text is told again with the same secret, and shows nothing of itself", () => {
  const link = "/account/reset?token=s3cret";
  const sealed = seal(link);
  expect(unseal(sealed)).toBe(link);
  expect(sealed).not.toMatch(/token|s3cret/);
  expect(seal(link)).not.toBe(sealed);
  expect(unseal("/account/sign-in")).toBe("/account/sign-in");
});

test("sealed text that was altered, cut short or sealed by another installation is not told", () => {
  const sealed = seal("/account/reset?token=s3cret");
  const other = sealed.at(-3) === "A" ? "B" : "A";
  for (const wrong of [`${sealed.slice(0, -3)}${other}${sealed.slice(-2)}`, sealed.slice(0, 20)]) {
    expect(() => unseal(wrong)).toThrow(SealBroken);
  }
  setSecret("another installation's");
  expect(() => unseal(sealed)).toThrow(SealBroken);
});
