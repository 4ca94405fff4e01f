import type { z } from "zod";
import { notFound, refuse } from "../../kernel/errors.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { Locale } from "../../kernel/locale.ts";
import { typeId } from "../../kernel/type-id.ts";
import type { Context } from "../../platform/context.ts";
import { joinSql, type Sql, sql } from "../../platform/sql.ts";
import { readTimeCursor, writeTimeCursor } from "../../platform/time-cursor.ts";
import { withCode } from "./gift-card-code.ts";
import { getSettings } from "../settings/index.ts";
import { readLink, withLink, withLinkHidden } from "./secret-link.ts";
import type { listMails, MailKind, MailState, MailView, WholeMailView } from "./contract.ts";

interface MailRow {
  readonly id: Uuid;
  readonly kind: MailKind;
  readonly state: MailState;
  readonly recipient: string;
  readonly subject: string;
  readonly locale: Locale;
  readonly order_id: Uuid | null;
  readonly order_number: string | null;
  readonly problem: string | null;
  readonly repeats_id: Uuid | null;
  readonly queued_at: Date;
  readonly sent_at: Date | null;
}

const columns = sql`
  m.id, m.kind, m.state, m.recipient, m.subject, m.locale, m.order_id, o.number as order_number, m.problem,
  m.repeats_id, m.queued_at, m.sent_at`;

const tables = sql`notifications.mail m left join orders.public_order o on o.id = m.order_id`;

function viewOf(row: MailRow): MailView {
  return {
    id: typeId("mail", row.id),
    kind: row.kind,
    state: row.state,
    recipient: row.recipient,
    subject: row.subject,
    locale: row.locale,
    order:
      row.order_id === null
        ? null
        : { id: typeId("order", row.order_id), number: row.order_number ?? "" },
    problem: row.problem,
    repeats: row.repeats_id === null ? null : typeId("mail", row.repeats_id),
    queuedAt: row.queued_at.toISOString(),
    sentAt: row.sent_at?.toISOString() ?? null,
  };
}

export async function readMailRow(ctx: Context, id: Uuid): Promise<MailView> {
  const row = await ctx.db.maybe<MailRow>(sql`select ${columns} from ${tables} where m.id = ${id}`);
  return row === null ? refuse(notFound) : viewOf(row);
}

interface WholeRow extends MailRow {
  readonly html: string;
  readonly text: string;
  readonly secret_link: string | null;
  readonly gift_card_id: Uuid | null;
}

/** One mail as it was written, but for a link that the reader may not use. */
export async function readWholeMail(ctx: Context, id: Uuid): Promise<WholeMailView> {
  const row =
    (await ctx.db.maybe<WholeRow>(sql`
      select ${columns}, m.html, m.text, m.secret_link, m.gift_card_id from ${tables} where m.id = ${id}`)) ??
    refuse(notFound);
  const card = row.gift_card_id;
  // Without a mail server nobody else would ever get the code.
  const filled = card !== null && row.state === "kept" && (await maySeeLink(ctx, "/"));
  const { html, text } = filled ? await withCode(ctx, row, card) : row;
  const words = { html, text };
  if (row.secret_link === null) return { ...viewOf(row), ...words, linkShown: true };
  const link = readLink(row.secret_link);
  if (link !== null && (await maySeeLink(ctx, link))) {
    return { ...viewOf(row), ...withLink(words, link), linkShown: true };
  }
  return { ...viewOf(row), ...withLinkHidden(words, link), linkShown: false };
}

/**
 * Whoever follows such a link becomes the person it was sent to. Those who decide who works here could
 * do so in any case; in a demo shop without a mail server no shopper could sign up otherwise. Links of
 * staff stay hidden there, too: a shop that began as a demo may be a real one by now.
 */
async function maySeeLink(ctx: Context, link: string): Promise<boolean> {
  const { principal } = ctx;
  if (principal.kind === "staff" && principal.permissions.has("staff:write")) return true;
  if (new URL(link, "http://any").pathname.startsWith("/admin/")) return false;
  return (await getSettings(ctx, "shop")).demo;
}

type Query = z.output<(typeof listMails)["query"]>;

/** Mails, newest first. */
export async function pageOfMails(
  ctx: Context,
  query: Query,
): Promise<{ items: MailView[]; next: string | null }> {
  const rows = await ctx.db.all<MailRow>(sql`
    select ${columns} from ${tables}
    where ${joinSql(conditions(query), "and")}
    order by m.queued_at desc, m.id desc limit ${query.limit + 1}`);
  const items = rows.slice(0, query.limit);
  const last = items.at(-1);
  const more = rows.length > query.limit && last !== undefined;
  return {
    items: items.map(viewOf),
    next: more ? writeTimeCursor(last.queued_at, last.id) : null,
  };
}

function conditions(query: Query): Sql[] {
  const found: Sql[] = [sql`true`];
  if (query.kind !== undefined) found.push(sql`m.kind = ${query.kind}`);
  if (query.state !== undefined) found.push(sql`m.state = ${query.state}`);
  if (query.order !== undefined) found.push(sql`m.order_id = ${query.order}`);
  if (query.search) {
    const like = `%${query.search.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
    found.push(
      sql`(m.recipient ilike ${like} or m.subject ilike ${like} or o.number ilike ${like})`,
    );
  }
  if (query.after !== undefined) {
    const { at, id } = readTimeCursor(query.after);
    found.push(sql`(m.queued_at, m.id) < (${at}::timestamptz, ${id}::uuid)`);
  }
  return found;
}
