import { assert } from "../../kernel/assert.ts";
import { refuse } from "../../kernel/errors.ts";
import { newId, type Uuid } from "../../kernel/ids.ts";
import { actorOf, type Context } from "../../platform/context.ts";
import { sql } from "../../platform/sql.ts";
import { shopToday } from "../settings/index.ts";
import type { MovementKind } from "./account.ts";
import { creditChanged } from "./errors.ts";

/** One change of an account, with what caused it: the same cause moves it once for each kind. */
export interface Movement {
  readonly accountId: Uuid;
  readonly kind: MovementKind;
  /** Minor units that come to the balance; below zero what goes. */
  readonly amountMinor: bigint;
  /** The same for what is held of it. */
  readonly heldMinor: bigint;
  readonly causeType: string;
  readonly causeId: Uuid;
  readonly orderId?: Uuid;
  readonly reason?: string;
}

/**
 * Writes movements and what follows from them for the balances: one round trip. What was moved for
 * this cause before is not moved again. A balance below zero, or less than what is held of it, is refused
 * by the database, and is a bug of the caller.
 */
export async function moveCredit(ctx: Context, movements: readonly Movement[]): Promise<void> {
  if (movements.length === 0) return;
  await ctx.db.run(sql`
    with moved as (
      insert into credit.movement
        (id, account_id, kind, amount_minor, held_minor, cause_type, cause_id, order_id, reason, actor, at)
      select m.id, m.account_id, m.kind, m.amount_minor, m.held_minor, m.cause_type, m.cause_id, m.order_id,
             m.reason, ${actorOf(ctx)}, ${ctx.now}
      from jsonb_to_recordset(${rowsOf(movements)}::jsonb) as m
        (id uuid, account_id uuid, kind text, amount_minor bigint, held_minor bigint, cause_type text,
         cause_id uuid, order_id uuid, reason text)
      order by m.account_id
      on conflict (account_id, kind, cause_type, cause_id) do nothing
      returning account_id, amount_minor, held_minor
    ), sums as (
      select account_id, sum(amount_minor)::bigint as amount, sum(held_minor)::bigint as held
      from moved group by account_id
    )
    update credit.account a
    set balance_minor = a.balance_minor + sums.amount, held_minor = a.held_minor + sums.held,
        version = a.version + 1
    from sums where a.id = sums.account_id`);
}

/** A part of an order that an account is to pay; `causeId` is the attempt it is held for. */
export interface Hold {
  readonly accountId: Uuid;
  readonly amountMinor: bigint;
  readonly causeId: Uuid;
  readonly orderId: Uuid;
}

/**
 * Promises money of accounts to an order, all parts or none: one round trip. Locks them in the order of
 * their ids. Refuses `credit_changed` when one has less than is asked of it by now, is blocked
 * or has expired: whoever else spends at the same moment, no account gives more than it has.
 */
export async function holdCredit(ctx: Context, holds: readonly Hold[]): Promise<void> {
  const ids = new Set(holds.map((each) => each.accountId));
  assert(ids.size === holds.length, "an order names an account once");
  const today = await shopToday(ctx);
  const movements = holds.map((hold) => ({
    ...hold,
    kind: "held" as const,
    amountMinor: 0n,
    heldMinor: hold.amountMinor,
    causeType: "attempt",
  }));
  const held = await ctx.db.run(sql`
    with wanted as (
      select * from jsonb_to_recordset(${rowsOf(movements)}::jsonb) as m
        (id uuid, account_id uuid, held_minor bigint, cause_type text, cause_id uuid, order_id uuid)
    ), locked as (
      select a.id from credit.account a join wanted w on w.account_id = a.id order by a.id for no key update of a
    ), taken as (
      update credit.account a
      set held_minor = a.held_minor + w.held_minor, version = a.version + 1
      from wanted w, locked
      where a.id = w.account_id and locked.id = a.id and not a.blocked
        and (a.expires_on is null or a.expires_on >= ${today}::date)
        and a.balance_minor - a.held_minor >= w.held_minor
      returning w.*
    )
    insert into credit.movement
      (id, account_id, kind, amount_minor, held_minor, cause_type, cause_id, order_id, actor, at)
    select id, account_id, 'held', 0, held_minor, cause_type, cause_id, order_id, ${actorOf(ctx)}, ${ctx.now}
    from taken`);
  if (held !== holds.length) refuse(creditChanged);
}

/** The order is paid with what was held: it leaves the balance. */
export function redeemHeld(ctx: Context, hold: Hold, operationId: Uuid): Promise<void> {
  const { accountId, amountMinor, orderId } = hold;
  return moveCredit(ctx, [
    {
      accountId,
      kind: "redeemed",
      amountMinor: -amountMinor,
      heldMinor: -amountMinor,
      causeType: "operation",
      causeId: operationId,
      orderId,
    },
  ]);
}

/** The order is not paid with it after all: it can be spent again. */
export function releaseHeld(ctx: Context, hold: Hold, operationId: Uuid): Promise<void> {
  const { accountId, amountMinor, orderId } = hold;
  return moveCredit(ctx, [
    {
      accountId,
      kind: "released",
      amountMinor: 0n,
      heldMinor: -amountMinor,
      causeType: "operation",
      causeId: operationId,
      orderId,
    },
  ]);
}

/** Days that money has at least which comes back to an account whose time is over or nearly so. */
const graceDays = 90;

/** Money of an order comes back to an account. One whose time is over lives on, so that it can be spent. */
export async function refundToCredit(
  ctx: Context,
  { accountId, amountMinor, orderId }: Hold,
  operationId: Uuid,
): Promise<void> {
  const today = await shopToday(ctx);
  await moveCredit(ctx, [
    {
      accountId,
      kind: "refunded",
      amountMinor,
      heldMinor: 0n,
      causeType: "operation",
      causeId: operationId,
      orderId,
    },
  ]);
  await ctx.db.run(sql`
    update credit.account set expires_on = ${today}::date + ${graceDays}::integer
    where id = ${accountId} and expires_on < ${today}::date + ${graceDays}::integer`);
}

function rowsOf(movements: readonly Movement[]): string {
  return JSON.stringify(
    movements.map((each) => ({
      id: newId(),
      account_id: each.accountId,
      kind: each.kind,
      amount_minor: each.amountMinor.toString(),
      held_minor: each.heldMinor.toString(),
      cause_type: each.causeType,
      cause_id: each.causeId,
      order_id: each.orderId ?? null,
      reason: each.reason ?? "",
    })),
  );
}
