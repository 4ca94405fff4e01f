import { asCurrency } from "../../kernel/currency.ts";
import { conflict, Refusal, refuse } from "../../kernel/errors.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { Context } from "../../platform/context.ts";
import { sql } from "../../platform/sql.ts";
import { setPrices } from "../pricing/index.ts";
import { readAdminProducts } from "./admin-product.ts";
import { refuseFaults } from "./attribute-values.ts";
import { documentAfter, type LevelOf, type StaffChange } from "./bulk-change.ts";
import { touchProducts } from "./content-tags.ts";
import { differencesOf, documentOf, type ProductDocument } from "./product-document.ts";
import { writeAttributes } from "./product-attributes.ts";
import { readTypes } from "./product-type.ts";
import { archiveProduct, publishProduct, unpublishProduct } from "./publish-product.ts";
import { restoreWhole } from "./revisions.ts";
import { announce } from "./save-product.ts";
import { bumpProduct, lockProduct, replaceCategories } from "./store.ts";

/** What became of one product. */
export interface BulkOutcome {
  readonly id: Uuid;
  readonly state: "done" | "unchanged" | "failed";
  /** Code of the refusal. */
  readonly problem: string | null;
}

/** Changes each of these products as a whole or not at all. */
export async function applyToEach(
  ctx: Context,
  change: StaffChange,
  ids: readonly Uuid[],
): Promise<BulkOutcome[]> {
  const levelOf = await levelsOf(ctx);
  const outcomes: BulkOutcome[] = [];
  for (const product of await readAdminProducts(ctx, ids)) {
    const before = documentOf(product);
    const after = documentAfter(before, change, levelOf);
    const same = differencesOf(before, after).length === 0;
    outcomes.push(
      same
        ? { id: product.id, state: "unchanged", problem: null }
        : // Each by itself: one that is refused must not take the others with it.
          await inSavepoint(ctx, product.id, () => apply(ctx, product.id, change, after)),
    );
  }
  return outcomes;
}

/** Takes each back to what it was before the edit. Refuses those that were changed since. */
export async function undoEach(
  ctx: Context,
  bulkEditId: Uuid,
  ids: readonly Uuid[],
): Promise<BulkOutcome[]> {
  const rows = await ctx.db.all<{ id: Uuid; revision: number | null; latest: number | null }>(sql`
    select i.product_id as id, i.revision,
           (select max(r.number) from catalog.product_revision r
            where r.product_id = i.product_id) as latest
    from catalog.bulk_edit_item i
    where i.bulk_edit_id = ${bulkEditId} and i.product_id = any(${ids}::uuid[])
    order by i.product_id`);
  const outcomes: BulkOutcome[] = [];
  for (const { id, revision, latest } of rows) {
    outcomes.push(
      await inSavepoint(ctx, id, async () => {
        if (revision === null || revision !== latest) refuse(conflict);
        await restoreWhole(ctx, id, revision - 1);
      }),
    );
  }
  return outcomes;
}

async function inSavepoint(
  ctx: Context,
  id: Uuid,
  work: () => Promise<void>,
): Promise<BulkOutcome> {
  await ctx.db.run(sql`savepoint one_product`);
  try {
    await work();
    await ctx.db.run(sql`release savepoint one_product`);
    return { id, state: "done", problem: null };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await ctx.db.run(sql`rollback to savepoint one_product`);
    return { id, state: "failed", problem: error.kind.code };
  }
}

/** Types are few: all of them are read, once for all products. */
export async function levelsOf(ctx: Context): Promise<LevelOf> {
  const types = new Map((await readTypes(ctx)).map((type) => [type.id, type.attributes]));
  return (type, code) =>
    (type === null ? [] : (types.get(type) ?? [])).find((each) => each.code === code)?.level ??
    null;
}

async function apply(
  ctx: Context,
  id: Uuid,
  change: StaffChange,
  after: ProductDocument,
): Promise<void> {
  switch (change.kind) {
    case "publish":
      await publishProduct(ctx, id, null);
      return;
    case "unpublish":
      await unpublishProduct(ctx, id);
      return;
    case "archive":
      await archiveProduct(ctx, id, null);
      return;
    case "price":
      await lockProduct(ctx, id, null);
      await announce(ctx, id, await setPrices(ctx, pricesOf(after)));
      return;
    default:
      await lockProduct(ctx, id, null);
      await touchProducts(ctx, [id]);
      await write(ctx, id, change, after);
      await bumpProduct(ctx, id);
      await announce(ctx, id, []);
  }
}

type PlainChange = Exclude<StaffChange, { kind: "publish" | "unpublish" | "archive" | "price" }>;

async function write(
  ctx: Context,
  id: Uuid,
  change: PlainChange,
  after: ProductDocument,
): Promise<void> {
  if (change.kind === "tax_category") {
    await ctx.db.run(sql`
      update catalog.product set tax_category = ${after.taxCategory} where id = ${id}`);
  } else if (change.kind === "attribute") {
    const variants = after.variants.map(({ id: variant, attributes }) => ({
      id: variant,
      attributes,
    }));
    const given = { productId: id, attributes: after.attributes, variants, merge: false };
    refuseFaults((await writeAttributes(ctx, [given])).get(id) ?? []);
  } else {
    await replaceCategories(ctx, id, after.categoryIds);
  }
}

function pricesOf({ variants }: ProductDocument): Parameters<typeof setPrices>[1] {
  return variants.flatMap(({ id, prices }) =>
    prices.map(({ currency, amount, compareAt }) => ({
      variantId: id,
      currency: asCurrency(currency),
      amount: BigInt(amount),
      compareAt: compareAt === null ? null : BigInt(compareAt),
    })),
  );
}
