import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, delimiter, dirname, join, relative, sep } from "node:path";
import { inProject, root } from "./project.mjs";
import { SetupFailed } from "./setup-failed.mjs";

/** What is compiled for the browser. All else runs from its sources. */
const FACES = [
  { folder: "storefront", title: "storefront" },
  { folder: "admin", title: "back office" },
];

/**
 * Builds each face whose sources changed since it was last built, by content and not by date, so
 * that switching branches back and forth costs nothing.
 *
 * @param {string} node path of the Node that runs the build
 */
export async function ensureBuilds(node) {
  const stale = FACES.flatMap(({ folder, title }) => {
    const command = buildCommand(folder);
    const mark = sourceMark(folder);
    return command && mark !== builtMark(folder) ? [{ folder, title, command, mark }] : [];
  });
  await Promise.all(
    stale.map(async ({ folder, title, command, mark }) => {
      console.log(`Building the ${title} …`);
      const began = Date.now();
      await build({ folder, title, command }, node);
      writeFileSync(markPath(folder), mark);
      console.log(`The ${title} is built (${((Date.now() - began) / 1000).toFixed(1)} s).`);
    }),
  );
}

/**
 * One number for everything that goes into a face: its own files, the contracts and values of the
 * server that it is written against, and the versions of all packages.
 *
 * @param {string} folder
 */
function sourceMark(folder) {
  const hash = createHash("sha256");
  const files = [
    ...filesIn(inProject(folder)),
    ...filesIn(inProject("server", "src", "kernel")),
    ...contractFiles(),
    inProject("package-lock.json"),
    inProject("tsconfig.base.json"),
  ];
  for (const path of files.sort()) {
    hash.update(relative(root, path).split(sep).join("/")).update("\0");
    hash.update(readFileSync(path)).update("\0");
  }
  return hash.digest("hex");
}

/** The contract of each room with whatever files of the rooms it is put together from. */
function contractFiles() {
  const rooms = inProject("server", "src", "modules");
  const found = new Set(filesIn(rooms).filter((path) => basename(path) === "contract.ts"));
  for (const path of found) {
    for (const [, name = ""] of readFileSync(path, "utf8").matchAll(/from "(\.[^"]+\.ts)"/g)) {
      const imported = join(dirname(path), name);
      // A set that grows while it is walked is walked to its end.
      if (imported.startsWith(rooms) && existsSync(imported)) found.add(imported);
    }
  }
  return [...found];
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function filesIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory())
      return /^(node_modules|dist|\..*)$/.test(entry.name) ? [] : filesIn(path);
    return entry.isFile() && !/\.test\.tsx?$|\.md$/.test(entry.name) ? [path] : [];
  });
}

/** @param {string} folder */
function markPath(folder) {
  return inProject(folder, "dist", ".built-from");
}

/** @param {string} folder */
function builtMark(folder) {
  return existsSync(markPath(folder)) ? readFileSync(markPath(folder), "utf8") : null;
}

/**
 * @param {string} folder
 * @returns {string | undefined}
 */
function buildCommand(folder) {
  const { scripts = {} } = JSON.parse(readFileSync(inProject(folder, "package.json"), "utf8"));
  return scripts.build;
}

/**
 * @param {{ folder: string, title: string, command: string }} face
 * @param {string} node
 */
async function build({ folder, title, command }, node) {
  // The commands of package.json name programs such as vite, which live here and run on `node`.
  const path = [inProject(folder, "node_modules", ".bin"), inProject("node_modules", ".bin")];
  const env = {
    ...process.env,
    PATH: [...path, join(node, ".."), process.env.PATH].join(delimiter),
    NODE_ENV: "production",
  };
  const { code, said } = await runShell(command, { cwd: inProject(folder), env });
  if (code !== 0)
    throw new SetupFailed(`${said}\nThe ${title} could not be built: the reason stands above.`);
}

/**
 * @param {string} command
 * @param {{ cwd: string, env: NodeJS.ProcessEnv }} options
 * @returns {Promise<{ code: number | null, said: string }>}
 */
function runShell(command, options) {
  return new Promise((done, failed) => {
    const child = spawn(command, { ...options, shell: true, stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    child.stdout.setEncoding("utf8").on("data", (text) => (said += text));
    child.stderr.setEncoding("utf8").on("data", (text) => (said += text));
    child.once("error", failed);
    child.once("close", (code) => done({ code, said }));
  });
}
