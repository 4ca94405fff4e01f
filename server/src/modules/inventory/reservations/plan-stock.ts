/**
 * Decides which warehouse sends what: the plan that reserving, picking and shipping follow.
 *
 * 1. Warehouses are ranked: those that name the shopper's country first, then those that serve any
 *    country, then the rest; within each group the higher priority first.
 * 2. Warehouses of a lower group are asked only when the better ones cannot send everything that
 *    exists. Among those asked, the plan with the fewest parcels wins; of equally many parcels, the
 *    one whose warehouses rank higher. A line stays whole where one shelf of the plan has all of it.
 * 3. What is on no shelf is promised from the plan's first warehouse, as far as the variant allows
 *    it: not at all (refuse), up to its backorder cap, or without limit (ordered from the supplier).
 *
 * Worked example. A German basket has 2 chairs and 3 lamps. Hamburg (serves DE) holds 2 chairs and
 * 1 lamp, Newark (serves US) 5 lamps. Hamburg cannot send everything that exists, so both are asked:
 * no single warehouse has all, two parcels do. Hamburg sends the 2 chairs and Newark the 3 lamps,
 * since one shelf has them all. With 2 lamps at Newark the line is split: 1 from Hamburg, 2 from
 * Newark. With none at Newark, 1 lamp comes from Hamburg, and 2 are backordered there or refused, as
 * the lamp's policy says.
 */
import type { Uuid } from "../../../kernel/ids.ts";
import { backorderRoom, type StockPolicy } from "../stock.ts";

export interface Demand {
  readonly orderLineId: Uuid;
  readonly variantId: Uuid;
  readonly quantity: number;
}

/** What a warehouse holds of a variant and lot that is promised to nobody. */
export interface Supply {
  readonly variantId: Uuid;
  readonly locationId: Uuid;
  readonly lot: string;
  readonly available: number;
}

export interface Item {
  readonly sku: string;
  readonly policy: StockPolicy;
  readonly backorderCap: number;
  /** Units promised beyond what is on hand, in all warehouses. */
  readonly backordered: number;
}

export interface Warehouse {
  readonly locationId: Uuid;
  /** Countries it serves first; empty: any. */
  readonly countries: readonly string[];
  readonly priority: number;
}

export interface Piece extends Demand {
  readonly locationId: Uuid;
  readonly lot: string;
  readonly backordered: boolean;
}

export interface Shortage {
  readonly variantId: Uuid;
  readonly sku: string;
  readonly wanted: number;
  /** What could be promised, backorders included. */
  readonly available: number;
}

export interface StockQuestion {
  readonly demands: readonly Demand[];
  readonly items: ReadonlyMap<Uuid, Item>;
  readonly supplies: readonly Supply[];
  readonly warehouses: readonly Warehouse[];
  readonly country: string;
}

export type StockPlan =
  | { readonly pieces: readonly Piece[]; readonly short?: never }
  | { readonly short: readonly Shortage[]; readonly pieces?: never };

export function planStock(question: StockQuestion): StockPlan {
  const wanted = wantedByVariant(question.demands);
  const short = shortages(question, wanted);
  if (short.length > 0) return { short };
  const groups = rankedGroups(question.warehouses, question.country);
  const chosen = chooseWarehouses(groups, question.supplies, wanted);
  const home = chosen[0] ?? groups[0]?.[0];
  return { pieces: spread(question, chosen, home) };
}

function wantedByVariant(demands: readonly Demand[]): Map<Uuid, number> {
  const wanted = new Map<Uuid, number>();
  for (const { variantId, quantity } of demands) {
    wanted.set(variantId, (wanted.get(variantId) ?? 0) + quantity);
  }
  return wanted;
}

function shortages(question: StockQuestion, wanted: ReadonlyMap<Uuid, number>): Shortage[] {
  return [...wanted].flatMap(([variantId, quantity]) => {
    const item = question.items.get(variantId);
    const onShelf = totalOf(question.supplies, variantId);
    const room =
      item === undefined || question.warehouses.length === 0
        ? 0
        : backorderRoom(item.policy, item.backorderCap, item.backordered);
    const available = onShelf + room;
    if (available >= quantity) return [];
    return [{ variantId, sku: item?.sku ?? "", wanted: quantity, available }];
  });
}

function totalOf(supplies: readonly Supply[], variantId: Uuid): number {
  return supplies.reduce(
    (sum, supply) => (supply.variantId === variantId ? sum + supply.available : sum),
    0,
  );
}

/** Warehouses in groups, the best first, each in order of priority. */
function rankedGroups(warehouses: readonly Warehouse[], country: string): Warehouse[][] {
  const groupOf = ({ countries }: Warehouse): number =>
    countries.includes(country) ? 0 : countries.length === 0 ? 1 : 2;
  const ranked = warehouses.toSorted(
    (a, b) => b.priority - a.priority || (a.locationId < b.locationId ? -1 : 1),
  );
  return [0, 1, 2]
    .map((group) => ranked.filter((each) => groupOf(each) === group))
    .filter((group) => group.length > 0);
}

