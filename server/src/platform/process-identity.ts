import { execFileSync } from "node:child_process";
import { readFileSync, readlinkSync } from "node:fs";

/** True while a process of this number exists, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/**
 * What tells one process from a later one that was given the same number: the moment it was
 * started, as the operating system writes it. Null when no such process exists.
 */
export function startMark(pid: number): string | null {
  if (!isAlive(pid)) return null;
  if (process.platform === "linux") return linuxStartMark(pid);
  if (process.platform === "win32") {
    return ask("powershell", [
      "-NoProfile",
      "-Command",
      `(Get-Process -Id ${pid}).StartTime.Ticks`,
    ]);
  }
  return ask("ps", ["-o", "lstart=", "-p", String(pid)]);
}

/** The program and arguments of a process as far as the system tells, for recognising our own. */
export function commandOf(pid: number): string | null {
  if (!isAlive(pid)) return null;
  if (process.platform === "linux")
    return read(`/proc/${pid}/cmdline`)?.replaceAll("\0", " ") ?? null;
  if (process.platform === "win32") {
    return ask("powershell", ["-NoProfile", "-Command", `(Get-Process -Id ${pid}).Path`]);
  }
  return ask("ps", ["-ww", "-o", "command=", "-p", String(pid)]);
}

/**
 * The working folder of a process; null where the system does not tell: only Linux does, and of
 * another account's process only to a root with all its rights, which one in a container lacks.
 */
export function workingFolderOf(pid: number): string | null {
  if (process.platform !== "linux") return null;
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    // Gone meanwhile, or not ours to look at: either way, not known.
    return null;
  }
}

function linuxStartMark(pid: number): string | null {
  const stat = read(`/proc/${pid}/stat`);
  if (stat === null) return null;
  // The name in parentheses may hold spaces; the start time is the 20th field after it. It counts
  // from the start of the machine, so the machine's start belongs to it.
  const ticks = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
  return `${read("/proc/sys/kernel/random/boot_id")?.trim() ?? ""}:${ticks}`;
}

function read(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    // The process ended between two looks, or this kernel does not tell.
    return null;
  }
}

function ask(program: string, args: string[]): string | null {
  try {
    const answer = execFileSync(program, args, {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    return answer.trim() || null;
  } catch {
    // Both programs exit with an error when the process is gone.
    return null;
  }
}
