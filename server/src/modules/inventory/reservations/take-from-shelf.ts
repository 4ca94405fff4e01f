import type { Context } from "../../../platform/context.ts";
import { touchTag } from "../../../platform/pending.ts";
import { sql } from "../../../platform/sql.ts";
import { getSettings } from "../../settings/index.ts";
import { compareKeys, keyText, promisableOf, type Stock } from "../stock.ts";
import { insertReservations } from "./insert-reservations.ts";
import type { Reservation } from "./reservation.ts";

/**
 * The plain case, made as cheap as it can be, since most orders are it: everything comes from one
 * stock row. One conditional update and its reservations in one statement. Takes nothing when the
 * row has too few by now; it may be locked then.
 * @returns whether the goods were taken
 */
export async function takeFromShelf(
  ctx: Context,
  look: readonly Stock[],
  reservations: readonly Reservation[],
): Promise<boolean> {
  const [first] = reservations;
  if (first === undefined) return true;
  const quantity = reservations.reduce((sum, each) => sum + each.quantity, 0);
  const taken = await ctx.db.maybe(sql`
    with taken as (
      update inventory.stock
      set reserved = reserved + ${quantity}
      where variant_id = ${first.variantId} and location_id = ${first.locationId}
        and lot = ${first.lot} and on_hand - reserved >= ${quantity}
      returning 1
    ), added as (
      ${insertReservations(reservations, sql`exists (select from taken)`)}
    )
    select 1 from taken`);
  if (taken !== null) await touchWhenFew(ctx, look, first, quantity);
  return taken !== null;
}

/**
 * True for a plan that touches one stock row, promises nothing beyond it, and may lock that row
 * before all others: an update that found too few keeps its lock, and whoever then locks the rest of
 * the variant's rows must still do so in the order of keys.
 */
export function isFromFirstShelf(
  look: readonly Stock[],
  reservations: readonly Reservation[],
): boolean {
  const [first, ...others] = reservations;
  if (first === undefined) return true;
  return (
    others.every((each) => keyText(each) === keyText(first)) &&
    reservations.every(({ backordered }) => !backordered) &&
    look.every((row) => row.variantId !== first.variantId || compareKeys(first, row) <= 0)
  );
}

/**
 * The variant's other rows are not locked here, so what is left in all is known only roughly: pages
 * are dropped for each unit sold once it comes near the point where they would show another state.
 */
async function touchWhenFew(
  ctx: Context,
  look: readonly Stock[],
  { variantId }: Reservation,
  quantity: number,
): Promise<void> {
  const rows = look.filter((row) => row.variantId === variantId);
  const { lowStockAt } = await getSettings(ctx, "checkout");
  const left = promisableOf(rows).available - quantity;
  const productId = rows[0]?.productId;
  if (productId === undefined || left > 2 * lowStockAt) return;
  touchTag(ctx, `product:${productId}`);
}
