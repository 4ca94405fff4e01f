import { assert } from "../../../kernel/assert.ts";
import type { Uuid } from "../../../kernel/ids.ts";
import { type Money, money } from "../../../kernel/money.ts";
import type { Context } from "../../../platform/context.ts";
import { accounts, booksCurrency } from "../../ledger/index.ts";
import { places } from "../location.ts";
import { type PickedUnits, readyUnits } from "../reservations/mark-picked.ts";
import { settleUnits } from "../reservations/store.ts";
import { moveGoods } from "./move-goods.ts";

export interface Shipping {
  readonly orderId: Uuid;
  /** The goods issue is booked once for each shipment. */
  readonly shipmentId: Uuid;
  readonly lines: readonly ShippedLine[];
}

export interface ShippedLine extends PickedUnits {
  readonly variantId: Uuid;
}

export interface ShippedGoods {
  /** What the goods cost the shop, in the books' currency. */
  readonly cost: Money;
  readonly costByVariant: ReadonlyMap<Uuid, Money>;
}

/**
 * Sends reserved goods on their way: they leave the warehouse, their reservations are shipped, and
 * their cost is booked (debit cost of goods sold, credit inventory). Allocated and picked units may
 * leave, picked ones first; `reservationShort` when fewer are ready. The caller holds the order's
 * lock. Seven round trips whatever the number of lines.
 */
export async function shipReserved(ctx: Context, shipping: Shipping): Promise<ShippedGoods> {
  const { orderId, shipmentId, lines } = shipping;
  const taken = await readyUnits(ctx, { orderId, lines }, ["picked", "allocated"]);
  const moved = await moveGoods(ctx, {
    reason: "shipment",
    note: "",
    causeType: "goods_issue",
    causeId: shipmentId,
    orderId,
    description: { code: "goods_issue" },
    counter: accounts.cost_of_goods,
    moves: taken.map(({ reservation: { variantId, lot, locationId }, quantity }) => {
      const toId = places.customer;
      return { variantId, lot, fromId: locationId, toId, quantity, unreserve: quantity };
    }),
  });
  await settleUnits(ctx, taken, "shipped");
  const costs = new Map<Uuid, Money>();
  for (const { move, value } of moved) {
    const soFar = costs.get(move.variantId)?.minor ?? 0n;
    costs.set(move.variantId, money(soFar + value, booksCurrency));
  }
  assert(
    lines.every(({ variantId }) => costs.has(variantId)),
    "every line's variant has shipped",
  );
  const cost = moved.reduce((sum, { value }) => sum + value, 0n);
  return { cost: money(cost, booksCurrency), costByVariant: costs };
}
