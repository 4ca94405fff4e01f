import { refuse } from "../../kernel/errors.ts";
import type { Context } from "../../platform/context.ts";
import type { Edge } from "../../platform/edge.ts";
import { publish } from "../../platform/events.ts";
import { forgetTries } from "../../platform/throttle.ts";
import { getSettings } from "../settings/index.ts";
import type { Account, AccountKind } from "./account.ts";
import { findAccount, storePassword } from "./account-store.ts";
import { linkExpired } from "./contract.ts";
import { checkOwnPassword } from "./credentials.ts";
import { accountSecured } from "./events.ts";
import { findLink, useLink } from "./link.ts";
import { type PasswordRules, personalWords, requireStrong } from "./password.ts";
import { hashPassword } from "./password-hash.ts";
import { sessionHash } from "./session.ts";
import { signInKey } from "./limits.ts";

/** The rules for one person's password in this shop. */
export async function passwordRules(
  ctx: Context,
  holder: { email: string; name: string; secondFactor: boolean },
): Promise<PasswordRules> {
  const { name: shopName } = await getSettings(ctx, "shop");
  return {
    secondFactor: holder.secondFactor,
    personal: personalWords(holder.email, holder.name, shopName),
  };
}

/** Changes the password of someone who is signed in and knows the present one; their other sessions end. */
export async function changePassword(
  edge: Edge,
  kind: AccountKind,
  subjectId: string,
  passwords: { current: string; next: string },
): Promise<void> {
  const account = await checkOwnPassword(edge, kind, subjectId, passwords.current);
  requireStrong(passwords.next, await passwordRules(edge.reading(), account));
  const hash = await hashPassword(passwords.next);
  await edge.transaction(async (ctx) => {
    await storePassword(ctx, account.id, hash, sessionHash(ctx.cookies, kind));
    await forgetTries(ctx, signInKey(kind, account.email));
    announce(ctx, account);
  });
}

/** Sets a new password with the link from the mail. All sessions end; the way in is to sign in. */
export async function resetPassword(
  edge: Edge,
  kind: AccountKind,
  token: string,
  password: string,
): Promise<void> {
  const account = await accountBehind(edge.reading(), kind, token);
  requireStrong(password, await passwordRules(edge.reading(), account));
  const hash = await hashPassword(password);
  await edge.transaction(async (ctx) => {
    if ((await useLink(ctx, "reset", token)) === null) refuse(linkExpired);
    await storePassword(ctx, account.id, hash, null);
    await forgetTries(ctx, signInKey(kind, account.email));
    announce(ctx, account);
  });
}

async function accountBehind(ctx: Context, kind: AccountKind, token: string): Promise<Account> {
  const link = await findLink(ctx.db, "reset", token, ctx.now);
  const account = link?.accountId == null ? null : await findAccount(ctx.db, link.accountId);
  if (account === null || account.kind !== kind || !account.active) refuse(linkExpired);
  return account;
}

function announce(ctx: Context, account: Account): void {
  const { email, name, locale, kind } = account;
  publish(ctx, accountSecured, {
    recipient: email,
    name,
    locale,
    audience: kind,
    change: "password",
  });
}
