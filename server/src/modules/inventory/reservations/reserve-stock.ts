import { assert } from "../../../kernel/assert.ts";
import { refuse } from "../../../kernel/errors.ts";
import { newId, type Uuid } from "../../../kernel/ids.ts";
import { typeId } from "../../../kernel/type-id.ts";
import type { Context } from "../../../platform/context.ts";
import { sql } from "../../../platform/sql.ts";
import { changeStock, ensureStock } from "../change-stock.ts";
import { outOfStock } from "../contract.ts";
import { availableOf, keyText, promisableOf, type Stock, type StockChange } from "../stock.ts";
import { type StockRow, stockFrom } from "../stock-row.ts";
import {
  type Demand,
  type Item,
  type Piece,
  planStock,
  type Shortage,
  type Warehouse,
} from "./plan-stock.ts";
import { insertReservations } from "./insert-reservations.ts";
import type { Reservation } from "./reservation.ts";
import { isFromFirstShelf, takeFromShelf } from "./take-from-shelf.ts";

export interface StockRequest {
  readonly orderId: Uuid;
  /** Where the goods go: warehouses that serve this country are preferred. */
  readonly country: string;
  /** The warehouse the shopper picks up from: nothing is sent from elsewhere. */
  readonly pickupLocationId?: Uuid;
  /** held: until it expires, while the shopper pays; allocated: for good. */
  readonly state: "held" | "allocated";
  /** For held only, and then required. */
  readonly expiresAt?: Date;
  /** Lines of the same variant are welcome; their demand is added up. */
  readonly lines: readonly Demand[];
}

export interface ShortLine {
  readonly orderLineId: Uuid;
  readonly variantId: Uuid;
  readonly locationId: Uuid;
  readonly quantity: number;
  /** Days until it is promised, as the variant says. */
  readonly days: number;
}

export interface StockReserved {
  readonly reservations: readonly Reservation[];
  /** What was promised beyond the shelves, by the variant's policy. */
  readonly backordered: readonly ShortLine[];
  /** What has to be bought for this order: the caller requests it from purchasing. */
  readonly fromSupplier: readonly ShortLine[];
}

/**
 * Reserves goods for an order's lines, all or nothing, and stores the plan of what comes from where.
 * Refuses `outOfStock` with the variants that fall short. Never takes more than there is, whoever
 * else reserves at the same time; the rows stay locked until the commit, so call it late.
 *
 * Two round trips: a look without locks, on which the plan is made, and one statement that locks,
 * checks and writes it (a plain update when all comes from one shelf). When the plan was overtaken, the
 * rows are locked by then: it is made again on what they hold now and cannot fail a second time, at
 * one more round trip, two after a plain update. A variant that was never stocked and is promised all
 * the same costs one more for its first row.
 */
export async function reserveStock(ctx: Context, request: StockRequest): Promise<StockReserved> {
  assert(
    (request.state === "held") === (request.expiresAt !== undefined),
    "a hold expires, nothing else does",
  );
  const look = await lookAtStock(ctx, request);
  let reservations = planOrRefuse(ctx, request, look, look.rows);
  await ensureShelves(ctx, look);
  if (isFromFirstShelf(look.rows, reservations)) {
    if (await takeFromShelf(ctx, look.rows, reservations)) return reserved(look, reservations);
  }
  const first = await writePlan(ctx, reservations);
  if (!first.done) {
    reservations = planOrRefuse(ctx, request, look, first.before);
    const second = await writePlan(ctx, reservations);
    assert(second.done, "a plan made on locked rows holds");
  }
  return reserved(look, reservations);
}

interface Look {
  readonly rows: readonly Stock[];
  /** Those that may send this order's goods. */
  readonly warehouses: readonly Warehouse[];
  /** All that are open, also where the shopper does not pick up. */
  readonly openLocations: readonly Uuid[];
  readonly days: ReadonlyMap<Uuid, number>;
  readonly variants: ReadonlyMap<Uuid, Omit<Item, "backordered">>;
}

type LookRow = StockRow & {
  readonly backorder_days: number;
  readonly countries: string[];
  readonly priority: number;
  readonly stored: boolean;
};

