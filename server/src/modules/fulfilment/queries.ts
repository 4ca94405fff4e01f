import type { z } from "zod";
import type { Address } from "../../kernel/address.ts";
import { notFound, refuse } from "../../kernel/errors.ts";
import { isUuid, type Uuid } from "../../kernel/ids.ts";
import { typeId } from "../../kernel/type-id.ts";
import type { Context } from "../../platform/context.ts";
import { joinSql, type Sql, sql } from "../../platform/sql.ts";
import { readTimeCursor, refuseCursor, writeTimeCursor } from "../../platform/time-cursor.ts";
import { carriers, type Carrier } from "./carriers.ts";
import type { FulfilmentView, listFulfilments, listShipments, ShipmentView } from "./contract.ts";

interface WorkRow extends Omit<
  FulfilmentView,
  "id" | "order" | "location" | "lines" | "createdAt"
> {
  readonly id: Uuid;
  readonly order: Omit<FulfilmentView["order"], "id" | "shipTo"> & {
    id: Uuid;
    shipTo: Address | null;
  };
  readonly location: { id: Uuid; code: string; name: string };
  readonly lines: readonly (Omit<
    FulfilmentView["lines"][number],
    "id" | "orderLineId" | "variantId"
  > & { id: Uuid; orderLineId: Uuid; variantId: Uuid })[];
  readonly createdAt: Date;
  readonly sortKey: string;
}

const workColumns = sql`
  f.id, f.version, f.state, f.created_at as "createdAt",
  jsonb_build_object('id', o.id, 'number', o.number, 'name', coalesce(o.shipping_address ->> 'name', o.billing_address ->> 'name'),
    'note', o.note, 'holdReason', o.hold_reason, 'delivery', o.delivery ->> 'name', 'carrier', o.delivery ->> 'carrier',
    'pickup', o.delivery ->> 'kind' = 'pickup', 'shipTo', o.shipping_address, 'paymentMethod', o.payment_method,
    'promisedBy', o.delivery ->> 'latest', 'placedAt', to_char(o.placed_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) as "order",
  jsonb_build_object('id', w.id, 'code', w.code, 'name', w.name) as location,
  (select coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'orderLineId', l.order_line_id, 'variantId', l.variant_id,
      'sku', p.sku, 'barcode', v.barcode, 'title', p.title, 'options', p.options, 'picture', p.picture_key,
      'quantity', l.quantity, 'picked', l.picked, 'shipped', l.shipped) order by p.position, l.id), '[]')
   from fulfilment.line l
   join orders.public_line p on p.id = l.order_line_id
   join catalog.variant v on v.id = l.variant_id
   where l.fulfilment_order_id = f.id and l.quantity > 0) as lines,
  (o.delivery ->> 'latest') || '_' || f.id as "sortKey"`;

const workTables = sql`
  fulfilment.fulfilment_order f
  join orders.public_order o on o.id = f.order_id
  join inventory.location w on w.id = f.location_id`;

function workView(row: WorkRow): FulfilmentView {
  const { sortKey: _ours, ...view } = row;
  return {
    ...view,
    id: typeId("fulfilment", row.id),
    order: { ...row.order, id: typeId("order", row.order.id) },
    location: { ...row.location, id: typeId("location", row.location.id) },
    lines: row.lines.map((line) => ({
      ...line,
      id: typeId("fulfilment_line", line.id),
      orderLineId: typeId("order_line", line.orderLineId),
      variantId: typeId("variant", line.variantId),
    })),
    createdAt: row.createdAt.toISOString(),
  };
}

/** One piece of work as the warehouse sees it. */
export async function readWork(ctx: Context, id: Uuid): Promise<FulfilmentView> {
  const row = await ctx.db.maybe<WorkRow>(
    sql`select ${workColumns} from ${workTables} where f.id = ${id}`,
  );
  return row === null ? refuse(notFound) : workView(row);
}

/** All work of an order, oldest first. */
export async function worksForDesk(ctx: Context, orderId: Uuid): Promise<FulfilmentView[]> {
  const rows = await ctx.db.all<WorkRow>(sql`
    select ${workColumns} from ${workTables} where f.order_id = ${orderId} order by f.created_at, f.id`);
  return rows.map(workView);
}

type WorkQuery = z.output<(typeof listFulfilments)["query"]>;

/** Work in the order in which it was promised. */
export async function pageOfWork(
  ctx: Context,
  query: WorkQuery,
): Promise<{ items: FulfilmentView[]; next: string | null }> {
  const found: Sql[] = [
    query.state === "todo"
      ? sql`f.state in ('open', 'picking', 'packed')`
      : sql`f.state = ${query.state}`,
  ];
  if (query.location !== undefined) found.push(sql`f.location_id = ${query.location}`);
  if (query.search) {
    const like = likeOf(query.search);
    found.push(sql`(o.number ilike ${like} or o.billing_address ->> 'name' ilike ${like} or o.shipping_address ->> 'name' ilike ${like}
      or exists (select from fulfilment.line l join orders.public_line p on p.id = l.order_line_id
                 where l.fulfilment_order_id = f.id and p.sku ilike ${like}))`);
  }
  if (query.after !== undefined) {
    const [day = "", id = ""] = query.after.split("_");
    if (!/^\d{4}-\d\d-\d\d$/.test(day) || !isUuid(id)) refuseCursor();
    found.push(sql`(o.delivery ->> 'latest', f.id) > (${day}, ${id}::uuid)`);
  }
  const rows = await ctx.db.all<WorkRow>(sql`
    select ${workColumns} from ${workTables} where ${joinSql(found, "and")}
    order by o.delivery ->> 'latest', f.id limit ${query.limit + 1}`);
  const items = rows.slice(0, query.limit);
  return {
    items: items.map(workView),
    next: rows.length > query.limit ? (items.at(-1)?.sortKey ?? null) : null,
  };
}

