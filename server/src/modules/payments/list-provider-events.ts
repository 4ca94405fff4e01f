import type { InputOf, ReplyOf } from "../../kernel/endpoint.ts";
import type { Context } from "../../platform/context.ts";
import { sql } from "../../platform/sql.ts";
import type { listProviderEvents } from "./contract.ts";

interface EventRow {
  provider: string;
  event_id: string;
  received_at: Date;
  processed_at: Date | null;
  outcome: string | null;
}

/** What providers told us, newest first. Pages continue after an event, named by provider and id. */
export async function answerProviderEvents(
  ctx: Context,
  { query }: InputOf<typeof listProviderEvents>,
): Promise<ReplyOf<typeof listProviderEvents>> {
  const [provider, eventId] = readCursor(query.after);
  const rows = await ctx.db.all<EventRow>(sql`
    select provider, event_id, received_at, processed_at, outcome from payments.webhook
    where (${query.problems} = 'false' or outcome in ('mismatch', 'not_ours'))
      and (${provider}::text is null or (received_at, provider, event_id) < (
        select received_at, provider, event_id from payments.webhook
        where provider = ${provider} and event_id = ${eventId}))
    order by received_at desc, provider desc, event_id desc limit ${query.limit + 1}`);
  const page = rows.slice(0, query.limit);
  const last = rows.length > page.length ? page.at(-1) : undefined;
  return {
    items: page.map((row) => ({
      provider: row.provider,
      eventId: row.event_id,
      receivedAt: row.received_at.toISOString(),
      processedAt: row.processed_at?.toISOString() ?? null,
      outcome: row.outcome,
    })),
    next: last === undefined ? null : `${last.provider} ${last.event_id}`,
  };
}

function readCursor(after: string | undefined): [string | null, string | null] {
  const cut = after?.indexOf(" ") ?? -1;
  if (after === undefined || cut === -1) return [null, null];
  return [after.slice(0, cut), after.slice(cut + 1)];
}
