import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { freePort } from "../platform/embedded-postgres.ts";
import { requireFreePort } from "./port.ts";

export type TestCardProcess = {
  /** What the shop has to know to pay with it, as environment variables. */
  environment: Record<string, string>;
  /** Resolves when it has ended. */
  stop(): Promise<void>;
};

type Kept = { port: number; apiKey: string; webhookSecret: string };

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
      stdio: ["ignore", "pipe", "inherit"],
      // Ctrl-C is for us; it stops after the shop has, which may still be paying.
      detached: process.platform !== "win32",
    },
  );
  const stopNow = (): boolean => child.kill("SIGTERM");
  process.once("exit", stopNow);
  const ended = new Promise<void>((done) => child.once("exit", () => done()));
  const url = await Promise.race([firstAddress(child.stdout), ended.then(() => null)]);
  if (url === null)
    throw new Error("The test-card gateway ended while starting; its reason stands above.");
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
  const path = join(folder, "gateway.json");
  const found = existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Kept) : null;
  if (found && (await isFree(found.port))) return found;
  const kept = {
    port: await freePort(),
    apiKey: found?.apiKey ?? randomBytes(24).toString("base64url"),
    webhookSecret: found?.webhookSecret ?? `whsec_${randomBytes(32).toString("base64")}`,
  };
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, JSON.stringify(kept), { mode: 0o600 });
  return kept;
}

async function isFree(port: number): Promise<boolean> {
  return requireFreePort("127.0.0.1", port).then(
    () => true,
    () => false,
  );
}
