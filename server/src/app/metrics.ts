import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Database } from "../platform/db.ts";
import { sql } from "../platform/sql.ts";

export interface Metrics {
  readonly registry: Registry;
  /** Seconds a request took, by method, route and status. */
  readonly requestSeconds: Histogram<"method" | "route" | "status">;
}

/** What this process tells Prometheus about itself, its database connections, pages and jobs. */
export function openMetrics(database: Database, cachedPages: () => number): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requestSeconds = new Histogram({
    name: "shopwright_request_seconds",
    help: "Time to answer, by route",
    labelNames: ["method", "route", "status"],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [registry],
  });
  connectionGauge(registry, database);
  jobGauge(registry, database);
  registry.registerMetric(
    new Gauge({
      name: "shopwright_cached_pages",
      help: "Finished pages held in memory",
      registers: [],
      collect() {
        this.set(cachedPages());
      },
    }),
  );
  return { registry, requestSeconds };
}

function connectionGauge(registry: Registry, database: Database): void {
  const gauge = new Gauge({
    name: "shopwright_database_connections",
    help: "Connections of this process, by what they do",
    labelNames: ["state"],
    registers: [],
    collect() {
      const { totalCount, idleCount, waitingCount } = database.pool;
      this.set({ state: "busy" }, totalCount - idleCount);
      this.set({ state: "idle" }, idleCount);
      this.set({ state: "waiting" }, waitingCount);
    },
  });
  registry.registerMetric(gauge);
}

function jobGauge(registry: Registry, database: Database): void {
  const gauge = new Gauge({
    name: "shopwright_jobs",
    help: "Jobs that are not done, by state",
    labelNames: ["state"],
    registers: [],
    async collect() {
      this.reset();
      const rows = await database.all<{ state: string; count: bigint }>(sql`
        select state, count(*) from platform.job where state <> 'done' group by state`);
      for (const { state, count } of rows) this.set({ state }, Number(count));
    },
  });
  registry.registerMetric(gauge);
}
