import type { Locale } from "../../kernel/locale.ts";
import type { Context } from "../../platform/context.ts";
import type { Db } from "../../platform/db.ts";
import { type Sql, sql } from "../../platform/sql.ts";
import type { Account, AccountKind } from "./account.ts";
import type { Role } from "./roles.ts";

const account = sql`
  select a.id, a.kind, a.subject_id as "subjectId", a.email, a.name, a.locale, a.role, a.active,
         a.password_hash as "passwordHash", a.password_generated as "passwordGenerated",
         t.confirmed_at is not null as "secondFactor", a.created_at as "createdAt", a.version
  from identity.account a left join identity.totp t on t.account_id = a.id`;

function accounts(condition: Sql): Sql<Account> {
  return sql<Account>`${account} where ${condition}`;
}

export function findAccountByEmail(
  db: Db,
  kind: AccountKind,
  email: string,
): Promise<Account | null> {
  return db.maybe(accounts(sql`a.kind = ${kind} and lower(a.email) = lower(${email})`));
}

/** The account of a customer or a member of staff, by their own id. */
export function findAccountOf(
  db: Db,
  kind: AccountKind,
  subjectId: string,
): Promise<Account | null> {
  return db.maybe(accounts(sql`a.kind = ${kind} and a.subject_id = ${subjectId}`));
}

export function findAccount(db: Db, id: string): Promise<Account | null> {
  return db.maybe(accounts(sql`a.id = ${id}`));
}

export interface NewAccount {
  readonly id: string;
  readonly kind: AccountKind;
  readonly subjectId: string;
  readonly email: string;
  readonly name: string;
  readonly locale: Locale;
  readonly role: Role | null;
  readonly passwordHash: string | null;
  readonly passwordGenerated: boolean;
}

/** False when someone of this kind has the address already. */
export async function insertAccount(ctx: Context, account: NewAccount): Promise<boolean> {
  const { id, kind, subjectId, email, name, locale, role, passwordHash, passwordGenerated } =
    account;
  const written = await ctx.db.run(sql`
    insert into identity.account
      (id, kind, subject_id, email, name, locale, role, password_hash, password_generated, created_at)
    values (${id}, ${kind}, ${subjectId}, ${email}, ${name}, ${locale}, ${role}, ${passwordHash},
            ${passwordGenerated}, ${ctx.now})
    on conflict (kind, lower(email)) do nothing`);
  return written === 1;
}

/** Sets the password, ends every session but the one that is kept, and voids links that would set another. */
export async function storePassword(
  ctx: Context,
  accountId: string,
  passwordHash: string,
  keepSession: Buffer | null,
): Promise<void> {
  await ctx.db.run(sql`
    with changed as (
      update identity.account set password_hash = ${passwordHash}, password_generated = false
      where id = ${accountId}
    ), voided as (
      delete from identity.link where account_id = ${accountId} and purpose = 'reset'
    )
    delete from identity.session
    where account_id = ${accountId} and token_hash is distinct from ${keepSession}::bytea`);
}

export async function storeNameAndLocale(
  ctx: Context,
  kind: AccountKind,
  subjectId: string,
  name: string,
  locale: Locale,
): Promise<void> {
  await ctx.db.run(sql`
    update identity.account set name = ${name}, locale = ${locale}
    where kind = ${kind} and subject_id = ${subjectId}`);
}

export async function staffExist(db: Db): Promise<boolean> {
  const { exist } = await db.one<{ exist: boolean }>(sql`
    select exists (select from identity.account where kind = 'staff') as exist`);
  return exist;
}
