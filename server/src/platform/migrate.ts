import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";

const folder = path.resolve(import.meta.dirname, "../../migrations");

export class MigrationProblem extends Error {}

export interface Migration {
  readonly name: string;
  readonly text: string;
  readonly hash: string;
}

export function readMigrations(from: string = folder): Migration[] {
  return readdirSync(from)
    .filter((file) => file.endsWith(".sql"))
    .sort()
    .map((file) => {
      const text = readFileSync(path.join(from, file), "utf8");
      return { name: file, text, hash: createHash("sha256").update(text).digest("hex") };
    });
}

/** The oldest server the schema runs on, as PostgreSQL counts versions. */
const oldestServer = 160_000;

/**
 * Brings the database to this program's schema: each file once, in order, in one transaction each,
 * one process at a time. Refuses a landed file that was edited and a schema newer than the program.
 * @returns the names of the files that were applied now
 */
export async function migrate(databaseUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ version: number }>(
      "select current_setting('server_version_num')::int as version",
    );
    const version = rows[0]?.version ?? 0;
    if (version < oldestServer) {
      throw new MigrationProblem(
        `This PostgreSQL is version ${Math.floor(version / 10_000)}; Shopwright needs 16 or newer.`,
      );
    }
    await client.query(
      "create table if not exists public.shopwright_migration (name text primary key, hash text not null, applied_at timestamptz not null default now())",
    );
    const applied: string[] = [];
    for (const migration of checkedPlan(await landed(client))) {
      if (await apply(client, migration)) applied.push(migration.name);
    }
    return applied;
  } finally {
    await client.end();
  }
}

async function landed(client: pg.Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; hash: string }>(
    "select name, hash from public.shopwright_migration",
  );
  return new Map(rows.map((row) => [row.name, row.hash]));
}

function checkedPlan(done: ReadonlyMap<string, string>): Migration[] {
  const migrations = readMigrations();
  const known = new Set(migrations.map((each) => each.name));
  for (const name of done.keys()) {
    if (!known.has(name)) {
      throw new MigrationProblem(
        `The database was made by a newer Shopwright (it has ${name}); start that version instead.`,
      );
    }
  }
  for (const { name, hash } of migrations) {
    if (done.has(name) && done.get(name) !== hash) {
      throw new MigrationProblem(
        `${name} was changed after it ran on this database; add a new migration instead.`,
      );
    }
  }
  return migrations.filter((each) => !done.has(each.name));
}

/** Applies one file unless another process has just done so. */
async function apply(client: pg.Client, migration: Migration): Promise<boolean> {
  await client.query("begin");
  try {
    await client.query("lock table public.shopwright_migration in exclusive mode");
    const { rowCount } = await client.query(
      "insert into public.shopwright_migration (name, hash) values ($1, $2) on conflict do nothing",
      [migration.name, migration.hash],
    );
    if (rowCount === 1) await client.query(migration.text);
    await client.query("commit");
    return rowCount === 1;
  } catch (error) {
    await client.query("rollback");
    throw error;
  }
}
