import { afterAll } from "vitest";
import { connectSubscriptions, shopWorker } from "../../src/app/background.ts";
import { connectProviders } from "../../src/app/providers.ts";
import { checks } from "../../src/app/rooms.ts";
import { newId } from "../../src/kernel/ids.ts";
import type { Warehouse } from "../../src/modules/inventory/index.ts";
import { signIn } from "../../src/modules/identity/contract.ts";
import { aStaff, goodPassword } from "../../src/modules/identity/examples.ts";
import { runAudit } from "../../src/platform/audit.ts";
import { type Database, openDatabase } from "../../src/platform/db.ts";
import { type Edge, openEdge } from "../../src/platform/edge.ts";
import { openLog } from "../../src/platform/log.ts";
import { setSecret } from "../../src/platform/secret.ts";
import type { ApiClient } from "./api-client.ts";
import { furnish } from "./furnish.ts";
import { durablePostgres } from "./postgres.ts";
import { openProcesses, type Processes, testCardConfig } from "./processes.ts";
import type { TemporaryPostgres } from "./temporary-postgres.ts";
import { testSecret } from "./test-secret.ts";
import { callerFor, owner } from "./test-shop.ts";

/** A shop of several real processes on a PostgreSQL whose commits survive a kill. */
export interface DurableShop {
  readonly postgres: TemporaryPostgres;
  readonly processes: Processes;
  /** The test's own connections, beside those of the processes. */
  readonly database: Database;
  readonly warehouse: Warehouse;
  edge(): Edge;
  /** Does in this process what is due now; a worker process need not run. */
  drain(): Promise<void>;
  /** Signs in a new member of staff who may do everything; their cookies. */
  staffCookies(client: ApiClient): Promise<readonly string[]>;
}

/**
 * Opens it with one warehouse and every way to pay; everything is removed at the end of the test file.
 * Call it at the top of the file: from within a hook nothing would be removed.
 */
export async function durableShop(): Promise<DurableShop> {
  const postgres = await durablePostgres();
  const processes = await openProcesses(postgres.url);
  const database = openDatabase({ url: postgres.url, poolSize: 10 });
  afterAll(async () => {
    await processes.close();
    await database.close();
    await postgres.remove();
  });
  connectSubscriptions();
  setSecret(testSecret);
  connectProviders({
    testCard: { ...testCardConfig, url: processes.gateway.url },
    publicUrl: "http://shop.test",
    production: false,
  });
  const edge = (): Edge => openEdge(database, callerFor(owner));
  return {
    postgres,
    processes,
    database,
    warehouse: await edge().transaction((ctx) => furnish(ctx)),
    edge,
    drain: () => shopWorker({ database, log: openLog("silent"), withSchedule: false }).drain(),
    staffCookies: async (client) => {
      const email = `${newId()}@example.com`;
      await aStaff(edge(), { email, role: "owner" });
      const body = { email, password: goodPassword };
      return (await client.send(signIn, { body })).cookies;
    },
  };
}

/** Every invariant, with the rows that break it; empty is good. */
export async function brokenInvariants(database: Database) {
  const results = await runAudit(database, checks);
  return results.filter(({ offences }) => offences.length > 0);
}
