import type { Address } from "../../kernel/address.ts";
import { newId, type Uuid } from "../../kernel/ids.ts";
import type { Locale } from "../../kernel/locale.ts";
import type { Context } from "../../platform/context.ts";
import { sql } from "../../platform/sql.ts";

/** A person of a list. `id` null makes a guest record; the mail address of one that exists stays. */
export interface ListedCustomer {
  readonly id: Uuid | null;
  readonly email: string;
  readonly name: string;
  readonly locale: Locale;
  /** Added when the person has no address yet. */
  readonly address: Address | null;
}

/**
 * Writes many people, in two round trips. New ones are guests: nobody has proven the address, and no one can sign
 * in by being on a list. A mail address that another guest has ends it with a constraint.
 */
export async function importCustomers(
  ctx: Context,
  people: readonly ListedCustomer[],
): Promise<void> {
  const rows = people.map((person) => ({
    ...person,
    isNew: person.id === null,
    id: person.id ?? newId(),
  }));
  await ctx.db.run(sql`
    insert into customers.customer as c (id, email, name, locale, created_at)
    select id, email, name, locale, ${ctx.now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r (id uuid, email text, name text, locale text)
    order by id
    on conflict (id) do update
      set name = excluded.name, locale = excluded.locale, version = c.version + 1`);
  const addresses = rows.flatMap(({ id, address }) =>
    address === null ? [] : [{ id: newId(), customerId: id, address }],
  );
  if (addresses.length === 0) return;
  await ctx.db.run(sql`
    insert into customers.address (id, customer_id, address, is_default, created_at)
    select id, "customerId", address, true, ${ctx.now}
    from jsonb_to_recordset(${JSON.stringify(addresses)}::jsonb)
      as a (id uuid, "customerId" uuid, address jsonb)
    where not exists (select 1 from customers.address o where o.customer_id = a."customerId")`);
}
