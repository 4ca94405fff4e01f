import { asCurrency } from "../../kernel/currency.ts";
import type { InputOf, ReplyOf } from "../../kernel/endpoint.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { typeId } from "../../kernel/type-id.ts";
import type { Context } from "../../platform/context.ts";
import { type Sql, sql } from "../../platform/sql.ts";
import { isMoment, refuseCursor } from "../../platform/time-cursor.ts";
import { type PictureJson, pictureJson, pictureViewOf } from "../media/index.ts";
import type { AdminProductView, listAdminProducts as contract } from "./admin-contract.ts";
import { readCursor, writeCursor } from "./list-cursor.ts";

interface Row {
  readonly id: Uuid;
  readonly handle: string;
  readonly title: string;
  readonly status: AdminProductView["status"];
  readonly picture: PictureJson | null;
  readonly skus: string[];
  readonly prices: readonly { currency: string; minor: string }[];
  readonly available: bigint;
  readonly publish_at: Date | null;
  readonly unpublish_at: Date | null;
  readonly changed_at: Date;
}

const isoMoment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

type ProductFilter = Omit<InputOf<typeof contract>["query"], "limit">;

/** Products of every status, the last changed first. One round trip. */
export async function listAdminProducts(
  ctx: Context,
  { query }: Pick<InputOf<typeof contract>, "query">,
): Promise<ReplyOf<typeof contract>> {
  const rows = await ctx.db.all<Row>(sql`
    with page as (
      select p.id, p.handle, p.status, p.changed_at, p.publish_at, p.unpublish_at
      from catalog.product p
      where true ${filters(query)}
      order by p.changed_at desc, p.id desc
      limit ${query.limit + 1}
    )
    select p.id, p.handle, p.status, p.changed_at, p.publish_at, p.unpublish_at,
           (select coalesce(catalog.in_locale(jsonb_object_agg(t.locale, t.title), ${ctx.locale}), '')
            from catalog.product_text t where t.product_id = p.id) as title,
           (select ${pictureJson()} from catalog.product_picture pp
            join media.picture m on m.id = pp.picture_id
            where pp.product_id = p.id order by pp.position limit 1) as picture,
           array(select v.sku from catalog.variant v
                 where v.product_id = p.id and v.active order by v.position) as skus,
           (select coalesce(jsonb_agg(jsonb_build_object('currency', l.currency, 'minor', l.lowest::text)
                            order by l.currency), '[]')
            from (select pr.currency, min(pr.amount_minor) as lowest
                  from catalog.variant v
                  join pricing.listed_price pr on pr.variant_id = v.id
                  where v.product_id = p.id and v.active
                  group by pr.currency) l) as prices,
           (select coalesce(sum(a.available), 0)::bigint
            from catalog.variant v
            join inventory.availability a on a.variant_id = v.id
            where v.product_id = p.id and v.active) as available
    from page p
    order by p.changed_at desc, p.id desc`);
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  const more = rows.length > query.limit && last !== undefined;
  return {
    products: shown.map((row) => viewOf(row, ctx.locale)),
    next: more ? writeCursor("changed", { key: last.changed_at.toISOString(), id: last.id }) : null,
  };
}

/** Conditions on the row `p` of catalog.product. */
export function filters({ q, status, category, type, after }: ProductFilter): Sql {
  const cursor = after === undefined ? null : readCursor("changed", after, isoMoment);
  if (cursor !== null && !isMoment(cursor.key)) refuseCursor();
  return sql`
    ${status === undefined ? sql`` : sql`and p.status = ${status}`}
    ${
      category === undefined
        ? sql``
        : sql`and exists (select 1 from catalog.product_category pc
                          where pc.product_id = p.id and pc.category_id = ${category})`
    }
    ${type === undefined ? sql`` : sql`and p.type_id = ${type}`}
    ${cursor === null ? sql`` : sql`and (p.changed_at, p.id) < (${cursor.key}::timestamptz, ${cursor.id}::uuid)`}
    ${q === undefined || q === "" ? sql`` : sql`and p.id in (${found(q)})`}`;
}

/** By any part of a title or SKU, by the beginning of a handle, or by a whole barcode. */
function found(q: string): Sql {
  const part = `%${q.toLowerCase().replace(/[\\%_]/g, String.raw`\$&`)}%`;
  return sql`
    select t.product_id from catalog.product_text t where lower(t.title) like ${part}
    union
    select v.product_id from catalog.variant v where lower(v.sku) like ${part} or v.barcode = ${q}
    union
    select h.id from catalog.product h where h.handle like ${part.slice(1)}`;
}

function viewOf(row: Row, locale: string): ReplyOf<typeof contract>["products"][number] {
  return {
    id: typeId("product", row.id),
    handle: row.handle,
    title: row.title,
    status: row.status,
    picture: row.picture === null ? null : pictureViewOf(row.picture, locale, row.title),
    skus: row.skus,
    variantCount: row.skus.length,
    prices: row.prices.map(({ currency, minor }) => ({ minor, currency: asCurrency(currency) })),
    available: Number(row.available),
    publishAt: row.publish_at?.toISOString() ?? null,
    unpublishAt: row.unpublish_at?.toISOString() ?? null,
    changedAt: row.changed_at.toISOString(),
  };
}
