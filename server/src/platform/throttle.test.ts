import { afterAll, describe, expect, it } from "vitest";
import { testShop } from "../../test/support/test-shop.ts";
import { openDatabase } from "./db.ts";
import { addressLimit, countTry, forgetTries, type Limit, networkOf } from "./throttle.ts";

const shop = await testShop();
// Two pools stand for two processes: nothing is shared but the database.
const elsewhere = openDatabase({ url: shop.databaseUrl, poolSize: 5 });
afterAll(() => elsewhere.close());

const noon = Date.parse("2026-03-01T12:00:00Z");
const at = (seconds: number): Date => new Date(noon + seconds * 1000);
let made = 0;

function aLimit(rest: Partial<Limit> = {}): Limit {
  made += 1;
  return { key: `test:${made}`, burst: 3, secondsEach: 10, longestStreak: null, ...rest };
}

describe("tries", () => {
  it("are answered up to the burst, then one for each interval", async () => {
    const limit = [aLimit()];
    const verdicts = [];
    for (const second of [0, 0, 0, 0, 4, 10, 10, 20]) {
      verdicts.push(await countTry(shop.database, limit, at(second)));
    }
    expect(verdicts).toEqual([null, null, null, 10, 6, null, 10, null]);
  });

  it("count together in all processes: of forty at once exactly the burst pass", async () => {
    const limit = [aLimit({ burst: 7, secondsEach: 3600 })];
    const tries = Array.from({ length: 40 }, (_, index) =>
      countTry(index % 2 === 0 ? shop.database : elsewhere, limit, at(0)),
    );
    const passed = (await Promise.all(tries)).filter((verdict) => verdict === null);
    expect(passed).toHaveLength(7);
  });

  it("over one of several limits are refused, with the longest wait", async () => {
    const narrow = aLimit({ burst: 1, secondsEach: 100 });
    const wide = aLimit({ burst: 50 });
    expect(await countTry(shop.database, [narrow, wide], at(0))).toBeNull();
    expect(await countTry(shop.database, [wide, narrow], at(0))).toBe(100);
  });

  it("that were refused do not lengthen the wait", async () => {
    const limit = [aLimit({ burst: 1 })];
    await countTry(shop.database, limit, at(0));
    for (let index = 0; index < 20; index += 1) await countTry(shop.database, limit, at(5));
    expect(await countTry(shop.database, limit, at(10))).toBeNull();
  });

  it("without a success end after the longest streak, however slow they are", async () => {
    const limit = [aLimit({ longestStreak: 5 })];
    const verdicts = [];
    for (let hour = 0; hour < 7; hour += 1) {
      verdicts.push(await countTry(shop.database, limit, at(hour * 3600)));
    }
    expect(verdicts).toEqual([null, null, null, null, null, "blocked", "blocked"]);
  });

  it("start anew after a success", async () => {
    const limit = aLimit({ burst: 1, longestStreak: 1 });
    await countTry(shop.database, [limit], at(0));
    await shop.edge().transaction((ctx) => forgetTries(ctx, limit.key));
    expect(await countTry(shop.database, [limit], at(0))).toBeNull();
  });

  it("are counted without storing whose they are", () => {
    expect(addressLimit("order", "203.0.113.9", 3, 10)[0]?.key).not.toContain("203");
    expect(addressLimit("order", null, 3, 10)).toEqual([]);
  });

  it("from one IPv6 network count together, whichever of its addresses they come from", () => {
    const same = ["2001:db8:0:42::1", "2001:0db8:0000:0042:ffff::9", "2001:db8::42:1:2:3:4%eth0"];
    expect(new Set(same.map(networkOf))).toEqual(new Set(["2001:db8:0:42"]));
    expect(networkOf("2001:db8:0:43::1")).toBe("2001:db8:0:43");
    expect([networkOf("::1"), networkOf("203.0.113.9")]).toEqual(["0:0:0:0", "203.0.113.9"]);
    expect(networkOf("::ffff:203.0.113.9")).toBe("203.0.113.9");
  });
});
