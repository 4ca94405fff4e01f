import type { InputOf, ReplyOf } from "../../kernel/endpoint.ts";
import { notFound, refuse } from "../../kernel/errors.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { Context } from "../../platform/context.ts";
import { sql } from "../../platform/sql.ts";
import type { AdminProductView } from "./admin-contract.ts";
import { readAdminProduct } from "./admin-product.ts";
import { differencesOf, documentOf, inputOf, type ProductDocument } from "./product-document.ts";
import type {
  compareRevisions as compareContract,
  listRevisions as listContract,
} from "./revision-contract.ts";
import { namedDifferences } from "./named-differences.ts";
import { setStatus } from "./publish-product.ts";
import { changeProduct } from "./save-product.ts";

interface RevisionRow {
  readonly number: number;
  readonly document: ProductDocument;
  readonly saved_by: string;
  readonly saved_at: Date;
}

/** A page of revisions with what each changed; the row beyond the page says what the last changed. */
export async function listRevisions(
  ctx: Context,
  { params, query }: InputOf<typeof listContract>,
): Promise<ReplyOf<typeof listContract>> {
  const rows = await ctx.db.all<RevisionRow>(sql`
    select number, document, saved_by, saved_at
    from catalog.product_revision
    where product_id = ${params.id}
      and ${query.after === undefined ? sql`true` : sql`number < ${query.after}`}
    order by number desc limit ${query.limit + 1}`);
  const shown = rows.slice(0, query.limit);
  return {
    revisions: shown.map(({ number, document, saved_by: savedBy, saved_at: savedAt }, place) => {
      const before = rows[place + 1];
      return {
        number,
        savedBy,
        savedAt: savedAt.toISOString(),
        changed:
          before === undefined
            ? []
            : differencesOf(before.document, document).map(({ path }) => path),
      };
    }),
    next: rows.length > query.limit ? (shown.at(-1)?.number ?? null) : null,
  };
}

export async function compareRevisions(
  ctx: Context,
  { params, query }: InputOf<typeof compareContract>,
): Promise<ReplyOf<typeof compareContract>> {
  const rows = await ctx.db.all<RevisionRow>(sql`
    select number, document, saved_by, saved_at
    from catalog.product_revision
    where product_id = ${params.id} and number in (
      ${params.number},
      coalesce(${query.with ?? null}::integer,
               (select max(number) from catalog.product_revision where product_id = ${params.id})))`);
  const one = rows.find(({ number }) => number === params.number) ?? refuse(notFound);
  const other = rows.find(({ number }) => number !== params.number);
  if (other === undefined && query.with !== undefined && query.with !== params.number) {
    refuse(notFound);
  }
  const [differences = []] =
    other === undefined
      ? []
      : await namedDifferences(ctx, [differencesOf(one.document, other.document)]);
  return {
    number: one.number,
    with: other?.number ?? one.number,
    differences,
  };
}

/**
 * Saves the product as it was, which makes a new revision. What does not exist any more is left
 * out: categories and related products. Pictures and the status stay as they are now.
 */
export async function restoreRevision(
  ctx: Context,
  id: Uuid,
  number: number,
  version: number,
): Promise<AdminProductView> {
  const row = await ctx.db.maybe<{ document: ProductDocument }>(sql`
    select document from catalog.product_revision where product_id = ${id} and number = ${number}`);
  if (row === null) refuse(notFound);
  const now = documentOf(await readAdminProduct(ctx, id));
  const input = inputOf(row.document, now);
  const there = await ctx.db.one<{ categories: Uuid[]; related: Uuid[] }>(sql`
    select array(select id from catalog.category where id = any(${input.categoryIds}::uuid[])) as categories,
           array(select id from catalog.product where id = any(${input.relatedIds}::uuid[])) as related`);
  return changeProduct(ctx, id, {
    ...input,
    version,
    categoryIds: input.categoryIds.filter((each) => there.categories.includes(each)),
    relatedIds: input.relatedIds.filter((each) => there.related.includes(each)),
  });
}

/** As `restoreRevision`, whatever the version, and the status with it. */
export async function restoreWhole(ctx: Context, id: Uuid, number: number): Promise<void> {
  const row = await ctx.db.maybe<{ version: number; status: ProductDocument["status"] }>(sql`
    select p.version, r.document ->> 'status' as status
    from catalog.product p
    join catalog.product_revision r on r.product_id = p.id and r.number = ${number}
    where p.id = ${id}`);
  if (row === null) refuse(notFound);
  const now = await restoreRevision(ctx, id, number, row.version);
  if (now.status !== row.status) await setStatus(ctx, id, row.status);
}
