import type { Address } from "../../kernel/address.ts";
import { notFound, refuse } from "../../kernel/errors.ts";
import { newId } from "../../kernel/ids.ts";
import type { Context } from "../../platform/context.ts";
import { sql } from "../../platform/sql.ts";
import { type SavedAddressView, tooManyAddresses } from "./contract.ts";
import { mostAddresses } from "./customer.ts";
import { customerIdOf, listAddresses } from "./queries.ts";
import { savedAddressViewOf } from "./views.ts";

interface AddressInput {
  readonly address: Address;
  readonly isDefault: boolean;
}

export async function listMyAddresses(ctx: Context): Promise<SavedAddressView[]> {
  return (await listAddresses(ctx, customerIdOf(ctx))).map(savedAddressViewOf);
}

/** Adds an address. The first one becomes the default: a book with addresses always has one. */
export async function addAddress(ctx: Context, input: AddressInput): Promise<SavedAddressView> {
  const customerId = customerIdOf(ctx);
  await lockCustomer(ctx, customerId);
  const before = await listAddresses(ctx, customerId);
  if (before.length >= mostAddresses) refuse(tooManyAddresses, { most: mostAddresses });
  const isDefault = input.isDefault || before.length === 0;
  if (isDefault) await clearDefault(ctx, customerId);
  const id = newId();
  await ctx.db.run(sql`
    insert into customers.address (id, customer_id, address, is_default, created_at)
    values (${id}, ${customerId}, ${JSON.stringify(input.address)}::jsonb, ${isDefault}, ${ctx.now})`);
  return savedAddressViewOf({ id, address: input.address, isDefault });
}

/** Changes an address. The default stays the default until another one is made it. */
export async function changeAddress(
  ctx: Context,
  id: string,
  input: AddressInput,
): Promise<SavedAddressView> {
  const customerId = customerIdOf(ctx);
  await lockCustomer(ctx, customerId);
  const book = await listAddresses(ctx, customerId);
  const present = book.find((each) => each.id === id) ?? refuse(notFound);
  const isDefault = input.isDefault || present.isDefault;
  if (isDefault && !present.isDefault) await clearDefault(ctx, customerId);
  await ctx.db.run(sql`
    update customers.address set address = ${JSON.stringify(input.address)}::jsonb, is_default = ${isDefault}
    where id = ${id} and customer_id = ${customerId}`);
  return savedAddressViewOf({ id, address: input.address, isDefault });
}

/** Removes an address. When it was the default, the oldest that is left takes its place. */
export async function removeAddress(ctx: Context, id: string): Promise<void> {
  const customerId = customerIdOf(ctx);
  await lockCustomer(ctx, customerId);
  const removed = await ctx.db.maybe<{ wasDefault: boolean }>(sql`
    delete from customers.address where id = ${id} and customer_id = ${customerId}
    returning is_default as "wasDefault"`);
  if (removed === null) refuse(notFound);
  if (!removed.wasDefault) return;
  await ctx.db.run(sql`
    update customers.address set is_default = true
    where id = (select id from customers.address where customer_id = ${customerId} order by created_at, id limit 1)`);
}

/** One change to a book at a time, so that there is one default and not two. */
async function lockCustomer(ctx: Context, customerId: string): Promise<void> {
  await ctx.db.run(sql`select id from customers.customer where id = ${customerId} for update`);
}

async function clearDefault(ctx: Context, customerId: string): Promise<void> {
  await ctx.db.run(sql`
    update customers.address set is_default = false where customer_id = ${customerId} and is_default`);
}
