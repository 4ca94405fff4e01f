import { present } from "../../src/kernel/assert.ts";
import { Refusal } from "../../src/kernel/errors.ts";
import type { CallInput, Endpoint, ReplyOf } from "../../src/kernel/endpoint.ts";
import { parseTypeId } from "../../src/kernel/type-id.ts";
import { goods } from "../../src/modules/checkout/examples.ts";
import type { Warehouse } from "../../src/modules/inventory/index.ts";
import { sql } from "../../src/platform/sql.ts";
import { newId } from "../../src/kernel/ids.ts";
import { anonymous } from "../../src/platform/context.ts";
import { owner, type TestShop } from "../support/test-shop.ts";
import { cancelledOf, type Order, refundedOf, type Thing, totalOf } from "./model.ts";

export interface ModelCart {
  readonly id: string;
  readonly lines: { readonly thing: Thing; quantity: number; readonly lineId: string }[];
}

/** A model and the real shop it tells of, side by side. */
export interface World {
  readonly shop: TestShop;
  readonly warehouse: Warehouse;
  readonly captureAtOrder: boolean;
  readonly things: readonly Thing[];
  readonly carts: ModelCart[];
  readonly orders: Order[];
}

export type ModelShop = Pick<World, "shop" | "warehouse" | "captureAtOrder">;

/** Goods of its own for one run, in a shop that others use as well. */
export async function newWorld(place: ModelShop): Promise<World> {
  const things: Thing[] = [];
  const at = { edge: () => place.shop.edge(), warehouse: place.warehouse };
  for (const [price, onHand] of [
    [1000, 5],
    [2599, 3],
    [7001, 6],
  ] as const) {
    const id = await goods(at, { price, stock: onHand });
    things.push({ id, price: BigInt(price), onHand, reserved: 0 });
  }
  return { ...place, things, carts: [], orders: [] };
}

export type Answer<T> = { readonly done: true; readonly reply: T } | { readonly done: false };

/** Calls as staff or as a shopper; a refusal is an answer, anything else thrown is a bug. */
export async function ask<E extends Endpoint>(
  { shop }: Pick<World, "shop">,
  endpoint: E,
  input: CallInput<E>,
): Promise<Answer<ReplyOf<E>>> {
  const staff = endpoint.path.startsWith("/api/admin/");
  try {
    const keyed = { ...input, idempotencyKey: newId() };
    return { done: true, reply: await shop.call(endpoint, keyed, staff ? owner : anonymous) };
  } catch (error) {
    if (error instanceof Refusal) return { done: false };
    throw error;
  }
}

/** Everything that is due by itself: events, calls to the card service. */
export async function followUp({ shop }: Pick<World, "shop">): Promise<void> {
  await shop.drainJobs();
}

/** As if the time had come at which the program asks about what it has not heard of. */
export async function sweep({ shop }: Pick<World, "shop">): Promise<void> {
  await shop.database.run(sql`
    with attempts as (update payments.attempt set check_at = now() - interval '1 second' where check_at is not null),
    operations as (update payments.operation set check_at = now() - interval '1 second' where check_at is not null)
    insert into platform.job (id, name, payload, run_at, created_at)
    values (gen_random_uuid(), 'payments.sweep', '{}', now(), now())`);
  await shop.drainJobs();
}

export function uuidOf(kind: "order" | "order_line", id: string): string {
  return present(parseTypeId(kind, id), "an id of this kind");
}

interface Told {
  readonly orders: readonly object[];
  readonly shelf: readonly object[];
}

/** What the model says of orders and shelves. */
export function toldByModel({ orders, things }: World): Told {
  return {
    orders: orders.map((order) => ({
      status: order.status,
      held: order.held,
      total: totalOf(order),
      cancelled: cancelledOf(order),
      captured: order.captured,
      refunded: refundedOf(order),
      returning: order.returned.length,
      lines: order.lines.map(({ cancelled, shipped }) => ({ cancelled, shipped })),
    })),
    shelf: things.map(({ onHand, reserved }) => ({ onHand, reserved })),
  };
}

/** The same, as the database has it. */
export async function toldByShop({ shop, orders, things }: World): Promise<Told> {
  const ids = orders.map(({ id }) => uuidOf("order", id));
  const rows = await shop.database.all<object>(sql`
    select o.status, o.hold_reason is not null as held, o.total_minor as total,
      o.cancelled_minor as cancelled, o.captured_minor as captured, o.refunded_minor as refunded,
      (select count(*)::integer from payments.refund where order_id = o.id) as returning,
      (select jsonb_agg(jsonb_build_object('cancelled', quantity_cancelled, 'shipped', quantity_shipped)
         order by position) from orders.line where order_id = o.id and kind = 'item') as lines
    from unnest(${ids}::uuid[]) with ordinality as wanted (id, place)
    join orders.order o on o.id = wanted.id order by place`);
  const shelf = await shop.database.all<object>(sql`
    select on_hand::integer as "onHand", reserved::integer as reserved
    from unnest(${things.map(({ id }) => id)}::uuid[]) with ordinality as wanted (id, place)
    join inventory.stock s on s.variant_id = wanted.id and s.warehouse order by place`);
  return { orders: rows, shelf };
}
