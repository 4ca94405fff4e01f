import { newId, type Uuid } from "../../kernel/ids.ts";
import type { Context } from "../../platform/context.ts";
import { sql } from "../../platform/sql.ts";
import { capturedSum, type Facts, refundedSum, stateOf } from "./advance.ts";
import { factsOf, type StoredAttempt } from "./attempt-row.ts";
import { checkTime, operationCheckTime } from "./check-time.ts";
import type { CreditUsed, Operation, OperationKind } from "./payment.ts";

/** Writes what an observation changed, the attempt and its operations: one round trip. The attempt is locked. */
export async function saveFacts(
  ctx: Context,
  attempt: StoredAttempt,
  after: Facts,
): Promise<StoredAttempt> {
  const saved = withFacts(attempt, after, ctx.now);
  const changed = after.operations.filter((each, index) => each !== attempt.operations[index]);
  const rows = changed.map((each) => ({
    id: each.id,
    state: each.state,
    provider_ref: each.providerRef,
    failure: each.failure,
    check_at: operationCheckTime(each, ctx.now, 0)?.toISOString() ?? null,
  }));
  await ctx.db.run(sql`
    with changed as (
      update payments.operation o
      set state = c.state, provider_ref = c.provider_ref, failure = c.failure,
          check_at = c.check_at, changed_at = ${ctx.now}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as c (id uuid, state text, provider_ref text, failure text, check_at timestamptz)
      where o.id = c.id
    )
    update payments.attempt
    set phase = ${after.phase}, state = ${saved.state}, provider_ref = ${after.providerRef},
        action = ${after.action === null ? null : JSON.stringify(after.action)}::jsonb,
        captured_minor = ${saved.capturedMinor}, refunded_minor = ${saved.refundedMinor},
        failure = ${after.failure}, expires_at = ${after.expiresAt},
        check_at = ${checkTime(saved, ctx.now)}, checks = 0, changed_at = ${ctx.now}, version = version + 1
    where id = ${attempt.id}`);
  return saved;
}

function withFacts(attempt: StoredAttempt, facts: Facts, now: Date): StoredAttempt {
  return {
    ...attempt,
    phase: facts.phase,
    state: stateOf(facts),
    providerRef: facts.providerRef,
    action: facts.action,
    failure: facts.failure,
    expiresAt: facts.expiresAt,
    capturedMinor: capturedSum(facts.operations),
    refundedMinor: refundedSum(facts.operations),
    operations: facts.operations,
    checks: 0,
    changedAt: now,
  };
}

export interface NewOperation {
  readonly kind: OperationKind;
  readonly amountMinor: bigint;
  readonly causeType: string;
  readonly causeId: Uuid;
  /** Set for what people do themselves, and what is done at once: no sweeper asks anybody about it. */
  readonly byHand: boolean;
  /** Where a refund goes, if not where the money came from. */
  readonly paidTo?: CreditUsed | null;
}

/**
 * Writes an operation down before anyone is called. The same cause has one operation of a kind on an
 * attempt, however often it is asked for. The attempt is locked.
 */
export async function insertOperation(
  ctx: Context,
  attempt: StoredAttempt,
  wanted: NewOperation,
): Promise<{ attempt: StoredAttempt; operation: Operation }> {
  const known = attempt.operations.find(
    (each) =>
      each.kind === wanted.kind &&
      each.causeType === wanted.causeType &&
      each.causeId === wanted.causeId,
  );
  if (known !== undefined) return { attempt, operation: known };
  const operation: Operation = {
    id: newId(),
    kind: wanted.kind,
    amountMinor: wanted.amountMinor,
    state: "created",
    providerRef: null,
    failure: null,
    causeType: wanted.causeType,
    causeId: wanted.causeId,
    paidTo: wanted.paidTo ?? null,
    createdAt: ctx.now,
  };
  const operations = [...attempt.operations, operation];
  const state = stateOf({ ...factsOf(attempt), operations });
  const checkAt = wanted.byHand ? null : operationCheckTime(operation, ctx.now, 0);
  await ctx.db.run(sql`
    with fresh as (
      insert into payments.operation
        (id, attempt_id, kind, amount_minor, state, cause_type, cause_id, paid_to, check_at, created_at,
         changed_at)
      values (${operation.id}, ${attempt.id}, ${operation.kind}, ${operation.amountMinor}, 'created',
              ${operation.causeType}, ${operation.causeId}, ${operation.paidTo?.id ?? null}::uuid, ${checkAt}, ${ctx.now}, ${ctx.now})
    )
    update payments.attempt set state = ${state}, changed_at = ${ctx.now}, version = version + 1
    where id = ${attempt.id}`);
  return { attempt: { ...attempt, operations, state, changedAt: ctx.now }, operation };
}

/** Puts off the next look at an attempt that had nothing new to say. */
export async function postponeCheck(ctx: Context, attempt: StoredAttempt): Promise<void> {
  const checks = attempt.checks + 1;
  await ctx.db.run(sql`
    update payments.attempt set checks = ${checks}, check_at = ${checkTime({ ...attempt, checks }, ctx.now)}
    where id = ${attempt.id} and check_at is not null`);
}

/** Puts off the next look at an operation whose outcome is still open. */
export async function postponeOperation(ctx: Context, operationId: Uuid): Promise<void> {
  await ctx.db.run(sql`
    update payments.operation
    set checks = checks + 1,
        check_at = ${ctx.now}::timestamptz + make_interval(secs => least(60, 10 * 2 ^ least(checks, 10))::integer)
    where id = ${operationId} and state in ('created', 'unknown') and check_at is not null`);
}
