import type { Uuid } from "../../kernel/ids.ts";
import type { Context } from "../../platform/context.ts";
import { sql } from "../../platform/sql.ts";
import type { MovementKind } from "./account.ts";

export interface MovementRow {
  id: Uuid;
  account_id: Uuid;
  kind: MovementKind;
  amount_minor: bigint;
  held_minor: bigint;
  reason: string;
  actor: string;
  order_id: Uuid | null;
  at: Date;
}

/** The last 200 movements of each account, newest first: one round trip. */
export function movementsOf(ctx: Context, accountIds: readonly Uuid[]): Promise<MovementRow[]> {
  return ctx.db.all<MovementRow>(sql`
    select m.id, m.account_id, m.kind, m.amount_minor, m.held_minor, m.reason, m.actor, m.order_id, m.at
    from unnest(${accountIds}::uuid[]) as a (id)
    cross join lateral (
      select * from credit.movement where account_id = a.id order by at desc, id desc limit 200) m
    order by m.at desc, m.id desc`);
}
