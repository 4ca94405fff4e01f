import type { Context } from "../../platform/context.ts";
import { sql } from "../../platform/sql.ts";

/**
 * Notes on each line what a refund took of it, when the refund is decided: units (0 for money only),
 * net and tax. One round trip; negative parts take back a refund that failed. The caller has locked
 * the order. The database refuses more than was sold. The order's own refunded amount follows
 * the money, by recordPayment.
 */
export async function recordRefunded(
  ctx: Context,
  orderId: string,
  lines: readonly {
    readonly orderLineId: string;
    readonly quantity: number;
    readonly netMinor: bigint;
    readonly taxMinor: bigint;
  }[],
): Promise<void> {
  await ctx.db.run(sql`
    update orders.line l
    set quantity_refunded = quantity_refunded + r.quantity,
        refunded_net_minor = refunded_net_minor + r.net,
        refunded_tax_minor = refunded_tax_minor + r.tax
    from unnest(${lines.map((line) => line.orderLineId)}::uuid[],
                ${lines.map((line) => line.quantity)}::integer[],
                ${lines.map((line) => line.netMinor)}::bigint[],
                ${lines.map((line) => line.taxMinor)}::bigint[]) as r (id, quantity, net, tax)
    where l.id = r.id and l.order_id = ${orderId}`);
}
