import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { root } from "../architecture/source.ts";

/** A Markdown file: its path from the root, and what it says. */
export interface Document {
  readonly path: string;
  readonly text: string;
}

const skipped = new Set(["node_modules", "dist", "data", ".cache", ".git"]);

/** Every Markdown file of the project. */
export function readDocuments(folder = ""): Document[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const at = path.posix.join(folder, entry.name);
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : readDocuments(at);
    return entry.name.endsWith(".md") ? [read(at)] : [];
  });
}

function read(at: string): Document {
  return { path: at, text: readFileSync(path.join(root, at), "utf8") };
}

export function scriptNames(): string[] {
  const { scripts } = JSON.parse(read("package.json").text) as { scripts: Record<string, string> };
  return Object.keys(scripts);
}

/** Relative links whose file, or whose heading in it, does not exist. */
export function linkProblems(documents: readonly Document[]): string[] {
  return documents.flatMap((document) =>
    [...withoutCode(document.text).matchAll(/\]\(([^)\s]+)\)/g)]
      .map((match) => match[1] ?? "")
      .filter((link) => !/^[a-z]+:/.test(link) && !leadsSomewhere(document, link))
      .map((link) => `${document.path} links to ${link}`),
  );
}

function leadsSomewhere(from: Document, link: string): boolean {
  const [file = "", heading] = link.split("#");
  const target = path.posix.join(path.posix.dirname(from.path), file);
  if (target.startsWith("..")) return false;
  if (file !== "" && !existsSync(path.join(root, target))) return false;
  const text = file === "" ? from.text : heading === undefined ? "" : read(target).text;
  return heading === undefined || headingsOf(text).includes(heading);
}

/** What headings are called in addresses: lower case, spaces as hyphens, without punctuation. */
function headingsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map((match) =>
    (match[1] ?? "")
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s-]/gu, "")
      .trim()
      .replaceAll(/\s/g, "-"),
  );
}

/** `npm run X` where package.json has no X; a workspace's own commands are named with `-w`. */
export function scriptProblems(documents: readonly Document[], scripts: readonly string[]) {
  return documents.flatMap(({ path: from, text }) =>
    [...text.matchAll(/npm run (?:-s )?([a-z][a-z:-]*)(?! -w)\b/g)]
      .map((match) => match[1] ?? "")
      .filter((name) => !scripts.includes(name))
      .map((name) => `${from} names npm run ${name}`),
  );
}

const topFolders = [
  "server",
  "storefront",
  "admin",
  "demo",
  "tools",
  "bench",
  "bin",
  "docs",
  ".ci",
];
/** Made when the program is set up or runs. */
const made = /(^|\/)(dist|data|node_modules)(\/|$)/;

/** Paths in backticks that begin at a folder of the project, or name a source file, and lead to nothing. */
export function pathProblems(documents: readonly Document[]): string[] {
  return documents.flatMap((document) =>
    pathsIn(document)
      .filter((at) => !placesOf(document, at).some((place) => existsSync(path.join(root, place))))
      .map((at) => `${document.path} names ${at}`),
  );
}

function pathsIn({ path: from, text }: Document): string[] {
  const announced = announcedIn(from);
  return [...withoutFences(text).matchAll(/`([^`\s]+)`/g)]
    .map((match) => match[1] ?? "")
    .filter((at) => at.includes("/") && /^[\w.][\w./-]*$/.test(at) && !made.test(at))
    .filter((at) => beginsAtTop(at) || /\.(tsx?|mjs|sql|css|md)$/.test(at))
    .filter((at) => !announced.some((start) => at.startsWith(start)));
}

function beginsAtTop(at: string): boolean {
  return topFolders.includes(at.split("/")[0] ?? "");
}

/** Where a path may begin: at the root, beside the document, or in a folder of sources that is left out in speech. */
function placesOf({ path: from }: Document, at: string): string[] {
  const beside = path.posix.join(path.posix.dirname(from), at);
  if (beginsAtTop(at)) return [at, beside];
  const folders = ["server", "server/src", "server/src/modules", "storefront/src", "admin/src"];
  return [at, beside, ...folders.map((folder) => `${folder}/${at}`)];
}

/** What a guide has its reader make is not there before they do. */
function announcedIn(from: string): string[] {
  const guides: Readonly<Record<string, readonly string[]>> = {
    "docs/guides/add-a-room.md": [
      "server/src/modules/wishes/",
      "server/migrations/0011_wishes.sql",
    ],
    "docs/guides/add-an-endpoint.md": ["server/src/modules/purchasing/count-waiting.ts"],
    "docs/guides/add-a-payment-provider.md": ["server/src/providers/harbour-pay/"],
  };
  return [...(guides[from] ?? [])];
}

function withoutFences(text: string): string {
  return text.replaceAll(/^( *)```[\s\S]*?^\1```/gm, "");
}

function withoutCode(text: string): string {
  return withoutFences(text).replaceAll(/`[^`\n]*`/g, "");
}
