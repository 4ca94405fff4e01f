import type { z } from "zod";
import { asCurrency } from "../../kernel/currency.ts";
import { notFound, refuse } from "../../kernel/errors.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { money, toWire } from "../../kernel/money.ts";
import { typeId } from "../../kernel/type-id.ts";
import type { Context } from "../../platform/context.ts";
import { joinSql, type Sql, sql } from "../../platform/sql.ts";
import { readTimeCursor, writeTimeCursor } from "../../platform/time-cursor.ts";
import type { DocumentView, listDocuments } from "./contract.ts";
import type { DocumentContent, DocumentKind } from "./document.ts";

interface DocumentRow {
  readonly id: Uuid;
  readonly kind: DocumentKind;
  readonly label: string;
  readonly order_id: Uuid;
  readonly order_number: string;
  readonly corrects: string | null;
  readonly buyer: string;
  readonly currency: string;
  readonly net_minor: bigint;
  readonly tax_minor: bigint;
  readonly gross_minor: bigint;
  readonly issued_on: string;
  readonly issued_at: Date;
}

const columns = sql`
  d.id, d.kind, d.label, d.order_id, d.content ->> 'orderNumber' as order_number, d.content ->> 'corrects' as corrects,
  coalesce(d.content -> 'buyer' ->> 'company', d.content -> 'buyer' ->> 'name') as buyer,
  d.currency, d.net_minor, d.tax_minor, d.gross_minor, d.issued_on, d.issued_at`;

function viewOf(row: DocumentRow): DocumentView {
  const amount = (minor: bigint) => toWire(money(minor, asCurrency(row.currency)));
  return {
    id: typeId("document", row.id),
    kind: row.kind,
    label: row.label,
    order: { id: typeId("order", row.order_id), number: row.order_number },
    corrects: row.corrects,
    buyer: row.buyer,
    net: amount(row.net_minor),
    tax: amount(row.tax_minor),
    gross: amount(row.gross_minor),
    issuedOn: row.issued_on,
    issuedAt: row.issued_at.toISOString(),
  };
}

/** All documents of an order, in the order in which they were issued. */
export async function documentsOf(ctx: Context, orderId: Uuid): Promise<DocumentView[]> {
  const rows = await ctx.db.all<DocumentRow>(sql`
    select ${columns} from invoicing.document d where d.order_id = ${orderId} order by d.issued_at, d.id`);
  return rows.map(viewOf);
}

/** What a document shows, frozen at issue. Of this order only, when one is named. */
export async function documentContent(
  ctx: Context,
  id: Uuid,
  orderId: Uuid | null = null,
): Promise<DocumentContent> {
  const row = await ctx.db.maybe<{ content: DocumentContent }>(sql`
    select content from invoicing.document
    where id = ${id} and (${orderId}::uuid is null or order_id = ${orderId})`);
  return row === null ? refuse(notFound) : row.content;
}

type Query = z.output<(typeof listDocuments)["query"]>;

export async function pageOfDocuments(
  ctx: Context,
  query: Query,
): Promise<{ items: DocumentView[]; next: string | null }> {
  const rows = await ctx.db.all<DocumentRow>(sql`
    select ${columns} from invoicing.document d
    where ${joinSql(conditions(query), "and")}
    order by d.issued_at desc, d.id desc limit ${query.limit + 1}`);
  const items = rows.slice(0, query.limit);
  const last = items.at(-1);
  const more = rows.length > query.limit && last !== undefined;
  return {
    items: items.map(viewOf),
    next: more ? writeTimeCursor(last.issued_at, last.id) : null,
  };
}

function conditions(query: Query): Sql[] {
  const found: Sql[] = [sql`true`];
  if (query.kind !== undefined) found.push(sql`d.kind = ${query.kind}`);
  if (query.from !== undefined) found.push(sql`d.issued_on >= ${query.from}::date`);
  if (query.to !== undefined) found.push(sql`d.issued_on <= ${query.to}::date`);
  if (query.search) {
    const like = `%${query.search.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
    found.push(
      sql`(d.label ilike ${like} or d.content ->> 'orderNumber' ilike ${like} or d.content -> 'buyer' ->> 'name' ilike ${like} or d.content -> 'buyer' ->> 'company' ilike ${like})`,
    );
  }
  if (query.after !== undefined) {
    const { at, id } = readTimeCursor(query.after);
    found.push(sql`(d.issued_at, d.id) < (${at}::timestamptz, ${id}::uuid)`);
  }
  return found;
}
