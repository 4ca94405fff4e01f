import { conflict, notFound, refuse } from "../../kernel/errors.ts";
import { newId } from "../../kernel/ids.ts";
import type { Locale } from "../../kernel/locale.ts";
import { actorOf, type Context } from "../../platform/context.ts";
import { sql } from "../../platform/sql.ts";
import { storeProfile } from "./account.ts";
import type { CustomerView } from "./contract.ts";
import { getCustomer } from "./queries.ts";
import { customerViewOf } from "./views.ts";

/** Staff correct a name or a language. The mail address is the customer's own to prove. */
export async function changeCustomer(
  ctx: Context,
  id: string,
  changes: { version: number; name: string; locale: Locale },
): Promise<CustomerView> {
  const row = await ctx.db.maybe<{ version: number }>(sql`
    select version from customers.customer where id = ${id} for update`);
  if (row === null) refuse(notFound);
  if (row.version !== changes.version) refuse(conflict, { version: row.version });
  await storeProfile(ctx, id, changes);
  return customerViewOf(ctx, id);
}

/** Adds a note that only staff see. Notes are kept as written. */
export async function addCustomerNote(
  ctx: Context,
  id: string,
  text: string,
): Promise<CustomerView> {
  await getCustomer(ctx, id);
  const author = ctx.principal.kind === "staff" ? ctx.principal.name : actorOf(ctx);
  await ctx.db.run(sql`
    insert into customers.note (id, customer_id, text, author, created_at)
    values (${newId()}, ${id}, ${text}, ${author}, ${ctx.now})`);
  return customerViewOf(ctx, id);
}
