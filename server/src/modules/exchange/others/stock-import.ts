import type { Uuid } from "../../../kernel/ids.ts";
import type { Context } from "../../../platform/context.ts";
import { sql } from "../../../platform/sql.ts";
import { type CountedStock, countStock, listWarehouses } from "../../inventory/index.ts";
import { readCount } from "../columns/read-cell.ts";
import type { Sheet, SheetRow } from "../columns/sheet.ts";
import { bad } from "../item-problem.ts";
import type { ImportItem, ItemPlan, KindOfImport } from "../imports/kind-of-import.ts";
import { planEach } from "./plan-each.ts";

/** Counts by SKU, warehouse and lot: what lies on the shelf after the import. */
export const stockImport: KindOfImport<CountedStock> = {
  needs: [["sku"], ["on_hand"]],
  keyOf: (sheet, row) => {
    const part = (field: string) => sheet.cell(row, field) ?? "";
    const key = [part("sku"), part("location").toLowerCase(), part("lot")]
      .join(" · ")
      .slice(0, 200);
    return { key, code: null };
  },
  passes: () => 1,
  plan: planStock,
  write: (ctx, importId, work) => countStock(ctx, work, `import ${importId}`),
};

const mostUnits = 1_000_000_000;

async function planStock(
  ctx: Context,
  _importId: Uuid,
  sheet: Sheet,
  items: readonly ImportItem[],
): Promise<ItemPlan<CountedStock>[]> {
  const skus = items.map(({ rows }) => (rows[0] ? (sheet.cell(rows[0], "sku") ?? "") : ""));
  const variants = await ctx.db.all<{ variant_id: Uuid; sku: string }>(sql`
    select variant_id, sku from inventory.item where sku = any(${skus}::text[])`);
  const shelves = await ctx.db.all<{
    variant_id: Uuid;
    location_id: Uuid;
    lot: string;
    on_hand: bigint;
  }>(sql`
    select variant_id, location_id, lot, on_hand from inventory.listed_stock
    where variant_id = any(${variants.map((row) => row.variant_id)}::uuid[])`);
  const warehouses = await listWarehouses(ctx);
  const variantOf = new Map(variants.map(({ sku, variant_id }) => [sku, variant_id]));
  const lying = new Map(
    shelves.map((row) => [`${row.variant_id} ${row.location_id} ${row.lot}`, Number(row.on_hand)]),
  );
  const locationOf = (row: SheetRow): Uuid => {
    const name = sheet.cell(row, "location") ?? "";
    const only = warehouses.length === 1 ? warehouses[0] : undefined;
    const found =
      name === ""
        ? only
        : warehouses.find((each) =>
            [each.code, each.name].some((known) => known.toLowerCase() === name.toLowerCase()),
          );
    return found?.id ?? bad("unknown_location", "location", row.number, name);
  };
  return planEach(sheet, items, (row) => {
    const sku = sheet.cell(row, "sku") ?? "";
    const variantId = variantOf.get(sku) ?? bad("unknown_sku", "sku", row.number, sku);
    const locationId = locationOf(row);
    const lot = (sheet.cell(row, "lot") ?? "").normalize("NFC");
    if (lot.length > 60 || /\p{Cc}/u.test(lot)) bad("text_invalid", "lot", row.number, lot);
    const counted =
      readCount(sheet.cell(row, "on_hand") ?? "", mostUnits, "on_hand", row.number) ??
      bad("number_invalid", "on_hand", row.number, "");
    const here = lying.get(`${variantId} ${locationId} ${lot}`);
    const differences =
      here === counted || (here === undefined && counted === 0)
        ? []
        : [
            {
              field: "on_hand",
              before: here === undefined ? "" : String(here),
              after: String(counted),
            },
          ];
    return {
      title: sku,
      isNew: here === undefined && counted > 0,
      differences,
      work: { variantId, locationId, lot, counted },
    };
  });
}
