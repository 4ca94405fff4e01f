import type { Json } from "../../kernel/errors.ts";
import { newId } from "../../kernel/ids.ts";
import { actorOf, type Context } from "../../platform/context.ts";
import { type Sql, sql } from "../../platform/sql.ts";
import type { TimelineKind } from "./contract.ts";

/** Something to say about an order, by whoever asks, now. */
export interface TimelineNote {
  readonly kind: TimelineKind;
  /** Shown to the shopper, too. */
  readonly public: boolean;
  readonly details?: { readonly [key: string]: Json | undefined };
}

export interface TimelineEntry {
  readonly id: string;
  readonly at: Date;
  readonly actor: string;
  readonly kind: TimelineKind;
  readonly public: boolean;
  readonly details: { readonly [key: string]: Json };
}

/** Says something on an order's timeline: one round trip. Entries are never changed. */
export async function addTimeline(
  ctx: Context,
  orderId: string,
  note: TimelineNote,
): Promise<void> {
  await addTimelines(ctx, orderId, [note]);
}

/** The same for several, in this order: one round trip. */
export async function addTimelines(
  ctx: Context,
  orderId: string,
  notes: readonly TimelineNote[],
): Promise<void> {
  if (notes.length === 0) return;
  await ctx.db.run(timelineInsert(ctx, orderId, notes));
}

/** The insert as a piece of a larger statement, so that a change and its record share one round trip. */
export function timelineInsert(
  ctx: Context,
  orderId: string,
  notes: readonly TimelineNote[],
  condition: Sql = sql`true`,
): Sql {
  const rows = notes.map((note) => ({
    id: newId(),
    kind: note.kind,
    public: note.public,
    details: note.details ?? {},
  }));
  return sql`
    insert into orders.timeline (id, order_id, at, actor, kind, public, details)
    select id, ${orderId}, ${ctx.now}, ${actorOf(ctx)}, kind, public, details
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as t (id uuid, kind text, public boolean, details jsonb)
    where ${condition}`;
}

/** An order's timeline, oldest first. */
export function listTimeline(
  ctx: Context,
  orderId: string,
  options: { readonly publicOnly: boolean },
): Promise<TimelineEntry[]> {
  return ctx.db.all<TimelineEntry>(sql`
    select id, at, actor, kind, public, details from orders.timeline
    where order_id = ${orderId} and (public or not ${options.publicOnly})
    order by at, id`);
}
