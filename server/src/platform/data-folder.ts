import {
  accessSync,
  constants,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { statfs } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { CannotStart } from "./cannot-start.ts";
import { startMark } from "./process-identity.ts";

/** Enough for a fresh database, its write-ahead log and the demo shop. */
const LEAST_FREE_BYTES = 300 * 1024 * 1024;

export type DataFolder = {
  /** Absolute path. */
  path: string;
  /** Lets another run use the folder. Safe to call twice. */
  release(): void;
};

/**
 * Makes the folder if need be and takes it for this process, so that two runs never share one
 * database cluster. Throws CannotStart when the folder is in use, closed to us, or on a full disk.
 */
export async function takeDataFolder(path: string): Promise<DataFolder> {
  const folder = resolve(path);
  await requireFreeSpace(folder);
  prepareFolder(folder);
  const lock = join(folder, "in-use.json");
  takeLock(lock, folder);
  let held = true;
  return {
    path: folder,
    release() {
      if (held) rmSync(lock, { force: true });
      held = false;
    },
  };
}

/** The process that holds the folder now, or null. */
export function holderOf(path: string): number | null {
  const holder = readLock(join(resolve(path), "in-use.json"));
  return holder && startMark(holder.pid) === holder.started ? holder.pid : null;
}

/** Makes the folder and sees that we may write in it. */
export function prepareFolder(folder: string): void {
  try {
    // Others may pass through, because the database may run under an account of its own; the
    // files inside that are secret carry their own protection.
    for (const missing of missingSteps(folder)) makeFolder(missing);
    if (!statSync(folder).isDirectory()) throw Object.assign(new Error(), { code: "ENOTDIR" });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw refusal(error, folder);
  }
}

async function requireFreeSpace(folder: string): Promise<void> {
  const { bavail, bsize, blocks } = await statfs(nearestExisting(folder));
  // Some network file systems report nothing at all; only a real zero is a full disk.
  if (blocks === 0 || bavail * bsize >= LEAST_FREE_BYTES) return;
  const free = Math.floor((bavail * bsize) / 1024 / 1024);
  throw new CannotStart(
    `The disk that holds ${folder} has only ${free} MB free and the shop needs at least ${LEAST_FREE_BYTES / 1024 / 1024} MB: make room, or set SHOPWRIGHT_DATA to a folder on another disk.`,
  );
}

/**
 * The folders that are still to be made, the outermost first. One by one, because a recursive mkdir tries
 * for ever where the system takes no folders at all (/proc).
 */
function missingSteps(folder: string): string[] {
  const existing = nearestExisting(folder);
  const steps: string[] = [];
  for (let step = resolve(folder); step !== existing; step = dirname(step)) steps.unshift(step);
  return steps;
}

function makeFolder(path: string): void {
  try {
    mkdirSync(path, { mode: 0o755 });
  } catch (error) {
    // Another run was quicker.
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
}

function nearestExisting(path: string): string {
  let current = path;
  for (;;) {
    try {
      accessSync(current);
      return current;
    } catch {
      const parent = dirname(current);
      if (parent === current) return current;
      current = parent;
    }
  }
}

type Holder = { pid: number; started: string };

function takeLock(lock: string, folder: string): void {
  const started = startMark(process.pid);
  if (started === null) throw new Error("The system does not tell when this process started");
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      writeFileSync(lock, JSON.stringify({ pid: process.pid, started }), { flag: "wx" });
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw refusal(error, folder);
    }
    const holder = holderOf(folder);
    if (holder !== null) {
      throw new CannotStart(
        `The data folder ${folder} is in use by another run (process ${holder}): stop that one, or set SHOPWRIGHT_DATA to another folder.`,
      );
    }
    rmSync(lock, { force: true });
  }
  throw new CannotStart(`The data folder ${folder} is being taken by another run: try again.`);
}

function readLock(lock: string): Holder | null {
  try {
    const { pid, started } = JSON.parse(readFileSync(lock, "utf8")) as Partial<Holder>;
    return typeof pid === "number" && typeof started === "string" ? { pid, started } : null;
  } catch {
    // Absent, or cut off in the middle by a crash: nobody holds it.
    return null;
  }
}

function refusal(error: unknown, folder: string): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === "EACCES" || code === "EPERM" || code === "EROFS") {
    return new CannotStart(
      `No permission to write in the data folder ${folder}: give it to this user, or set SHOPWRIGHT_DATA to a folder of your own.`,
    );
  }
  if (code === "ENOTDIR" || code === "EEXIST") {
    return new CannotStart(
      `${folder} is a file where the data folder should be: move it, or set SHOPWRIGHT_DATA.`,
    );
  }
  if (code === "ENOENT" || code === "EINVAL" || code === "ENOSYS" || code === "ENAMETOOLONG") {
    return new CannotStart(
      `The system takes no folder at ${folder}: set SHOPWRIGHT_DATA to a folder on an ordinary disk.`,
    );
  }
  if (code === "ENOSPC" || code === "EDQUOT") {
    return new CannotStart(
      `No space left on the disk that holds ${folder}: make room, or set SHOPWRIGHT_DATA to a folder on another disk.`,
    );
  }
  return error;
}
