import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { routes } from "../../src/app/rooms.ts";
import { routesById, shopFor } from "../../src/app/shop.ts";
import { fillDemoShop } from "../../src/cli/demo-shop.ts";
import type { Storefront } from "../../src/kernel/page.ts";
import { anonymous } from "../../src/platform/context.ts";
import { cookieJar } from "../../src/platform/cookies.ts";
import { folderStorage, useStorage } from "../../src/platform/storage.ts";
import { callerFor, testShop } from "../support/test-shop.ts";

/**
 * How often a whole page goes to the database when it comes from no cache. The steps of buying have
 * their budgets beside their own tests: cart.test.ts, place-order.test.ts.
 */
const shop = await testShop();
const pictures = mkdtempSync(join(tmpdir(), "shopwright-pictures-"));
const built = resolve(import.meta.dirname, "../../../storefront/dist/server/entry.js");
let storefront: Storefront;

beforeAll(async () => {
  useStorage(folderStorage(pictures));
  await fillDemoShop(shop.edge());
  storefront = (await import(pathToFileURL(built).href)) as Storefront;
});
afterAll(() => rmSync(pictures, { recursive: true, force: true }));

/** The statements that one page took. */
async function statementsFor(path: string): Promise<string[]> {
  const executor = { database: shop.database, checkReplies: false };
  const byId = routesById(routes);
  return shop.roundTrips(async () => {
    const reply = await storefront.respond(
      {
        method: "GET",
        url: new URL(path, "http://shop.test"),
        form: new Map(),
        cookies: cookieJar(undefined, false),
        preferredLocale: "en",
        marketCode: null,
        requestId: "r",
      },
      (locale, marketCode) =>
        shopFor(executor, byId, { ...callerFor(anonymous), locale, marketCode }),
    );
    expect(reply.status).toBe(200);
  });
}

/** The same when the process has just started: it remembers neither settings nor the menu. */
function coldStatementsFor(path: string): Promise<string[]> {
  shop.database.memory.held.clear();
  return statementsFor(path);
}

test.each([
  ["/products/lind-chair", 3],
  ["/products/dyne-sofa?size=3&colour=linen-moss", 3],
  ["/category/chairs", 4],
  ["/category/chairs?o.material=oak&sort=price", 4],
])("%s takes at most %i round trips that no cache saves", async (path, most) => {
  await statementsFor("/pages/terms"); // what every page shows is remembered for a moment
  const warm = await statementsFor(path);
  expect(warm.length, warm.join("\n---\n")).toBeLessThanOrEqual(most);
  expect(warm.length).toBeGreaterThan(0);
});

test.each([
  ["/products/lind-chair", 4],
  ["/category/chairs", 5],
])("%s as the first page of a process takes at most %i", async (path, most) => {
  // Settings and the shop's own words are read by whoever comes first, then remembered.
  const cold = await coldStatementsFor(path);
  expect(cold.length, cold.join("\n---\n")).toBeLessThanOrEqual(most);
});
