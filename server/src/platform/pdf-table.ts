import { quiet, type Sheet } from "./pdf.ts";

/** What stands in a cell: the text, and smaller below it what is less important. */
export interface Cell {
  readonly main: string;
  readonly below?: string;
  readonly bold?: boolean;
}

export interface Column<Row> {
  readonly header: string;
  /** Part of the table's width; all parts sum to 1. */
  readonly share: number;
  readonly align?: "left" | "right";
  readonly cell: (row: Row) => string | Cell;
  /** Draws instead of writing, within a box of this height. */
  readonly draw?: (row: Row, x: number, y: number, height: number) => void;
}

const gap = 10;
const padding = 6;
const small = { size: 8, colour: quiet } as const;

/** A table that goes on over pages: rows are never cut, and each page begins with the headers. */
export function drawTable<Row>(
  sheet: Sheet,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): void {
  const widths = columns.map((column) => column.share * sheet.width - gap);
  const drawn = rows.map((row) => columns.map((column) => asCell(column.cell(row))));
  const heights = drawn.map((cells) =>
    Math.max(...cells.map((cell, index) => heightOf(sheet, cell, widths[index] ?? 0))),
  );
  sheet.keep(headerHeight + (heights[0] ?? 0) + 2 * padding);
  drawHeader(sheet, columns, widths);
  rows.forEach((row, index) => {
    const height = heights[index] ?? 0;
    if (sheet.keep(height + 2 * padding)) drawHeader(sheet, columns, widths);
    drawRow(sheet, { columns, widths, cells: drawn[index] ?? [], row, height });
  });
}

const headerHeight = 20;

function drawHeader<Row>(
  sheet: Sheet,
  columns: readonly Column<Row>[],
  widths: readonly number[],
): void {
  eachColumn(columns, widths, sheet.left, (column, x, width) => {
    const style = { ...small, align: column.align ?? "left", width } as const;
    sheet.text(column.header, x, sheet.y, style);
  });
  sheet.y += headerHeight - 4;
  sheet.line(sheet.y, quiet, 0.8);
  sheet.y += 2;
}

interface DrawnRow<Row> {
  readonly columns: readonly Column<Row>[];
  readonly widths: readonly number[];
  readonly cells: readonly Cell[];
  readonly row: Row;
  readonly height: number;
}

function drawRow<Row>(sheet: Sheet, { columns, widths, cells, row, height }: DrawnRow<Row>): void {
  const y = sheet.y + padding;
  eachColumn(columns, widths, sheet.left, (column, x, width, index) => {
    if (column.draw !== undefined) return column.draw(row, x, y, height);
    const { main, below = "", bold = false } = cells[index] ?? { main: "" };
    const align = column.align ?? "left";
    const used = sheet.text(main, x, y, { align, width, bold });
    if (below !== "") sheet.text(below, x, y + used, { ...small, align, width });
  });
  sheet.y = y + height + padding;
  sheet.line(sheet.y);
}

/** The first column begins at the left edge and the last ends at the right one. */
function eachColumn<Row>(
  columns: readonly Column<Row>[],
  widths: readonly number[],
  left: number,
  visit: (column: Column<Row>, x: number, width: number, index: number) => void,
): void {
  let x = left;
  columns.forEach((column, index) => {
    const width = widths[index] ?? 0;
    visit(column, column.align === "right" ? x + gap : x, width, index);
    x += width + gap;
  });
}

function asCell(value: string | Cell): Cell {
  return typeof value === "string" ? { main: value } : value;
}

function heightOf(sheet: Sheet, { main, below = "", bold = false }: Cell, width: number): number {
  const first = sheet.heightOf(main, width, { bold });
  return below === "" ? first : first + sheet.heightOf(below, width, small);
}
