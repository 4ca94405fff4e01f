import type { Uuid } from "../../../kernel/ids.ts";
import type { Context } from "../../../platform/context.ts";
import { sql } from "../../../platform/sql.ts";
import {
  findWholeProducts,
  lockProducts,
  saveProducts,
  touchProducts,
  type WholeProduct,
} from "../../catalog/index.ts";
import { changeAlts } from "../../media/index.ts";
import type { Sheet } from "../columns/sheet.ts";
import type { ImportItem, ItemPlan, KindOfImport } from "../imports/kind-of-import.ts";
import { queuePictures } from "../pictures/queue-pictures.ts";
import { planProduct } from "./plan-product.ts";
import type { ProductPlan } from "./product-plan.ts";
import { productRowKey } from "./row-key.ts";
import { surroundingsOf } from "./surroundings.ts";

interface Work {
  readonly plan: ProductPlan;
  readonly firstRow: number;
}

export const productImport: KindOfImport<Work> = {
  needs: [["handle", "sku", "title_en", "title_de"]],
  keyOf: productRowKey,
  passes: (sheet) => (sheet.has("related") ? 2 : 1),
  plan: planProducts,
  write: writeProducts,
};

async function planProducts(
  ctx: Context,
  importId: Uuid,
  sheet: Sheet,
  items: readonly ImportItem[],
  earnest: boolean,
): Promise<ItemPlan<Work>[]> {
  const handles = items.map(({ key }) => key);
  const skus = skusIn(sheet, items);
  if (earnest) await lockProducts(ctx, handles, skus);
  const found = await findWholeProducts(ctx, handles, skus);
  const around = await surroundingsOf(ctx, importId, sheet, items, found);
  const byHandle = new Map(found.map((product) => [product.handle, product]));
  const bySku = new Map(
    found.flatMap((product) => product.variants.map(({ sku }) => [sku, product] as const)),
  );
  const planned = items.map((item) => {
    const current = currentOf(sheet, item, byHandle, bySku);
    const plan = planProduct(sheet, item.rows, current, around);
    return { plan, firstRow: item.rows[0]?.number ?? 0 };
  });
  return refuseTwins(planned).map(({ plan, firstRow }) => ({
    verdict: plan.verdict,
    title: plan.title,
    problem: plan.problem,
    differences: plan.differences,
    work: plan.product === null ? null : { plan, firstRow },
  }));
}

/** By its handle; in a file without handles, by a SKU that one of its variants has. */
function currentOf(
  sheet: Sheet,
  { key, rows }: ImportItem,
  byHandle: ReadonlyMap<string, WholeProduct>,
  bySku: ReadonlyMap<string, WholeProduct>,
): WholeProduct | null {
  const named = rows.some((row) => (sheet.cell(row, "handle") ?? "") !== "");
  if (named) return byHandle.get(key) ?? null;
  for (const row of rows) {
    const owner = bySku.get(sheet.cell(row, "sku") ?? "");
    if (owner !== undefined) return owner;
  }
  return null;
}

function skusIn(sheet: Sheet, items: readonly ImportItem[]): string[] {
  const skus = items.flatMap(({ rows }) => rows.map((row) => sheet.cell(row, "sku") ?? ""));
  return [...new Set(skus)].filter((sku) => sku !== "");
}

/** Two items of one batch that would become one product, or share a barcode: the later is refused. */
function refuseTwins(planned: readonly Work[]): Work[] {
  const seen = new Set<string>();
  return planned.map((each) => {
    const { product } = each.plan;
    if (product === null) return each;
    const codes = product.variants.flatMap(({ barcode }) => (barcode === null ? [] : [barcode]));
    const claims = [
      `id ${product.id}`,
      `handle ${product.handle}`,
      ...codes.map((code) => `code ${code}`),
    ];
    const twice = claims.find((claim) => seen.has(claim));
    for (const claim of claims) seen.add(claim);
    if (twice === undefined) return each;
    const problem = {
      code: twice.startsWith("code") ? "barcode_twice" : "product_twice",
      value: twice,
    };
    return { ...each, plan: { ...each.plan, verdict: "refused", problem, product: null } };
  });
}

async function writeProducts(ctx: Context, importId: Uuid, work: readonly Work[]): Promise<void> {
  const products = work.flatMap(({ plan }) => (plan.product === null ? [] : [plan.product]));
  await saveProducts(ctx, products);
  await queuePictures(ctx, importId, work);
  const alts = work.flatMap(({ plan }) => plan.alts);
  if (alts.length === 0) return;
  await changeAlts(ctx, alts);
  await touchProducts(
    ctx,
    await productsShowing(
      ctx,
      alts.map(({ id }) => id),
    ),
  );
}

async function productsShowing(ctx: Context, pictureIds: readonly Uuid[]): Promise<Uuid[]> {
  const rows = await ctx.db.all<{ product_id: Uuid }>(sql`
    select distinct product_id from catalog.product_picture
    where picture_id = any(${pictureIds}::uuid[])`);
  return rows.map((row) => row.product_id);
}