/** Trying every combination is exact and quick up to here; beyond, the fullest warehouse is taken first. */
const mostTriedTogether = 8;

function chooseWarehouses(
  groups: readonly Warehouse[][],
  supplies: readonly Supply[],
  wanted: ReadonlyMap<Uuid, number>,
): Warehouse[] {
  const everything = servedBy(null, supplies, wanted);
  if (everything === 0) return [];
  const asked: Warehouse[] = [];
  for (const group of groups) {
    asked.push(...group);
    if (servedBy(asked, supplies, wanted) === everything) {
      return fewestParcels(asked, supplies, wanted, everything);
    }
  }
  return asked;
}

/** Units of the demand that these warehouses (null: all) can send together. */
function servedBy(
  warehouses: readonly Warehouse[] | null,
  supplies: readonly Supply[],
  wanted: ReadonlyMap<Uuid, number>,
): number {
  const ids = warehouses && new Set(warehouses.map(({ locationId }) => locationId));
  const usable = ids === null ? supplies : supplies.filter((each) => ids.has(each.locationId));
  let served = 0;
  for (const [variantId, quantity] of wanted) {
    served += Math.min(quantity, totalOf(usable, variantId));
  }
  return served;
}

function fewestParcels(
  ranked: readonly Warehouse[],
  supplies: readonly Supply[],
  wanted: ReadonlyMap<Uuid, number>,
  everything: number,
): Warehouse[] {
  for (let size = 1; size <= Math.min(ranked.length, mostTriedTogether); size += 1) {
    if (ranked.length > mostTriedTogether && size > 2) break;
    for (const some of combinations(ranked, size)) {
      if (servedBy(some, supplies, wanted) === everything) return some;
    }
  }
  return fullestFirst(ranked, supplies, wanted, everything);
}

/** Combinations of `size`, those of higher ranked warehouses first. */
function* combinations<T>(list: readonly T[], size: number): Generator<T[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (const [index, first] of list.entries()) {
    for (const rest of combinations(list.slice(index + 1), size - 1)) yield [first, ...rest];
  }
}

function fullestFirst(
  ranked: readonly Warehouse[],
  supplies: readonly Supply[],
  wanted: ReadonlyMap<Uuid, number>,
  everything: number,
): Warehouse[] {
  const chosen: Warehouse[] = [];
  while (servedBy(chosen, supplies, wanted) < everything) {
    const left = ranked.filter((each) => !chosen.includes(each));
    const gains = left.map((each) => servedBy([...chosen, each], supplies, wanted));
    const best = left[gains.indexOf(Math.max(...gains))];
    if (best === undefined) break;
    chosen.push(best);
  }
  return chosen;
}

/** Lays the demand over the chosen warehouses' shelves; the rest is promised from `home`. */
function spread(
  question: StockQuestion,
  chosen: readonly Warehouse[],
  home: Warehouse | undefined,
): Piece[] {
  const left = new Map(question.supplies.map((supply) => [supply, supply.available]));
  const pieces: Piece[] = [];
  for (const demand of question.demands) {
    let missing = demand.quantity;
    for (const supply of shelvesFor(question.supplies, chosen, demand, left)) {
      const quantity = Math.min(missing, left.get(supply) ?? 0);
      if (quantity === 0) continue;
      const { locationId, lot } = supply;
      pieces.push({ ...demand, quantity, locationId, lot, backordered: false });
      left.set(supply, (left.get(supply) ?? 0) - quantity);
      missing -= quantity;
    }
    if (missing > 0 && home !== undefined) {
      const { locationId } = home;
      pieces.push({ ...demand, quantity: missing, locationId, lot: "", backordered: true });
    }
  }
  return pieces;
}

/** Shelves in the order of the chosen warehouses, but one that has the whole line before all others. */
function shelvesFor(
  supplies: readonly Supply[],
  chosen: readonly Warehouse[],
  demand: Demand,
  left: ReadonlyMap<Supply, number>,
): Supply[] {
  const rank = new Map(chosen.map(({ locationId }, index) => [locationId, index]));
  const shelves = supplies
    .filter((each) => each.variantId === demand.variantId && rank.has(each.locationId))
    .toSorted(
      (a, b) =>
        (rank.get(a.locationId) ?? 0) - (rank.get(b.locationId) ?? 0) || (a.lot < b.lot ? -1 : 1),
    );
  const whole = shelves.find((each) => (left.get(each) ?? 0) >= demand.quantity);
  return whole === undefined ? shelves : [whole, ...shelves.filter((each) => each !== whole)];
}
