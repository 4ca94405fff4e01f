import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { expect } from "vitest";
import type { Browser } from "playwright-core";
import type { GatewayProcess } from "../../../tools/test-card-gateway/running-gateway.ts";
import { fillDemoShop } from "../../src/cli/demo-shop.ts";
import { newId } from "../../src/kernel/ids.ts";
import { signIn } from "../../src/modules/identity/contract.ts";
import { aStaff, goodPassword } from "../../src/modules/identity/examples.ts";
import type { Role } from "../../src/modules/identity/index.ts";
import { type Database, openDatabase } from "../../src/platform/db.ts";
import { freePort } from "../../src/platform/embedded-postgres.ts";
import { openEdge } from "../../src/platform/edge.ts";
import { sql } from "../../src/platform/sql.ts";
import { folderStorage, useStorage } from "../../src/platform/storage.ts";
import { type ApiClient, apiClient } from "./api-client.ts";
import { launchChromium } from "./chromium.ts";
import { brokenInvariants } from "./durable-shop.ts";
import { openProcesses, type WebProcess } from "./processes.ts";
import { testDatabase } from "./template-database.ts";
import { callerFor, owner } from "./test-shop.ts";
import { type Device, openVisitor, type Visitor } from "./visitor.ts";
import { followersDone } from "./waiting.ts";

/** The demo shop as real programs on ports of their own, with browsers to walk into it. */
export interface JourneyShop {
  readonly url: string;
  /** Every web process, the first at `url`; each has a page cache of its own. */
  readonly webs: readonly WebProcess[];
  readonly databaseUrl: string;
  readonly database: Database;
  readonly gateway: GatewayProcess;
  readonly browser: Browser;
  /** An owner who works through the API. */
  readonly staff: ApiClient;
  /** That owner's cookies, for requests that are no JSON. */
  readonly staffCookies: readonly string[];
  /** A new member of staff with this role; their address for the sign-in page, with `goodPassword`. */
  hire(role: Role): Promise<string>;
  /** Opens a browser of its own for somebody; it is closed, and looked through, at the end of the test. */
  visitor(device: Device): Promise<Visitor>;
  /** Waits until all that follows has been done; then every invariant holds and no process met a bug. */
  expectAgreement(): Promise<void>;
  close(): Promise<void>;
}

/** Opens it; the test file closes it in `afterAll`. */
export async function openJourneyShop(options: { webs?: number } = {}): Promise<JourneyShop> {
  const { url } = await testDatabase();
  const processes = await openProcesses(url);
  const database = openDatabase({ url, poolSize: 4 });
  useStorage(folderStorage(join(processes.dataFolder, "media")));
  await fillDemoShop(openEdge(database, callerFor(owner)));
  const port = await freePort();
  const others = Array.from({ length: (options.webs ?? 1) - 1 }, () => processes.web());
  const [browser, worker, ...webs] = await Promise.all([
    launchChromium(),
    processes.worker({ port }),
    processes.web({ port }),
    ...others,
  ]);
  const [web] = webs;
  const { gateway } = processes;
  const hooks = { webhook_url: `${web.url}/api/webhooks/test-card` };
  await gateway.call("POST", "/test/behaviour", hooks, randomUUID());
  const hire = async (role: Role): Promise<string> => {
    const email = `${newId()}@example.com`;
    await aStaff(openEdge(database, callerFor(owner)), { email, role });
    return email;
  };
  const client = apiClient(web.url, 4);
  const body = { email: await hire("owner"), password: goodPassword };
  const { cookies } = await client.send(signIn, { body });
  return {
    url: web.url,
    webs,
    databaseUrl: url,
    database,
    gateway,
    browser,
    staff: client.with(cookies),
    staffCookies: cookies,
    hire,
    visitor: (device) => openVisitor(browser, web.url, device),
    expectAgreement: async () => {
      await followersDone(database);
      expect(await brokenInvariants(database)).toEqual([]);
      const failed = sql`select name, error from platform.job where state = 'failed'`;
      expect(await database.all(failed)).toEqual([]);
      for (const each of [...webs, worker]) {
        expect(each.said()).not.toContain('"level":50');
        expect(each.said()).not.toContain("bug in a page");
      }
    },
    close: async () => {
      client.close();
      await browser.close();
      await processes.close();
      await database.close();
    },
  };
}
