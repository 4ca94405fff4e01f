import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

export type ShopProcess = {
  child: ChildProcess;
  /** Everything said so far, on both streams. */
  said(): string;
  /** Resolves when `text` was said; rejects with everything said when the program ended before. */
  saying(text: string, withinMs?: number): Promise<void>;
  /** Resolves with the exit code when the program has ended; null when a signal ended it. */
  ended: Promise<number | null>;
};

const WAY_IN = resolve(import.meta.dirname, "../../../bin/shopwright.mjs");

/** Runs a command of the shop as people do, through the launcher, as a process of its own. */
export function runShop(
  command: string[],
  environment: Record<string, string>,
  options: { detached?: boolean } = {},
): ShopProcess {
  const child = spawn(process.execPath, [WAY_IN, ...command], {
    env: { ...process.env, DATABASE_URL: "", NODE_ENV: "development", VITEST: "", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
    detached: options.detached ?? false,
  });
  let text = "";
  let over = false;
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
  const ended = new Promise<number | null>((done) => {
    child.once("exit", (code) => {
      over = true;
      done(code);
    });
  });
  return {
    child,
    ended,
    said: () => text,
    async saying(expected, withinMs = 60_000) {
      const deadline = Date.now() + withinMs;
      while (!text.includes(expected)) {
        if (over || Date.now() > deadline)
          throw new Error(`"${expected}" was not said, but: ${text}`);
        await pause(20);
      }
    },
  };
}
