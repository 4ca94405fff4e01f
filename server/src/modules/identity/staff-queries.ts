import { notFound, refuse } from "../../kernel/errors.ts";
import { typeId } from "../../kernel/type-id.ts";
import type { Context } from "../../platform/context.ts";
import { type Sql, sql } from "../../platform/sql.ts";
import type { StaffView } from "./contract.ts";
import type { Locale } from "../../kernel/locale.ts";
import type { Role } from "./roles.ts";

export interface StaffRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly locale: Locale;
  readonly active: boolean;
  readonly joined: boolean;
  readonly secondFactor: boolean;
  readonly createdAt: Date;
  readonly lastSeenAt: Date | null;
  readonly version: number;
}

function staffRows(condition: Sql): Sql<StaffRow> {
  return sql<StaffRow>`
    select a.id, a.name, a.email, a.role, a.locale, a.active, a.password_hash is not null as joined,
           exists (select from identity.totp t where t.account_id = a.id and t.confirmed_at is not null) as "secondFactor",
           a.created_at as "createdAt", a.version,
           (select max(s.last_seen_at) from identity.session s where s.account_id = a.id) as "lastSeenAt"
    from identity.account a where a.kind = 'staff' and ${condition}
    order by a.active desc, lower(a.name), a.id`;
}

/** Everyone who works or worked here: those who left come last. */
export async function listStaff(ctx: Context): Promise<StaffView[]> {
  return (await ctx.db.all(staffRows(sql`true`))).map(staffViewOf);
}

export async function getStaff(ctx: Context, staffId: string): Promise<StaffRow> {
  return (await ctx.db.maybe(staffRows(sql`a.id = ${staffId}`))) ?? refuse(notFound);
}

export function staffViewOf(row: StaffRow): StaffView {
  const { name, email, role, locale, secondFactor, version } = row;
  return {
    id: typeId("staff", row.id),
    name,
    email,
    role,
    locale,
    state: row.active ? (row.joined ? "active" : "invited") : "deactivated",
    secondFactor,
    createdAt: row.createdAt.toISOString(),
    lastSeenAt: row.lastSeenAt?.toISOString() ?? null,
    version,
  };
}
