import { randomBytes } from "node:crypto";
import {
  chmodSync,
  existsSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { CannotStart } from "./cannot-start.ts";
import { createCluster } from "./postgres-cluster.ts";
import { postgresBinaries } from "./postgres-binaries.ts";
import { findPostmaster, launchPostmaster, stopPostmaster } from "./postmaster.ts";
import type { Postmaster } from "./postmaster.ts";
import { postgresAccount } from "./system-account.ts";

/** A PostgreSQL of our own, running until stopped. */
export type EmbeddedPostgres = {
  /** postgres:// address with user and password, for the database `shopwright`. */
  url: string;
  port: number;
  pid: number;
  /** Resolves when the server has ended for whatever reason, also when it was killed. */
  ended: Promise<void>;
  /** Ends all sessions, writes everything to disk and stops; resolves when it has ended. */
  stop(): Promise<void>;
};

export type EmbeddedPostgresOptions = {
  /** The folder that keeps the cluster, its password and its log. Must exist; one run at a time. */
  folder: string;
  /** False gives up safety against power loss for speed: only for tests. Default true. */
  durable?: boolean;
  /** Listen on this port instead of any free one. */
  port?: number;
  /** Further server settings, name → value. */
  settings?: Record<string, string>;
};

const OLD_LOG_BYTES = 10 * 1024 * 1024;
const LAUNCHES = 6;

/**
 * Starts the PostgreSQL that came with the packages on `folder`, making the cluster the first time.
 * A server that a killed run left behind on the same folder is stopped first. Listens on 127.0.0.1
 * only and asks for a password that was made for this folder.
 */
export async function startEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  const folder = resolve(options.folder);
  const cluster = join(folder, "postgres");
  const durable = options.durable ?? true;
  const account = postgresAccount(cluster);
  const binaries = postgresBinaries(account);
  const password = ensurePassword(folder);
  if (!existsSync(cluster)) await createCluster({ folder, account, binaries, password, durable });
  requireSameMajor(cluster, binaries.major);
  await stopPostmaster(cluster);
  shortenLog(join(folder, "postgres.log"));

  for (let launch = 1; ; launch++) {
    const port = options.port ?? (await freePort());
    const settings = { ...serverSettings(port, durable), ...options.settings };
    const launched = await launchPostmaster({ folder, account, binaries, settings });
    if ("pid" in launched) return running(cluster, port, password, launched);
    // After a crash the old server's children may need a moment; a port may be taken between
    // our look and the server's.
    const passing = /shared memory block|still in use|could not bind|Address already in use/;
    if (launch === LAUNCHES || !passing.test(launched.log)) {
      throw new CannotStart(
        `PostgreSQL did not start on ${cluster}: ${lastReason(launched.log)} (its log is ${join(folder, "postgres.log")}).`,
      );
    }
    await pause(500);
  }
}

/**
 * The address of the server that another process of ours runs on `folder` at this moment, so that
 * an audit or a second process can use it; null when none runs.
 */
export function findEmbeddedPostgres(folder: string): string | null {
  const path = resolve(folder);
  const found = findPostmaster(join(path, "postgres"));
  if (!found?.ready) return null;
  return address(found.port, readFileSync(join(path, "postgres.password"), "utf8"));
}

/** A TCP port of 127.0.0.1 that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening, failed) => {
    server.once("error", failed).listen(0, "127.0.0.1", listening);
  });
  // A TCP server that listens has an address with a port.
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

function running(
  cluster: string,
  port: number,
  password: string,
  postmaster: Postmaster,
): EmbeddedPostgres {
  return {
    url: address(port, password),
    port,
    pid: postmaster.pid,
    ended: postmaster.ended,
    async stop() {
      await stopPostmaster(cluster);
      await postmaster.ended;
    },
  };
}

function address(port: number, password: string): string {
  return `postgres://shopwright:${password}@127.0.0.1:${port}/shopwright`;
}

function serverSettings(port: number, durable: boolean): Record<string, string> {
  const onOff = durable ? "on" : "off";
  return {
    port: String(port),
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: "100",
    shared_buffers: "128MB",
    // The just-in-time compiler costs more than it gains on the short queries of a shop.
    jit: "off",
    timezone: "UTC",
    log_timezone: "UTC",
    fsync: onOff,
    synchronous_commit: onOff,
    full_page_writes: onOff,
  };
}

function ensurePassword(folder: string): string {
  const path = join(folder, "postgres.password");
  if (!existsSync(path)) {
    writeFileSync(path, randomBytes(24).toString("base64url"), { mode: 0o600 });
  }
  chmodSync(path, 0o600);
  return readFileSync(path, "utf8");
}

function requireSameMajor(cluster: string, major: number): void {
  const found = Number(readFileSync(join(cluster, "PG_VERSION"), "utf8"));
  if (found === major) return;
  throw new CannotStart(
    `The data in ${cluster} was written by PostgreSQL ${found} and this Shopwright brings PostgreSQL ${major}: start it with the release that wrote it, take a backup with pg_dump, and restore that into a new folder.`,
  );
}

function shortenLog(path: string): void {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found && found.size > OLD_LOG_BYTES) truncateSync(path);
}

function lastReason(log: string): string {
  const lines = log.trim().split("\n");
  const reason = lines.findLast((line) => /FATAL|PANIC|ERROR|error/.test(line)) ?? lines.at(-1);
  return reason?.replace(/^.*(?:FATAL|PANIC|ERROR):\s*/, "") || "it ended without a word";
}
