import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { freePort } from "../../src/platform/embedded-postgres.ts";
import { stopPostmaster } from "../../src/platform/postmaster.ts";
import { isAlive } from "../../src/platform/process-identity.ts";
import { oldPostgres } from "../support/old-postgres.ts";
import { runShop } from "../support/shop-process.ts";
import type { ShopProcess } from "../support/shop-process.ts";

let folder = "";
let port = 0;
let started: ShopProcess[] = [];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "shopwright-start-"));
  port = await freePort();
});
afterEach(async () => {
  for (const shop of started) shop.child.kill("SIGTERM");
  await Promise.all(started.map((shop) => shop.ended));
  started = [];
  // A test that failed half-way may have left a killed run's database behind.
  await stopPostmaster(join(folder, "postgres"));
  rmSync(folder, { recursive: true, force: true });
});

function start(
  args: string[] = ["--empty"],
  environment: Record<string, string> = {},
): ShopProcess {
  const own = { PORT: String(port), SHOPWRIGHT_DATA: folder };
  const shop = runShop(["start", ...args], { ...own, ...environment });
  started.push(shop);
  return shop;
}

const open = "Ctrl-C closes it";

async function status(path: string): Promise<number> {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`);
  return answer.status;
}

function databasePid(): number {
  return Number(readFileSync(join(folder, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);
}

function gatewayPid(): number {
  const kept = readFileSync(join(folder, "test-card", "gateway.json"), "utf8");
  return (JSON.parse(kept) as { running: { pid: number } }).running.pid;
}

/** The process that serves, below the launcher. */
function servingPid(): number {
  return (JSON.parse(readFileSync(join(folder, "in-use.json"), "utf8")) as { pid: number }).pid;
}

/** One sentence on its own line, exit code 1, and nothing left running. */
async function expectRefusal(shop: ShopProcess, reason: RegExp): Promise<void> {
  expect(await shop.ended).toBe(1);
  const lines = shop.said().trim().split("\n");
  expect(lines).toEqual([expect.stringMatching(reason)]);
}

test("a shop starts, says where everything is, stops on Ctrl-C and starts again within five seconds", async () => {
  const first = start();
  await first.saying(open);
  for (const name of ["Shop ", "Back office", "Mails", "API reference"]) {
    expect(first.said()).toContain(name);
  }
  expect(await status("/healthz")).toBe(200);
  expect(await status("/readyz")).toBe(200);
  const database = databasePid();

  const asked = Date.now();
  first.child.kill("SIGINT");
  expect(await first.ended).toBe(0);
  expect(Date.now() - asked).toBeLessThan(10_000);
  expect(isAlive(database)).toBe(false);
  expect(existsSync(join(folder, "in-use.json"))).toBe(false);

  const again = Date.now();
  const second = start();
  await second.saying(open);
  expect(Date.now() - again).toBeLessThan(5_000);
});

test("a run that was killed is followed by one that simply starts", async () => {
  const first = start([]);
  await first.saying(open);
  const orphans = [databasePid(), gatewayPid()];
  process.kill(servingPid(), "SIGKILL");
  await first.ended;
  expect(orphans.filter(isAlive)).toEqual(orphans);

  const second = start([]);
  await second.saying(open);
  expect(orphans.filter(isAlive)).toEqual([]);
  expect(second.said()).not.toContain("password");
  expect(await status("/readyz")).toBe(200);
});

test("the shop closes itself when its launcher is killed", async () => {
  const shop = start();
  await shop.saying(open);
  const pids = [servingPid(), databasePid()];
  shop.child.kill("SIGKILL");
  await shop.ended;
  const deadline = Date.now() + 10_000;
  while (pids.some(isAlive) && Date.now() < deadline) await pause(50);
  expect(pids.filter(isAlive)).toEqual([]);
});

test("a database that is killed under the running shop is brought back", async () => {
  const shop = start();
  await shop.saying(open);
  const before = databasePid();
  process.kill(before, "SIGKILL");
  const deadline = Date.now() + 20_000;
  let ready = 0;
  while (ready !== 200 && Date.now() < deadline) {
    await pause(100);
    ready = isAlive(before) ? 0 : await status("/readyz");
  }
  expect(ready).toBe(200);
  expect(databasePid()).not.toBe(before);
  expect(shop.said()).toContain("PostgreSQL was killed; starting it again");
});

test("a taken port is named before anything is started", async () => {
  const other = createServer().listen(port, "127.0.0.1");
  try {
    await expectRefusal(start(), new RegExp(`^Port ${port} is taken by another program`));
    expect(existsSync(join(folder, "postgres"))).toBe(false);
  } finally {
    other.close();
  }
});

test("a data folder in use is left to the run that has it", async () => {
  const first = start();
  await first.saying(open);
  const second = start([], { PORT: String(await freePort()) });
  await expectRefusal(second, /^The data folder .* is in use by another run \(process \d+\)/);
  expect(await status("/readyz")).toBe(200);
});

test("a database that does not answer, refuses us or is too old is named in a sentence", async () => {
  const nobody = `postgres://shop:shop@127.0.0.1:${await freePort()}/shop`;
  await expectRefusal(start([], { DATABASE_URL: nobody }), /^No PostgreSQL answers at 127/);

  const old = await oldPostgres(150_004);
  try {
    await expectRefusal(
      start([], { DATABASE_URL: old.url }),
      /is version 15 and Shopwright needs 16/,
    );
  } finally {
    old.close();
  }
});
