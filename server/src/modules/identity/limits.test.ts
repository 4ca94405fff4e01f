import { expect, test } from "vitest";
import { signInKey, signInLimits } from "./limits.ts";

test("tries to sign in are counted without storing whose they are", () => {
  const keys = signInLimits("staff", "Mira@Example.com", "203.0.113.9").map(({ key }) => key);
  expect(keys.join()).not.toMatch(/mira|203/i);
  expect(keys[0]).toBe(signInKey("staff", "mira@example.com"));
  expect(signInKey("customer", "mira@example.com")).not.toBe(keys[0]);
});
