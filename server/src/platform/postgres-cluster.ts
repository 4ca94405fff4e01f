import { spawn } from "node:child_process";
import { chownSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CannotStart } from "./cannot-start.ts";
import type { PostgresBinaries } from "./postgres-binaries.ts";
import type { SystemAccount } from "./system-account.ts";

export type ClusterOptions = {
  folder: string;
  account: SystemAccount | null;
  binaries: PostgresBinaries;
  password: string;
  /** False skips waiting for the disk. */
  durable: boolean;
};

/** Only the machine itself may connect, and only with the password. */
const HOST_RULES = "host all all 127.0.0.1/32 scram-sha-256\n";

/**
 * Makes `folder`/postgres: a cluster with the role and database `shopwright`, UTF-8, and sort order
 * by PostgreSQL's own rules, so that an update of the operating system never breaks an index. It
 * is made aside and moved into place when complete, so a cut-off attempt leaves nothing behind.
 */
export async function createCluster(options: ClusterOptions): Promise<void> {
  const { folder, account, binaries, password, durable } = options;
  const draft = join(folder, "postgres.new");
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  if (account) chownSync(draft, account.uid, account.gid);

  const place = { cwd: draft, account };
  await run(binaries.initdb, initdbArguments(clusterPath(place), durable), place);
  writeFileSync(join(draft, "pg_hba.conf"), HOST_RULES);
  // Through standard input, so that the password is in no argument list and no readable file.
  const single = ["--single", "-D", clusterPath(place), "-c", `fsync=${durable ? "on" : "off"}`];
  const statements = [`ALTER ROLE shopwright PASSWORD '${password}'`, "CREATE DATABASE shopwright"];
  await run(binaries.postgres, [...single, "postgres"], place, `${statements.join("\n")}\n`);
  renameSync(draft, join(folder, "postgres"));
}

export type Place = { cwd: string; account: SystemAccount | null };

/**
 * How a child process that starts in the cluster's folder should name it. Under another account
 * the way to the folder may be closed (a clone in /root); on Linux the kernel's link to the
 * working folder, which was entered before the account changed, still leads there.
 */
export function clusterPath(place: Place): string {
  return place.account && process.platform === "linux" ? "/proc/self/cwd" : place.cwd;
}

/** What PostgreSQL's programs need of our environment: no PGHOST, PGDATA, LC_ALL from outside. */
export function postgresEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name));
  return { ...Object.fromEntries(kept), LC_ALL: "C" };
}

function initdbArguments(path: string, durable: boolean): string[] {
  const flags = [
    `--pgdata=${path}`,
    "--username=shopwright",
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--auth=trust",
    "--no-instructions",
  ];
  return durable ? flags : [...flags, "--no-sync"];
}

function run(program: string, args: string[], place: Place, input = ""): Promise<void> {
  return new Promise((done, failed) => {
    const child = spawn(program, args, {
      cwd: place.cwd,
      env: postgresEnvironment(),
      ...place.account,
      detached: process.platform !== "win32",
      windowsHide: true,
    });
    let said = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => (said += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (said += text));
    child.once("error", failed);
    child.once("close", (code) => {
      // A server in single-user mode reports a refused statement and ends well all the same.
      const reason = /(?:FATAL|ERROR|error):\s*(.*)/.exec(said)?.[1];
      if (code === 0 && !reason) done();
      else failed(new CannotStart(`The database could not be made: ${reason ?? said.trim()}.`));
    });
    child.stdin.end(input);
  });
}
