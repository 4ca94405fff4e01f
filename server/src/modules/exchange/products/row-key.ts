import { handleFrom } from "../../catalog/index.ts";
import type { Sheet, SheetRow } from "../columns/sheet.ts";

/** What rows of one product share, and the SKU that the file may name for one product only. */
export interface RowKey {
  readonly key: string;
  readonly code: string | null;
}

/**
 * Rows with one handle are one product. In WooCommerce's files a variation names its parent. A row without any of
 * that is a product of its own, known by its SKU or its title.
 */
export function productRowKey(sheet: Sheet, row: SheetRow): RowKey {
  const sku = sheet.cell(row, "sku") ?? "";
  if (sheet.dialect === "woocommerce") return wooKey(sheet, row, sku);
  const handle = (sheet.cell(row, "handle") ?? "").toLowerCase();
  const code = sku === "" ? null : sku;
  if (handle !== "") return { key: handle.slice(0, 200), code };
  if (code !== null) return { key: `sku:${code}`.slice(0, 200), code };
  const title = handleFrom(sheet.cell(row, `title_${sheet.options.locale}`) ?? "");
  return { key: title === "" ? `row:${row.number}` : title, code };
}

function wooKey(sheet: Sheet, row: SheetRow, sku: string): RowKey {
  const type = (sheet.cell(row, "row_type") ?? "").toLowerCase();
  const id = sheet.cell(row, "row_id") ?? "";
  const parent = sheet.cell(row, "row_parent") ?? "";
  const isVariation = /^variation\b/.test(type);
  const own = sku !== "" ? sku : `id:${id === "" ? `row ${row.number}` : id}`;
  const key = isVariation && parent !== "" ? parent.replace(/^id:\s*/, "id:") : own;
  const isVariant = isVariation || !/^variable\b/.test(type);
  return { key: key.slice(0, 200), code: isVariant && sku !== "" ? sku : null };
}
