import { notFound, refuse } from "../../kernel/errors.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { asCurrency } from "../../kernel/currency.ts";
import type { Context } from "../../platform/context.ts";
import { type Sql, sql } from "../../platform/sql.ts";
import type { Refund, RefundPurpose } from "./payment.ts";

interface RefundRow {
  id: Uuid;
  order_id: Uuid;
  currency: string;
  amount_minor: bigint;
  net_minor: bigint;
  tax_minor: bigint;
  purpose: RefundPurpose;
  reason: string;
  lines: { orderLineId: Uuid; quantity: number; netMinor: string; taxMinor: string }[];
  state: Refund["state"];
  created_at: Date;
  created_by: string;
}

async function refundsWhere(ctx: Context, condition: Sql): Promise<Refund[]> {
  const rows = await ctx.db.all<RefundRow>(sql`
    select id, order_id, currency, amount_minor, net_minor, tax_minor, purpose, reason, lines, state,
           created_at, created_by
    from payments.refund ${condition} order by created_at, id`);
  return rows.map(refundOf);
}

export function refundsOf(ctx: Context, orderId: Uuid): Promise<Refund[]> {
  return refundsWhere(ctx, sql`where order_id = ${orderId}`);
}

export async function findRefund(ctx: Context, refundId: Uuid): Promise<Refund | null> {
  return (await refundsWhere(ctx, sql`where id = ${refundId}`))[0] ?? null;
}

/** A refund as decided; refuses `not_found`. Its lines say what a credit note has to cancel. */
export async function getRefund(ctx: Context, refundId: Uuid): Promise<Refund> {
  return (await findRefund(ctx, refundId)) ?? refuse(notFound);
}

export async function insertRefund(ctx: Context, refund: Refund): Promise<void> {
  await ctx.db.run(sql`
    insert into payments.refund
      (id, order_id, currency, amount_minor, net_minor, tax_minor, purpose, reason, lines, state,
       created_at, created_by, changed_at)
    values (${refund.id}, ${refund.orderId}, ${refund.amount.currency}, ${refund.amount.minor},
            ${refund.netMinor}, ${refund.taxMinor}, ${refund.purpose}, ${refund.reason},
            ${storedLines(refund)}::jsonb, ${refund.state}, ${refund.createdAt}, ${refund.createdBy},
            ${ctx.now})`);
}

/** How far a refund's operations have come. */
export interface RefundParts {
  readonly unfinished: boolean;
  readonly returnedMinor: bigint;
  readonly refusedMinor: bigint;
}

/** The operations are saved before. */
export function refundParts(ctx: Context, refundId: Uuid): Promise<RefundParts> {
  return ctx.db.one<RefundParts>(sql`
    select coalesce(bool_or(state in ('created', 'unknown')), true) as unfinished,
           coalesce(sum(amount_minor) filter (where state = 'succeeded'), 0)::bigint as "returnedMinor",
           coalesce(sum(amount_minor) filter (where state = 'failed'), 0)::bigint as "refusedMinor"
    from payments.operation
    where kind = 'refund' and cause_type = 'refund' and cause_id = ${refundId}`);
}

/** Writes how a refund ended: its state, and what of it went back. */
export async function saveRefundEnd(ctx: Context, refund: Refund): Promise<void> {
  await ctx.db.run(sql`
    update payments.refund
    set state = ${refund.state}, amount_minor = ${refund.amount.minor}, net_minor = ${refund.netMinor},
        tax_minor = ${refund.taxMinor}, lines = ${storedLines(refund)}::jsonb, changed_at = ${ctx.now}
    where id = ${refund.id}`);
}

function storedLines(refund: Refund): string {
  const lines = refund.lines.map((line) => ({
    orderLineId: line.orderLineId,
    quantity: line.quantity,
    netMinor: line.netMinor.toString(),
    taxMinor: line.taxMinor.toString(),
  }));
  return JSON.stringify(lines);
}

function refundOf(row: RefundRow): Refund {
  return {
    id: row.id,
    orderId: row.order_id,
    amount: { minor: row.amount_minor, currency: asCurrency(row.currency) },
    netMinor: row.net_minor,
    taxMinor: row.tax_minor,
    purpose: row.purpose,
    reason: row.reason,
    state: row.state,
    lines: row.lines.map((line) => ({
      orderLineId: line.orderLineId,
      quantity: line.quantity,
      netMinor: BigInt(line.netMinor),
      taxMinor: BigInt(line.taxMinor),
    })),
    createdAt: row.created_at,
    createdBy: row.created_by,
  };
}
