import type { z } from "zod";
import type { Address } from "../../kernel/address.ts";
import { conflict, notFound, refuse } from "../../kernel/errors.ts";
import { newId, type Uuid } from "../../kernel/ids.ts";
import { typeId } from "../../kernel/type-id.ts";
import { recordAudit } from "../../platform/audit-trail.ts";
import type { Context } from "../../platform/context.ts";
import { touchTag } from "../../platform/pending.ts";
import { sql } from "../../platform/sql.ts";
import { locationCodeTaken, locationInUse, type warehouseView } from "./contract.ts";

export interface WarehouseFacts {
  /** Upper-case letters, digits and hyphens; printed on pick lists. */
  readonly code: string;
  readonly name: string;
  readonly address: Address | null;
  /** Countries it serves first; empty: any. */
  readonly countries: readonly string[];
  /** The higher is asked first. */
  readonly priority: number;
  /** An inactive one promises nothing more, and ships what it has promised. */
  readonly active: boolean;
}

export interface Warehouse extends WarehouseFacts {
  readonly id: Uuid;
  readonly version: number;
}

export function warehouseViewOf(warehouse: Warehouse): z.output<typeof warehouseView> {
  const { id, code, name, address, countries, priority, active, version } = warehouse;
  return {
    id: typeId("location", id),
    code,
    name,
    address,
    countries: [...countries],
    priority,
    active,
    version,
  };
}

/** All warehouses, in the order in which they are asked. */
export async function listWarehouses(ctx: Pick<Context, "db">): Promise<Warehouse[]> {
  return ctx.db.all<Warehouse>(sql`
    select id, code, name, address, countries, priority, active, version
    from inventory.location where kind = 'warehouse'
    order by priority desc, code`);
}

/** Refuses `notFound` unless this is a warehouse. */
export async function requireWarehouse(ctx: Context, locationId: Uuid): Promise<void> {
  const found = await ctx.db.maybe(sql`
    select id from inventory.location where id = ${locationId} and kind = 'warehouse'`);
  if (found === null) refuse(notFound, { locationId: typeId("location", locationId) });
}

export async function createWarehouse(ctx: Context, facts: WarehouseFacts): Promise<Warehouse> {
  const { code, name, address, countries, priority, active } = facts;
  const created = await ctx.db.maybe<Warehouse>(sql`
    insert into inventory.location (id, code, name, kind, address, countries, priority, active)
    values (${newId()}, ${code}, ${name}, 'warehouse', ${addressJson(address)}::jsonb,
            ${countries}::text[], ${priority}, ${active})
    on conflict (code) do nothing
    returning id, code, name, address, countries, priority, active, version`);
  if (created === null) return refuse(locationCodeTaken);
  await recordAudit(ctx, "warehouse.created", typeId("location", created.id), { code });
  return created;
}

export async function changeWarehouse(
  ctx: Context,
  locationId: Uuid,
  facts: WarehouseFacts & { readonly version: number },
): Promise<Warehouse> {
  const { code, name, address, countries, priority, active } = facts;
  const current = await ctx.db.maybe<Warehouse>(sql`
    select id, code, name, address, countries, priority, active, version
    from inventory.location where id = ${locationId} and kind = 'warehouse' for update`);
  if (current === null) return refuse(notFound);
  if (current.version !== facts.version) refuse(conflict, { version: current.version });
  const taken = await ctx.db.maybe(sql`
    select id from inventory.location where code = ${code} and id <> ${locationId}`);
  if (taken !== null) refuse(locationCodeTaken);
  const changed = await ctx.db.one<Warehouse>(sql`
    update inventory.location
    set code = ${code}, name = ${name}, address = ${addressJson(address)}::jsonb,
        countries = ${countries}::text[], priority = ${priority}, active = ${active},
        version = version + 1
    where id = ${locationId}
    returning id, code, name, address, countries, priority, active, version`);
  if (current.active !== active) await touchStocked(ctx, locationId);
  await recordAudit(ctx, "warehouse.changed", typeId("location", locationId), { code, active });
  return changed;
}

/** Removes a warehouse that never held goods; one that did stays for its history and is switched off. */
export async function deleteWarehouse(ctx: Context, locationId: Uuid): Promise<void> {
  const used = await ctx.db.one<{ rows: bigint; on_hand: bigint; reserved: bigint }>(sql`
    select count(*) as rows, coalesce(sum(on_hand), 0)::bigint as on_hand,
           coalesce(sum(reserved), 0)::bigint as reserved
    from inventory.stock where location_id = ${locationId}`);
  if (used.rows > 0n) {
    refuse(locationInUse, { onHand: Number(used.on_hand), reserved: Number(used.reserved) });
  }
  const removed = await ctx.db.run(sql`
    delete from inventory.location where id = ${locationId} and kind = 'warehouse'`);
  if (removed === 0) refuse(notFound);
  await recordAudit(ctx, "warehouse.deleted", typeId("location", locationId), {});
}

function addressJson(address: Address | null): string | null {
  return address === null ? null : JSON.stringify(address);
}

/** What the whole warehouse holds is promised now, or no more: every page that shows it may change. */
async function touchStocked(ctx: Context, locationId: Uuid): Promise<void> {
  const rows = await ctx.db.all<{ product_id: Uuid }>(sql`
    select distinct i.product_id
    from inventory.stock s join inventory.item i using (variant_id)
    where s.location_id = ${locationId} and s.on_hand > s.reserved`);
  touchTag(ctx, ...rows.map(({ product_id }) => `product:${product_id}`));
}
