import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** The repository's root. */
export const root = path.resolve(import.meta.dirname, "../../..");

/** A source file as the checkers see it: where it is, from the root, and what it says. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

const skipped = new Set(["node_modules", "dist", "data", ".cache", ".git"]);

/** Every TypeScript file under the given folders. */
export function readSources(...folders: readonly string[]): Source[] {
  return folders.flatMap((folder) => walk(folder));
}

function walk(folder: string): Source[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const at = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : walk(at);
    if (!/\.(ts|tsx|mts)$/.test(entry.name)) return [];
    return [{ path: at, text: readFileSync(path.join(root, at), "utf8") }];
  });
}

/** What a file imports, as paths from the root; packages keep their names. */
export function importsOf(source: Source): string[] {
  const found = source.text.matchAll(
    /(?:^|\n)\s*(?:import|export)\s[^;'"]*?from\s*["']([^"']+)["']|import\(\s*["']([^"']+)["']\s*\)|(?:^|\n)\s*import\s*["']([^"']+)["']/g,
  );
  return [...found].map((match) => {
    const target = match[1] ?? match[2] ?? match[3] ?? "";
    return target.startsWith(".")
      ? path.posix.normalize(path.posix.join(path.posix.dirname(source.path), target))
      : target;
  });
}

export function isTest(source: Source): boolean {
  return (
    /\.test\.tsx?$/.test(source.path) ||
    source.path.startsWith("server/test/") ||
    /\/(examples|testing)\.ts$/.test(source.path)
  );
}

/** The room a path lies in, or null outside of server/src/modules. */
export function roomOf(file: string): string | null {
  return /^server\/src\/modules\/([^/]+)\//.exec(file)?.[1] ?? null;
}
