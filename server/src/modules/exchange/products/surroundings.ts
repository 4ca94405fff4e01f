import type { Uuid } from "../../../kernel/ids.ts";
import type { Context } from "../../../platform/context.ts";
import { sql } from "../../../platform/sql.ts";
import {
  type CategoryName,
  findProductIds,
  findTakenCodes,
  listCategoryNames,
  type WholePicture,
  type WholeProduct,
} from "../../catalog/index.ts";
import type { Sheet } from "../columns/sheet.ts";
import type { ImportItem } from "../imports/kind-of-import.ts";
import { keyInAddress, pictureAddresses } from "./merge-pictures.ts";
import type { ProductSurroundings } from "./product-plan.ts";

/** What the shop knows that these items name: at most six round trips, fewer when the file has no such columns. */
export async function surroundingsOf(
  ctx: Context,
  importId: Uuid,
  sheet: Sheet,
  items: readonly ImportItem[],
  found: readonly WholeProduct[],
): Promise<ProductSurroundings> {
  const cells = (field: string) =>
    sheet.has(field)
      ? [
          ...new Set(items.flatMap(({ rows }) => rows.map((row) => sheet.cell(row, field) ?? ""))),
        ].filter((cell) => cell !== "")
      : [];
  const related = cells("related").flatMap((text) => text.split("|").map((each) => each.trim()));
  const addresses = [
    ...new Set(items.flatMap(({ rows }) => rows.flatMap((row) => pictureAddresses(sheet, row)))),
  ];
  const taken = await findTakenCodes(
    ctx,
    cells("sku"),
    cells("barcode").map((each) => each.replaceAll(/\s/g, "")),
  );
  return {
    categoryIds:
      sheet.has("categories") || sheet.has("category_paths")
        ? categoryIds(await listCategoryNames(ctx))
        : new Map(),
    productIdByHandle: await findProductIds(ctx, related),
    handlesToCome: await handlesToCome(ctx, importId, related),
    productOfSku: new Map(taken.map(({ sku, productId }) => [sku, productId])),
    productOfBarcode: new Map(
      taken.flatMap(({ barcode, productId }) => (barcode === null ? [] : [[barcode, productId]])),
    ),
    pictureByKey: await picturesByKey(ctx, addresses),
    fetched: await fetchedFor(ctx, addresses, found),
    now: ctx.now,
  };
}

/** Names first where two categories have one name; a code is always its own. */
function categoryIds(categories: readonly CategoryName[]): Map<string, Uuid> {
  const byId = new Map(categories.map((category) => [category.id, category]));
  const ids = new Map<string, Uuid>();
  for (const { id, code } of categories) ids.set(code.toLowerCase(), id);
  for (const category of categories) {
    for (const [locale, name] of Object.entries(category.names)) {
      const path = [name];
      let above = category.parentId === null ? undefined : byId.get(category.parentId);
      while (above !== undefined && path.length < 20) {
        path.unshift(above.names[locale] ?? above.code);
        above = above.parentId === null ? undefined : byId.get(above.parentId);
      }
      for (const known of [path.join(" > ").toLowerCase(), name.toLowerCase()])
        if (!ids.has(known)) ids.set(known, category.id);
    }
  }
  return ids;
}

async function handlesToCome(
  ctx: Context,
  importId: Uuid,
  handles: readonly string[],
): Promise<Set<string>> {
  if (handles.length === 0) return new Set();
  const rows = await ctx.db.all<{ key: string }>(sql`
    select distinct key from exchange.row
    where import_id = ${importId} and key = any(${handles}::text[])`);
  return new Set(rows.map(({ key }) => key));
}

async function picturesByKey(
  ctx: Context,
  addresses: readonly string[],
): Promise<Map<string, WholePicture>> {
  const keys = addresses.flatMap((address) => keyInAddress(address) ?? []);
  if (keys.length === 0) return new Map();
  const rows = await ctx.db.all<WholePicture>(sql`
    select id, file_key as key, widths, alt, null as "optionCode", null as "valueCode"
    from media.picture where file_key = any(${keys}::text[])`);
  return new Map(rows.map((row) => [row.key, row]));
}

async function fetchedFor(
  ctx: Context,
  addresses: readonly string[],
  found: readonly WholeProduct[],
): Promise<Map<string, Uuid | null>> {
  if (addresses.length === 0 || found.length === 0) return new Map();
  const rows = await ctx.db.all<{ product_id: Uuid; address: string; picture_id: Uuid | null }>(sql`
    select product_id, address, picture_id from exchange.picture
    where product_id = any(${found.map(({ id }) => id)}::uuid[]) and state <> 'refused'`);
  return new Map(rows.map((row) => [`${row.product_id} ${row.address}`, row.picture_id]));
}
