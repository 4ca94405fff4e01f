import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { generatedFiles } from "../app/generated.ts";
import type { Command } from "./command.ts";
import { readOptions } from "./command.ts";

const FOLDER = resolve(import.meta.dirname, "../../../docs/generated");

export const command: Command = {
  help: `npm run generate [-- --check]

Writes docs/generated (API document, rooms, events, refusals, permissions, invariants) from the code.

  --check   write nothing; exit code 1 when a file is stale
`,
  async run(args) {
    const { check = false } = readOptions(args, { check: { type: "boolean" } });
    const files = generatedFiles();
    const present = existsSync(FOLDER) ? readdirSync(FOLDER) : [];
    const left = present.filter((name) => !files.has(name));
    const stale = [...files].filter(([name, text]) => !isCurrent(name, text)).map(([name]) => name);
    if (check) {
      for (const name of [...stale, ...left]) console.log(`stale  docs/generated/${name}`);
      if (stale.length + left.length > 0) process.exitCode = 1;
      return;
    }
    mkdirSync(FOLDER, { recursive: true });
    for (const name of left) rmSync(join(FOLDER, name));
    for (const [name, text] of files) writeFileSync(join(FOLDER, name), text);
    console.log(`${files.size} files in docs/generated, ${stale.length} of them changed.`);
  },
};

function isCurrent(name: string, text: string): boolean {
  const path = join(FOLDER, name);
  return existsSync(path) && readFileSync(path, "utf8") === text;
}
