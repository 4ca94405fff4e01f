import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  findEmbeddedPostgres,
  startEmbeddedPostgres,
} from "../../src/platform/embedded-postgres.ts";
import type { EmbeddedPostgres } from "../../src/platform/embedded-postgres.ts";
import { isAlive } from "../../src/platform/process-identity.ts";
import { durablePostgres, runSql } from "../support/postgres.ts";

let folder = "";
let running: EmbeddedPostgres | null = null;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "shopwright-embedded-"));
});
afterEach(async () => {
  await running?.stop();
  running = null;
  rmSync(folder, { recursive: true, force: true });
});

test("keeps what was written, asks for its own password and can be found while it runs", async () => {
  running = await startEmbeddedPostgres({ folder });
  await runSql(running.url, "CREATE TABLE kept AS SELECT 'chair' AS goods");
  expect(findEmbeddedPostgres(folder)).toBe(running.url);
  expect(statSync(join(folder, "postgres.password")).mode & 0o777).toBe(0o600);
  const wrong = new URL(running.url);
  wrong.password = "guessed";
  await expect(runSql(wrong.href, "SELECT 1")).rejects.toThrow(/password authentication failed/);
  const settings =
    "SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commit";
  expect(await runSql(running.url, settings)).toEqual([{ fsync: "on", commit: "on" }]);

  await running.stop();
  expect(findEmbeddedPostgres(folder)).toBeNull();
  running = await startEmbeddedPostgres({ folder });
  expect(await runSql(running.url, "SELECT goods FROM kept")).toEqual([{ goods: "chair" }]);
});

test("a server left behind by a killed run is stopped before a new one starts", async () => {
  const orphan = await startEmbeddedPostgres({ folder });
  await runSql(orphan.url, "CREATE TABLE kept (id int)");
  running = await startEmbeddedPostgres({ folder });
  expect(isAlive(orphan.pid)).toBe(false);
  expect(await runSql(running.url, "SELECT * FROM kept")).toEqual([]);
});

test("a stale process number that belongs to somebody else is not taken for the server", async () => {
  running = await startEmbeddedPostgres({ folder });
  await running.stop();
  const pidFile = join(folder, "postgres", "postmaster.pid");
  const foreign = [process.pid, folder, 1, 5432, "", "127.0.0.1", "", "ready"];
  writeFileSync(pidFile, foreign.join("\n"));
  expect(findEmbeddedPostgres(folder)).toBeNull();
  running = await startEmbeddedPostgres({ folder });
  expect(await runSql(running.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
});

test("an attempt to make the cluster that was cut off leaves nothing in the way", async () => {
  writeFileSync(join(folder, "postgres.new"), "half");
  running = await startEmbeddedPostgres({ folder });
  expect(existsSync(join(folder, "postgres.new"))).toBe(false);
});

test("a cluster of another major version is refused in a sentence and left untouched", async () => {
  running = await startEmbeddedPostgres({ folder });
  await running.stop();
  running = null;
  const version = join(folder, "postgres", "PG_VERSION");
  writeFileSync(version, "15\n");
  await expect(startEmbeddedPostgres({ folder })).rejects.toThrow(/written by PostgreSQL 15/);
  expect(readFileSync(version, "utf8")).toBe("15\n");
});

test("what was committed survives kill -9 of the server under load", async () => {
  const server = await durablePostgres();
  try {
    await runSql(server.url, "CREATE TABLE public.drop_in_the_sea (n int PRIMARY KEY)");
    const client = new pg.Client({ connectionString: server.url });
    // The kill ends the connection, which is the point.
    client.on("error", () => undefined);
    await client.connect();
    let acknowledged = 0;
    const load = (async () => {
      for (;;) {
        await client.query("INSERT INTO public.drop_in_the_sea VALUES ($1)", [acknowledged + 1]);
        acknowledged += 1;
      }
    })().catch((error: unknown) => error);
    while (acknowledged < 50) await new Promise((later) => setTimeout(later, 5));
    await server.crash();
    expect(await load).toBeInstanceOf(Error);
    await server.start();
    const [row] = await runSql(server.url, "SELECT count(*)::int AS n FROM public.drop_in_the_sea");
    expect(row?.["n"]).toBeGreaterThanOrEqual(acknowledged);
    expect(row?.["n"]).toBeLessThanOrEqual(acknowledged + 1);
  } finally {
    await server.remove();
  }
});
