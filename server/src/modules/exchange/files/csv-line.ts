/** What spreadsheets take for a formula: cells that begin so get an apostrophe, which they do not show. */
const formula = /^'*[=+\-@\t\r]/;
const guarded = /^'+[=+\-@\t\r]/;

/**
 * A cell that no spreadsheet runs: `=1+1` becomes `'=1+1`. An apostrophe more goes before what begins with
 * apostrophes and a sign, so that `unguard` gives back exactly what was written.
 */
export function guard(cell: string): string {
  return formula.test(cell) ? `'${cell}` : cell;
}

export function unguard(cell: string): string {
  return guarded.test(cell) ? cell.slice(1) : cell;
}

/** One line of CSV (RFC 4180): comma, quotes where needed, CR LF. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(quoted).join(",")}\r\n`;
}

function quoted(cell: string): string {
  return /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