/** Every wanted variant at every warehouse, also where it has no stock row yet. */
async function lookAtStock(ctx: Context, request: StockRequest): Promise<Look> {
  const variantIds = [...new Set(request.lines.map(({ variantId }) => variantId))];
  const found = await ctx.db.all<LookRow>(sql`
    select i.variant_id, i.product_id, i.sku, i.stock_policy, i.backorder_cap, i.backorder_days,
           l.id as location_id, l.countries, l.priority, l.active, true as warehouse,
           coalesce(s.lot, '') as lot, coalesce(s.on_hand, 0) as on_hand,
           coalesce(s.reserved, 0) as reserved, s.variant_id is not null as stored
    from inventory.item i
    cross join inventory.location l
    left join inventory.stock s on s.variant_id = i.variant_id and s.location_id = l.id
    where i.variant_id = any(${variantIds}::uuid[]) and l.kind = 'warehouse'`);
  const usable = found.filter(
    ({ active, location_id }) =>
      active &&
      (request.pickupLocationId === undefined || location_id === request.pickupLocationId),
  );
  return {
    rows: found.filter(({ stored }) => stored).map(stockFrom),
    warehouses: [...new Map(usable.map((row) => [row.location_id, warehouseFrom(row)])).values()],
    openLocations: [...new Set(found.filter(({ active }) => active).map((row) => row.location_id))],
    days: new Map(found.map((row) => [row.variant_id, row.backorder_days])),
    variants: new Map(
      found.map((row) => [
        row.variant_id,
        { sku: row.sku, policy: row.stock_policy, backorderCap: row.backorder_cap },
      ]),
    ),
  };
}

function warehouseFrom({ location_id, countries, priority }: LookRow): Warehouse {
  return { locationId: location_id, countries, priority };
}

/** The reservations to write, planned on these rows; or a refusal that names what is missing. */
function planOrRefuse(
  ctx: Context,
  request: StockRequest,
  look: Look,
  rows: readonly Stock[],
): Reservation[] {
  const usable = new Set(look.warehouses.map(({ locationId }) => locationId));
  const byVariant = Map.groupBy(rows, (row) => row.variantId);
  const plan = planStock({
    demands: request.lines,
    items: new Map(
      [...look.variants].map(([variantId, item]): [Uuid, Item] => {
        const ofVariant = byVariant.get(variantId) ?? [];
        // The rows know the policy of now; the look may be older than a change by staff.
        const { policy, backorderCap } = ofVariant[0] ?? item;
        const { backordered } = promisableOf(ofVariant);
        return [variantId, { sku: item.sku, policy, backorderCap, backordered }];
      }),
    ),
    supplies: rows
      .filter(({ locationId }) => usable.has(locationId))
      .map((row) => ({ ...row, available: availableOf(row) })),
    warehouses: look.warehouses,
    country: request.country,
  });
  if (plan.short !== undefined) return refuse(outOfStock, { lines: plan.short.map(shortageView) });
  return plan.pieces.map((piece) => reservationFor(ctx, request, piece));
}

function shortageView({ variantId, sku, wanted, available }: Shortage) {
  return { variantId: typeId("variant", variantId), sku, wanted, available };
}

function reservationFor(ctx: Context, request: StockRequest, piece: Piece): Reservation {
  const { orderLineId, variantId, locationId, lot, quantity, backordered } = piece;
  return {
    id: newId(),
    orderId: request.orderId,
    orderLineId,
    variantId,
    locationId,
    lot,
    quantity,
    backordered,
    state: request.state,
    expiresAt: request.expiresAt ?? null,
    changedAt: ctx.now,
  };
}

/**
 * A variant that may be promised ahead gets its row in every warehouse before any row is locked: its
 * cap counts over all of them, and rows that two transactions are adding at the same time, each in
 * a warehouse of its own, would be seen by neither. None is missing but the first time.
 */
async function ensureShelves(ctx: Context, look: Look): Promise<void> {
  const known = new Set(look.rows.map(keyText));
  const missing = [...look.variants]
    .filter(([, { policy }]) => policy !== "refuse")
    .flatMap(([variantId]) =>
      look.openLocations.map((locationId) => ({ variantId, locationId, lot: "" })),
    )
    .filter((key) => !known.has(keyText(key)));
  if (missing.length > 0) await ensureStock(ctx, missing);
}

function writePlan(ctx: Context, reservations: readonly Reservation[]) {
  const changes = reservations.map(
    ({ variantId, locationId, lot, quantity, backordered }): StockChange => ({
      variantId,
      locationId,
      lot,
      reserved: quantity,
      backordered: backordered ? quantity : 0,
    }),
  );
  return changeStock(ctx, changes, (ifDone) => insertReservations(reservations, ifDone));
}

function reserved(look: Look, reservations: readonly Reservation[]): StockReserved {
  const beyond = reservations.filter(({ backordered }) => backordered);
  const shortLine = ({ orderLineId, variantId, locationId, quantity }: Reservation): ShortLine => {
    return { orderLineId, variantId, locationId, quantity, days: look.days.get(variantId) ?? 0 };
  };
  const boughtIn = (each: Reservation): boolean =>
    look.variants.get(each.variantId)?.policy === "order_from_supplier";
  return {
    reservations,
    backordered: beyond.filter((each) => !boughtIn(each)).map(shortLine),
    fromSupplier: beyond.filter(boughtIn).map(shortLine),
  };
}
