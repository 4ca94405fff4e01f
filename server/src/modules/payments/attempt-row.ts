import { notFound, refuse } from "../../kernel/errors.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { asCurrency } from "../../kernel/currency.ts";
import type { Money } from "../../kernel/money.ts";
import type { Context } from "../../platform/context.ts";
import { type Sql, sql } from "../../platform/sql.ts";
import type { Facts, Phase } from "./advance.ts";
import type { Attempt, AttemptState, CreditUsed, Operation, PaymentAction } from "./payment.ts";

/** An attempt with what only this room needs to know of it. */
export interface StoredAttempt extends Attempt {
  readonly phase: Phase;
  readonly expiresAt: Date | null;
  readonly checks: number;
}

interface AttemptRow {
  id: Uuid;
  order_id: Uuid;
  provider: string;
  credit: CreditUsed | null;
  currency: string;
  amount_minor: bigint;
  state: AttemptState;
  phase: Phase;
  provider_ref: string | null;
  action: PaymentAction | null;
  captured_minor: bigint;
  refunded_minor: bigint;
  failure: string | null;
  expires_at: Date | null;
  checks: number;
  created_at: Date;
  changed_at: Date;
  operations: OperationJson[];
}

interface OperationJson {
  id: Uuid;
  kind: Operation["kind"];
  amount: string;
  state: Operation["state"];
  provider_ref: string | null;
  failure: string | null;
  cause_type: string;
  cause_id: Uuid;
  paid_to: CreditUsed | null;
  created_at: string;
}

/** A row of credit.spendable as CreditUsed. */
const creditJson = (id: Sql): Sql => sql`
  (select jsonb_build_object('id', c.id, 'kind', c.kind, 'codeEnd', c.code_end)
   from credit.spendable c where c.id = ${id})`;

const selectAttempt = sql`
  select a.id, a.order_id, a.provider, a.currency, a.amount_minor, a.state, a.phase, a.provider_ref, a.action,
         a.captured_minor, a.refunded_minor, a.failure, a.expires_at, a.checks, a.created_at, a.changed_at,
         ${creditJson(sql`a.credit_id`)} as credit,
         (select coalesce(jsonb_agg(jsonb_build_object(
            'id', o.id, 'kind', o.kind, 'amount', o.amount_minor::text, 'state', o.state,
            'provider_ref', o.provider_ref, 'failure', o.failure, 'cause_type', o.cause_type,
            'cause_id', o.cause_id, 'paid_to', ${creditJson(sql`o.paid_to`)},
            'created_at', o.created_at) order by o.created_at, o.id), '[]')
          from payments.operation o where o.attempt_id = a.id) as operations
  from payments.attempt a`;

async function attemptsWhere(ctx: Context, condition: Sql): Promise<StoredAttempt[]> {
  const rows = await ctx.db.all<AttemptRow>(sql`${selectAttempt} ${condition}`);
  return rows.map(attemptOf);
}

/** Oldest first. */
export function attemptsOf(ctx: Context, orderId: Uuid): Promise<StoredAttempt[]> {
  return attemptsWhere(ctx, sql`where a.order_id = ${orderId} order by a.created_at, a.id`);
}

/** Oldest first, locked; the order was locked before. */
export async function lockAttempts(ctx: Context, orderId: Uuid): Promise<StoredAttempt[]> {
  await ctx.db.run(sql`
    select from payments.attempt where order_id = ${orderId} order by created_at, id for update`);
  return attemptsOf(ctx, orderId);
}

export async function findAttempt(ctx: Context, attemptId: Uuid): Promise<StoredAttempt | null> {
  return (await attemptsWhere(ctx, sql`where a.id = ${attemptId}`))[0] ?? null;
}

export async function getAttempt(ctx: Context, attemptId: Uuid): Promise<StoredAttempt> {
  return (await findAttempt(ctx, attemptId)) ?? refuse(notFound);
}

/** The attempt an operation belongs to, which is among its operations. */
export async function attemptOfOperation(ctx: Context, operationId: Uuid): Promise<StoredAttempt> {
  const found = await attemptsWhere(
    ctx,
    sql`where a.id = (select attempt_id from payments.operation where id = ${operationId})`,
  );
  return found[0] ?? refuse(notFound);
}

/** Locked after its order. The operations are read under the lock, since they change only there. */
export async function lockAttempt(ctx: Context, attemptId: Uuid): Promise<StoredAttempt> {
  await ctx.db.run(sql`select from payments.attempt where id = ${attemptId} for update`);
  return getAttempt(ctx, attemptId);
}

function attemptOf(row: AttemptRow): StoredAttempt {
  return {
    id: row.id,
    orderId: row.order_id,
    provider: row.provider,
    credit: row.credit,
    amount: moneyOf(row.amount_minor, row.currency),
    state: row.state,
    phase: row.phase,
    providerRef: row.provider_ref,
    action: row.action,
    capturedMinor: row.captured_minor,
    refundedMinor: row.refunded_minor,
    failure: row.failure,
    expiresAt: row.expires_at,
    checks: row.checks,
    createdAt: row.created_at,
    changedAt: row.changed_at,
    operations: row.operations.map(operationOf),
  };
}

function operationOf(row: OperationJson): Operation {
  return {
    id: row.id,
    kind: row.kind,
    amountMinor: BigInt(row.amount),
    state: row.state,
    providerRef: row.provider_ref,
    failure: row.failure,
    causeType: row.cause_type,
    causeId: row.cause_id,
    paidTo: row.paid_to,
    createdAt: new Date(row.created_at),
  };
}

function moneyOf(minor: bigint, currency: string): Money {
  return { minor, currency: asCurrency(currency) };
}

const waitingStates = ["created", "authorising", "unknown"] as const;

export function factsOf(attempt: StoredAttempt): Facts {
  return {
    phase: attempt.phase,
    waiting: waitingStates.find((state) => state === attempt.state) ?? "authorising",
    amountMinor: attempt.amount.minor,
    providerRef: attempt.providerRef,
    action: attempt.action,
    failure: attempt.failure,
    expiresAt: attempt.expiresAt,
    operations: attempt.operations,
  };
}
