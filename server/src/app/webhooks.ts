import type { FastifyInstance } from "fastify";
import { systemCaller, openEdge } from "../platform/edge.ts";
import type { Database } from "../platform/db.ts";
import { receiveWebhook } from "../modules/payments/index.ts";

const maxBytes = 256 * 1024;

/**
 * Where payment providers report to: POST /api/webhooks/:provider. The body is taken as the bytes that
 * came, since the signature is over them; nothing but the signature says who sent it.
 */
export function mountWebhooks(app: FastifyInstance, database: Database): void {
  app.register(async (inbox) => {
    inbox.removeAllContentTypeParsers();
    inbox.addContentTypeParser(
      "*",
      { parseAs: "string", bodyLimit: maxBytes },
      (_request, body, done) => done(null, body),
    );
    inbox.post<{ Params: { provider: string } }>(
      "/api/webhooks/:provider",
      { bodyLimit: maxBytes, config: { rateLimit: false } },
      async (request, reply) => {
        const { provider } = request.params;
        const edge = openEdge(database, systemCaller(`provider:${provider}`));
        const body = typeof request.body === "string" ? request.body : "";
        const status = await receiveWebhook(edge, provider, request.headers, body);
        return reply.status(status).send();
      },
    );
  });
}
