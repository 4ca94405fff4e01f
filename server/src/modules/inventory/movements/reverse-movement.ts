import { notFound, refuse } from "../../../kernel/errors.ts";
import type { Uuid } from "../../../kernel/ids.ts";
import { typeId } from "../../../kernel/type-id.ts";
import { recordAudit } from "../../../platform/audit-trail.ts";
import type { Context } from "../../../platform/context.ts";
import { sql } from "../../../platform/sql.ts";
import { type Account, accounts } from "../../ledger/index.ts";
import { alreadyReversed, notReversible } from "../contract.ts";
import { type MovementReason, type Moved, moveGoods } from "./move-goods.ts";

interface MovementRow {
  readonly id: Uuid;
  readonly variant_id: Uuid;
  readonly lot: string;
  readonly from_location: Uuid;
  readonly to_location: Uuid;
  readonly quantity: bigint;
  readonly reason: MovementReason;
  readonly cause_type: string;
  readonly value_minor: bigint;
  readonly reversed: boolean;
}

/**
 * Undoes a receipt, adjustment or transfer by the same movement in the other direction. Goods that
 * leave again take the value they came with, as far as so much is left; all that is left when they
 * are the last. Refuses what was reversed before, and shipments and returns, which have documents.
 */
export async function reverseMovement(
  ctx: Context,
  movementId: Uuid,
  note: string,
): Promise<Moved> {
  const movement = await lockMovement(ctx, movementId);
  if (movement.reversed) refuse(alreadyReversed);
  if (!["receipt", "adjustment", "transfer"].includes(movement.reason)) {
    refuse(notReversible, { reason: movement.reason });
  }
  const [moved] = await moveGoods(ctx, {
    reason: "reversal",
    note,
    causeType: "stock_reversal",
    causeId: movement.id,
    description: { code: "movement_reversal" },
    counter: counterOf(movement),
    moves: [
      {
        variantId: movement.variant_id,
        lot: movement.lot,
        fromId: movement.to_location,
        toId: movement.from_location,
        quantity: Number(movement.quantity),
        value: movement.value_minor,
        reversesId: movement.id,
      },
    ],
  });
  if (moved === undefined) throw new Error("a reversal moves goods");
  await recordAudit(ctx, "stock.movement_reversed", typeId("movement", movementId), { note });
  return moved;
}

/**
 * Movements are history, so it is the variant's stock rows that are locked: two reversals of one
 * movement then come one after the other.
 */
async function lockMovement(ctx: Context, movementId: Uuid): Promise<MovementRow> {
  await ctx.db.all(sql`
    select s.location_id from inventory.stock s
    where s.variant_id = (select m.variant_id from inventory.movement m where m.id = ${movementId})
    order by s.location_id, s.lot
    for no key update`);
  const movement = await ctx.db.maybe<MovementRow>(sql`
    select m.*, exists (select from inventory.movement r where r.reverses_id = m.id) as reversed
    from inventory.movement m where m.id = ${movementId}`);
  return movement ?? refuse(notFound);
}

function counterOf({ reason, cause_type }: MovementRow): Account | null {
  if (reason === "transfer") return null;
  if (reason === "adjustment") return accounts.shrinkage;
  return cause_type === "stock_opening" ? accounts.opening : accounts.goods_received;
}
