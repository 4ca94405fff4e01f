import type { Context } from "../../platform/context.ts";
import { sql } from "../../platform/sql.ts";

/**
 * Adds what a new invoice takes of each line, in minor units: one round trip. The caller has locked
 * the order; credit notes do not undo it, they have their own lines.
 */
export async function recordInvoiced(
  ctx: Context,
  orderId: string,
  lines: readonly {
    readonly orderLineId: string;
    readonly netMinor: bigint;
    readonly taxMinor: bigint;
  }[],
): Promise<void> {
  await ctx.db.run(sql`
    update orders.line l
    set invoiced_net_minor = invoiced_net_minor + i.net, invoiced_tax_minor = invoiced_tax_minor + i.tax
    from unnest(${lines.map((line) => line.orderLineId)}::uuid[],
                ${lines.map((line) => line.netMinor)}::bigint[],
                ${lines.map((line) => line.taxMinor)}::bigint[]) as i (id, net, tax)
    where l.id = i.id and l.order_id = ${orderId}`);
}
