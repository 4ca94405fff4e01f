import { execFile, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync, realpathSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { clusterPath, postgresEnvironment } from "./postgres-cluster.ts";
import type { PostgresBinaries } from "./postgres-binaries.ts";
import { commandOf, isAlive, workingFolderOf } from "./process-identity.ts";
import type { SystemAccount } from "./system-account.ts";

/** PostgreSQL's first process, the one that listens. */
export type Postmaster = { pid: number; ended: Promise<void> };

type Launch = {
  folder: string;
  account: SystemAccount | null;
  binaries: PostgresBinaries;
  settings: Record<string, string>;
};

/** Recovery after a crash reads the whole write-ahead log; on a slow disk that takes a while. */
const READY_WITHIN_MS = 180_000;

/** Starts the server and waits until it takes connections, or gives back what its log said. */
export async function launchPostmaster(launch: Launch): Promise<Postmaster | { log: string }> {
  const log = join(launch.folder, "postgres.log");
  const logStart = statSync(log, { throwIfNoEntry: false })?.size ?? 0;
  const started =
    process.platform === "win32" ? launchByPgCtl(launch, log) : spawnServer(launch, log);
  const cluster = join(launch.folder, "postgres");
  let over = false;
  void started.ended.then(() => (over = true));
  const deadline = Date.now() + READY_WITHIN_MS;
  while (!over && Date.now() < deadline) {
    const found = readPidFile(cluster);
    if (found?.ready && (started.pid === null || found.pid === started.pid)) {
      return { pid: found.pid, ended: started.ended };
    }
    await pause(15);
  }
  await stopPostmaster(cluster);
  await started.ended;
  return { log: readFileSync(log).subarray(logStart).toString("utf8") };
}

/** The server that runs on this cluster, whoever started it; null when none does. */
export function findPostmaster(cluster: string): PidFile | null {
  const found = readPidFile(cluster);
  return found && isServerOf(cluster, found.pid) ? found : null;
}

/**
 * Stops the server that runs on this cluster, if any, and removes what a killed one left behind.
 * First the orderly way, which takes as long as one checkpoint; then ever less politely.
 */
export async function stopPostmaster(cluster: string): Promise<void> {
  const found = findPostmaster(cluster);
  if (found) {
    for (const [signal, waitMs] of STOP_SIGNALS) {
      if (await endWith(found.pid, signal, waitMs)) break;
    }
  }
  // Its process number may meanwhile belong to somebody else, which PostgreSQL would take for
  // itself. We come here only while holding the data folder, so nobody else can be starting.
  rmSync(join(cluster, "postmaster.pid"), { force: true });
}

const STOP_SIGNALS: [NodeJS.Signals, number][] = [
  ["SIGINT", 8_000],
  ["SIGQUIT", 4_000],
  ["SIGKILL", 2_000],
];

async function endWith(pid: number, signal: NodeJS.Signals, waitMs: number): Promise<boolean> {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return true;
    throw error;
  }
  const deadline = Date.now() + waitMs;
  while (Date.now() < deadline) {
    if (!isAlive(pid)) return true;
    await pause(20);
  }
  return false;
}

type Started = { pid: number | null; ended: Promise<void> };

function spawnServer(launch: Launch, log: string): Started {
  const cwd = join(launch.folder, "postgres");
  const out = openSync(log, "a", 0o600);
  const child = spawn(
    launch.binaries.postgres,
    ["-D", clusterPath({ cwd, account: launch.account }), ...asFlags(launch.settings)],
    {
      cwd,
      env: postgresEnvironment(),
      ...launch.account,
      stdio: ["ignore", out, out],
      // A session of its own: Ctrl-C in the terminal is for us, who then stop it in good order.
      detached: true,
    },
  );
  closeSync(out);
  const ended = new Promise<void>((resolve, reject) => {
    child.once("exit", () => resolve());
    child.once("error", reject);
  });
  return { pid: child.pid ?? null, ended };
}

/**
 * On Windows the server refuses an administrator's rights; pg_ctl starts it without them. It is
 * then no child of ours, so its end is seen by looking.
 */
function launchByPgCtl(launch: Launch, log: string): Started {
  const cluster = join(launch.folder, "postgres");
  const options = asFlags(launch.settings)
    .map((part) => `"${part}"`)
    .join(" ");
  const args = ["start", "-W", "-D", cluster, "-l", log, "-o", options];
  const ended = new Promise<void>((resolve) => {
    execFile(
      launch.binaries.pgCtl,
      args,
      { env: postgresEnvironment(), windowsHide: true },
      (error) => {
        if (error) resolve();
        else void endOf(cluster).then(resolve);
      },
    );
  });
  return { pid: null, ended };
}

async function endOf(cluster: string): Promise<void> {
  // The file appears a moment after pg_ctl returns.
  await pause(2_000);
  const pid = readPidFile(cluster)?.pid;
  while (pid !== undefined && isAlive(pid)) await pause(500);
}

function asFlags(settings: Record<string, string>): string[] {
  return Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

type PidFile = { pid: number; port: number; ready: boolean };

/** postmaster.pid: process number, folder, start, port, socket folder, address, memory key, state. */
function readPidFile(cluster: string): PidFile | null {
  try {
    const lines = readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n");
    const [pid, , , port] = lines;
    return { pid: Number(pid), port: Number(port), ready: lines[7]?.trim() === "ready" };
  } catch {
    // No file: no server was started, or the last one ended in good order.
    return null;
  }
}

function isServerOf(cluster: string, pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 1 || !isAlive(pid)) return false;
  const folder = workingFolderOf(pid);
  // The server's working folder is its cluster. Where the system does not tell, the name of the
  // program has to do.
  if (folder !== null) return folder === realpathSync(cluster);
  return /postgres/.test(commandOf(pid) ?? "");
}
