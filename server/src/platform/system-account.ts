import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { CannotStart } from "./cannot-start.ts";

/** A numeric user and group that a child process can be started as. */
export type SystemAccount = { uid: number; gid: number };

/**
 * PostgreSQL refuses to run as root. The account that its process should have instead, or null
 * when we are an ordinary user and it simply runs as ourselves.
 *
 * An existing cluster keeps its owner. Otherwise: the account `postgres` if the machine has one,
 * then an account `shopwright` without home and login made for it, then `nobody`.
 */
export function postgresAccount(cluster: string): SystemAccount | null {
  if (process.getuid?.() !== 0) return null;
  const owner = ownerOf(cluster);
  if (owner && owner.uid !== 0) return owner;
  const account = find("postgres") ?? find("shopwright") ?? create("shopwright") ?? find("nobody");
  if (account) return account;
  throw new CannotStart(
    "PostgreSQL does not run as root and this machine has no other account for it: start as an ordinary user, or set DATABASE_URL to a PostgreSQL of your own.",
  );
}

function ownerOf(path: string): SystemAccount | null {
  const found = statSync(path, { throwIfNoEntry: false });
  return found ? { uid: found.uid, gid: found.gid } : null;
}

function find(name: string): SystemAccount | null {
  try {
    return { uid: Number(run("id", ["-u", name])), gid: Number(run("id", ["-g", name])) };
  } catch {
    // `id` exits with an error for a name it does not know.
    return null;
  }
}

function create(name: string): SystemAccount | null {
  const options = ["--system", "--user-group", "--no-create-home", "--home-dir", "/nonexistent"];
  try {
    run("useradd", [...options, "--shell", "/usr/sbin/nologin", name]);
  } catch {
    // No useradd (macOS, Alpine) or a read-only /etc: the caller has one more choice.
    return null;
  }
  return find(name);
}

function run(program: string, args: string[]): string {
  return execFileSync(program, args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
}