interface ShipmentRow {
  readonly id: Uuid;
  readonly number: string;
  readonly orderId: Uuid;
  readonly orderNumber: string;
  readonly workId: Uuid;
  readonly location: { id: Uuid; code: string; name: string };
  readonly state: ShipmentView["state"];
  readonly carrier: Carrier;
  readonly trackingNumber: string;
  readonly trackingUrl: string;
  readonly problem: string | null;
  readonly lines: readonly {
    orderLineId: Uuid;
    sku: string;
    title: string;
    options: string;
    quantity: number;
  }[];
  readonly createdAt: Date;
  readonly shippedAt: Date | null;
  readonly deliveredAt: Date | null;
}

const shipmentColumns = sql`
  s.id, s.number, s.order_id as "orderId", o.number as "orderNumber", s.fulfilment_order_id as "workId",
  jsonb_build_object('id', w.id, 'code', w.code, 'name', w.name) as location, s.state, s.carrier,
  s.tracking_number as "trackingNumber", s.tracking_url as "trackingUrl", s.problem, s.created_at as "createdAt",
  s.shipped_at as "shippedAt", s.delivered_at as "deliveredAt",
  (select jsonb_agg(jsonb_build_object('orderLineId', p.id, 'sku', p.sku, 'title', p.title, 'options', p.options,
      'quantity', x.quantity) order by p.position)
   from (select order_line_id, sum(quantity) as quantity from fulfilment.shipment_line
         where shipment_id = s.id group by 1) x join orders.public_line p on p.id = x.order_line_id) as lines`;

const shipmentTables = sql`
  fulfilment.shipment s
  join orders.public_order o on o.id = s.order_id
  join inventory.location w on w.id = s.location_id`;

function shipmentView({ workId, ...row }: ShipmentRow): ShipmentView {
  return {
    ...row,
    id: typeId("shipment", row.id),
    orderId: typeId("order", row.orderId),
    fulfilmentId: typeId("fulfilment", workId),
    location: { ...row.location, id: typeId("location", row.location.id) },
    carrierName: carriers[row.carrier].name,
    lines: row.lines.map((line) => ({
      ...line,
      orderLineId: typeId("order_line", line.orderLineId),
    })),
    createdAt: row.createdAt.toISOString(),
    shippedAt: row.shippedAt?.toISOString() ?? null,
    deliveredAt: row.deliveredAt?.toISOString() ?? null,
  };
}

/** One parcel. */
export async function readShipment(ctx: Context, id: Uuid): Promise<ShipmentView> {
  const row = await ctx.db.maybe<ShipmentRow>(sql`
    select ${shipmentColumns} from ${shipmentTables} where s.id = ${id}`);
  return row === null ? refuse(notFound) : shipmentView(row);
}

/** Parcels of an order, oldest first, those that stayed included. */
export async function shipmentsOf(ctx: Context, orderId: Uuid): Promise<ShipmentView[]> {
  const rows = await ctx.db.all<ShipmentRow>(sql`
    select ${shipmentColumns} from ${shipmentTables} where s.order_id = ${orderId} order by s.created_at, s.id`);
  return rows.map(shipmentView);
}

type ShipmentQuery = z.output<(typeof listShipments)["query"]>;

export async function pageOfShipments(
  ctx: Context,
  query: ShipmentQuery,
): Promise<{ items: ShipmentView[]; next: string | null }> {
  const found: Sql[] = [sql`true`];
  if (query.state !== undefined) found.push(sql`s.state = ${query.state}`);
  if (query.location !== undefined) found.push(sql`s.location_id = ${query.location}`);
  if (query.search) {
    const like = likeOf(query.search);
    found.push(
      sql`(s.number ilike ${like} or o.number ilike ${like} or s.tracking_number ilike ${like})`,
    );
  }
  if (query.after !== undefined) {
    const { at, id } = readTimeCursor(query.after);
    found.push(sql`(s.created_at, s.id) < (${at}::timestamptz, ${id}::uuid)`);
  }
  const rows = await ctx.db.all<ShipmentRow>(sql`
    select ${shipmentColumns} from ${shipmentTables} where ${joinSql(found, "and")}
    order by s.created_at desc, s.id desc limit ${query.limit + 1}`);
  const items = rows.slice(0, query.limit);
  const last = items.at(-1);
  const more = rows.length > query.limit && last !== undefined;
  return {
    items: items.map(shipmentView),
    next: more ? writeTimeCursor(last.createdAt, last.id) : null,
  };
}

function likeOf(search: string): string {
  return `%${search.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
}
