import { newId } from "../../kernel/ids.ts";
import type { Locale } from "../../kernel/locale.ts";
import { refuse } from "../../kernel/errors.ts";
import { present } from "../../kernel/assert.ts";
import type { Context } from "../../platform/context.ts";
import type { Edge } from "../../platform/edge.ts";
import { insertAccount } from "./account-store.ts";
import { linkExpired } from "./contract.ts";
import { findLink, useLink } from "./link.ts";
import { requireStrong } from "./password.ts";
import { hashPassword } from "./password-hash.ts";
import { passwordRules } from "./set-password.ts";

/** A sign-up whose mail address is proven and whose password is good. */
export interface ProvenSignUp {
  readonly token: string;
  readonly email: string;
  readonly name: string;
  readonly locale: Locale;
  readonly passwordHash: string;
}

/** Checks a sign-up link and the password chosen with it; uses nothing up yet, so it can be tried again. */
export async function proveSignUp(
  edge: Edge,
  input: { token: string; name: string; password: string },
): Promise<ProvenSignUp> {
  const { token, name, password } = input;
  const ctx = edge.reading();
  const link = await findLink(ctx.db, "sign-up", token, ctx.now);
  if (link === null) refuse(linkExpired);
  const email = present(link.email, "a sign-up's address");
  requireStrong(password, await passwordRules(ctx, { email, name, secondFactor: false }));
  const locale = link.locale ?? ctx.locale;
  return { token, email, name, locale, passwordHash: await hashPassword(password) };
}

/** Uses the link up and opens the account for this customer. @returns the account's id */
export async function openProvenAccount(
  ctx: Context,
  signUp: ProvenSignUp,
  customerId: string,
): Promise<string> {
  if ((await useLink(ctx, "sign-up", signUp.token)) === null) refuse(linkExpired);
  const id = await openCustomerAccount(ctx, { ...signUp, customerId });
  // Two links for one address were both asked for before either was used; the first one won.
  return id ?? refuse(linkExpired);
}

/** Opens a customer's account whose address needs no proof: for seeds. Null when the address has one. */
export async function openCustomerAccount(
  ctx: Context,
  account: {
    customerId: string;
    email: string;
    name: string;
    locale: Locale;
    passwordHash: string;
  },
): Promise<string | null> {
  const { customerId, email, name, locale, passwordHash } = account;
  const id = newId();
  const opened = await insertAccount(ctx, {
    id,
    kind: "customer",
    subjectId: customerId,
    email,
    name,
    locale,
    role: null,
    passwordHash,
    passwordGenerated: false,
  });
  return opened ? id : null;
}
