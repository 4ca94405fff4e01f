import { createRequire } from "node:module";
import type bidiFactory from "bidi-js";
import { fontFilesFor } from "./pdf-fonts.ts";

/** Everything a paper is written in as a rule; what has more is laid out letter by letter. */
const ordinary =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]*$/u;

export function isOrdinary(text: string): boolean {
  return ordinary.test(text);
}

/** Part of a line in one font and one direction. `font` is a file's path, or null for the shop's own. */
export interface Run {
  readonly text: string;
  readonly font: string | null;
  readonly x: number;
}

export interface Line {
  /** From left to right, as they are drawn. */
  readonly runs: readonly Run[];
  readonly width: number;
}

/** What layout must know of fonts; the sheet answers from the document it writes. */
export interface Metrics {
  /** Whether the font has a picture of this letter. */
  has(font: string | null, codePoint: number): boolean;
  /** Points. */
  widthOf(font: string | null, text: string): number;
}

// Its types are those of an ES module, which Node does not take it for.
const makeBidi = createRequire(import.meta.url)("bidi-js") as typeof bidiFactory.default;
const bidi = makeBidi();
const words = new Intl.Segmenter(undefined, { granularity: "word" });

/**
 * Breaks a text into lines no wider than `width` and each line into runs, right-to-left scripts in the order in which
 * they are read (the Unicode bidirectional algorithm, UAX #9). Breaks between words, also in
 * scripts that write none apart; a word that is wider than a line stands out.
 */
export function layOut(text: string, width: number, metrics: Metrics): Line[] {
  return text.split("\n").flatMap((paragraph) => {
    const lines: string[] = [];
    let line = "";
    for (const { segment } of words.segment(paragraph)) {
      if (line !== "" && widthOf((line + segment).trimEnd(), metrics) > width) {
        lines.push(line.trimEnd());
        line = segment.trimStart();
      } else line += segment;
    }
    return [...lines, line.trimEnd()].map((each) => lineOf(each, metrics));
  });
}

function widthOf(text: string, metrics: Metrics): number {
  return fontRuns(text, metrics).reduce((sum, run) => sum + metrics.widthOf(run.font, run.text), 0);
}

interface FontRun {
  readonly text: string;
  readonly font: string | null;
  /** Even: left to right. */
  readonly level: number;
}

function lineOf(text: string, metrics: Metrics): Line {
  let x = 0;
  const runs = inSight(fontRuns(text, metrics)).map(({ text: part, font, level }) => {
    // Brackets face the other way where text runs from right to left.
    const shown = level % 2 === 0 ? part : [...part].map(mirrored).join("");
    const run = { text: shown, font, x };
    x += metrics.widthOf(font, shown);
    return run;
  });
  return { runs, width: x };
}

function mirrored(letter: string): string {
  return bidi.getMirroredCharacter(letter) ?? letter;
}

/** Runs in the order of the text: a new one where the font or the direction changes. */
function fontRuns(text: string, metrics: Metrics): FontRun[] {
  const { levels } = bidi.getEmbeddingLevels(text);
  const runs: { text: string; font: string | null; level: number }[] = [];
  let at = 0;
  for (const letter of text) {
    const last = runs.at(-1);
    const level = levels[at] ?? 0;
    const font = fontFor(letter, last?.font ?? null, metrics);
    if (last?.font === font && last.level === level) last.text += letter;
    else runs.push({ text: letter, font, level });
    at += letter.length;
  }
  return runs;
}

/** Spaces and marks stay with the letters before them; else the shop's own font, if it has the letter. */
function fontFor(letter: string, before: string | null, metrics: Metrics): string | null {
  const codePoint = letter.codePointAt(0) ?? 0;
  const joins = /^[\p{Mark}\p{White_Space}\u200c\u200d]$/u.test(letter);
  if (joins && before !== null && metrics.has(before, codePoint)) return before;
  if (metrics.has(null, codePoint)) return null;
  if (before !== null && metrics.has(before, codePoint)) return before;
  return fontFilesFor(codePoint).find((file) => metrics.has(file, codePoint)) ?? null;
}

/** Rule L2: from the highest level down to the lowest odd one, whatever is on it or higher is turned round. */
function inSight(runs: readonly FontRun[]): FontRun[] {
  const shown = [...runs];
  const highest = Math.max(0, ...runs.map(({ level }) => level));
  for (let level = highest; level >= 1; level -= 1) {
    for (let from = 0; from < shown.length; from += 1) {
      let to = from;
      while ((shown[to]?.level ?? -1) >= level) to += 1;
      if (to > from + 1) shown.splice(from, to - from, ...shown.slice(from, to).reverse());
      from = Math.max(from, to);
    }
  }
  return shown;
}
