import type { Sheet, SheetRow } from "../columns/sheet.ts";
import { optionNumbers } from "../columns/product-fields.ts";
import { bad } from "../item-problem.ts";

/** The rows of one product, by what they are. A row can be several things at once. */
export interface ProductRows {
  /** The product's own fields stand here. */
  readonly head: SheetRow;
  readonly variants: readonly SheetRow[];
  /** Rows that name option values, in the order in which those are shown. */
  readonly choices: readonly SheetRow[];
  readonly pictures: readonly SheetRow[];
}

export function sortRows(sheet: Sheet, rows: readonly SheetRow[]): ProductRows {
  if (sheet.dialect === "woocommerce") return wooRows(sheet, rows);
  const head = rows[0] ?? bad("empty");
  const named = (row: SheetRow) => namesValue(sheet, row);
  const variants = rows.filter((row) => {
    if ((sheet.cell(row, "sku") ?? "") !== "") return true;
    // In our own files a row without SKU only says which values there are.
    return sheet.dialect !== "own" && (named(row) || (row === head && saysVariant(sheet, row)));
  });
  return { head, variants, choices: rows.filter(named), pictures: rows };
}

function namesValue(sheet: Sheet, row: SheetRow): boolean {
  return optionNumbers.some((n) => {
    const value = sheet.cell(row, `option${n}_value`) ?? "";
    return (
      value !== "" || (sheet.cell(row, `option${n}_label_${sheet.options.locale}`) ?? "") !== ""
    );
  });
}

/** A product without options and SKUs is sold all the same when a price is named. */
function saysVariant(sheet: Sheet, row: SheetRow): boolean {
  const currency = sheet.options.currency.toLowerCase();
  return (sheet.cell(row, `price_${currency}`) ?? "") !== "";
}

const sellable = /^(simple|variable|variation)\b/;

function wooRows(sheet: Sheet, rows: readonly SheetRow[]): ProductRows {
  const typeOf = (row: SheetRow) => (sheet.cell(row, "row_type") ?? "simple").toLowerCase();
  for (const row of rows) {
    // "grouped" and "external" are lists of other goods, not goods.
    if (!sellable.test(typeOf(row))) bad("kind_unsupported", "row_type", row.number, typeOf(row));
  }
  const variations = rows.filter((row) => typeOf(row).startsWith("variation"));
  const head = rows.find((row) => !variations.includes(row)) ?? bad("parent_missing", "row_parent");
  const isSimple = !typeOf(head).startsWith("variable");
  return {
    head,
    variants: isSimple ? [head] : variations,
    choices: isSimple ? [] : variations,
    pictures: rows,
  };
}
