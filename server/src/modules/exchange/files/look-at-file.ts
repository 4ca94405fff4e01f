import { fileStorage } from "../../../platform/storage.ts";
import { assert } from "../../../kernel/assert.ts";
import { csvRows, type CsvFormat, delimiterOf, type FileRow, mostColumns } from "./csv-rows.ts";
import { decoded, type Encoding } from "./encoding.ts";
import { BadWorkbook, mostXlsxBytes, type XlsxFormat, xlsxRows } from "./xlsx-rows.ts";

export interface Looked {
  readonly format: CsvFormat | XlsxFormat;
  readonly headers: readonly string[];
  readonly sample: readonly (readonly string[])[];
}

const sampleRows = 5;
const mostLookedAt = 100;
const longestHeader = 200;
const longestSample = 200;

/** What a stored file looks like: its format, its headers, its first rows. Null when it is no table. */
export async function lookAtFile(
  fileKey: string,
  bytes: number,
  encoding: Encoding,
): Promise<Looked | null> {
  const open = async (): Promise<AsyncIterable<Uint8Array>> => {
    const chunks = await fileStorage().stream(fileKey);
    assert(chunks !== null, "the file was stored a moment ago");
    return chunks;
  };
  const head = await firstBytes(await open(), 256 * 1024);
  if (head[0] === 0x50 && head[1] === 0x4b) {
    if (bytes > mostXlsxBytes) throw new BadWorkbook("it is too large; save it as CSV");
    return table({ kind: "xlsx" }, xlsxRows(open));
  }
  const delimiter = delimiterOf(await textOf(head, encoding));
  const format = { kind: "csv", encoding, delimiter } as const;
  return table(format, csvRows(await open(), format));
}

async function firstBytes(chunks: AsyncIterable<Uint8Array>, most: number): Promise<Uint8Array> {
  const found: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    found.push(chunk);
    length += chunk.length;
    if (length >= most) break;
  }
  return Buffer.concat(found).subarray(0, most);
}

async function textOf(bytes: Uint8Array, encoding: Encoding): Promise<string> {
  let text = "";
  for await (const piece of decoded(one(bytes), encoding)) text += piece;
  return text;
}

async function* one(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function table(
  format: CsvFormat | XlsxFormat,
  rows: AsyncGenerator<FileRow>,
): Promise<Looked | null> {
  let headers: readonly string[] | null = null;
  const sample: string[][] = [];
  for await (const { number, cells, problem } of rows) {
    if (headers === null) {
      if (problem !== null || !isHeader(cells)) return null;
      headers = cells.map((cell) => cell.trim());
    } else if (problem === null)
      sample.push(cells.slice(0, mostColumns).map((cell) => cell.slice(0, longestSample)));
    if (sample.length === sampleRows || number > mostLookedAt) break;
  }
  return headers === null || sample.length === 0 ? null : { format, headers, sample };
}

function isHeader(cells: readonly string[]): boolean {
  return (
    cells.length <= mostColumns &&
    cells.every((cell) => cell.length <= longestHeader && !/\p{Cc}/u.test(cell.trim()))
  );
}
