import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { routes } from "../../src/app/rooms.ts";
import { routesById, shopFor } from "../../src/app/shop.ts";
import { knowAhead } from "../../src/app/web.ts";
import { fillDemoShop } from "../../src/cli/demo-shop.ts";
import type { Storefront } from "../../src/kernel/page.ts";
import { anonymous } from "../../src/platform/context.ts";
import { cookieJar } from "../../src/platform/cookies.ts";
import { openLog } from "../../src/platform/log.ts";
import { createPageCache } from "../../src/platform/page-cache.ts";
import { touchTag } from "../../src/platform/pending.ts";
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
  await knowAhead(shop.database);
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

const budgets: [path: string, most: number][] = [
  ["/products/lind-chair", 3],
  ["/products/dyne-sofa?size=3&colour=linen-moss", 3],
  ["/category/chairs", 4],
  ["/category/chairs?o.material=oak&sort=price", 4],
];

async function keepsBudget(path: string, most: number): Promise<void> {
  const statements = await statementsFor(path);
  expect(statements.length, statements.join("\n---\n")).toBeLessThanOrEqual(most);
  expect(statements.length).toBeGreaterThan(0);
}

test.each(budgets)("%s as the first page of a process takes at most %i round trips", keepsBudget);

test("it takes no more when what is remembered is older than a second, and just after it changed", async () => {
  const pages = createPageCache(shop.database, openLog("silent"));
  const looking = async (): Promise<void> => {
    for (const [path, most] of budgets) {
      await pages.look();
      await keepsBudget(path, most);
    }
  };
  await pages.look();
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  await looking();
  await shop.edge().transaction(async (ctx) => touchTag(ctx, "settings", "content"));
  await looking();
});

test("the count sees a page that goes to the database for the settings", async () => {
  shop.database.memory.standing.clear();
  shop.database.memory.held.clear();
  await expect(keepsBudget("/products/lind-chair", 3)).rejects.toThrow("settings.setting");
});
