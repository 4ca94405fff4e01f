import { refuse } from "../../kernel/errors.ts";
import type { Edge } from "../../platform/edge.ts";
import { countTry, refuseOver } from "../../platform/throttle.ts";
import type { Account, AccountKind } from "./account.ts";
import { findAccountByEmail, findAccountOf } from "./account-store.ts";
import { tooManyAttempts, wrongCredentials } from "./contract.ts";
import { verifyPassword } from "./password-hash.ts";
import { signInLimits } from "./limits.ts";

/**
 * The account whose address and password these are. Every try is counted before the password is
 * looked at and stays counted, also when the process dies. An unknown address, an account that was closed and a
 * wrong password cost the same work and get the same answer.
 */
export async function checkCredentials(
  edge: Edge,
  kind: AccountKind,
  email: string,
  password: string,
): Promise<Account> {
  const limits = signInLimits(kind, email, edge.caller.clientAddress);
  const { verdict, account } = await edge.transaction(async (ctx) => ({
    verdict: await countTry(ctx.db, limits, ctx.now),
    account: await findAccountByEmail(ctx.db, kind, email),
  }));
  refuseOver(verdict, tooManyAttempts);
  const hash = account?.active === true ? account.passwordHash : null;
  const right = await verifyPassword(hash, password);
  if (!right || account === null) refuse(wrongCredentials);
  return account;
}

/** Asks someone who is signed in for their password again, before something that outlives a session. */
export async function checkOwnPassword(
  edge: Edge,
  kind: AccountKind,
  subjectId: string,
  password: string,
): Promise<Account> {
  const account = await findAccountOf(edge.reading().db, kind, subjectId);
  if (account === null) refuse(wrongCredentials);
  return checkCredentials(edge, kind, account.email, password);
}
