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
import {
  openProcesses,
  type Processes,
  type RunningProcess,
  type WebProcess,
} from "./processes.ts";
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

/** Opens it; the test file closes it in `afterAll`. What was started is stopped when the rest fails. */
export async function openJourneyShop(options: { webs?: number } = {}): Promise<JourneyShop> {
  const stops: (() => unknown)[] = [];
  const close = async (): Promise<void> => {
    for (const stop of stops.splice(0).toReversed()) await stop();
  };
  try {
    return await open(options.webs ?? 1, close, (stop) => stops.push(stop));
  } catch (error) {
    await close();
    throw error;
  }
}

async function open(
  webCount: number,
  close: () => Promise<void>,
  cleanUp: (stop: () => unknown) => void,
): Promise<JourneyShop> {
  const { url } = await testDatabase();
  const database = openDatabase({ url, poolSize: 4 });
  cleanUp(() => database.close());
  const processes = await openProcesses(url);
  cleanUp(() => processes.close());
  const edge = openEdge(database, callerFor(owner));
  useStorage(folderStorage(join(processes.dataFolder, "media")));
  await fillDemoShop(edge);
  // All shoppers of a journey come from one address.
  await database.run(sql`
    update settings.setting set value = value || '{"ordersPerAddress": 1000000}' where name = 'checkout'`);
  const browser = await launchChromium();
  cleanUp(() => browser.close());
  const { webs, worker } = await startPrograms(processes, webCount);
  const [web] = webs;
  const hire = async (role: Role): Promise<string> => {
    const email = `${newId()}@example.com`;
    await aStaff(edge, { email, role });
    return email;
  };
  const client = apiClient(web.url, 4);
  cleanUp(() => client.close());
  const body = { email: await hire("owner"), password: goodPassword };
  const { cookies } = await client.send(signIn, { body });
  return {
    url: web.url,
    webs,
    databaseUrl: url,
    database,
    gateway: processes.gateway,
    browser,
    staff: client.with(cookies),
    staffCookies: cookies,
    hire,
    visitor: (device) => openVisitor(browser, web.url, device),
    expectAgreement: () => expectAgreement(database, [...webs, worker]),
    close,
  };
}

async function startPrograms(processes: Processes, webCount: number) {
  const port = await freePort();
  const others = Array.from({ length: webCount - 1 }, () => processes.web());
  const [worker, ...webs] = await Promise.all([
    processes.worker({ port }),
    processes.web({ port }),
    ...others,
  ]);
  const hooks = { webhook_url: `${webs[0].url}/api/webhooks/test-card` };
  await processes.gateway.call("POST", "/test/behaviour", hooks, randomUUID());
  return { worker, webs };
}

async function expectAgreement(
  database: Database,
  running: readonly RunningProcess[],
): Promise<void> {
  await followersDone(database);
  expect(await brokenInvariants(database)).toEqual([]);
  const failed = sql`select name, error from platform.job where state = 'failed'`;
  expect(await database.all(failed)).toEqual([]);
  for (const each of running) {
    expect(each.said()).not.toContain('"level":50');
    expect(each.said()).not.toContain("bug in a page");
  }
}
