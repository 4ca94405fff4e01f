import { parse } from "csv-parse/sync";
import type { z } from "zod";
import { type Currency, isCurrency } from "../../../kernel/currency.ts";
import { refuse } from "../../../kernel/errors.ts";
import type { Money } from "../../../kernel/money.ts";
import type { BusinessDate } from "../../../kernel/time.ts";
import { statementUnreadable, type statementColumns } from "../contract.ts";
import { readAmount } from "./read-amount.ts";
import { readDay } from "./read-day.ts";

export type Columns = z.output<typeof statementColumns>;

/** A line of a bank statement as it was read. `row` counts the file's lines from 1. */
export interface StatementLine {
  readonly row: number;
  readonly bookedOn: BusinessDate;
  readonly amount: Money;
  readonly reference: string;
  readonly payer: string;
}

export interface BadRow {
  readonly row: number;
  /** date, amount, currency */
  readonly problem: string;
  readonly text: string;
}

export interface Statement {
  readonly headers: readonly string[];
  readonly columns: Columns;
  readonly lines: readonly StatementLine[];
  readonly badRows: readonly BadRow[];
}

/** How the columns are headed by German and English banks; the first heading that fits counts. */
const headings: Readonly<Record<keyof Columns, readonly RegExp[]>> = {
  date: [
    /^buchungs(tag|datum)/,
    /^booking date/,
    /^(transaction )?date$/,
    /datum/,
    /date/,
    /valuta/,
  ],
  amount: [/^betrag/, /^amount/, /umsatz/, /credit/, /gutschrift/, /value/],
  reference: [
    /verwendungszweck/,
    /^reference/,
    /remittance/,
    /^details/,
    /description/,
    /purpose/,
    /text/,
  ],
  payer: [
    /zahlungspflichtig/,
    /auftraggeber/,
    /^payer/,
    /beg(ü|ue)nstigter/,
    /counterparty/,
    /^name/,
    /partner/,
  ],
  currency: [/^w(ä|ae)hrung/, /^currency/],
};

/**
 * Reads a bank's CSV export: comma, semicolon or tab; days and amounts as written in Germany or in
 * English; lines before the headings are skipped. Refuses `statement_unreadable` when no line holds
 * headings for day, amount and reference, unless the columns are named.
 */
export function readStatement(csv: string, shopCurrency: Currency, given?: Columns): Statement {
  const table = tableOf(csv);
  const head = given === undefined ? findHead(table) : { index: 0, columns: given };
  const headers = table[head.index] ?? [];
  const lines: StatementLine[] = [];
  const badRows: BadRow[] = [];
  table.slice(head.index + 1).forEach((cells, offset) => {
    const row = head.index + offset + 2;
    const read = readLine(cells, head.columns, shopCurrency);
    if ("problem" in read)
      badRows.push({ row, problem: read.problem, text: cells.join(" ").slice(0, 200) });
    else lines.push({ row, ...read });
  });
  return { headers, columns: head.columns, lines, badRows };
}

function tableOf(csv: string): string[][] {
  const text = csv.replace(/^\uFEFF/, "");
  const sample = text.slice(0, 4000);
  const delimiter = [";", "\t", ","].toSorted(
    (a, b) => sample.split(b).length - sample.split(a).length,
  )[0];
  try {
    return parse(text, {
      delimiter: delimiter ?? ",",
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
      max_record_size: 20_000,
    });
  } catch (error) {
    return refuse(statementUnreadable, {
      problem: error instanceof Error ? error.message.slice(0, 200) : "unreadable",
    });
  }
}

function findHead(table: readonly string[][]): { index: number; columns: Columns } {
  for (const [index, cells] of table.slice(0, 30).entries()) {
    const columns = columnsIn(cells);
    if (columns !== null) return { index, columns };
  }
  return refuse(statementUnreadable, {
    missing: ["date", "amount", "reference"],
    headers: (table[0] ?? []).slice(0, 50),
  });
}

function columnsIn(cells: readonly string[]): Columns | null {
  const find = (name: keyof Columns): number => {
    for (const pattern of headings[name]) {
      const index = cells.findIndex((cell) => pattern.test(cell.trim().toLowerCase()));
      if (index !== -1) return index;
    }
    return -1;
  };
  const [date, amount, reference] = [find("date"), find("amount"), find("reference")];
  if (date === -1 || amount === -1 || reference === -1) return null;
  const orNull = (index: number) => (index === -1 ? null : index);
  return {
    date,
    amount,
    reference,
    payer: orNull(find("payer")),
    currency: orNull(find("currency")),
  };
}

function readLine(
  cells: readonly string[],
  columns: Columns,
  shopCurrency: Currency,
): Omit<StatementLine, "row"> | { problem: string } {
  const cell = (column: number | null) => (column === null ? "" : (cells[column] ?? ""));
  const bookedOn = readDay(cell(columns.date));
  if (bookedOn === null) return { problem: "date" };
  const code = cell(columns.currency).toUpperCase() || shopCurrency;
  if (!isCurrency(code)) return { problem: "currency" };
  const amount = readAmount(cell(columns.amount), code);
  if (amount === null) return { problem: "amount" };
  const clean = (text: string) =>
    text
      .replaceAll(/[\p{Cc}\p{Cs}]+/gu, " ")
      .trim()
      .slice(0, 500);
  return {
    bookedOn,
    amount,
    reference: clean(cell(columns.reference)),
    payer: clean(cell(columns.payer)).slice(0, 200),
  };
}
