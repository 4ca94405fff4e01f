import { existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import type { Storefront } from "../kernel/page.ts";
import { keepContentReady } from "../modules/content/index.ts";
import { keepPromotionsReady } from "../modules/promotions/index.ts";
import { keepSettingsReady } from "../modules/settings/index.ts";
import { openApi } from "../platform/openapi.ts";
import type { Config } from "../platform/config.ts";
import { type Database, openDatabase } from "../platform/db.ts";
import { openEdge, systemCaller } from "../platform/edge.ts";
import type { Logger } from "../platform/log.ts";
import { createPageCache } from "../platform/page-cache.ts";
import { setSecret } from "../platform/secret.ts";
import { mountRoutes, openServer, type ServeOptions } from "../platform/serve.ts";
import { apiReference } from "./api-reference.ts";
import { connectSubscriptions } from "./background.ts";
import { mountHealth } from "./health.ts";
import { mountFiles } from "./files.ts";
import { mountStorefront } from "./pages.ts";
import { principalOf } from "./principal.ts";
import { connectProviders } from "./providers.ts";
import { routes } from "./rooms.ts";
import { routesById } from "./shop.ts";
import { version } from "./version.ts";
import { mountWebhooks } from "./webhooks.ts";

export interface WebServer {
  /** http://host:port as it listens. */
  readonly address: string;
  readonly app: FastifyInstance;
  readonly database: Database;
  close(): Promise<void>;
}

const root = path.resolve(import.meta.dirname, "../../..");

/** Serves the shop, the back office and the API. Migrations have run before. */
export async function serveWeb(config: Config, log: Logger): Promise<WebServer> {
  const database = openDatabase({ url: config.databaseUrl, poolSize: config.poolSize });
  connectSubscriptions();
  setSecret(config.secret);
  connectProviders(config);
  const pages = createPageCache(database, log);
  const app = await openServer(config, log, pages);
  const executor = { database, checkReplies: !config.production };
  const options: ServeOptions = {
    config,
    executor,
    log,
    routes,
    pages,
    principalOf: principalOf(database, config),
  };
  mountHealth(app, database, () => pages.size());
  mountWebhooks(app, database);
  mountRoutes(app, options);
  await mountDocuments(app);
  await mountBackOffice(app);
  await mountFiles(app, root);
  mountStorefront(app, await loadStorefront(), routesById(routes), options);
  pages.start();
  await knowAhead(database);
  const address = await app.listen({ host: config.host, port: config.port });
  return {
    address,
    app,
    database,
    close: async () => {
      pages.stop();
      await app.close();
      await database.close();
    },
  };
}

/** What every page needs is in memory before the first request, and again after each change. */
export async function knowAhead(database: Database): Promise<void> {
  const ctx = openEdge(database, systemCaller("memory")).reading();
  await Promise.all([keepSettingsReady(ctx), keepContentReady(ctx), keepPromotionsReady(ctx)]);
}

async function mountDocuments(app: FastifyInstance): Promise<void> {
  const document = openApi(
    routes.map((route) => route.endpoint),
    version,
  );
  const json = JSON.stringify(document);
  const page = apiReference(document);
  app.get("/api/openapi.json", async (_request, reply) =>
    reply.type("application/json; charset=utf-8").send(json),
  );
  app.get("/api/reference", async (_request, reply) =>
    reply
      .header(
        "content-security-policy",
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
      )
      .type("text/html; charset=utf-8")
      .send(page),
  );
}

/** The back office is one page whose addresses it resolves itself; its files carry hashes in their names. */
async function mountBackOffice(app: FastifyInstance): Promise<void> {
  const folder = path.join(root, "admin/dist");
  await app.register(async (office) => {
    office.addHook("onSend", async (_request, reply) => {
      reply.header(
        "content-security-policy",
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; connect-src 'self'; object-src 'none'; base-uri 'self'; frame-ancestors 'none'",
      );
    });
    await office.register(fastifyStatic, {
      root: path.join(folder, "assets"),
      prefix: "/admin/assets/",
      immutable: true,
      maxAge: "1y",
      decorateReply: false,
    });
    await office.register(fastifyStatic, { root: folder, serve: false });
    for (const address of ["/admin", "/admin/*"]) {
      office.get(address, (_request, reply) =>
        reply.header("cache-control", "no-cache").sendFile("index.html"),
      );
    }
  });
}

async function loadStorefront(): Promise<Storefront> {
  const file = path.join(root, "storefront/dist/server/entry.js");
  if (!existsSync(file)) throw new Error("The storefront has not been built; run `npm run build`.");
  return (await import(pathToFileURL(file).href)) as Storefront;
}
