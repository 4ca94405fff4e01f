import type { FastifyInstance, FastifyRequest } from "fastify";
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
  app.get("/metrics", async (request, reply) => {
    if (!mayScrape(request)) return reply.status(404).send({ status: "not found" });
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}

/**
 * Figures are for who runs the shop: a scraper on this machine that came straight to us, or one that
 * carries METRICS_TOKEN as its bearer token. To everyone else there is nothing here.
 */
function mayScrape(request: FastifyRequest): boolean {
  const token = process.env["METRICS_TOKEN"];
  if (token) return request.headers.authorization === `Bearer ${token}`;
  const forwarded =
    request.headers["x-forwarded-for"] !== undefined || request.headers.forwarded !== undefined;
  return !forwarded && ["127.0.0.1", "::1", "::ffff:127.0.0.1"].includes(request.ip);
}
