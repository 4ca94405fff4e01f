import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { inProject, root } from "./project.mjs";
import { SetupFailed } from "./setup-failed.mjs";

/** @typedef {{ version?: string, optional?: boolean, devOptional?: boolean, peer?: boolean, link?: boolean }} Entry */

/**
 * Installs the packages named in package-lock.json unless exactly these are there already, however
 * they came there.
 */
export async function ensurePackages() {
  const wanted = readPackages(inProject("package-lock.json"));
  if (!wanted)
    throw new SetupFailed("package-lock.json is missing: take a complete copy of the project.");
  const present = readPackages(inProject("node_modules", ".package-lock.json"));
  if (present && samePackages(wanted, present)) return;
  console.log(
    present
      ? "Packages changed: installing …"
      : "First start: installing packages (a minute or two) …",
  );
  // `ci` starts from nothing; an existing folder is only brought up to date. Neither rewrites the lock.
  const step = present ? ["install", "--no-save"] : ["ci"];
  await runNpm([
    ...step,
    "--include=dev",
    "--include=optional",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
  ]);
}

/**
 * @param {Record<string, Entry>} wanted
 * @param {Record<string, Entry>} present
 */
export function samePackages(wanted, present) {
  for (const [path, entry] of Object.entries(wanted)) {
    if (!path.includes("node_modules/")) continue;
    const found = present[path];
    // Packages for other kinds of machine are left out rightly.
    if (!found && (entry.optional || entry.devOptional || entry.peer)) continue;
    if (!found || found.version !== entry.version) return false;
  }
  return true;
}

/**
 * @param {string} path
 * @returns {Record<string, Entry> | null}
 */
function readPackages(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")).packages : null;
}

/** @param {string[]} args */
async function runNpm(args) {
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  const alive = setInterval(() => console.log(`  … still installing (${seconds()} s)`), 15_000);
  try {
    await runToEnd(npmCommand(), args);
  } finally {
    clearInterval(alive);
  }
  console.log(`Packages are in place (${seconds()} s).`);
}

/** npm as it was started, when it was: the same version under the same Node. */
function npmCommand() {
  const script = process.env.npm_execpath;
  if (script && /npm-cli\.c?js$/.test(script)) return [process.execPath, script];
  return [process.platform === "win32" ? "npm.cmd" : "npm"];
}

/**
 * @param {string[]} command
 * @param {string[]} args
 */
function runToEnd([program = "npm", ...first], args) {
  // A folder that says it is for production would otherwise go without the tools that build it.
  const env = { ...process.env, NODE_ENV: "development" };
  const shell = program.endsWith(".cmd");
  return new Promise((done, failed) => {
    const child = spawn(program, [...first, ...args], {
      cwd: root,
      env,
      shell,
      stdio: ["ignore", "inherit", "inherit"],
    });
    child.once("error", (error) =>
      failed(new SetupFailed(`npm could not be started: ${error.message}.`)),
    );
    child.once("exit", (code) => {
      if (code === 0) done(undefined);
      else
        failed(
          new SetupFailed(
            "npm could not install the packages (see above): check the network and the free space, then try again.",
          ),
        );
    });
  });
}
