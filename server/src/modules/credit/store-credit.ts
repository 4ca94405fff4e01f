import type { InputOf } from "../../kernel/endpoint.ts";
import type { Currency } from "../../kernel/currency.ts";
import { newId, type Uuid } from "../../kernel/ids.ts";
import { toWire } from "../../kernel/money.ts";
import { typeId } from "../../kernel/type-id.ts";
import { recordAudit } from "../../platform/audit-trail.ts";
import { actorOf, type Context } from "../../platform/context.ts";
import { sql } from "../../platform/sql.ts";
import { customerIdOf, getCustomer } from "../customers/index.ts";
import { creditOfCustomer, lockAccount } from "./account-row.ts";
import { adjustCredit } from "./adjust-credit.ts";
import type { adjustCustomerCredit, CustomerCreditView } from "./contract.ts";
import { movementsOf } from "./movements.ts";
import { movementViewOf, ownCreditViewOf } from "./views.ts";

/** A customer's account in a currency, made when there is none: one round trip. */
export async function ensureStoreCredit(
  ctx: Context,
  customerId: Uuid,
  currency: Currency,
): Promise<Uuid> {
  const { id } = await ctx.db.one<{ id: Uuid }>(sql`
    insert into credit.account as a (id, kind, currency, customer_id, source, created_at, created_by)
    values (${newId()}, 'store_credit', ${currency}, ${customerId}, 'issued', ${ctx.now}, ${actorOf(ctx)})
    on conflict (customer_id, currency) where customer_id is not null do update set version = a.version
    returning id`);
  return id;
}

/** Gives a customer credit or takes some off. */
export async function answerCreditAdjustment(
  ctx: Context,
  { params: { customerId }, body }: InputOf<typeof adjustCustomerCredit>,
): Promise<CustomerCreditView> {
  await getCustomer(ctx, customerId);
  const id = await ensureStoreCredit(ctx, customerId, body.amount.currency);
  await adjustCredit(ctx, await lockAccount(ctx, id, "store_credit"), body);
  await recordAudit(ctx, "store_credit.adjusted", typeId("customer", customerId), {
    amount: { ...toWire(body.amount) },
    reason: body.reason,
  });
  return customerCredit(ctx, customerId);
}

/** With the history of each currency: two round trips, and one to know the customer. */
export async function answerCustomerCredit(
  ctx: Context,
  customerId: Uuid,
): Promise<CustomerCreditView> {
  await getCustomer(ctx, customerId);
  return customerCredit(ctx, customerId);
}

async function customerCredit(ctx: Context, customerId: Uuid): Promise<CustomerCreditView> {
  const all = await creditOfCustomer(ctx, customerId);
  const movements = await movementsOf(
    ctx,
    all.map(({ id }) => id),
  );
  return {
    accounts: all.map((account) => ({
      ...ownCreditViewOf(account),
      movements: movements
        .filter((row) => row.account_id === account.id)
        .map((row) => movementViewOf(row, account)),
    })),
  };
}

/** The signed-in customer's own. */
export async function answerOwnCredit(ctx: Context) {
  return (await creditOfCustomer(ctx, customerIdOf(ctx))).map(ownCreditViewOf);
}
