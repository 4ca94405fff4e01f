import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

/**
 * Fonts for letters that the shop's own font does not have. Each package holds one script, or slices of a large
 * one, with a list of what is in which file; a file is opened when the first paper needs it.
 */
const require = createRequire(import.meta.url);

/** Chinese first: what a Japanese or Korean text needs besides is asked for by its other letters. */
const families = [
  "noto-sans-thai",
  "noto-sans-arabic",
  "noto-sans-hebrew",
  "zcool-xiaowei",
  "sawarabi-gothic",
  "gowun-dodum",
] as const;
type Family = (typeof families)[number];

interface Slice {
  readonly file: string;
  readonly ranges: readonly (readonly [from: number, to: number])[];
}

const slices = new Map<Family, readonly Slice[]>();

function slicesOf(family: Family): readonly Slice[] {
  const known = slices.get(family);
  if (known !== undefined) return known;
  const folder = path.dirname(require.resolve(`@fontsource/${family}/package.json`));
  const listed = JSON.parse(readFileSync(path.join(folder, "unicode.json"), "utf8")) as Record<
    string,
    string
  >;
  const read = Object.entries(listed).map(([name, ranges]) => ({
    file: path.join(folder, "files", `${family}-${name.replaceAll(/[[\]]/g, "")}-400-normal.woff`),
    ranges: ranges.split(",").map(rangeOf),
  }));
  slices.set(family, read);
  return read;
}

/** "U+4e00-4e0f" → its first and last code point. */
function rangeOf(text: string): readonly [number, number] {
  const [from = "", to = from] = text.trim().slice(2).split("-");
  return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
}

const found = new Map<number, readonly string[]>();
/** Far more letters than one shop's customers write in; then it begins anew. */
const mostFound = 10_000;

/** Files that may have this letter, the likeliest first. */
export function fontFilesFor(codePoint: number): readonly string[] {
  const known = found.get(codePoint);
  if (known !== undefined) return known;
  if (found.size >= mostFound) found.clear();
  const files = searchFiles(codePoint);
  found.set(codePoint, files);
  return files;
}

function searchFiles(codePoint: number): string[] {
  return families.flatMap((family) =>
    slicesOf(family)
      .filter(({ ranges }) => ranges.some(([from, to]) => codePoint >= from && codePoint <= to))
      .map(({ file }) => file),
  );
}
