import type { FastifyInstance } from "fastify";
import type { Database } from "../platform/db.ts";
import { sql } from "../platform/sql.ts";
import { openMetrics } from "./metrics.ts";

/** /healthz: the process lives. /readyz: it can serve, which takes the database. /metrics: Prometheus text. */
export function mountHealth(
  app: FastifyInstance,
  database: Database,
  cachedPages: () => number,
): void {
  const { registry, requestSeconds } = openMetrics(database, cachedPages);
  app.addHook("onResponse", async (request, reply) => {
    const route = request.routeOptions.url ?? "none";
    const labels = { method: request.method, route, status: String(reply.statusCode) };
    requestSeconds.observe(labels, reply.elapsedTime / 1000);
  });
  app.get("/healthz", async () => ({ status: "ok" }));
  app.get("/readyz", async (request, reply) => {
    try {
      await database.one(sql`select 1 as one`);
      return { status: "ok" };
    } catch (error) {
      request.log.warn({ err: error }, "not ready");
      return reply.status(503).send({ status: "unavailable", dependency: "database" });
    }
  });
  app.get("/metrics", async (_request, reply) =>
    reply.type(registry.contentType).send(await registry.metrics()),
  );
}
