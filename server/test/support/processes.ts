import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import {
  type GatewayProcess,
  spawnGateway,
  testApiKey,
  testWebhookSecret,
} from "../../../tools/test-card-gateway/running-gateway.ts";
import { freePort } from "../../src/platform/embedded-postgres.ts";
import type { Failpoint } from "../../src/platform/failpoint.ts";
import { testSecret } from "./test-secret.ts";

export const testCardConfig = { apiKey: testApiKey, webhookSecret: testWebhookSecret };

export interface RunningProcess {
  readonly child: ChildProcess;
  /** Everything it said, on both streams. */
  said(): string;
  /** Resolves when it has ended, with the signal that ended it. */
  readonly ended: Promise<NodeJS.Signals | null>;
  /** The failpoints that fired in it. */
  fired(): string[];
  stop(): Promise<void>;
}

export interface WebProcess extends RunningProcess {
  readonly url: string;
}

export interface ProcessOptions {
  /** Where this process ends itself; nowhere when absent. */
  readonly failpoint?: Failpoint;
  readonly port?: number;
  /** How many processes share the port. */
  readonly processes?: number;
}

/** Starts the shop's real programs on one database, with a card gateway beside them. */
export interface Processes {
  readonly gateway: GatewayProcess;
  /** Where these processes keep their data: pictures lie in `media`. Removed at the end. */
  readonly dataFolder: string;
  web(options?: ProcessOptions): Promise<WebProcess>;
  /** `port`: where a web process listens, which links in mails lead to. */
  worker(options?: Pick<ProcessOptions, "failpoint" | "port">): Promise<RunningProcess>;
  /** Stops everything that still runs and removes what it wrote. */
  close(): Promise<void>;
}

const server = resolve(import.meta.dirname, "../..");

export async function openProcesses(databaseUrl: string): Promise<Processes> {
  const folder = mkdtempSync(join(tmpdir(), "shopwright-processes-"));
  const gateway = await spawnGateway();
  const started: RunningProcess[] = [];
  const environment = {
    ...process.env,
    NODE_ENV: "test",
    VITEST: "",
    DATABASE_URL: databaseUrl,
    DATABASE_POOL: "10",
    SHOPWRIGHT_DATA: folder,
    SHOPWRIGHT_SECRET: testSecret,
    REQUESTS_PER_MINUTE: "0",
    LOG_LEVEL: "error",
    TEST_CARD_URL: gateway.url,
    TEST_CARD_API_KEY: testApiKey,
    TEST_CARD_WEBHOOK_SECRET: testWebhookSecret,
  };
  const run = (args: string[], { failpoint, port = 0 }: ProcessOptions): RunningProcess => {
    const witness = join(folder, `witness-${started.length}`);
    const armed =
      failpoint === undefined
        ? {}
        : { SHOPWRIGHT_FAILPOINT: failpoint, SHOPWRIGHT_FAILPOINT_WITNESS: witness };
    const own = { PORT: String(port), PUBLIC_URL: `http://127.0.0.1:${port}` };
    const child = spawn(process.execPath, ["src/main.ts", ...args], {
      cwd: server,
      env: { ...environment, ...own, ...armed },
      // The channel closes when this process ends, however it does, and that ends them, too.
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    });
    const running = watch(child, witness);
    started.push(running);
    return running;
  };
  return {
    gateway,
    dataFolder: folder,
    web: async (options = {}) => {
      const port = options.port ?? (await freePort());
      const shared = options.processes === undefined ? [] : ["--processes", `${options.processes}`];
      const running = run(["web", ...shared], { ...options, port });
      await said(running, /[Ll]isten(ing)? on http/);
      return { ...running, url: `http://127.0.0.1:${port}` };
    },
    worker: async (options = {}) => {
      const running = run(["worker"], options);
      await said(running, /Working\./);
      return running;
    },
    close: async () => {
      await Promise.all(started.map((each) => each.stop()));
      await gateway.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function watch(child: ChildProcess, witness: string): RunningProcess {
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk: Buffer) => (text += chunk.toString()));
  }
  const ended = new Promise<NodeJS.Signals | null>((done) => {
    child.once("exit", (_code, signal) => done(signal));
  });
  return {
    child,
    ended,
    said: () => text,
    fired: () => linesOf(witness),
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) child.kill("SIGTERM");
      await ended;
    },
  };
}

function linesOf(file: string): string[] {
  try {
    return readFileSync(file, "utf8").trim().split("\n");
  } catch (error) {
    // Nothing was armed, or nothing has fired yet.
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

async function said(running: RunningProcess, expected: RegExp): Promise<void> {
  const { child } = running;
  const deadline = Date.now() + 90_000;
  while (!expected.test(running.said())) {
    const over = child.exitCode !== null || child.signalCode !== null;
    // A worker may reach its failpoint before it has said that it works.
    if (over && child.signalCode === "SIGKILL") return;
    if (over || Date.now() > deadline) throw new Error(`It did not start: ${running.said()}`);
    await pause(25);
  }
}
