import { asCurrency } from "../../kernel/currency.ts";
import { notFound, refuse } from "../../kernel/errors.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { Locale } from "../../kernel/locale.ts";
import type { BusinessDate } from "../../kernel/time.ts";
import type { Context } from "../../platform/context.ts";
import { type Sql, sql } from "../../platform/sql.ts";
import type { CreditAccount, CreditKind, CreditSource } from "./account.ts";
import { codeHash } from "./code.ts";

/** The columns of credit.account that make a CreditAccount. */
export const accountColumns = sql`
  a.id, a.kind, a.currency, a.balance_minor, a.held_minor, a.blocked, a.expires_on, a.code_end, a.customer_id,
  a.recipient_email, a.recipient_name, a.message, a.locale, a.source, a.code_shown_at, a.created_at,
  a.created_by, a.version`;

export interface AccountRow {
  id: Uuid;
  kind: CreditKind;
  currency: string;
  balance_minor: bigint;
  held_minor: bigint;
  blocked: boolean;
  expires_on: BusinessDate | null;
  code_end: string | null;
  customer_id: Uuid | null;
  recipient_email: string;
  recipient_name: string;
  message: string;
  locale: Locale;
  source: CreditSource;
  code_shown_at: Date | null;
  created_at: Date;
  created_by: string;
  version: number;
}

export function accountOf(row: AccountRow): CreditAccount {
  return {
    id: row.id,
    kind: row.kind,
    currency: asCurrency(row.currency),
    balanceMinor: row.balance_minor,
    heldMinor: row.held_minor,
    blocked: row.blocked,
    expiresOn: row.expires_on,
    codeEnd: row.code_end,
    customerId: row.customer_id,
    recipientEmail: row.recipient_email,
    recipientName: row.recipient_name,
    message: row.message,
    locale: row.locale,
    source: row.source,
    codeShown: row.code_shown_at !== null,
    createdAt: row.created_at,
    createdBy: row.created_by,
    version: row.version,
  };
}

async function findWhere(ctx: Context, condition: Sql): Promise<CreditAccount | null> {
  const row = await ctx.db.maybe<AccountRow>(
    sql`select ${accountColumns} from credit.account a where ${condition}`,
  );
  return row && accountOf(row);
}

/** Refuses `not_found` when there is none of that kind. */
export async function getAccount(ctx: Context, id: Uuid, kind: CreditKind): Promise<CreditAccount> {
  return (await findWhere(ctx, sql`a.id = ${id} and a.kind = ${kind}`)) ?? refuse(notFound);
}

/**
 * The same, locked until the transaction ends: orders and payments are locked before. The lock lets attempts
 * and carts go on naming the account; one that did not would meet them in a ring.
 */
export async function lockAccount(
  ctx: Context,
  id: Uuid,
  kind: CreditKind,
): Promise<CreditAccount> {
  return (
    (await findWhere(ctx, sql`a.id = ${id} and a.kind = ${kind} for no key update`)) ??
    refuse(notFound)
  );
}

export function findCardByCode(ctx: Context, code: string): Promise<CreditAccount | null> {
  return findWhere(ctx, sql`a.code_hash = ${codeHash(code)}`);
}

/** A customer's store credit in every currency they have some in. */
export async function creditOfCustomer(ctx: Context, customerId: Uuid): Promise<CreditAccount[]> {
  const rows = await ctx.db.all<AccountRow>(sql`
    select ${accountColumns} from credit.account a where a.customer_id = ${customerId} order by a.currency`);
  return rows.map(accountOf);
}
