import { present } from "../../kernel/assert.ts";
import { refuse } from "../../kernel/errors.ts";
import { newId } from "../../kernel/ids.ts";
import type { Locale } from "../../kernel/locale.ts";
import { recordAudit } from "../../platform/audit-trail.ts";
import { actorOf, type Context } from "../../platform/context.ts";
import type { Edge } from "../../platform/edge.ts";
import { publish } from "../../platform/events.ts";
import { seal } from "../../platform/sealed.ts";
import { getSettings } from "../settings/index.ts";
import type { Account } from "./account.ts";
import { findAccount, insertAccount, storePassword } from "./account-store.ts";
import { requireGrantable } from "./change-staff.ts";
import { alreadyJoined, emailTaken, linkExpired, type MeView, type StaffView } from "./contract.ts";
import { staffInvited } from "./events.ts";
import { createLink, findLink, useLink } from "./link.ts";
import { meViewOf } from "./me.ts";
import { requireStrong } from "./password.ts";
import { hashPassword } from "./password-hash.ts";
import type { Role } from "./roles.ts";
import { passwordRules } from "./set-password.ts";
import { completeSignIn } from "./sign-in.ts";
import { getStaff, type StaffRow, staffViewOf } from "./staff-queries.ts";

export interface Invitation {
  readonly staff: StaffView;
  readonly linkPath: string;
}

/** Invites someone to work here: they choose their own password with the link. */
export async function inviteStaff(
  ctx: Context,
  person: { email: string; name: string; role: Role; locale: Locale },
): Promise<Invitation> {
  requireGrantable(ctx, person.role);
  const id = newId();
  const account = {
    ...person,
    id,
    kind: "staff",
    subjectId: id,
    passwordHash: null,
    passwordGenerated: false,
  } as const;
  if (!(await insertAccount(ctx, account))) refuse(emailTaken);
  const invitation = await sendInvitation(ctx, await getStaff(ctx, id));
  await recordAudit(ctx, "staff.invited", `staff:${person.email}`, { role: person.role });
  return invitation;
}

/** Makes a new link for someone who has not joined yet; the old one stops working. */
export async function inviteAgain(ctx: Context, staffId: string): Promise<Invitation> {
  const row = await getStaff(ctx, staffId);
  if (row.joined || !row.active) refuse(alreadyJoined);
  return sendInvitation(ctx, row);
}

async function sendInvitation(ctx: Context, row: StaffRow): Promise<Invitation> {
  const { token, expiresAt } = await createLink(ctx, { purpose: "invitation", accountId: row.id });
  const linkPath = `/admin/invitation?token=${token}`;
  const { email: recipient, name, locale, role } = row;
  publish(ctx, staffInvited, {
    recipient,
    name,
    locale,
    role,
    linkPath: seal(linkPath),
    expiresAt: expiresAt.toISOString(),
    invitedBy: ctx.principal.kind === "staff" ? ctx.principal.name : actorOf(ctx),
  });
  return { staff: staffViewOf(row), linkPath };
}

async function invited(ctx: Context, token: string): Promise<Account> {
  const link = await findLink(ctx.db, "invitation", token, ctx.now);
  const account = link?.accountId == null ? null : await findAccount(ctx.db, link.accountId);
  if (account === null || !account.active || account.passwordHash !== null) refuse(linkExpired);
  return account;
}

/** Whom an invitation is for, shown before they choose a password. */
export async function previewInvitation(
  ctx: Context,
  token: string,
): Promise<{ name: string; email: string; role: Role; shopName: string }> {
  const { name, email, role } = await invited(ctx, token);
  const shop = await getSettings(ctx, "shop");
  return { name, email, role: present(role, "a role of staff"), shopName: shop.name };
}

/** Joins with the link and a password of one's own. */
export async function acceptInvitation(
  edge: Edge,
  token: string,
  password: string,
): Promise<MeView> {
  const reading = edge.reading();
  const account = await invited(reading, token);
  requireStrong(password, await passwordRules(reading, account));
  const hash = await hashPassword(password);
  return edge.transaction(async (ctx) => {
    if ((await useLink(ctx, "invitation", token)) === null) refuse(linkExpired);
    await storePassword(ctx, account.id, hash, null);
    await completeSignIn(ctx, account);
    return meViewOf(ctx, account);
  });
}
