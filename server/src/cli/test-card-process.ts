import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { CannotStart } from "../platform/cannot-start.ts";
import { freePort } from "../platform/embedded-postgres.ts";
import { startMark } from "../platform/process-identity.ts";
import { requireFreePort } from "./port.ts";

export type TestCardProcess = {
  /** What the shop has to know to pay with it, as environment variables. */
  environment: Record<string, string>;
  /** Resolves when it has ended. */
  stop(): Promise<void>;
};

type Kept = {
  port: number;
  apiKey: string;
  webhookSecret: string;
  /** The gateway that was started last, to be found again after we were killed. */
  running?: { pid: number; started: string };
};

const FILE = "gateway.json";
const PROGRAM = join(import.meta.dirname, "../../../tools/test-card-gateway/main.ts");

/**
 * Starts the stand-in card gateway beside a demo shop. Its port, keys and payments are kept in the
 * data folder, so that payments under way survive a restart.
 */
export async function startTestCard(
  dataFolder: string,
  shop: { url: string; name: string },
): Promise<TestCardProcess> {
  const folder = join(dataFolder, "test-card");
  const kept = await keptIdentity(folder);
  mkdirSync(folder, { recursive: true });
  const log = openSync(join(folder, "gateway.log"), "w", 0o600);
  const child = spawn(
    process.execPath,
    [PROGRAM, "--port", String(kept.port), "--data", folder, "--merchant", shop.name],
    {
      env: {
        ...process.env,
        TEST_CARD_API_KEY: kept.apiKey,
        TEST_CARD_WEBHOOK_SECRET: kept.webhookSecret,
        TEST_CARD_WEBHOOK_URL: `${shop.url}/api/webhooks/test-card`,
      },
      stdio: ["ignore", "pipe", log],
      // Ctrl-C is for us; it stops after the shop has, which may still be paying.
      detached: process.platform !== "win32",
    },
  );
  closeSync(log);
  const { stdout } = child;
  if (stdout === null) throw new Error("The gateway was started without a pipe to read");
  if (child.pid !== undefined) {
    const running = { pid: child.pid, started: startMark(child.pid) ?? "" };
    keep(folder, { ...kept, running });
  }
  const stopNow = (): boolean => child.kill("SIGTERM");
  process.once("exit", stopNow);
  const ended = new Promise<void>((done) => child.once("exit", () => done()));
  const url = await Promise.race([firstAddress(stdout), ended.then(() => null)]);
  if (url === null) {
    const reason = readFileSync(join(folder, "gateway.log"), "utf8").trim();
    throw new CannotStart(`The test-card gateway did not start: ${reason}`);
  }
  return {
    environment: {
      TEST_CARD_URL: url,
      TEST_CARD_API_KEY: kept.apiKey,
      TEST_CARD_WEBHOOK_SECRET: kept.webhookSecret,
    },
    async stop() {
      process.off("exit", stopNow);
      stopNow();
      await ended;
    },
  };
}

/** Never resolves when it says nothing; its end tells that. */
function firstAddress(stdout: NodeJS.ReadableStream): Promise<string> {
  return new Promise((found) => {
    const lines = createInterface({ input: stdout });
    lines.once("line", (line) => {
      lines.close();
      // What it says later is nobody's business; but a full pipe would stop it.
      stdout.resume();
      const { listening } = JSON.parse(line) as { listening: string };
      found(listening);
    });
  });
}

async function keptIdentity(folder: string): Promise<Kept> {
  const path = join(folder, FILE);
  const found = existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Kept) : null;
  if (found?.running) await endLeftOver(found.running);
  if (found && (await isFree(found.port))) return found;
  return {
    port: await freePort(),
    apiKey: found?.apiKey ?? randomBytes(24).toString("base64url"),
    webhookSecret: found?.webhookSecret ?? `whsec_${randomBytes(32).toString("base64")}`,
  };
}

function keep(folder: string, kept: Kept): void {
  writeFileSync(join(folder, FILE), JSON.stringify(kept), { mode: 0o600 });
}

/** A gateway whose shop was killed goes on listening; it may be replaced once it is surely ours. */
async function endLeftOver({ pid, started }: { pid: number; started: string }): Promise<void> {
  for (let attempt = 0; attempt < 100 && startMark(pid) === started; attempt++) {
    process.kill(pid, attempt < 50 ? "SIGTERM" : "SIGKILL");
    await pause(50);
  }
}

async function isFree(port: number): Promise<boolean> {
  return requireFreePort("127.0.0.1", port).then(
    () => true,
    () => false,
  );
}
