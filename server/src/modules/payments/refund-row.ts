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
  const lines = refund.lines.map((line) => ({
    orderLineId: line.orderLineId,
    quantity: line.quantity,
    netMinor: line.netMinor.toString(),
    taxMinor: line.taxMinor.toString(),
  }));
  await ctx.db.run(sql`
    insert into payments.refund
      (id, order_id, currency, amount_minor, net_minor, tax_minor, purpose, reason, lines, state,
       created_at, created_by, changed_at)
    values (${refund.id}, ${refund.orderId}, ${refund.amount.currency}, ${refund.amount.minor},
            ${refund.netMinor}, ${refund.taxMinor}, ${refund.purpose}, ${refund.reason},
            ${JSON.stringify(lines)}::jsonb, ${refund.state}, ${refund.createdAt}, ${refund.createdBy},
            ${ctx.now})`);
}

/** Derives a refund's state from its operations, which are saved before: failed when one of them ended so. */
export async function saveRefundState(ctx: Context, refundId: Uuid): Promise<Refund["state"]> {
  const { state } = await ctx.db.one<{ state: Refund["state"] }>(sql`
    update payments.refund r set changed_at = ${ctx.now}, state = coalesce((
      select case when bool_or(o.state in ('created', 'unknown')) then 'pending'
                  when bool_or(o.state = 'failed') then 'failed'
                  else 'succeeded' end
      from payments.operation o
      where o.kind = 'refund' and o.cause_type = 'refund' and o.cause_id = r.id), 'pending')
    where r.id = ${refundId} returning r.state`);
  return state;
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
