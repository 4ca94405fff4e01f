import type { Uuid } from "../../kernel/ids.ts";
import type { Context } from "../../platform/context.ts";
import { sql } from "../../platform/sql.ts";
import { cardJson, type CardJson, cardViewsOf } from "./product-card.ts";
import { shelfOf } from "./shelf.ts";
import type { ProductCardView } from "./store-contract.ts";

/** Cards of these products in this order, without those that are not on sale here. One round trip. */
export async function listCards(
  ctx: Context,
  productIds: readonly Uuid[],
): Promise<ProductCardView[]> {
  if (productIds.length === 0) return [];
  const shelf = await shelfOf(ctx);
  const rows = await ctx.db.all<{ card: CardJson }>(sql`
    select ${cardJson(shelf)} as card
    from unnest(${productIds}::uuid[]) with ordinality as wanted (id, place)
    join catalog.product p on p.id = wanted.id and p.status = 'published'
    order by wanted.place`);
  return cardViewsOf(
    rows.map(({ card }) => card),
    shelf,
  );
}
