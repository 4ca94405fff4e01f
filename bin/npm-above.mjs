import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** How far up to look: npm, a shell that it started, we. */
const GENERATIONS = 3;

/**
 * Calls `gone` once when the npm that started us has ended, even by kill -9: its shell would keep us
 * running behind everybody's back. Started by hand there is no npm above and nothing to watch; a
 * shell may rightly end before what it left in the background.
 *
 * @param {() => void} gone
 * @returns {() => void} ends the watch
 */
export function watchNpm(gone) {
  const npm = process.env.npm_lifecycle_event ? findNpm() : null;
  if (npm === null) return () => undefined;
  const watch = setInterval(() => {
    if (isAlive(npm)) return;
    clearInterval(watch);
    gone();
  }, 1000);
  return () => clearInterval(watch);
}

function findNpm() {
  let pid = process.ppid;
  for (let generation = 0; generation < GENERATIONS && pid > 1; generation++) {
    const found = look(pid);
    if (!found) return null;
    if (/\bnpm\b/.test(found.command)) return pid;
    pid = found.parent;
  }
  return null;
}

/**
 * @param {number} pid
 * @returns {{ parent: number, command: string } | null}
 */
function look(pid) {
  try {
    if (process.platform === "linux") {
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      // The name in parentheses may hold spaces; the parent is the second field after it.
      const parent = Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
      return { parent, command: readFileSync(`/proc/${pid}/cmdline`, "utf8") };
    }
    if (process.platform === "darwin") {
      const args = ["-o", "ppid=,command=", "-p", String(pid)];
      const answer = execFileSync("ps", args, { encoding: "utf8" }).trim();
      return { parent: Number.parseInt(answer, 10), command: answer };
    }
  } catch {
    // It ended while we looked: then there is nothing to watch.
  }
  return null;
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
