import type { IncomingHttpHeaders } from "node:http";
import type { Edge } from "../../platform/edge.ts";
import { newPendingJob } from "../../platform/pending.ts";
import { sql } from "../../platform/sql.ts";
import { processWebhookJobName } from "./process-webhook.ts";
import { findProvider } from "./registry.ts";

/** The status to answer a provider with: 204 kept (or known), 401 not from it, 404 no such provider. */
export type WebhookAnswer = 204 | 401 | 404;

/**
 * Keeps what a provider tells us, once for each of its event ids, and answers at once; a job reads
 * it. Only the provider's signature over the bytes as they came makes it believable.
 */
export async function receiveWebhook(
  edge: Edge,
  providerName: string,
  headers: IncomingHttpHeaders,
  rawBody: string,
): Promise<WebhookAnswer> {
  const provider = findProvider(providerName);
  if (provider?.mode !== "online") return 404;
  const verdict = provider.verifyWebhook(headers, rawBody, new Date());
  if (!verdict.genuine) return 401;
  const { eventId, payload } = verdict;
  const reference = provider.readWebhook(payload)?.reference ?? null;
  await edge.transaction(async (ctx) => {
    const fresh = await ctx.db.run(sql`
      insert into payments.webhook (provider, event_id, reference, payload, received_at)
      values (${providerName}, ${eventId}, ${reference}, ${JSON.stringify(payload)}::jsonb, ${ctx.now})
      on conflict (provider, event_id) do nothing`);
    if (fresh === 0) return;
    ctx.pending.jobs.push({
      ...newPendingJob(processWebhookJobName, { provider: providerName, eventId }, ctx.now),
      uniqueKey: `${providerName}:${eventId}`,
    });
  });
  return 204;
}
