import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { nodeFlags } from "../bin/node-flags.mjs";
import { generateCatalogue } from "../server/src/app/seed/generate-catalogue.ts";
import type { Uuid } from "../server/src/kernel/ids.ts";
import { createWarehouse, receiveStock } from "../server/src/modules/inventory/index.ts";
import { seedSettings } from "../server/src/modules/settings/index.ts";
import { openDatabase, type Database } from "../server/src/platform/db.ts";
import { openEdge, systemCaller } from "../server/src/platform/edge.ts";
import { freePort } from "../server/src/platform/embedded-postgres.ts";
import { durablePostgres } from "../server/test/support/postgres.ts";

export interface BenchShop {
  readonly url: string;
  readonly databaseUrl: string;
  readonly database: Database;
  readonly variantIds: readonly Uuid[];
  /** Resident memory of the server, in megabytes. */
  memory(): number;
  close(): Promise<void>;
}

const root = path.resolve(import.meta.dirname, "..");

/**
 * A shop as `npm start` runs it, in production mode: pages, API and background work in one process, apart
 * from the driver, on a durable database filled with invented goods.
 */
export async function openBenchShop(products: number): Promise<BenchShop> {
  const postgres = await durablePostgres();
  const database = openDatabase({ url: postgres.url, poolSize: 10, statementTimeout: 600_000 });
  const variantIds = await fill(database, products);
  const port = await freePort();
  const dataFolder = mkdtempSync(path.join(tmpdir(), "shopwright-bench-"));
  const env = {
    ...process.env,
    NODE_ENV: "production",
    DATABASE_URL: postgres.url,
    SHOPWRIGHT_DATA: dataFolder,
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    REQUESTS_PER_MINUTE: "0",
    LOG_LEVEL: "warn",
    SHOPWRIGHT_SECRET: "a secret of the bench only",
  };
  const server = run([...nodeFlags(), "server/src/main.ts", "start", "--empty"], env);
  const url = `http://127.0.0.1:${port}`;
  await ready(`${url}/readyz`, server);
  return {
    url,
    databaseUrl: postgres.url,
    database,
    variantIds,
    memory: () => residentMegabytes(server),
    close: async () => {
      await ended(server);
      await database.close();
      await postgres.remove();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

async function fill(database: Database, products: number): Promise<Uuid[]> {
  const edge = openEdge(database, systemCaller("bench"));
  return edge.transaction(async (ctx) => {
    await seedSettings(ctx, {
      values: {
        "cash-on-delivery": { limits: [{ minor: "100000000", currency: "EUR" }] },
        // All buyers come from one address here; they are counted as everywhere.
        checkout: { ordersPerAddress: 1_000_000 },
      },
    });
    const variantIds = await generateCatalogue(ctx, { products, variantsEach: 3 });
    const { id: locationId } = await createWarehouse(ctx, {
      code: "BENCH",
      name: "Bench",
      address: null,
      countries: [],
      priority: 1,
      active: true,
    });
    await receiveStock(ctx, {
      locationId,
      note: "opening",
      lines: variantIds.map((variantId) => ({
        variantId,
        lot: "",
        quantity: 100_000,
        unitCost: { minor: 1000n, currency: "EUR" },
      })),
    });
    return variantIds;
  });
}

function run(args: readonly string[], env: NodeJS.ProcessEnv): ChildProcess {
  return spawn(process.execPath, args, { cwd: root, env, stdio: ["ignore", "ignore", "inherit"] });
}

async function ready(url: string, server: ChildProcess): Promise<void> {
  const until = performance.now() + 30_000;
  while (performance.now() < until) {
    if (server.exitCode !== null) throw new Error(`the server ended with ${server.exitCode}`);
    const ok = await fetch(url).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("the server was not ready within 30 seconds");
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
  });
}

/** Of the process and its children, from /proc; NaN where there is none. */
function residentMegabytes(child: ChildProcess): number {
  try {
    const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024;
  } catch {
    return Number.NaN;
  }
}
