import { assert, present } from "../../../kernel/assert.ts";
import { newId, type Uuid } from "../../../kernel/ids.ts";
import { money } from "../../../kernel/money.ts";
import { actorOf, type Context } from "../../../platform/context.ts";
import { sql } from "../../../platform/sql.ts";
import {
  type Account,
  accounts,
  booksCurrency,
  credit,
  debit,
  postEntry,
  type EntryWords,
} from "../../ledger/index.ts";
import { changeStock, ensureStock } from "../change-stock.ts";
import type { movementReasons } from "../contract.ts";
import { isWarehouse } from "../location.ts";
import { coverBackorders } from "../reservations/cover-backorders.ts";
import { keyText, type Stock, type StockChange } from "../stock.ts";
import { refuseOverdrawn } from "./refuse-overdrawn.ts";
import { type Move, valueMoves } from "./value-moves.ts";
import { readValuations, type Valuations } from "./valuations.ts";

export type MovementReason = (typeof movementReasons)[number];

export interface GoodsMove extends Move {
  /** Units of the reserved at `from` that leave with the goods. */
  readonly unreserve?: number;
  /** The movement that this one undoes. */
  readonly reversesId?: Uuid;
}

export interface Moving {
  readonly reason: MovementReason;
  readonly note: string;
  /** With `causeId`: what the movements and their journal entry come from. */
  readonly causeType: string;
  readonly causeId: Uuid;
  readonly orderId?: Uuid;
  readonly description: EntryWords;
  /** The account against inventory; null when goods only change places. */
  readonly counter: Account | null;
  readonly moves: readonly GoodsMove[];
}

export interface Moved {
  readonly movementId: Uuid;
  readonly move: GoodsMove;
  /** What the goods carried into or out of the warehouses, in the books' minor units. */
  readonly value: bigint;
}

/**
 * Moves goods: stock rows, movements, valuation and the journal entry in one go; the only way in
 * which `on_hand` ever changes. Refuses `notOnHand` or `stockReserved` when a warehouse would be
 * overdrawn. Five round trips whatever the number of lines, two more when goods cover backorders.
 */
export async function moveGoods(ctx: Context, moving: Moving): Promise<readonly Moved[]> {
  const changes = moving.moves.flatMap(changesOf);
  await ensureStock(ctx, changes);
  const { done, before } = await changeStock(ctx, changes);
  if (!done) await refuseOverdrawn(ctx, before, changes);
  const held = await readValuations(
    ctx,
    moving.moves.map(({ variantId }) => variantId),
  );
  const { values, valuations } = valueMoves(held, moving.moves);
  const moved = moving.moves.map((move, index): Moved => {
    return { movementId: newId(), move, value: present(values[index], "a value for each move") };
  });
  await writeMovements(ctx, moving, moved, valuations);
  await postMoves(ctx, moving, moved);
  await coverBackorders(ctx, waitingRows(before, changes));
  return moved;
}

function changesOf({
  variantId,
  lot,
  fromId,
  toId,
  quantity,
  unreserve = 0,
}: GoodsMove): StockChange[] {
  return [
    { variantId, lot, locationId: fromId, onHand: -quantity, reserved: -unreserve },
    { variantId, lot, locationId: toId, onHand: quantity },
  ];
}

/** Rows with backorders to which goods have come. */
function waitingRows(before: readonly Stock[], changes: readonly StockChange[]): Stock[] {
  const grown = new Set(changes.filter(({ onHand = 0 }) => onHand > 0).map(keyText));
  return before.filter(
    (row) => row.warehouse && row.reserved > row.onHand && grown.has(keyText(row)),
  );
}

async function writeMovements(
  ctx: Context,
  moving: Moving,
  moved: readonly Moved[],
  valuations: Valuations,
): Promise<void> {
  const movements = moved.map(({ movementId, move, value }) => ({
    id: movementId,
    variant_id: move.variantId,
    lot: move.lot,
    from_location: move.fromId,
    to_location: move.toId,
    quantity: move.quantity,
    value_minor: value.toString(),
    reverses_id: move.reversesId ?? null,
  }));
  const worth = [...valuations].map(([variantId, { quantity, value }]) => ({
    variant_id: variantId,
    quantity: quantity.toString(),
    value_minor: value.toString(),
  }));
  const written = await ctx.db.run(sql`
    with worth as (
      insert into inventory.valuation as v (variant_id, quantity, value_minor, currency)
      select w.variant_id, w.quantity, w.value_minor, ${booksCurrency}::text
      from jsonb_to_recordset(${JSON.stringify(worth)}::jsonb) as w
        (variant_id uuid, quantity bigint, value_minor bigint)
      on conflict (variant_id) do update
        set quantity = excluded.quantity, value_minor = excluded.value_minor
    )
    insert into inventory.movement
      (id, variant_id, lot, from_location, to_location, quantity, reason, note, cause_type, cause_id,
       order_id, value_minor, reverses_id, moved_at, moved_by)
    select m.id, m.variant_id, m.lot, m.from_location, m.to_location, m.quantity, ${moving.reason}::text,
           ${moving.note}::text, ${moving.causeType}::text, ${moving.causeId}::uuid,
           ${moving.orderId ?? null}::uuid, m.value_minor, m.reverses_id, ${ctx.now}::timestamptz,
           ${actorOf(ctx)}::text
    from jsonb_to_recordset(${JSON.stringify(movements)}::jsonb) as m
      (id uuid, variant_id uuid, lot text, from_location uuid, to_location uuid, quantity bigint,
       value_minor bigint, reverses_id uuid)`);
  assert(written === moved.length, "a movement for each move");
}

/** Debit inventory, credit the counter account, for what came in less what went out. */
async function postMoves(ctx: Context, moving: Moving, moved: readonly Moved[]): Promise<void> {
  if (moving.counter === null) return;
  const change = moved.reduce((sum, each) => sum + signedValue(each), 0n);
  const amount = money(change, booksCurrency);
  const { entryId, fresh } = await postEntry(ctx, {
    causeType: moving.causeType,
    causeId: moving.causeId,
    description: moving.description,
    ...(moving.orderId === undefined ? {} : { orderId: moving.orderId }),
    postings: [debit(accounts.inventory, amount), credit(moving.counter, amount)],
  });
  assert(fresh || entryId === null, `the goods of ${moving.causeType} ${moving.causeId} move once`);
}

function signedValue({ move, value }: Moved): bigint {
  const comes = isWarehouse(move.toId);
  const leaves = isWarehouse(move.fromId);
  if (comes === leaves) return 0n;
  return comes ? value : -value;
}
