import { randomBytes } from "node:crypto";
import { present } from "../../kernel/assert.ts";
import { refuse } from "../../kernel/errors.ts";
import type { Context } from "../../platform/context.ts";
import { recordAudit } from "../../platform/audit-trail.ts";
import type { Edge } from "../../platform/edge.ts";
import { publish } from "../../platform/events.ts";
import { sql } from "../../platform/sql.ts";
import { forgetTries } from "../../platform/throttle.ts";
import { getSettings } from "../settings/index.ts";
import type { Account } from "./account.ts";
import { findAccountOf } from "./account-store.ts";
import { totpAlreadyOn, totpNotOn, wrongCode } from "./contract.ts";
import { checkOwnPassword } from "./credentials.ts";
import { accountSecured } from "./events.ts";
import { requireStrong } from "./password.ts";
import { replaceRecoveryCodes, useSecondFactor } from "./second-factor.ts";
import { passwordRules } from "./set-password.ts";
import { signInKey } from "./limits.ts";
import { base32, matchingStep, otpauthUri } from "./totp.ts";

/** Makes a secret for an authenticator app. It asks nothing of anyone until a code has confirmed it. */
export async function beginTotp(
  edge: Edge,
  staffId: string,
  password: string,
): Promise<{ secret: string; otpauthUri: string }> {
  const account = await checkOwnPassword(edge, "staff", staffId, password);
  if (account.secondFactor) refuse(totpAlreadyOn);
  const secret = randomBytes(20);
  return edge.transaction(async (ctx) => {
    await forgetTries(ctx, signInKey("staff", account.email));
    const written = await ctx.db.run(sql`
      insert into identity.totp as t (account_id, secret) values (${account.id}, ${secret})
      on conflict (account_id) do update set secret = excluded.secret, last_step = 0
      where t.confirmed_at is null`);
    if (written === 0) refuse(totpAlreadyOn);
    const { name } = await getSettings(ctx, "shop");
    return { secret: base32(secret), otpauthUri: otpauthUri(name, account.email, secret) };
  });
}

/** Turns the second factor on with a first code. @returns the recovery codes, shown this once */
export async function confirmTotp(ctx: Context, staffId: string, code: string): Promise<string[]> {
  const totp = await ctx.db.maybe<{ secret: Buffer; confirmed: boolean }>(sql`
    select secret, confirmed_at is not null as confirmed from identity.totp
    where account_id = ${staffId} for update`);
  if (totp === null) refuse(totpNotOn);
  if (totp.confirmed) refuse(totpAlreadyOn);
  const step = matchingStep(totp.secret, code, ctx.now);
  if (step === null) refuse(wrongCode);
  await ctx.db.run(sql`
    update identity.totp set confirmed_at = ${ctx.now}, last_step = ${step} where account_id = ${staffId}`);
  const codes = await replaceRecoveryCodes(ctx, staffId);
  await announce(ctx, await staffAccount(ctx, staffId), "totp_on");
  return codes;
}

/** Replaces the recovery codes; the old ones stop working. */
export async function renewRecoveryCodes(
  edge: Edge,
  staffId: string,
  password: string,
): Promise<string[]> {
  const account = await checkOwnPassword(edge, "staff", staffId, password);
  if (!account.secondFactor) refuse(totpNotOn);
  return edge.transaction(async (ctx) => {
    await forgetTries(ctx, signInKey("staff", account.email));
    return replaceRecoveryCodes(ctx, account.id);
  });
}

/** Turns the second factor off. A password that was good enough beside it may be too short alone. */
export async function removeTotp(
  edge: Edge,
  staffId: string,
  proof: { password: string; code: string },
): Promise<void> {
  const account = await checkOwnPassword(edge, "staff", staffId, proof.password);
  if (!account.secondFactor) refuse(totpNotOn);
  requireStrong(
    proof.password,
    await passwordRules(edge.reading(), { ...account, secondFactor: false }),
  );
  await edge.transaction(async (ctx) => {
    if (!(await useSecondFactor(ctx, account.id, proof.code))) refuse(wrongCode);
    await ctx.db.run(sql`delete from identity.recovery_code where account_id = ${account.id}`);
    await ctx.db.run(sql`delete from identity.totp where account_id = ${account.id}`);
    await forgetTries(ctx, signInKey("staff", account.email));
    await announce(ctx, account, "totp_off");
  });
}

async function staffAccount(ctx: Context, staffId: string): Promise<Account> {
  return present(await findAccountOf(ctx.db, "staff", staffId), "the signed-in account");
}

async function announce(
  ctx: Context,
  account: Account,
  change: "totp_on" | "totp_off",
): Promise<void> {
  const { email, name, locale } = account;
  publish(ctx, accountSecured, { recipient: email, name, locale, audience: "staff", change });
  await recordAudit(ctx, `staff.${change}`, `staff:${email}`, {});
}
