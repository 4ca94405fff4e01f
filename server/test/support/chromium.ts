import { execFileSync, spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";
import type { Browser } from "playwright-core";

/** What makes Chromium run without a display, also as root, and keep to itself. */
const FLAGS = [
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/** A headless browser for a journey. Throws with what to do when this machine has none. */
export async function launchChromium(): Promise<Browser> {
  const root = process.getuid?.() === 0;
  return chromium.launch({
    executablePath: requireChromium(),
    headless: true,
    args: root ? [...FLAGS, "--no-sandbox"] : FLAGS,
  });
}

/** The path of a Chromium, or an error that says how to get one. */
export function requireChromium(): string {
  const found = findChromium();
  if (found) return found;
  throw new Error(
    "The browser journeys need a Chromium and this machine has none: install one (Debian: apt-get install chromium; others: npx playwright-core install chromium-headless-shell) or name one in CHROMIUM_PATH.",
  );
}

/** CHROMIUM_PATH, then the machine's own, then what Playwright once downloaded; null if none. */
export function findChromium(): string | null {
  const named = process.env["CHROMIUM_PATH"];
  if (named) {
    if (!isProgram(named)) throw new Error(`CHROMIUM_PATH names ${named}, which is no program.`);
    return named;
  }
  return installedPrograms().find(isProgram) ?? downloaded();
}

/**
 * Finds a Chromium or gets one the way this machine allows: by apt-get where that exists and we may
 * use it, else by Playwright's own download. Takes minutes the first time, nothing later.
 */
export function ensureChromium(): string {
  const found = findChromium();
  if (found) return found;
  console.log("The browser journeys need a Chromium: getting one …");
  for (const command of waysToInstall()) {
    const [program = "", ...args] = command;
    const result = spawnSync(program, args, {
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
    if (result.status === 0 && findChromium()) break;
  }
  return requireChromium();
}

function waysToInstall(): string[][] {
  const own = [
    process.execPath,
    join(import.meta.dirname, "../../../node_modules/playwright-core/cli.js"),
  ];
  const ways = [[...own, "install", "chromium-headless-shell"]];
  const before = mayBecomeRoot();
  if (before && onPath("apt-get")) {
    const install = [...before, "apt-get", "install", "-y", "--no-install-recommends", "chromium"];
    // The list of packages is often older than the packages: fetch it between two tries.
    ways.unshift(install, [...before, "apt-get", "update"], install);
  }
  return ways;
}

/** What to put before a command to run it as root without being asked; null if we may not. */
function mayBecomeRoot(): string[] | null {
  if (process.platform !== "linux") return null;
  if (process.getuid?.() === 0) return [];
  try {
    execFileSync("sudo", ["-n", "true"], { stdio: "ignore" });
    return ["sudo", "-n"];
  } catch {
    // No sudo, or it wants a password.
    return null;
  }
}

function installedPrograms(): string[] {
  if (process.platform === "darwin") {
    const names = ["Google Chrome", "Chromium", "Microsoft Edge"];
    const folders = ["/Applications", join(homedir(), "Applications")];
    return folders.flatMap((folder) =>
      names.map((name) => `${folder}/${name}.app/Contents/MacOS/${name}`),
    );
  }
  if (process.platform === "win32") {
    const folders = ["ProgramFiles", "ProgramFiles(x86)", "LocalAppData"].map(
      (name) => process.env[name] ?? "",
    );
    const programs = [
      "Google\\Chrome\\Application\\chrome.exe",
      "Chromium\\Application\\chrome.exe",
      "Microsoft\\Edge\\Application\\msedge.exe",
    ];
    return folders.flatMap((folder) => programs.map((program) => join(folder, program)));
  }
  const names = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
  ];
  return names.map((name) => onPath(name)).filter((path) => path !== null);
}

function onPath(name: string): string | null {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  return folders.map((folder) => join(folder, name)).find(isProgram) ?? null;
}

function downloaded(): string | null {
  const caches: Partial<Record<NodeJS.Platform, string>> = {
    linux: join(homedir(), ".cache/ms-playwright"),
    darwin: join(homedir(), "Library/Caches/ms-playwright"),
    win32: join(homedir(), "AppData/Local/ms-playwright"),
  };
  const cache = process.env["PLAYWRIGHT_BROWSERS_PATH"] || caches[process.platform];
  if (!cache || !existsSync(cache)) return null;
  const programs = /^(chrome|chromium|headless_shell|chrome-headless-shell|Chromium)(\.exe)?$/;
  const folders = readdirSync(cache)
    .filter((name) => name.startsWith("chromium"))
    .sort()
    .reverse();
  for (const folder of folders) {
    const inside = readdirSync(join(cache, folder), { withFileTypes: true, recursive: true });
    const program = inside.find((entry) => entry.isFile() && programs.test(entry.name));
    if (program) return join(program.parentPath, program.name);
  }
  return null;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    // Absent or not ours to run: not a candidate.
    return false;
  }
}
