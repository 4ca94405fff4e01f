import type { InputOf, ReplyOf } from "../../kernel/endpoint.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { Context } from "../../platform/context.ts";
import { joinSql, type Sql, sql } from "../../platform/sql.ts";
import { readTimeCursor, writeTimeCursor } from "../../platform/time-cursor.ts";
import { shopToday } from "../settings/index.ts";
import { accountColumns, accountOf, type AccountRow, getAccount } from "./account-row.ts";
import type { listGiftCards as endpoint, WholeGiftCardView } from "./contract.ts";
import { movementsOf } from "./movements.ts";
import { giftCardViewOf, movementViewOf } from "./views.ts";

const issued = sql`
  (select coalesce(sum(m.amount_minor), 0)::bigint from credit.movement m
   where m.account_id = a.id and m.amount_minor > 0) as issued_minor`;

/** Gift cards, newest first; by the end of their code or what they say of the recipient. */
export async function listGiftCards(
  ctx: Context,
  { query }: InputOf<typeof endpoint>,
): Promise<ReplyOf<typeof endpoint>> {
  const where = [sql`a.kind = 'gift_card'`, ...searched(query.search ?? "")];
  if (query.after !== undefined) {
    const { at, id } = readTimeCursor(query.after);
    where.push(sql`(a.created_at, a.id) < (${at}::timestamptz, ${id}::uuid)`);
  }
  const rows = await ctx.db.all<AccountRow & { issued_minor: bigint }>(sql`
    select ${accountColumns}, ${issued} from credit.account a where ${joinSql(where, "and")}
    order by a.created_at desc, a.id desc limit ${query.limit + 1}`);
  const today = await shopToday(ctx);
  const items = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? items.at(-1) : undefined;
  return {
    items: items.map((row) => giftCardViewOf(accountOf(row), row.issued_minor, today)),
    next: last === undefined ? null : writeTimeCursor(last.created_at, last.id),
  };
}

function searched(search: string): Sql[] {
  if (search === "") return [];
  const like = `%${search.toLowerCase().replaceAll(/[\\%_]/g, "\\$&")}%`;
  const end = search.toUpperCase().slice(-4);
  return [
    sql`(a.code_end = ${end} or lower(a.recipient_email || ' ' || a.recipient_name) like ${like})`,
  ];
}

/** One gift card with its history: two round trips. */
export async function readGiftCard(ctx: Context, id: Uuid): Promise<WholeGiftCardView> {
  const card = await getAccount(ctx, id, "gift_card");
  const movements = await movementsOf(ctx, [id]);
  const issuedMinor = movements.reduce(
    (sum, each) => (each.amount_minor > 0n ? sum + each.amount_minor : sum),
    0n,
  );
  return {
    ...giftCardViewOf(card, issuedMinor, await shopToday(ctx)),
    message: card.message,
    locale: card.locale,
    codeUnseen: !card.codeShown,
    movements: movements.map((row) => movementViewOf(row, card)),
  };
}
