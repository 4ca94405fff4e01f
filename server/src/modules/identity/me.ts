import { present } from "../../kernel/assert.ts";
import type { Locale } from "../../kernel/locale.ts";
import { refuse, signInRequired } from "../../kernel/errors.ts";
import { typeId } from "../../kernel/type-id.ts";
import type { Context } from "../../platform/context.ts";
import type { Account } from "./account.ts";
import { findAccountOf, storeNameAndLocale } from "./account-store.ts";
import type { MeView } from "./contract.ts";
import { rolePermissions } from "./roles.ts";
import { recoveryCodesLeft } from "./second-factor.ts";

/** The member of staff who asks. */
export function staffIdOf(ctx: Pick<Context, "principal">): string {
  return ctx.principal.kind === "staff" ? ctx.principal.staffId : refuse(signInRequired);
}

/** Who is signed in to the back office; null when nobody is. */
export async function findMe(ctx: Context): Promise<{ staff: MeView | null }> {
  if (ctx.principal.kind !== "staff") return { staff: null };
  const account = await findAccountOf(ctx.db, "staff", ctx.principal.staffId);
  return { staff: account === null ? null : await meViewOf(ctx, account) };
}

export async function changeMe(
  ctx: Context,
  changes: { name: string; locale: Locale },
): Promise<MeView> {
  const staffId = staffIdOf(ctx);
  await storeNameAndLocale(ctx, "staff", staffId, changes.name, changes.locale);
  return meViewOf(
    ctx,
    present(await findAccountOf(ctx.db, "staff", staffId), "the signed-in account"),
  );
}

export async function meViewOf(ctx: Context, account: Account): Promise<MeView> {
  const role = present(account.role, "a role of staff");
  const { email, name, locale, secondFactor, passwordGenerated } = account;
  return {
    id: typeId("staff", account.id),
    name,
    email,
    locale,
    role,
    permissions: [...rolePermissions[role]],
    secondFactor,
    recoveryCodesLeft: secondFactor ? await recoveryCodesLeft(ctx, account.id) : 0,
    passwordIsGenerated: passwordGenerated,
  };
}
