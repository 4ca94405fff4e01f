import { present } from "../../kernel/assert.ts";
import { newId } from "../../kernel/ids.ts";
import type { Locale } from "../../kernel/locale.ts";
import type { Context } from "../../platform/context.ts";
import type { Edge } from "../../platform/edge.ts";
import { sql } from "../../platform/sql.ts";
import {
  checkCredentials,
  completeSignIn,
  findAccountOf,
  hashPassword,
  openCustomerAccount,
  openProvenAccount,
  proveSignUp,
  storeNameAndLocale,
} from "../identity/index.ts";
import type { AccountView } from "./contract.ts";
import { customerIdOf, findCustomer, getCustomer } from "./queries.ts";
import { accountViewOf } from "./views.ts";

/**
 * Opens an account with the link from the mail and signs in. What was bought as a guest under the
 * proven address joins the account: the guest record becomes the account's.
 */
export async function confirmSignUp(
  edge: Edge,
  input: { token: string; name: string; password: string },
): Promise<AccountView> {
  const proven = await proveSignUp(edge, input);
  return edge.transaction(async (ctx) => {
    const customerId = await adoptGuest(ctx, proven);
    await openProvenAccount(ctx, proven, customerId);
    await completeSignIn(
      ctx,
      present(await findAccountOf(ctx.db, "customer", customerId), "the new account"),
    );
    return accountViewOf(await getCustomer(ctx, customerId));
  });
}

interface Person {
  readonly email: string;
  readonly name: string;
  readonly locale: Locale;
}

/** The guest record of this address turned into an account's, or a new one. */
async function adoptGuest(ctx: Context, { email, name, locale }: Person): Promise<string> {
  const adopted = await ctx.db.maybe<{ id: string }>(sql`
    update customers.customer
    set has_account = true, name = ${name}, locale = ${locale}, version = version + 1
    where lower(email) = lower(${email}) and not has_account
      and not exists (select from customers.customer where lower(email) = lower(${email}) and has_account)
    returning id`);
  if (adopted !== null) return adopted.id;
  const { id } = await ctx.db.one<{ id: string }>(sql`
    insert into customers.customer as c (id, email, name, locale, has_account, created_at)
    values (${newId()}, ${email}, ${name}, ${locale}, true, ${ctx.now})
    on conflict (lower(email)) where has_account do update set has_account = true
    returning id`);
  return id;
}

/** Opens an account whose address needs no proof: for the demo shop and for imports. @returns the customer's id */
export async function seedCustomerAccount(
  ctx: Context,
  person: Person & { password: string },
): Promise<string> {
  const passwordHash = await hashPassword(person.password);
  const customerId = await adoptGuest(ctx, person);
  await openCustomerAccount(ctx, { ...person, customerId, passwordHash });
  return customerId;
}

/** Signs a customer in. */
export async function signInCustomer(
  edge: Edge,
  credentials: { email: string; password: string },
): Promise<AccountView> {
  const account = await checkCredentials(edge, "customer", credentials.email, credentials.password);
  return edge.transaction(async (ctx) => {
    await completeSignIn(ctx, account);
    return accountViewOf(await getCustomer(ctx, account.subjectId));
  });
}

/** Who is signed in to the store; null when nobody is. */
export async function findSignedIn(ctx: Context): Promise<{ customer: AccountView | null }> {
  if (ctx.principal.kind !== "customer") return { customer: null };
  const customer = await findCustomer(ctx, ctx.principal.customerId);
  return { customer: customer === null ? null : accountViewOf(customer) };
}

export async function changeProfile(
  ctx: Context,
  changes: { name: string; locale: Locale },
): Promise<AccountView> {
  const customerId = customerIdOf(ctx);
  await storeProfile(ctx, customerId, changes);
  return accountViewOf(await getCustomer(ctx, customerId));
}

/** The name lives with the customer; the sign-in keeps a copy to greet with, without a join. */
export async function storeProfile(
  ctx: Context,
  customerId: string,
  { name, locale }: { name: string; locale: Locale },
): Promise<void> {
  await ctx.db.run(sql`
    update customers.customer set name = ${name}, locale = ${locale}, version = version + 1
    where id = ${customerId}`);
  await storeNameAndLocale(ctx, "customer", customerId, name, locale);
}
