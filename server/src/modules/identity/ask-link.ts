import { z } from "zod";
import type { Locale } from "../../kernel/locale.ts";
import { emailSchema, localeSchema } from "../../kernel/wire.ts";
import type { Context } from "../../platform/context.ts";
import type { Edge } from "../../platform/edge.ts";
import { publish } from "../../platform/events.ts";
import { enqueue, job, type JobKind } from "../../platform/jobs.ts";
import { seal } from "../../platform/sealed.ts";
import { countTry, refuseOver } from "../../platform/throttle.ts";
import type { AccountKind } from "./account.ts";
import { findAccountByEmail } from "./account-store.ts";
import { tooManyAttempts } from "./contract.ts";
import { customerSignedUp, passwordResetRequested, signUpRepeated } from "./events.ts";
import { createLink } from "./link.ts";
import { mailLimits } from "./limits.ts";

/**
 * Links that are asked for by mail address alone. The request writes the same job whether or not there is such
 * an account, so neither its answer nor its time tells; only the job looks, and only the mailbox hears.
 */
const asked = z.object({ email: emailSchema, locale: localeSchema });

export const mailResetLink: JobKind<never> = job({
  name: "identity.mail-reset-link",
  payload: asked.extend({ kind: z.enum(["customer", "staff"]) }),
  run: async (ctx, { kind, email }) => {
    const account = await findAccountByEmail(ctx.db, kind, email);
    if (account === null || !account.active) return;
    // Staff who were invited and never joined need their invitation, not a reset.
    if (account.passwordHash === null) return;
    const { token, expiresAt } = await createLink(ctx, { purpose: "reset", accountId: account.id });
    const page = kind === "staff" ? "/admin/reset" : "/account/reset";
    publish(ctx, passwordResetRequested, {
      audience: kind,
      recipient: account.email,
      name: account.name,
      locale: account.locale,
      linkPath: seal(`${page}?token=${token}`),
      expiresAt: expiresAt.toISOString(),
    });
  },
});

export const mailSignUpLink: JobKind<never> = job({
  name: "identity.mail-sign-up-link",
  payload: asked,
  run: async (ctx, { email, locale }) => {
    const account = await findAccountByEmail(ctx.db, "customer", email);
    if (account !== null) {
      const { name, locale: theirs } = account;
      publish(ctx, signUpRepeated, {
        recipient: account.email,
        name,
        locale: theirs,
        linkPath: "/account/sign-in",
      });
      return;
    }
    const { token, expiresAt } = await createLink(ctx, { purpose: "sign-up", email, locale });
    publish(ctx, customerSignedUp, {
      recipient: email,
      locale,
      linkPath: seal(`/account/verify?token=${token}`),
      expiresAt: expiresAt.toISOString(),
    });
  },
});

/** Asks for a link that sets a new password. */
export function askPasswordReset(edge: Edge, kind: AccountKind, email: string): Promise<void> {
  return ask(edge, kind, email, (ctx, locale) =>
    enqueue(ctx, mailResetLink, { kind, email, locale }),
  );
}

/** Asks for a link that opens a customer account. */
export function askSignUp(edge: Edge, email: string): Promise<void> {
  return ask(edge, "customer", email, (ctx, locale) =>
    enqueue(ctx, mailSignUpLink, { email, locale }),
  );
}

/** Nobody's mailbox is flooded by others: requests are counted by mailbox and by who asks. */
async function ask(
  edge: Edge,
  kind: AccountKind,
  email: string,
  queue: (ctx: Context, locale: Locale) => void,
): Promise<void> {
  const limits = mailLimits(kind, email, edge.caller.clientAddress);
  const verdict = await edge.transaction(async (ctx) => {
    const counted = await countTry(ctx.db, limits, ctx.now);
    if (counted === null) queue(ctx, ctx.locale);
    return counted;
  });
  refuseOver(verdict, tooManyAttempts);
}
