import type { FastifyInstance } from "fastify";
import { afterAll } from "vitest";
import { connectSubscriptions } from "../../src/app/background.ts";
import { connectProviders } from "../../src/app/providers.ts";
import { routes } from "../../src/app/rooms.ts";
import { seedSettings } from "../../src/modules/settings/index.ts";
import { loadConfig } from "../../src/platform/config.ts";
import { anonymous, type Principal } from "../../src/platform/context.ts";
import { openDatabase, type Database } from "../../src/platform/db.ts";
import { openEdge, systemCaller } from "../../src/platform/edge.ts";
import { openLog } from "../../src/platform/log.ts";
import { createPageCache } from "../../src/platform/page-cache.ts";
import { setSecret } from "../../src/platform/secret.ts";
import { mountRoutes, openServer } from "../../src/platform/serve.ts";
import { testDatabase } from "./template-database.ts";
import { testSecret } from "./test-secret.ts";

export interface TestApi {
  readonly app: FastifyInstance;
  readonly database: Database;
  readonly databaseUrl: string;
  /** Whoever the next requests come from. */
  as(principal: Principal): void;
  /** What the server logged as a bug since it started. */
  readonly bugs: unknown[];
}

/** The API over HTTP without its faces, for tests that speak JSON; nothing listens on a port. */
export async function testApi(options: { requestsPerMinute?: number } = {}): Promise<TestApi> {
  const { url } = await testDatabase();
  const database = openDatabase({ url, poolSize: 5 });
  const config = {
    ...loadConfig(url, { SHOPWRIGHT_SECRET: testSecret }),
    requestsPerMinute: options.requestsPerMinute ?? 0,
  };
  await openEdge(database, systemCaller("test")).transaction((ctx) => seedSettings(ctx));
  const log = openLog("silent");
  connectSubscriptions();
  setSecret(config.secret);
  connectProviders(null);
  const pages = createPageCache(database, log);
  const app = await openServer(config, log, pages);
  const bugs: unknown[] = [];
  app.addHook("onError", async (_request, _reply, error) => {
    bugs.push(error);
  });
  let current: Principal = anonymous;
  mountRoutes(app, {
    config,
    executor: { database, checkReplies: true },
    log,
    routes,
    pages,
    principalOf: async () => current,
  });
  await app.ready();
  afterAll(async () => {
    await app.close();
    await database.close();
  });
  return {
    app,
    database,
    databaseUrl: url,
    bugs,
    as: (principal) => {
      current = principal;
    },
  };
}
