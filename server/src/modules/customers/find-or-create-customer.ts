import { newId } from "../../kernel/ids.ts";
import type { Locale } from "../../kernel/locale.ts";
import type { Context } from "../../platform/context.ts";
import { sql } from "../../platform/sql.ts";

/**
 * The record of someone who buys without signing in: one for each mail address, made at the first
 * order. It is never an account, also when the address has one: whoever types an address has not
 * proven that it is theirs. Two orders at once under a new address get the same record.
 *
 * One round trip, and no lock on a record that exists: orders of one guest do not wait for each other.
 */
export async function findOrCreateCustomer(
  ctx: Context,
  email: string,
  name: string,
  locale: Locale,
): Promise<string> {
  const row = await ctx.db.maybe<{ id: string }>(sql`
    with found as (
      select id from customers.customer where lower(email) = lower(${email}) and not has_account
    ), made as (
      insert into customers.customer (id, email, name, locale, created_at)
      select ${newId()}::uuid, ${email}, ${name}, ${locale}, ${ctx.now}::timestamptz
      where not exists (select from found)
      on conflict (lower(email)) where not has_account do nothing
      returning id
    )
    select id from found union all select id from made`);
  // None: another order made the record after this statement had looked; the insert waited for it.
  return row?.id ?? findOrCreateCustomer(ctx, email, name, locale);
}
