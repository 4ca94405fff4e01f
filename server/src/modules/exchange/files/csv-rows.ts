import { Readable } from "node:stream";
import { parse } from "csv-parse";
import { parse as parseNow } from "csv-parse/sync";
import { decoded, type Encoding } from "./encoding.ts";

export const delimiters = [",", ";", "\t", "|"] as const;
export type Delimiter = (typeof delimiters)[number];

export interface CsvFormat {
  readonly kind: "csv";
  readonly encoding: Encoding;
  readonly delimiter: Delimiter;
}

/** A row of a file: its cells, or why it cannot be read. `number` counts rows from the headers, which are 1. */
export interface FileRow {
  readonly number: number;
  readonly cells: readonly string[];
  readonly problem: "unreadable" | "too_long" | "invalid_character" | null;
}

/** More columns, longer rows or longer cells are no table that people keep. */
export const mostColumns = 400;
const longestRow = 1_000_000;
const longestCell = 100_000;

const settings = (delimiter: string) => ({
  delimiter,
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: true,
  max_record_size: longestRow,
});

/**
 * The rows of a CSV file as they are read, headers included: quotes, line breaks and any letters; constant memory.
 * What cannot be read is a row with a problem, and the next row follows.
 */
export async function* csvRows(
  chunks: AsyncIterable<Uint8Array>,
  format: CsvFormat,
): AsyncGenerator<FileRow> {
  const parser = parse(settings(format.delimiter));
  const source = Readable.from(withoutHint(decoded(chunks, format.encoding)));
  // What breaks the source ends the parser, and so the loop below.
  source.on("error", (error) => parser.destroy(error));
  source.pipe(parser);
  let number = 0;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      if (cells.every((cell) => cell.trim() === "")) continue;
      number += 1;
      yield { number, ...checked(cells) };
    }
  } catch (error) {
    if ((error as { code?: unknown }).code !== "CSV_MAX_RECORD_SIZE" && !isCsvError(error))
      throw error;
    // A quote that never ends swallows the rest: all before it stands, and what is lost is said.
    yield { number: number + 1, cells: [], problem: "unreadable" };
  } finally {
    source.destroy();
  }
}

function isCsvError(error: unknown): boolean {
  return error instanceof Error && String((error as { code?: unknown }).code).startsWith("CSV_");
}

/** Spreadsheets may say which sign they separate with in a line of its own: `sep=;`. */
async function* withoutHint(texts: AsyncIterable<string>): AsyncGenerator<string> {
  let head: string | null = "";
  for await (const text of texts) {
    if (head === null) {
      yield text;
      continue;
    }
    head += text;
    if (head.length < 16) continue;
    yield head.replace(hint, "");
    head = null;
  }
  if (head !== null) yield head.replace(hint, "");
}

const hint = /^sep=[,;\t|]\r?\n/i;

function checked(cells: readonly string[]): Pick<FileRow, "cells" | "problem"> {
  if (cells.length > mostColumns || cells.some((cell) => cell.length > longestCell))
    return { cells: [], problem: "too_long" };
  // PostgreSQL's text holds no U+0000 and no half of a letter.
  if (cells.some((cell) => cell.includes("\u0000") || !cell.isWellFormed()))
    return { cells: [], problem: "invalid_character" };
  return { cells, problem: null };
}

/** Which sign separates the cells: the one that divides the first line into most parts. */
export function delimiterOf(text: string): Delimiter {
  const hinted = /^sep=([,;\t|])/i.exec(text)?.[1];
  const asked = delimiters.find((each) => each === hinted);
  if (asked !== undefined) return asked;
  const columns = delimiters.map((delimiter) => firstRow(text, delimiter));
  return delimiters[columns.indexOf(Math.max(...columns))] ?? ",";
}

function firstRow(text: string, delimiter: string): number {
  try {
    const rows = parseNow(text, { ...settings(delimiter), to: 1 });
    return rows[0]?.length ?? 0;
  } catch {
    // The piece ends within a quoted cell, or this sign is not the one.
    return text.split(/\r?\n/, 1)[0]?.split(delimiter).length ?? 0;
  }
}
