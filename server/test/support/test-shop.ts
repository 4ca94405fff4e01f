import { afterAll } from "vitest";
import { connectSubscriptions, shopWorker } from "../../src/app/background.ts";
import { connectProviders } from "../../src/app/providers.ts";
import { routes } from "../../src/app/rooms.ts";
import { routesById, shopFor } from "../../src/app/shop.ts";
import {
  type CallInput,
  type Endpoint,
  permissions,
  type ReplyOf,
} from "../../src/kernel/endpoint.ts";
import { newId } from "../../src/kernel/ids.ts";
import { anonymous, type Principal } from "../../src/platform/context.ts";
import { type CookieJar, cookieJar } from "../../src/platform/cookies.ts";
import { type Database, openDatabase } from "../../src/platform/db.ts";
import { type Caller, type Edge, openEdge } from "../../src/platform/edge.ts";
import { openLog } from "../../src/platform/log.ts";
import { setSecret } from "../../src/platform/secret.ts";
import { testDatabase } from "./template-database.ts";
import { testSecret } from "./test-secret.ts";

/** A member of staff who may do everything. */
export const owner: Extract<Principal, { kind: "staff" }> = {
  kind: "staff",
  staffId: "01900000-0000-7000-8000-000000000001",
  name: "Olive Owner",
  permissions: new Set(permissions),
};

export function staffWith(...allowed: readonly string[]): Principal {
  return {
    ...owner,
    staffId: "01900000-0000-7000-8000-000000000002",
    name: "Sam Staff",
    permissions: new Set(allowed),
  };
}

export interface TestShop {
  readonly databaseUrl: string;
  readonly database: Database;
  /** An edge as this principal; staff owner when absent. */
  edge(principal?: Principal): Edge;
  /** Calls an endpoint as HTTP would, with checked replies; anonymous when no principal is given. */
  call<E extends Endpoint>(
    endpoint: E,
    input: CallInput<E>,
    as?: Principal,
    more?: Partial<Caller>,
  ): Promise<ReplyOf<E>>;
  /** Runs every job that is due, jobs that those add included. Throws when one failed. */
  drainJobs(): Promise<void>;
  /** Statements sent to the database while `work` ran. */
  roundTrips(work: () => Promise<unknown>): Promise<string[]>;
}

export function callerFor(
  principal: Principal,
  cookies: CookieJar = cookieJar(undefined, false),
): Caller {
  return {
    principal,
    requestId: newId(),
    locale: "en",
    marketCode: null,
    clientAddress: "127.0.0.1",
    cookies,
  };
}

/** A shop on a database of its own, empty but for the schema; closed at the end of the test file. */
export async function testShop(options: { poolSize?: number } = {}): Promise<TestShop> {
  const { url } = await testDatabase();
  const database = openDatabase({ url, poolSize: options.poolSize ?? 5 });
  afterAll(() => database.close());
  connectSubscriptions();
  setSecret(testSecret);
  connectProviders(null);
  const byId = routesById(routes);
  const executor = { database, checkReplies: true };
  const log = openLog("silent");
  return {
    databaseUrl: url,
    database,
    edge: (principal = owner) => openEdge(database, callerFor(principal)),
    call: (endpoint, input, as = anonymous, more = {}) =>
      shopFor(executor, byId, { ...callerFor(as), ...more }).call(endpoint, input),
    drainJobs: async () => {
      await shopWorker({ database, log, withSchedule: false }).drain();
      const { rows } = await database.pool.query<{ name: string; error: string }>(
        "select name, error from platform.job where error is not null and state <> 'done'",
      );
      if (rows.length > 0)
        throw new Error(rows.map((row) => `${row.name}: ${row.error}`).join("\n"));
    },
    roundTrips: async (work) => {
      const texts: string[] = [];
      database.onRoundTrip = (text) => texts.push(text);
      await work().finally(() => {
        database.onRoundTrip = () => undefined;
      });
      return texts;
    },
  };
}
