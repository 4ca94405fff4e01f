/** One column of an export: its heading and each row's text. */
export interface CsvColumn<Row> {
  readonly header: string;
  readonly text: (row: Row) => string;
}

/**
 * Rows as CSV (RFC 4180, UTF-8 with byte order mark, so that Excel reads umlauts). Text that a
 * spreadsheet would run as a formula gets an apostrophe in front; plain numbers stay numbers.
 */
export function toCsv<Row>(columns: readonly CsvColumn<Row>[], rows: readonly Row[]): string {
  const lines = [
    columns.map((column) => quote(column.header)),
    ...rows.map((row) => columns.map((column) => quote(harmless(column.text(row))))),
  ];
  return `\uFEFF${lines.map((line) => line.join(",")).join("\r\n")}\r\n`;
}

function harmless(text: string): string {
  return /^[=+\-@\t\r]/.test(text) && !/^-?\d+([.,]\d+)?$/.test(text) ? `'${text}` : text;
}

function quote(text: string): string {
  return /[",\r\n;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
