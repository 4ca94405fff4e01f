import { notFound, refuse } from "../../kernel/errors.ts";
import type { InputOf } from "../../kernel/endpoint.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { typeId } from "../../kernel/type-id.ts";
import type { Context } from "../../platform/context.ts";
import { type Sql, sql } from "../../platform/sql.ts";
import { readAdminProducts } from "./admin-product.ts";
import { levelsOf } from "./bulk-apply.ts";
import { type BulkChange, documentAfter, type StaffChange } from "./bulk-change.ts";
import { startBulkEdit } from "./bulk-edit.ts";
import type {
  BulkEditView,
  BulkPreviewView,
  previewBulkEdit as previewContract,
} from "./bulk-edit-contract.ts";
import { bulkEditNotUndoable, nothingChosen, unknownCategory } from "./errors.ts";
import { filters } from "./list-admin-products.ts";
import { namedDifferences } from "./named-differences.ts";
import { differencesOf, documentOf } from "./product-document.ts";

type Wanted = InputOf<typeof previewContract>["body"];

/** So many products are looked at for a preview, and so many shown. */
const looked = 200;
const shown = 5;

/** How many would change, and what of the first of them. Four round trips. */
export async function previewStaffEdit(
  ctx: Context,
  { selection, change }: Wanted,
): Promise<BulkPreviewView> {
  await requireCategory(ctx, change);
  const row = await ctx.db.one<{ total: bigint; first: Uuid[] }>(sql`
    with chosen as (${chosenBy(selection)})
    select (select count(*) from chosen) as total,
           array(select id from chosen order by id limit ${looked}) as first`);
  const levelOf = await levelsOf(ctx);
  const products = await readAdminProducts(ctx, row.first);
  const touched = products.flatMap((product) => {
    const before = documentOf(product);
    const differences = differencesOf(before, documentAfter(before, change, levelOf));
    return differences.length === 0 ? [] : [{ product, differences }];
  });
  const examples = touched.slice(0, shown);
  const named = await namedDifferences(
    ctx,
    examples.map(({ differences }) => differences.slice(0, 6)),
  );
  return {
    total: Number(row.total),
    looked: products.length,
    changes: touched.length,
    examples: examples.map(({ product }, place) => ({
      productId: typeId("product", product.id),
      title: product.texts[ctx.locale]?.title ?? product.texts.en?.title ?? product.handle,
      differences: named[place] ?? [],
    })),
  };
}

export async function startStaffEdit(
  ctx: Context,
  { selection, change }: Wanted,
): Promise<BulkEditView> {
  await requireCategory(ctx, change);
  const id = await startBulkEdit(ctx, change, chosenBy(selection));
  return id === null ? refuse(nothingChosen) : readBulkEdit(ctx, id);
}

/** Takes back what an edit did, as an edit of its own. */
export async function undoStaffEdit(ctx: Context, id: Uuid): Promise<BulkEditView> {
  const edit = await readBulkEdit(ctx, id);
  if (!edit.undoable) refuse(bulkEditNotUndoable);
  const undo = await startBulkEdit(
    ctx,
    { kind: "undo", bulkEditId: id },
    sql`select product_id from catalog.bulk_edit_item where bulk_edit_id = ${id} and state = 'done'`,
  );
  return undo === null ? refuse(bulkEditNotUndoable) : readBulkEdit(ctx, undo);
}

interface EditRow {
  readonly change: BulkChange;
  readonly state: BulkEditView["state"];
  readonly total: number;
  readonly done: number;
  readonly failed: number;
  readonly changed: bigint;
  readonly started_by: string;
  readonly started_at: Date;
  readonly undone: boolean;
  readonly failures: readonly {
    readonly id: Uuid;
    readonly title: string;
    readonly problem: string;
  }[];
}

const ownKinds: readonly BulkChange["kind"][] = ["follow_type", "refresh_filters", "undo"];

export async function readBulkEdit(ctx: Context, id: Uuid): Promise<BulkEditView> {
  const row = await ctx.db.maybe<EditRow>(sql`
    select e.change, e.state, e.total, e.done, e.failed, e.started_by, e.started_at,
           (select count(*) from catalog.bulk_edit_item i
            where i.bulk_edit_id = e.id and i.state = 'done') as changed,
           exists (select 1 from catalog.bulk_edit u
                   where u.change ->> 'bulkEditId' = e.id::text) as undone,
           (select coalesce(jsonb_agg(to_jsonb(f)), '[]') from (
              select i.product_id as id, i.problem,
                     (select coalesce(catalog.in_locale(jsonb_object_agg(t.locale, t.title), ${ctx.locale}), '')
                      from catalog.product_text t where t.product_id = i.product_id) as title
              from catalog.bulk_edit_item i
              where i.bulk_edit_id = e.id and i.state = 'failed'
              order by i.product_id limit 20) f) as failures
    from catalog.bulk_edit e where e.id = ${id}`);
  if (row === null) refuse(notFound);
  const changed = Number(row.changed);
  return {
    id: typeId("bulk_edit", id),
    kind: row.change.kind,
    state: row.state,
    total: row.total,
    done: row.done,
    changed,
    failed: row.failed,
    startedBy: row.started_by,
    startedAt: row.started_at.toISOString(),
    undoable:
      row.state === "done" && changed > 0 && !row.undone && !ownKinds.includes(row.change.kind),
    failures: row.failures.map(({ id: product, title, problem }) => ({
      productId: typeId("product", product),
      title,
      problem,
    })),
  };
}

function chosenBy({ productIds, filter }: Wanted["selection"]): Sql {
  return productIds === undefined
    ? sql`select p.id from catalog.product p where true ${filters({ ...filter })}`
    : sql`select p.id from catalog.product p where p.id = any(${productIds}::uuid[])`;
}

async function requireCategory(ctx: Context, change: StaffChange): Promise<void> {
  if (change.kind !== "add_category" && change.kind !== "remove_category") return;
  const row = await ctx.db.maybe(sql`
    select id from catalog.category where id = ${change.categoryId}`);
  if (row === null) refuse(unknownCategory, { id: typeId("category", change.categoryId) });
}
