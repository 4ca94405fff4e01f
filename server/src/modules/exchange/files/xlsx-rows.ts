import { Unzip, UnzipInflate } from "fflate";
import { mostColumns, type FileRow } from "./csv-rows.ts";
import { type XmlListener, xmlScanner } from "./xml-scan.ts";

export interface XlsxFormat {
  readonly kind: "xlsx";
}

/** A workbook larger than this is not opened: zip can unpack to a thousand times its size. */
export const mostXlsxBytes = 30 * 1024 * 1024;
const mostUnpackedBytes = 400 * 1024 * 1024;
const mostSharedText = 40 * 1024 * 1024;

/** Thrown for a workbook that is none, or that unpacks to more than is read. */
export class BadWorkbook extends Error {}

type Open = () => Promise<AsyncIterable<Uint8Array>>;

/**
 * The rows of a workbook's first sheet, as text, while they are read. Only the texts that cells share are held in
 * memory. Throws BadWorkbook.
 */
export async function* xlsxRows(open: Open): AsyncGenerator<FileRow> {
  const shared = await sharedTexts(open);
  const rows: string[][] = [];
  const scan = xmlScanner(sheetListener(shared, (row) => rows.push(row)));
  let number = 0;
  for await (const text of entryText(await open(), isFirstSheet)) {
    guarded(() => scan(text));
    for (const cells of rows.splice(0)) {
      if (cells.every((cell) => cell.trim() === "")) continue;
      number += 1;
      if (cells.some((cell) => cell.includes("\u0000") || !cell.isWellFormed()))
        yield { number, cells: [], problem: "invalid_character" };
      else yield { number, cells, problem: null };
    }
  }
}

const isFirstSheet = (name: string): boolean => /^xl\/worksheets\/sheet1\.xml$/i.test(name);

async function sharedTexts(open: Open): Promise<string[]> {
  const texts: string[] = [];
  let current: string | null = null;
  let inText = false;
  let length = 0;
  const scan = xmlScanner({
    open: (name) => {
      if (name === "si") current = "";
      inText = name === "t";
    },
    text: (text) => {
      if (!inText || current === null) return;
      current += text;
      length += text.length;
      if (length > mostSharedText) throw new BadWorkbook("its texts are too large");
    },
    close: (name) => {
      if (name === "t") inText = false;
      if (name !== "si") return;
      texts.push(current ?? "");
      current = null;
    },
  });
  for await (const text of entryText(await open(), (name) =>
    /^xl\/sharedStrings\.xml$/i.test(name),
  ))
    guarded(() => scan(text));
  return texts;
}

function guarded(work: () => void): void {
  try {
    work();
  } catch (error) {
    throw error instanceof BadWorkbook ? error : new BadWorkbook(String(error));
  }
}

function sheetListener(shared: readonly string[], onRow: (cells: string[]) => void): XmlListener {
  let row: string[] = [];
  let column = 0;
  let type = "";
  let value = "";
  let reading = false;
  return {
    open: (name, attributes) => {
      if (name === "row") {
        row = [];
        column = -1;
      } else if (name === "c") {
        column = columnOf(attributes["r"]) ?? column + 1;
        type = attributes["t"] ?? "n";
        value = "";
      } else if (name === "v" || name === "t") reading = true;
    },
    text: (text) => {
      if (reading) value += text;
    },
    close: (name) => {
      if (name === "v" || name === "t") reading = false;
      else if (name === "c" && column >= 0 && column < mostColumns) {
        while (row.length < column) row.push("");
        row[column] = cellText(type, value, shared);
      } else if (name === "row") onRow(row);
    },
  };
}

function cellText(type: string, value: string, shared: readonly string[]): string {
  if (type === "s") return shared[Number(value)] ?? "";
  if (type === "b") return value === "1" ? "TRUE" : "FALSE";
  if (type !== "n" || value === "") return value;
  const number = Number(value);
  // 19.99 is kept as 19.989999999999998: fifteen digits are what the sheet shows.
  return Number.isFinite(number) && !Number.isInteger(number)
    ? String(Number(number.toPrecision(15)))
    : value;
}

/** "C7" → 2. */
function columnOf(reference: string | undefined): number | null {
  const letters = /^([A-Z]{1,3})\d+$/.exec(reference ?? "")?.[1];
  if (letters === undefined) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** The text of the first entry with such a name, while the archive goes by. */
async function* entryText(
  archive: AsyncIterable<Uint8Array>,
  wanted: (name: string) => boolean,
): AsyncGenerator<string> {
  const pieces: Uint8Array[] = [];
  let unpacked = 0;
  let taken = false;
  let done = false;
  const unzip = new Unzip((file) => {
    if (taken || !wanted(file.name)) return;
    taken = true;
    file.ondata = (error, data, final) => {
      if (error !== null) throw error;
      unpacked += data.length;
      if (unpacked > mostUnpackedBytes) throw new BadWorkbook("it unpacks to too much");
      pieces.push(data);
      done = final;
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  const decoder = new TextDecoder();
  for await (const chunk of archive) {
    // Small pieces, so that one of them never unpacks to more than memory should hold.
    for (let at = 0; at < chunk.length && !done; at += pieceBytes) {
      guarded(() => unzip.push(chunk.subarray(at, at + pieceBytes)));
      for (const piece of pieces.splice(0)) yield decoder.decode(piece, { stream: true });
    }
    if (done) break;
  }
  yield decoder.decode();
}

const pieceBytes = 16 * 1024;
