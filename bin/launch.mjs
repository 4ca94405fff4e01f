import { spawn } from "node:child_process";
import { delimiter, dirname } from "node:path";
import { ensureBuilds } from "./builds.mjs";
import { nodeFlags } from "./node-flags.mjs";
import { watchNpm } from "./npm-above.mjs";
import { ensurePackages } from "./packages.mjs";
import { findNode } from "./pinned-node.mjs";
import { inProject, root } from "./project.mjs";

/** Commands that show pages and therefore need them built. */
const SHOWING = ["setup", "start", "web", "test", "bench"];

/** Where a command's program is, when it is not the shop itself. */
const PROGRAMS = {
  test: ["node_modules/vitest/vitest.mjs", "run"],
  bench: ["bench/main.ts"],
  "demo:render": ["demo/render/render.ts"],
};

/**
 * Makes the clone ready for a command and runs it under the Node that belongs to the project. The
 * second time there is nothing to do and it takes a fraction of a second.
 *
 * @param {string} command
 * @param {string[]} options
 */
export async function launch(command, options) {
  await ensurePackages();
  const node = findNode();
  const needsHelpOnly = options.includes("--help") || options.includes("-h");
  if (SHOWING.includes(command) && !needsHelpOnly) await ensureBuilds(node);
  if (command === "setup") {
    console.log("Everything is in place.");
    return;
  }
  const special = Object.entries(PROGRAMS).find(([name]) => name === command)?.[1];
  const [program = "", ...first] = special ?? ["server/src/main.ts", command];
  const flags = special === undefined ? nodeFlags() : [];
  process.exitCode = await handOver(node, [...flags, inProject(program), ...first, ...options]);
}

/**
 * Runs the program until it ends and answers with its exit code. Signals are passed on, which npm
 * and the shell between would not do; if what started us is killed, the program is told to stop.
 *
 * @param {string} node
 * @param {string[]} args
 * @returns {Promise<number>}
 */
function handOver(node, args) {
  // Whatever the program starts in turn finds the same Node first.
  const env = { ...process.env, PATH: [dirname(node), process.env.PATH].join(delimiter) };
  // The channel carries nothing: its end tells the program that we are gone, even by kill -9.
  const child = spawn(node, args, {
    cwd: root,
    env,
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  /** @type {NodeJS.Signals[]} */
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
  for (const signal of signals) process.on(signal, () => child.kill(signal));
  const unwatch = watchNpm(() => child.kill("SIGTERM"));
  return new Promise((done, failed) => {
    child.once("error", failed);
    child.once("exit", (code, signal) => {
      unwatch();
      done(code ?? (signal === "SIGINT" ? 130 : 143));
    });
  });
}
