import type { FastifyInstance } from "fastify";
import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Database } from "../platform/db.ts";
import { sql } from "../platform/sql.ts";

/** /healthz: the process lives. /readyz: it can serve, which takes the database. /metrics: Prometheus text. */
export function mountHealth(
  app: FastifyInstance,
  database: Database,
  cacheSize: () => number,
): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const seconds = new Histogram({
    name: "shopwright_request_seconds",
    help: "Time to answer, by route",
    labelNames: ["method", "route", "status"],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [registry],
  });
  new Gauge({
    name: "shopwright_database_connections",
    help: "Connections of this process, by what they do",
    labelNames: ["state"],
    registers: [registry],
    collect() {
      const { totalCount, idleCount, waitingCount } = database.pool;
      this.set({ state: "busy" }, totalCount - idleCount);
      this.set({ state: "idle" }, idleCount);
      this.set({ state: "waiting" }, waitingCount);
    },
  });
  new Gauge({
    name: "shopwright_cached_pages",
    help: "Finished pages held in memory",
    registers: [registry],
    collect() {
      this.set(cacheSize());
    },
  });
  new Gauge({
    name: "shopwright_jobs",
    help: "Jobs by state",
    labelNames: ["state"],
    registers: [registry],
    async collect() {
      this.reset();
      const rows = await database.all<{ state: string; count: bigint }>(
        sql`select state, count(*) from platform.job where state <> 'done' group by state`,
      );
      for (const { state, count } of rows) this.set({ state }, Number(count));
    },
  });
  app.addHook("onResponse", async (request, reply) => {
    seconds.observe(
      {
        method: request.method,
        route: request.routeOptions.url ?? "none",
        status: String(reply.statusCode),
      },
      reply.elapsedTime / 1000,
    );
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
