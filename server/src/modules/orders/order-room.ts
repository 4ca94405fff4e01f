import { DatabaseError } from "pg";
import { refuse } from "../../kernel/errors.ts";
import type { Context } from "../../platform/context.ts";
import { type Sql, sql } from "../../platform/sql.ts";
import { tooManyOrders, tooManyUnpaidOrders } from "./contract.ts";

/** How many orders one customer may make and leave unpaid; 0: any number. */
export interface OrderLimits {
  readonly mostAnHour: number;
  readonly mostUnpaid: number;
  /** Ways to pay whose placed orders count as unpaid until money has come: nobody has promised it. */
  readonly unpromised: readonly string[];
}

export const noLimits: OrderLimits = { mostAnHour: 0, mostUnpaid: 0, unpromised: [] };

/** The check as a row source: it gives one row, or fails with a code that `refuseWithoutRoom` reads. */
export function roomFor(
  ctx: Pick<Context, "now">,
  order: { readonly id: string; readonly customerId: string | null },
  { mostAnHour, mostUnpaid, unpromised }: OrderLimits,
): Sql {
  return sql`orders.require_room(${order.customerId}::uuid, ${order.id}::uuid, ${ctx.now}::timestamptz,
    ${mostAnHour}::integer, ${mostUnpaid}::integer, ${[...unpromised]}::text[])`;
}

/** Turns the database's no into the refusal that it is; anything else is thrown on. */
export async function refuseWithoutRoom<T>(limits: OrderLimits, answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    const code = error instanceof DatabaseError ? error.code : undefined;
    if (code === "SW003") refuse(tooManyOrders, { retryAfterSeconds: 3600 });
    if (code === "SW004") refuse(tooManyUnpaidOrders, { most: limits.mostUnpaid });
    throw error;
  }
}

/**
 * Refuses when the customer has as many unpaid orders as they may, besides this one. For an order that
 * changes to a way of paying that nobody promises. One round trip; orders of one customer wait for each other.
 */
export async function requireOrderRoom(
  ctx: Context,
  order: { readonly id: string; readonly customerId: string | null },
  limits: OrderLimits,
): Promise<void> {
  await refuseWithoutRoom(limits, ctx.db.run(sql`select from ${roomFor(ctx, order, limits)}`));
}
