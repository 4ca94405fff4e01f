import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort, startEmbeddedPostgres } from "../../src/platform/embedded-postgres.ts";
import type { EmbeddedPostgres } from "../../src/platform/embedded-postgres.ts";

export type TemporaryPostgres = {
  /** Address of the database `shopwright`; stays the same over stop, crash and start. */
  url: string;
  /** Starts again after `crash` or `stop`, on the same port, going through recovery. */
  start(): Promise<void>;
  stop(): Promise<void>;
  /** kill −9, and waits until the last of its processes is gone. */
  crash(): Promise<void>;
  /** Stops it and removes everything it wrote. */
  remove(): Promise<void>;
};

/**
 * A PostgreSQL for tests in a temporary folder. It does not outlive this process, however that ends:
 * a small process of its own waits for our end and then cleans up.
 */
export async function temporaryPostgres(options: {
  durable: boolean;
  settings?: Record<string, string>;
}): Promise<TemporaryPostgres> {
  const folder = mkdtempSync(join(tmpdir(), "shopwright-test-"));
  const sweeper = spawn(process.execPath, [join(import.meta.dirname, "sweep-after.ts"), folder], {
    stdio: ["pipe", "ignore", "inherit"],
    detached: true,
  });
  sweeper.unref();
  const port = await freePort();
  const launch = (): Promise<EmbeddedPostgres> =>
    startEmbeddedPostgres({ folder, port, ...options });
  let server = await launch();
  return {
    url: server.url,
    async start() {
      server = await launch();
    },
    stop: () => server.stop(),
    async crash() {
      process.kill(server.pid, "SIGKILL");
      await server.ended;
    },
    async remove() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
      sweeper.stdin.end();
    },
  };
}
