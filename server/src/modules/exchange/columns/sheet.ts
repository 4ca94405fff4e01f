import type { Currency } from "../../../kernel/currency.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { unguard } from "../files/csv-line.ts";
import type { Dialect } from "./dialects.ts";
import { allCurrencies, amountFields, optionNumbers, textFields } from "./product-fields.ts";

/** What is chosen beside the mapping. */
export interface ImportOptions {
  /** Items that are here already may be changed. Without it they are left as they are. */
  readonly overwrite: boolean;
  /** The language of texts whose column names none. */
  readonly locale: Locale;
  /** The currency of prices whose column names none. */
  readonly currency: Currency;
}

/** A row as it was read; `number` as in the file, the headers being 1. */
export interface SheetRow {
  readonly number: number;
  readonly cells: readonly string[];
}

/** How to find a field in a row. Undefined: the file has no such column, so what is here stays. */
export interface Sheet {
  readonly dialect: Dialect;
  readonly options: ImportOptions;
  /** The currencies that some column names amounts in. */
  readonly currencies: readonly Currency[];
  has(field: string): boolean;
  cell(row: SheetRow, field: string): string | undefined;
}

export function sheetOf(
  mapping: readonly (string | null)[],
  dialect: Dialect,
  options: ImportOptions,
  guarded: boolean,
): Sheet {
  const columns = new Map<string, number>();
  mapping.forEach((field, column) => {
    if (field !== null) columns.set(fullName(field, options), column);
  });
  return {
    dialect,
    options,
    currencies: allCurrencies.filter((currency) =>
      amountFields.some((field) => columns.has(`${field}_${currency.toLowerCase()}`)),
    ),
    has: (field) => columns.has(field),
    cell: (row, field) => {
      const column = columns.get(field);
      if (column === undefined) return undefined;
      const text = row.cells[column] ?? "";
      return (guarded ? unguard(text) : text).trim();
    },
  };
}

const inLanguage: ReadonlySet<string> = new Set([
  ...textFields,
  "picture_alt",
  ...optionNumbers.flatMap((n) => [`option${n}_name`, `option${n}_label`]),
]);
const inCurrency: ReadonlySet<string> = new Set(amountFields);

/** `title` in a German file is `title_de`; `price` in a file of euros is `price_eur`. */
function fullName(field: string, { locale, currency }: ImportOptions): string {
  if (inLanguage.has(field)) return `${field}_${locale}`;
  return inCurrency.has(field) ? `${field}_${currency.toLowerCase()}` : field;
}
