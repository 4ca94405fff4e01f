import { refuse } from "../../kernel/errors.ts";
import { newId, type Uuid } from "../../kernel/ids.ts";
import { typeId } from "../../kernel/type-id.ts";
import { type Sql, sql } from "../../platform/sql.ts";
import type { Cart } from "./cart.ts";
import { maxCartLines, maxLineQuantity } from "./contract.ts";
import { notForSale, quantityLimited } from "./errors.ts";

export interface WantedLine {
  readonly variantId: Uuid;
  readonly quantity: number;
}

/** The same wishes with each variant once, quantities added up. */
export function addedUp(lines: readonly WantedLine[]): WantedLine[] {
  const quantities = new Map<Uuid, number>();
  for (const { variantId, quantity } of lines) {
    quantities.set(variantId, (quantities.get(variantId) ?? 0) + quantity);
  }
  return [...quantities].map(([variantId, quantity]) => ({ variantId, quantity }));
}

/**
 * Adds wanted units to the lines of the cart in the CTE `open` (its id and currency), in one step
 * that never loses a parallel one. What is not on sale in that currency is left out; the statement
 * returns the variants that were taken.
 */
export function insertWanted(lines: readonly WantedLine[], addedAt: Date): Sql {
  // Arrays, not JSON: the planner expects few of them, and looks each one up instead of reading the shelf.
  const ids = lines.map(() => newId());
  const variantIds = lines.map(({ variantId }) => variantId);
  const quantities = lines.map(({ quantity }) => quantity);
  return sql`
    insert into cart.line as l (id, cart_id, variant_id, quantity, price_seen_minor, added_at)
    select w.id, open.id, w.variant_id, w.quantity, p.amount_minor, ${addedAt}
    from open
    cross join unnest(${ids}::uuid[], ${variantIds}::uuid[], ${quantities}::integer[]) as w (id, variant_id, quantity)
    join catalog.shelf_variant v on v.variant_id = w.variant_id and v.on_sale
    join pricing.listed_price p on p.variant_id = w.variant_id and p.currency = open.currency
    order by w.id
    on conflict (cart_id, variant_id) do update
      set quantity = l.quantity + excluded.quantity, price_seen_minor = excluded.price_seen_minor
    returning l.variant_id`;
}

/** Refuses what was left out, and what is more than a cart may hold; the transaction undoes it. */
export function requireTaken(
  wanted: readonly WantedLine[],
  taken: readonly Uuid[],
  cart: Cart,
): void {
  const missing = wanted.find(({ variantId }) => !taken.includes(variantId));
  if (missing !== undefined) {
    refuse(notForSale, { variantId: typeId("variant", missing.variantId) });
  }
  const tooMany = cart.lines.find(({ quantity }) => quantity > maxLineQuantity);
  if (tooMany !== undefined) {
    const variantId = typeId("variant", tooMany.variantId);
    refuse(quantityLimited, { variantId, max: maxLineQuantity });
  }
  if (cart.lines.length > maxCartLines) refuse(quantityLimited, { max: maxCartLines });
}
