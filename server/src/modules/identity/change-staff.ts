import { conflict, notAllowed, refuse } from "../../kernel/errors.ts";
import { recordAudit } from "../../platform/audit-trail.ts";
import type { Context } from "../../platform/context.ts";
import { sql } from "../../platform/sql.ts";
import { endSessionsOf } from "./session.ts";
import { lastOwner, ownRole, type StaffView } from "./contract.ts";
import { covers, type Role } from "./roles.ts";
import { getStaff, type StaffRow, staffViewOf } from "./staff-queries.ts";

/** Nobody hands out more than they have. */
export function requireGrantable(ctx: Context, role: Role): void {
  const { principal } = ctx;
  if (principal.kind === "system") return;
  if (principal.kind !== "staff" || !covers(principal.permissions, role))
    refuse(notAllowed, { role });
}

/** Changes someone's name or role. The role counts from their next request; nobody changes their own. */
export async function changeStaff(
  ctx: Context,
  staffId: string,
  changes: { version: number; name: string; role: Role },
): Promise<StaffView> {
  const row = await lockForChange(ctx, staffId, changes.version);
  if (changes.role !== row.role) {
    requireOther(ctx, staffId);
    requireGrantable(ctx, changes.role);
    requireGrantable(ctx, row.role);
    if (row.role === "owner") await requireAnotherOwner(ctx, staffId);
  }
  await ctx.db.run(sql`
    update identity.account set name = ${changes.name}, role = ${changes.role}, version = version + 1
    where id = ${staffId}`);
  if (changes.role !== row.role) {
    await recordAudit(ctx, "staff.role_changed", `staff:${row.email}`, {
      from: row.role,
      to: changes.role,
    });
  }
  return staffViewOf(await getStaff(ctx, staffId));
}

/** Locks someone out at once: their sessions end and their password no longer opens anything. */
export async function deactivateStaff(
  ctx: Context,
  staffId: string,
  version: number,
): Promise<StaffView> {
  const row = await lockForChange(ctx, staffId, version);
  requireOther(ctx, staffId);
  if (row.role === "owner") await requireAnotherOwner(ctx, staffId);
  await storeActive(ctx, staffId, false);
  await endSessionsOf(ctx, staffId);
  await recordAudit(ctx, "staff.deactivated", `staff:${row.email}`, { role: row.role });
  return staffViewOf(await getStaff(ctx, staffId));
}

/** Lets someone in again with the role they had. */
export async function reactivateStaff(
  ctx: Context,
  staffId: string,
  version: number,
): Promise<StaffView> {
  const row = await lockForChange(ctx, staffId, version);
  requireGrantable(ctx, row.role);
  await storeActive(ctx, staffId, true);
  await recordAudit(ctx, "staff.reactivated", `staff:${row.email}`, { role: row.role });
  return staffViewOf(await getStaff(ctx, staffId));
}

async function storeActive(ctx: Context, staffId: string, active: boolean): Promise<void> {
  await ctx.db.run(sql`
    update identity.account set active = ${active}, version = version + 1 where id = ${staffId}`);
}

/**
 * Locks the owners and the person, in the order of their ids: two owners who remove each other at
 * the same moment wait for one another here, and the second sees that it would leave none.
 */
async function lockForChange(ctx: Context, staffId: string, version: number): Promise<StaffRow> {
  await ctx.db.run(sql`
    select id from identity.account where kind = 'staff' and (role = 'owner' or id = ${staffId})
    order by id for update`);
  const row = await getStaff(ctx, staffId);
  if (row.version !== version) refuse(conflict, { version: row.version });
  return row;
}

function requireOther(ctx: Context, staffId: string): void {
  if (ctx.principal.kind === "staff" && ctx.principal.staffId === staffId) refuse(ownRole);
}

/** An owner who was invited and has not joined yet does not count: nobody could sign in. */
async function requireAnotherOwner(ctx: Context, staffId: string): Promise<void> {
  const { others } = await ctx.db.one<{ others: boolean }>(sql`
    select exists (
      select from identity.account
      where kind = 'staff' and role = 'owner' and active and password_hash is not null and id <> ${staffId}
    ) as others`);
  if (!others) refuse(lastOwner);
}
