import { newId } from "../../kernel/ids.ts";
import type { Locale } from "../../kernel/locale.ts";
import { refuse } from "../../kernel/errors.ts";
import { present } from "../../kernel/assert.ts";
import type { Context } from "../../platform/context.ts";
import type { Edge } from "../../platform/edge.ts";
import { recordAudit } from "../../platform/audit-trail.ts";
import { sql } from "../../platform/sql.ts";
import { addressLimit, requireTry } from "../../platform/throttle.ts";
import { findAccount, insertAccount, staffExist } from "./account-store.ts";
import { alreadySetUp, type MeView, tooManyAttempts, wrongSetUpCode } from "./contract.ts";
import { createLink, findLink, useLink } from "./link.ts";
import { meViewOf } from "./me.ts";
import { requireStrong } from "./password.ts";
import { hashPassword } from "./password-hash.ts";
import { newCode, tidyCode } from "./secret-token.ts";
import { passwordRules } from "./set-password.ts";
import { completeSignIn } from "./sign-in.ts";

/** A shop without staff has nobody who could sign in: the browser leads through making the first owner. */
export async function setUpNeeded(ctx: Context): Promise<boolean> {
  return !(await staffExist(ctx.db));
}

/**
 * Makes the code that proves to the browser's set-up who started this shop: printed by the start
 * command, good for a week or until the next start. Null once there is staff.
 */
export async function createSetUpCode(ctx: Context): Promise<string | null> {
  if (await staffExist(ctx.db)) return null;
  const code = newCode(12);
  await createLink(ctx, { purpose: "set-up", token: tidyCode(code) });
  return code;
}

/**
 * Makes the first owner of an installation with a password made up for it, to be shown once. Null
 * when there is staff already.
 */
export async function createFirstOwner(
  ctx: Context,
  owner: { email: string; name?: string; locale?: Locale },
): Promise<{ email: string; password: string } | null> {
  const { email, name = "Owner", locale = "en" } = owner;
  const password = newCode(20);
  const passwordHash = await hashPassword(password);
  const made = await insertOwner(ctx, {
    email,
    name,
    locale,
    passwordHash,
    passwordGenerated: true,
  });
  return made === null ? null : { email, password };
}

interface OwnerInput {
  readonly code: string;
  readonly email: string;
  readonly name: string;
  readonly password: string;
  readonly locale: Locale;
}

/** Makes the first owner in the browser, against the printed code, and signs them in. */
export async function setUp(edge: Edge, input: OwnerInput): Promise<MeView> {
  const limits = addressLimit("set-up", edge.caller.clientAddress, 10, 60);
  await requireTry(edge, limits, tooManyAttempts);
  const { email, name, locale } = input;
  const code = tidyCode(input.code);
  const reading = edge.reading();
  if (await staffExist(reading.db)) refuse(alreadySetUp);
  if ((await findLink(reading.db, "set-up", code, reading.now)) === null) refuse(wrongSetUpCode);
  requireStrong(input.password, await passwordRules(reading, { email, name, secondFactor: false }));
  const passwordHash = await hashPassword(input.password);
  return edge.transaction(async (ctx) => {
    if ((await useLink(ctx, "set-up", code)) === null) refuse(wrongSetUpCode);
    const id = await insertOwner(ctx, {
      email,
      name,
      locale,
      passwordHash,
      passwordGenerated: false,
    });
    if (id === null) refuse(alreadySetUp);
    const account = present(await findAccount(ctx.db, id), "the new owner");
    await completeSignIn(ctx, account);
    return meViewOf(ctx, account);
  });
}

type Owner = {
  email: string;
  name: string;
  locale: Locale;
  passwordHash: string;
  passwordGenerated: boolean;
};

/** Null when someone else was faster: first owners are made one at a time. */
async function insertOwner(ctx: Context, owner: Owner): Promise<string | null> {
  await ctx.db.run(sql`select pg_advisory_xact_lock(hashtext('identity.first-owner'))`);
  if (await staffExist(ctx.db)) return null;
  const id = newId();
  await insertAccount(ctx, { ...owner, id, kind: "staff", subjectId: id, role: "owner" });
  await recordAudit(ctx, "staff.first_owner", `staff:${owner.email}`, {});
  return id;
}
