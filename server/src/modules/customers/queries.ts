import { badRequest, notFound, refuse, signInRequired } from "../../kernel/errors.ts";
import { isUuid } from "../../kernel/ids.ts";
import type { Context } from "../../platform/context.ts";
import { type Sql, sql } from "../../platform/sql.ts";
import { isMoment } from "../../platform/time-cursor.ts";
import type { Customer, SavedAddress } from "./customer.ts";

const columns = sql`
  id, email, name, locale, has_account as "hasAccount", created_at as "createdAt", version`;

/** The customer who asks; their own id and nobody else's. */
export function customerIdOf(ctx: Pick<Context, "principal">): string {
  return ctx.principal.kind === "customer" ? ctx.principal.customerId : refuse(signInRequired);
}

export function findCustomer(ctx: Context, id: string): Promise<Customer | null> {
  return ctx.db.maybe(sql<Customer>`select ${columns} from customers.customer where id = ${id}`);
}

export async function getCustomer(ctx: Context, id: string): Promise<Customer> {
  return (await findCustomer(ctx, id)) ?? refuse(notFound);
}

/** The address book, default first, then in the order they were added. */
export function listAddresses(ctx: Context, customerId: string): Promise<SavedAddress[]> {
  return ctx.db.all(sql<SavedAddress>`
    select id, address, is_default as "isDefault" from customers.address
    where customer_id = ${customerId} order by is_default desc, created_at, id`);
}

export interface CustomerSearch {
  readonly search?: string | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

/** Customers whose name or mail address contains the text, newest first, page by page. */
export async function searchCustomers(
  ctx: Context,
  { search = "", after, limit }: CustomerSearch,
): Promise<{ customers: Customer[]; next: string | null }> {
  const conditions: Sql[] = search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "")
    .map((word) => sql`(lower(email) || ' ' || lower(name)) like ${`%${likeText(word)}%`}`);
  if (after !== undefined) {
    const from = cursorOf(after);
    conditions.push(sql`(created_at, id) < (${from.createdAt}::timestamptz, ${from.id}::uuid)`);
  }
  const rows = await ctx.db.all(sql<Customer & { position: string }>`
    select ${columns}, created_at::text as position from customers.customer
    where ${allOf(conditions)} order by created_at desc, id desc limit ${limit + 1}`);
  const customers = rows.slice(0, limit);
  const last = rows.length > limit ? customers.at(-1) : undefined;
  return { customers, next: last === undefined ? null : `${last.id}~${last.position}` };
}

function allOf(conditions: readonly Sql[]): Sql {
  return conditions.reduce((all, each) => sql`${all} and ${each}`, sql`true`);
}

/** The text itself, where LIKE would read its signs as wildcards. */
function likeText(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&");
}

const momentPattern = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.\d{1,6})?[+-][01]\d(?::[0-5]\d)?$/;

// The moment as PostgreSQL writes it: a JavaScript date would lose the microseconds that ties hang on.
function cursorOf(after: string): { id: string; createdAt: string } {
  const [id = "", createdAt = ""] = after.split("~");
  const [, day, time] = momentPattern.exec(createdAt) ?? [];
  if (!isUuid(id) || !isMoment(`${day}T${time}.000Z`)) {
    refuse(badRequest, { problem: "after is no cursor of this list" });
  }
  return { id, createdAt };
}

export interface NoteRow {
  readonly id: string;
  readonly text: string;
  readonly author: string;
  readonly createdAt: Date;
}

export function listNotes(ctx: Context, customerId: string): Promise<NoteRow[]> {
  return ctx.db.all(sql<NoteRow>`
    select id, text, author, created_at as "createdAt" from customers.note
    where customer_id = ${customerId} order by created_at desc, id desc limit 200`);
}
