import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { CannotStart } from "./cannot-start.ts";
import { holderOf, takeDataFolder } from "./data-folder.ts";
import { startMark } from "./process-identity.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "shopwright-folder-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test("a folder is held by one run at a time and free after it", async () => {
  const taken = await takeDataFolder(join(folder, "data"));
  expect(holderOf(taken.path)).toBe(process.pid);
  await expect(takeDataFolder(taken.path)).rejects.toThrow(/in use by another run \(process \d+\)/);
  taken.release();
  expect(holderOf(taken.path)).toBeNull();
  (await takeDataFolder(taken.path)).release();
});

test("a folder whose holder was killed is free, even when its number was given out again", async () => {
  const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  const pid = child.pid ?? 0;
  const started = startMark(pid);
  expect(started).not.toBeNull();
  const lock = join(folder, "in-use.json");
  writeFileSync(lock, JSON.stringify({ pid, started }));
  expect(holderOf(folder)).toBe(pid);
  // The same number, but another start: somebody else.
  writeFileSync(lock, JSON.stringify({ pid, started: "long ago" }));
  expect(holderOf(folder)).toBeNull();
  writeFileSync(lock, JSON.stringify({ pid, started }));
  child.kill("SIGKILL");
  await once(child, "exit");
  (await takeDataFolder(folder)).release();
  expect(existsSync(lock)).toBe(false);
});

test("a lock file cut off by a crash does not lock anybody out", async () => {
  writeFileSync(join(folder, "in-use.json"), '{"pid": 12');
  (await takeDataFolder(folder)).release();
});

test("a file in the place of the folder is refused in a sentence", async () => {
  const file = join(folder, "data");
  writeFileSync(file, "");
  for (const path of [file, join(file, "further", "in")]) {
    await expect(takeDataFolder(path)).rejects.toThrow(/is a file where the data folder should be/);
  }
});

test.runIf(existsSync("/proc/self"))(
  "a place that takes no folders is refused, not tried for ever",
  async () => {
    for (const path of ["/proc/shop", "/proc/self/shop/data"]) {
      await expect(takeDataFolder(path)).rejects.toBeInstanceOf(CannotStart);
    }
  },
);
