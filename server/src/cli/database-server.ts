import { resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { CannotStart } from "../platform/cannot-start.ts";
import { holderOf, prepareFolder, takeDataFolder } from "../platform/data-folder.ts";
import { findEmbeddedPostgres, startEmbeddedPostgres } from "../platform/embedded-postgres.ts";
import type { EmbeddedPostgres } from "../platform/embedded-postgres.ts";

/** The PostgreSQL that a command works on. */
export type DatabaseServer = {
  url: string;
  /** Resolves with a sentence if it dies and cannot be brought back; stays open otherwise. */
  lost: Promise<string>;
  /** Stops it if this command started it. */
  close(): Promise<void>;
};

const OLDEST_SERVER = 160_000;
const RESTARTS = 5;
const RESTARTS_WITHIN_MS = 60_000;

export function dataFolderPath(): string {
  return resolve(process.env["SHOPWRIGHT_DATA"] || "data");
}

/**
 * The server named by DATABASE_URL, else the embedded one on the data folder: the one another run
 * has there if `share` allows it, else one of our own.
 */
export async function openDatabaseServer(share: "alone" | "shared"): Promise<DatabaseServer> {
  const folder = dataFolderPath();
  const external = process.env["DATABASE_URL"];
  if (external) {
    prepareFolder(folder);
    await requireUsable(external);
    return { url: external, lost: never(), close: async () => undefined };
  }
  const running =
    share === "shared" && holderOf(folder) !== null ? findEmbeddedPostgres(folder) : null;
  if (running) return { url: running, lost: never(), close: async () => undefined };
  return startOwn(folder);
}

async function startOwn(path: string): Promise<DatabaseServer> {
  const folder = await takeDataFolder(path);
  try {
    const server = await startEmbeddedPostgres({ folder: folder.path });
    return supervised(folder, server);
  } catch (error) {
    folder.release();
    throw error;
  }
}

type Held = { path: string; release(): void };

/** Brings the server back on the same port when something kills it, as long as that helps. */
function supervised(folder: Held, first: EmbeddedPostgres): DatabaseServer {
  let server = first;
  let closing = false;
  const lastResort = (): void => {
    // Reached without close(): the program gave up at once. Never leave a server behind.
    if (!closing) signalQuietly(server.pid);
    folder.release();
  };
  process.once("exit", lastResort);

  const watch = async (): Promise<string> => {
    const deaths: number[] = [];
    for (;;) {
      await server.ended;
      if (closing) return never();
      deaths.push(Date.now());
      if (deaths.filter((at) => at > Date.now() - RESTARTS_WITHIN_MS).length > RESTARTS) {
        return `PostgreSQL keeps dying; its log is ${folder.path}/postgres.log.`;
      }
      console.error("PostgreSQL was killed; starting it again …");
      try {
        server = await startEmbeddedPostgres({ folder: folder.path, port: first.port });
      } catch (error) {
        if (!(error instanceof CannotStart)) throw error;
        return error.message;
      }
    }
  };
  return {
    url: first.url,
    lost: watch(),
    async close() {
      closing = true;
      await server.stop();
      folder.release();
      process.off("exit", lastResort);
    },
  };
}

function signalQuietly(pid: number): void {
  try {
    process.kill(pid, "SIGINT");
  } catch {
    // It is gone already, which is what was wanted.
  }
}

function never<T>(): Promise<T> {
  return new Promise(() => undefined);
}

/** Refuses, in one sentence, a server that cannot be reached, entered or used. */
export async function requireUsable(url: string): Promise<void> {
  const where = placeOf(url);
  let client: pg.Client | null = null;
  try {
    client = await connectPatiently(url);
    const { rows } = await client.query<{ version: number }>(
      "SELECT current_setting('server_version_num')::int AS version",
    );
    const version = rows[0]?.version ?? 0;
    if (version < OLDEST_SERVER) {
      throw new CannotStart(
        `The PostgreSQL at ${where} is version ${Math.floor(version / 10_000)} and Shopwright needs 16 or newer: update it, or unset DATABASE_URL to use the one that comes along.`,
      );
    }
  } catch (error) {
    if (error instanceof CannotStart) throw error;
    throw new CannotStart(reasonFor(error, where), { cause: error });
  } finally {
    await client?.end();
  }
}

/** A server that is just starting refuses for a moment; containers start in any order. */
async function connectPatiently(url: string): Promise<pg.Client> {
  for (let attempt = 1; ; attempt++) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
    try {
      await client.connect();
      return client;
    } catch (error) {
      const { code } = error as { code?: string };
      const passing = code === "57P03" || code === "ECONNREFUSED";
      if (!passing || attempt === 3) throw error;
      await pause(500);
    }
  }
}

function reasonFor(error: unknown, where: string): string {
  const { code, message } = error as { code?: string; message: string };
  switch (code) {
    case "28P01":
    case "28000":
      return `The PostgreSQL at ${where} refuses this user or password: correct DATABASE_URL.`;
    case "3D000":
      return `The PostgreSQL of DATABASE_URL has no database of that name (${where}): create it first.`;
    case "53300":
      return `The PostgreSQL at ${where} has no connection left for us: raise its max_connections.`;
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return `DATABASE_URL names a machine that cannot be found: ${where}.`;
    case "ECONNREFUSED":
    case "ETIMEDOUT":
    case "EHOSTUNREACH":
      return `No PostgreSQL answers at ${where}: start it, or correct DATABASE_URL.`;
    default:
      return `The PostgreSQL at ${where} cannot be used: ${message || String(error)}.`;
  }
}

function placeOf(url: string): string {
  if (!URL.canParse(url))
    throw new CannotStart(
      "DATABASE_URL is not an address such as postgres://user:password@host:5432/name.",
    );
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}
