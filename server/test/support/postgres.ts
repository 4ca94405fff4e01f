import pg from "pg";
import type { TestProject } from "vitest/node";
import { migrate } from "../../src/platform/migrate.ts";
import { temporaryPostgres } from "./temporary-postgres.ts";
import type { TemporaryPostgres } from "./temporary-postgres.ts";

/** Where a run's databases are cloned from, or why there is nothing to clone. */
export type TestServer = { url: string; template: string } | { failure: string };

declare module "vitest" {
  export interface ProvidedContext {
    testServer: TestServer;
  }
}

const template = "shopwright";

/**
 * Vitest calls this once a run: one PostgreSQL without durability, with the whole schema migrated
 * into a database that test files clone. Pure tests go on when it fails; the others report why.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let server: TemporaryPostgres | null = null;
  try {
    server = await temporaryPostgres({
      durable: false,
      // Several processes with pools of their own take part in the races.
      settings: { max_connections: "400", autovacuum: "off" },
    });
    await migrate(server.url);
    project.provide("testServer", { url: server.url, template });
  } catch (error) {
    project.provide("testServer", { failure: String(error) });
  }
  return async () => server?.remove();
}

/**
 * A migrated PostgreSQL of one's own with commits that survive kill −9, for tests that pull the
 * plug. The caller removes it.
 */
export async function durablePostgres(): Promise<TemporaryPostgres> {
  const server = await temporaryPostgres({ durable: true });
  await migrate(server.url);
  return server;
}

/** Runs one statement on the database at `url` and gives back its rows. */
export async function runSql(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}
