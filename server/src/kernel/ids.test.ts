import { describe, expect, it } from "vitest";
import { idPrefixes, isUuid, newId, newSecretId, timeOfId, uuidv7Generator } from "./ids.ts";

describe("UUIDv7", () => {
  it("has the version, the variant and the time of RFC 9562", () => {
    // The RFC's own example moment.
    const id = uuidv7Generator(() => 0x017f22e279b0)();
    expect(id).toMatch(/^017f22e2-79b0-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(timeOfId(id).toISOString()).toBe("2022-02-22T19:22:22.000Z");
  });

  it("sorts in the order of making, through a busy millisecond and a clock that steps back", () => {
    let now = 1_800_000_000_000;
    const next = uuidv7Generator(() => now);
    const made = Array.from({ length: 10_000 }, () => next());
    now -= 60_000;
    made.push(...Array.from({ length: 10_000 }, () => next()));
    now += 120_000;
    made.push(next());
    expect(made.toSorted()).toEqual(made);
    expect(new Set(made).size).toBe(made.length);
  });

  it("does not repeat between generators at the same moment", () => {
    const generators = Array.from({ length: 500 }, () => uuidv7Generator(() => 1));
    expect(new Set(generators.map((next) => next())).size).toBe(500);
  });

  it("is made with the present time by default", () => {
    const before = Date.now();
    const time = timeOfId(newId()).getTime();
    expect(time).toBeGreaterThanOrEqual(before);
    expect(time).toBeLessThanOrEqual(Date.now() + 1);
  });
});

it("makes secret ids of version 4", () => {
  const id = newSecretId();
  expect(isUuid(id)).toBe(true);
  expect(id[14]).toBe("4");
  expect(id).not.toBe(newSecretId());
});

it("keeps the prefixes unique, sorted and within the specification", () => {
  expect([...idPrefixes].toSorted()).toEqual([...idPrefixes]);
  expect(new Set(idPrefixes).size).toBe(idPrefixes.length);
  for (const prefix of idPrefixes) expect(prefix).toMatch(/^[a-z]([a-z_]{0,61}[a-z])?$/);
});
