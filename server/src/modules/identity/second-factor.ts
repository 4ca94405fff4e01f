import type { Context } from "../../platform/context.ts";
import { sql } from "../../platform/sql.ts";
import { hashToken, newCode, tidyCode } from "./secret-token.ts";
import { matchingStep } from "./totp.ts";

const recoveryCodes = 10;
// Twelve letters of five bits each: too many to guess at, few enough to type from paper.
const recoveryCodeLength = 12;

/**
 * Checks the second factor and uses it up: a code of the authenticator app works once, a recovery
 * code too. Both are decided by one conditional update each, so of two requests with one code one gets in.
 */
export async function useSecondFactor(
  ctx: Context,
  accountId: string,
  typed: string,
): Promise<boolean> {
  return (
    (await useAppCode(ctx, accountId, typed)) || (await useRecoveryCode(ctx, accountId, typed))
  );
}

async function useAppCode(ctx: Context, accountId: string, typed: string): Promise<boolean> {
  const totp = await ctx.db.maybe<{ secret: Buffer }>(sql`
    select secret from identity.totp where account_id = ${accountId} and confirmed_at is not null`);
  const step = totp === null ? null : matchingStep(totp.secret, typed, ctx.now);
  if (step === null) return false;
  const used = await ctx.db.run(sql`
    update identity.totp set last_step = ${step} where account_id = ${accountId} and last_step < ${step}`);
  return used === 1;
}

async function useRecoveryCode(ctx: Context, accountId: string, typed: string): Promise<boolean> {
  const used = await ctx.db.run(sql`
    update identity.recovery_code set used_at = ${ctx.now}
    where account_id = ${accountId} and hash = ${hashToken(tidyCode(typed))} and used_at is null`);
  return used === 1;
}

/** Replaces all recovery codes. @returns the new ones, which are shown once and stored as fingerprints */
export async function replaceRecoveryCodes(ctx: Context, accountId: string): Promise<string[]> {
  const codes = Array.from({ length: recoveryCodes }, () => newCode(recoveryCodeLength));
  await ctx.db.run(sql`delete from identity.recovery_code where account_id = ${accountId}`);
  await ctx.db.run(sql`
    insert into identity.recovery_code (account_id, hash)
    select ${accountId}, hash from unnest(${codes.map((code) => hashToken(tidyCode(code)))}::bytea[]) as hash`);
  return codes;
}

export async function recoveryCodesLeft(ctx: Context, accountId: string): Promise<number> {
  const { left } = await ctx.db.one<{ left: number }>(sql`
    select count(*)::integer as left from identity.recovery_code where account_id = ${accountId} and used_at is null`);
  return left;
}
