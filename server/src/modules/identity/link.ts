import type { Locale } from "../../kernel/locale.ts";
import type { Context } from "../../platform/context.ts";
import type { Db } from "../../platform/db.ts";
import { sql } from "../../platform/sql.ts";
import { linkLifetimes, type LinkPurpose } from "./account.ts";
import { hashToken, newToken } from "./secret-token.ts";

/** A link or code that works once and not for long; only its fingerprint is stored. */
export interface NewLink {
  readonly purpose: LinkPurpose;
  readonly accountId?: string;
  readonly email?: string;
  readonly locale?: Locale;
  /** Given when people type it; else a long random one is made. */
  readonly token?: string;
}

/** Makes a link. Older ones for the same account and purpose stop working. */
export async function createLink(
  ctx: Context,
  link: NewLink,
): Promise<{ token: string; expiresAt: Date }> {
  const { purpose, accountId = null, email = null, locale = null, token = newToken() } = link;
  const expiresAt = new Date(ctx.now.getTime() + linkLifetimes[purpose] * 1000);
  await ctx.db.run(sql`
    with voided as (
      delete from identity.link
      where purpose = ${purpose} and account_id is not distinct from ${accountId}::uuid
        and email is not distinct from ${email}::text and token_hash <> ${hashToken(token)}
    )
    insert into identity.link (token_hash, purpose, account_id, email, locale, created_at, expires_at)
    values (${hashToken(token)}, ${purpose}, ${accountId}, ${email}, ${locale}, ${ctx.now}, ${expiresAt})`);
  return { token, expiresAt };
}

export interface Link {
  readonly accountId: string | null;
  readonly email: string | null;
  readonly locale: Locale | null;
}

/** The link, if it would still work. */
export function findLink(
  db: Db,
  purpose: LinkPurpose,
  token: string,
  now: Date,
): Promise<Link | null> {
  return db.maybe(sql<Link>`
    select account_id as "accountId", email, locale from identity.link
    where token_hash = ${hashToken(token)} and purpose = ${purpose} and used_at is null and expires_at > ${now}`);
}

/** Uses the link up. Of two that try at once one gets it; null means it does not work (any more). */
export function useLink(ctx: Context, purpose: LinkPurpose, token: string): Promise<Link | null> {
  return ctx.db.maybe(sql<Link>`
    update identity.link set used_at = ${ctx.now}
    where token_hash = ${hashToken(token)} and purpose = ${purpose} and used_at is null and expires_at > ${ctx.now}
    returning account_id as "accountId", email, locale`);
}
