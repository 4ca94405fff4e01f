import { refuse } from "../../kernel/errors.ts";
import type { Context } from "../../platform/context.ts";
import type { Edge } from "../../platform/edge.ts";
import { forgetTries } from "../../platform/throttle.ts";
import type { Account } from "./account.ts";
import { secondFactorRequired, wrongCode, type MeView } from "./contract.ts";
import { checkCredentials } from "./credentials.ts";
import { meViewOf } from "./me.ts";
import { useSecondFactor } from "./second-factor.ts";
import { startSession } from "./session.ts";
import { signInKey } from "./limits.ts";

/** Wipes out the failures and starts the session: the end of every sign-in that succeeded. */
export async function completeSignIn(ctx: Context, account: Account): Promise<void> {
  await forgetTries(ctx, signInKey(account.kind, account.email));
  await startSession(ctx, account);
}

/**
 * Signs staff in. With an authenticator app on the account, a right password alone is told so and
 * asked to come again with a code; the try stays counted until both were right.
 */
export async function signInStaff(
  edge: Edge,
  input: { email: string; password: string; code?: string | undefined },
): Promise<MeView> {
  const account = await checkCredentials(edge, "staff", input.email, input.password);
  const { code } = input;
  if (account.secondFactor && code === undefined) refuse(secondFactorRequired);
  return edge.transaction(async (ctx) => {
    if (account.secondFactor && !(await useSecondFactor(ctx, account.id, code ?? "")))
      refuse(wrongCode);
    await completeSignIn(ctx, account);
    return meViewOf(ctx, account);
  });
}
