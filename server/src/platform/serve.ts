import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { constants } from "node:zlib";
import compress from "@fastify/compress";
import helmet from "@fastify/helmet";
import rateLimit from "@fastify/rate-limit";
import Fastify, {
  LogController,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from "fastify";
import { ByteStream, type FileReply, streamBody, type StreamedFile } from "../kernel/endpoint.ts";
import { bodyTooLarge, notAllowed, notFound, Refusal } from "../kernel/errors.ts";
import { isLocale, type Locale } from "../kernel/locale.ts";
import type { Config } from "./config.ts";
import { anonymous, type Principal } from "./context.ts";
import { type CookieJar, cookieJar } from "./cookies.ts";
import type { Caller } from "./edge.ts";
import { execute, type Executor } from "./execute.ts";
import type { Logger } from "./log.ts";
import { loggedPath } from "./logged-path.ts";
import { type CachedPage, encodedPage, finishPage } from "./cached-page.ts";
import type { PageCache } from "./page-cache.ts";
import { problemOf, refusalOf } from "./problem.ts";
import type { Route } from "./route.ts";
import { isFromOurPages } from "./same-site.ts";
import { serveKept } from "./serve-kept.ts";

export interface ServeOptions {
  readonly config: Config;
  readonly executor: Executor;
  readonly log: Logger;
  readonly routes: readonly Route[];
  readonly pages: PageCache;
  /** Who is behind this request; no round trip when it carries no credential. */
  readonly principalOf: (
    request: FastifyRequest,
    cookies: CookieJar,
    area: Area,
  ) => Promise<Principal>;
}

export type Area = "store" | "admin" | "webhooks";

export function areaOf(path: string): Area {
  if (path.startsWith("/api/admin/")) return "admin";
  return path.startsWith("/api/webhooks/") ? "webhooks" : "store";
}

/** The server without its routes: limits, security headers, error answers, request ids. */
export async function openServer(
  config: Config,
  log: Logger,
  pages: PageCache | null = null,
): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    bodyLimit: 256 * 1024,
    trustProxy: config.trustProxy > 0 && ((_address, hop) => hop < config.trustProxy),
    routerOptions: { maxParamLength: 400, ignoreTrailingSlash: true },
    forceCloseConnections: true,
  }) as unknown as FastifyInstance; // its logger type parameter says nothing to the callers
  if (pages !== null) serveKept(app, pages, cacheKey);
  await app.register(helmet, {
    global: true,
    contentSecurityPolicy: false,
    strictTransportSecurity: config.publicUrl.startsWith("https:"),
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: "same-origin" },
  });
  await app.register(compress, {
    global: true,
    threshold: 1024,
    encodings: ["br", "gzip"],
    // For answers made once; pages that are kept are compressed more carefully.
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 3 } },
    zlibOptions: { level: 3 },
  });
  if (config.requestsPerMinute > 0) {
    await app.register(rateLimit, {
      global: true,
      max: config.requestsPerMinute,
      timeWindow: "1 minute",
      allowList: (request) =>
        request.url.startsWith("/assets/") || request.url.startsWith("/media/"),
    });
  }
  app.removeContentTypeParser("text/plain");
  app.setErrorHandler((error, request, reply) => sendError(error, request, reply));
  app.addHook("onResponse", async (request, reply) => {
    request.log.info(
      {
        method: request.method,
        path: loggedPath(request.url),
        status: reply.statusCode,
        milliseconds: Math.round(reply.elapsedTime),
      },
      "request",
    );
  });
  return app;
}

/** Answers an error as problem details; a bug is logged whole and answered without its inside. */
export function sendError(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const refusal = refusalOf(error);
  if (refusal === null) request.log.error({ err: error }, "bug");
  const problem =
    refusal === null
      ? {
          type: "urn:shopwright:error:internal",
          code: "internal",
          title: "Something went wrong on our side",
          status: 500,
          requestId: request.id,
          details: {},
        }
      : problemOf(refusal.kind, refusal.details, request.id);
  reply.status(problem.status).type("application/problem+json").send(JSON.stringify(problem));
}

/** Mounts every endpoint under /api. */
export function mountRoutes(app: FastifyInstance, options: ServeOptions): void {
  app.register(async (api) => {
    api.addHook("onRequest", async (request) => {
      if (!sameOrigin(request, options.config))
        throw new Refusal(notAllowed, { problem: "cross-site request" });
    });
    const rawTypes = new Set(options.routes.flatMap((route) => route.endpoint.accepts));
    for (const type of rawTypes) {
      if (type !== "application/json")
        api.addContentTypeParser(type, { parseAs: "buffer" }, (_request, body, done) =>
          done(null, body),
        );
    }
    for (const route of options.routes) {
      if (route.endpoint.body !== streamBody) mount(api, route, options);
    }
    api.register(async (streams) => mountStreams(streams, options));
    api.setNotFoundHandler((request, reply) => sendError(new Refusal(notFound), request, reply));
    api.all("/api/*", (request, reply) => sendError(new Refusal(notFound), request, reply));
  });
}

/** Endpoints whose body is read as it arrives: nothing gathers it in memory first. */
function mountStreams(api: FastifyInstance, options: ServeOptions): void {
  const routes = options.routes.filter(({ endpoint }) => endpoint.body === streamBody);
  api.removeAllContentTypeParsers();
  for (const type of new Set(routes.flatMap(({ endpoint }) => endpoint.accepts))) {
    api.addContentTypeParser(type, (_request, payload, done) => done(null, payload));
  }
  for (const route of routes) mount(api, route, options);
}

/** Ends with a refusal once more has come than the endpoint takes. */
async function* limited(
  chunks: AsyncIterable<Uint8Array>,
  most: number,
): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.byteLength;
    if (bytes > most) throw new Refusal(bodyTooLarge);
    yield chunk;
  }
}

/** Cookies are only honoured on requests that our own pages make: browsers say where they come from. */
function sameOrigin(request: FastifyRequest, config: Config): boolean {
  if (request.method === "GET" || request.method === "HEAD" || request.headers.cookie === undefined)
    return true;
  return isFromOurPages(request, config.publicUrl);
}

function mount(api: FastifyInstance, route: Route, options: ServeOptions): void {
  const { endpoint } = route;
  const area = areaOf(endpoint.path);
  const limit =
    endpoint.perMinute === null || options.config.requestsPerMinute === 0
      ? {}
      : { rateLimit: { max: endpoint.perMinute, timeWindow: "1 minute" } };
  api.route({
    method: endpoint.method,
    url: endpoint.path,
    bodyLimit: endpoint.maxBodyBytes,
    config: limit,
    handler: async (request, reply) => {
      if (route.tagsOf !== null) return sendCached(request, reply, route, options);
      const cookies = cookieJar(
        request.headers.cookie,
        options.config.publicUrl.startsWith("https:"),
      );
      const principal = await options.principalOf(request, cookies, area);
      const answer = await execute(options.executor, route, {
        caller: callerOf(request, principal, cookies),
        params: emptyToUndefined(request.params),
        query: emptyToUndefined(request.query),
        body: bodyOf(request, endpoint),
        idempotencyKey: header(request, "idempotency-key"),
      });
      for (const line of cookies.lines) reply.header("set-cookie", line);
      reply.header("x-request-id", request.id);
      if (area === "admin" || principal.kind !== "anonymous" || cookies.lines.length > 0)
        reply.header("cache-control", "no-store");
      if (endpoint.produces !== null)
        return sendFile(reply, answer.body as unknown as FileReply | StreamedFile);
      if (answer.body === undefined || answer.body === null) return reply.status(204).send();
      return reply
        .status(answer.status)
        .type("application/json; charset=utf-8")
        .send(JSON.stringify(answer.body));
    },
  });
}

/** The whole key of what a public page or reply depends on: address, market and language. */
export function cacheKey(request: FastifyRequest): string {
  const { url } = request;
  const kind = url.startsWith("/api/") ? "reply" : "page";
  return `${kind}\n${url}\n${marketOf(request) ?? ""}\n${localeOf(request)}`;
}

/** Public data is the same for everyone: answered from memory without asking who it is. */
async function sendCached(
  request: FastifyRequest,
  reply: FastifyReply,
  route: Route,
  options: ServeOptions,
): Promise<FastifyReply> {
  const key = cacheKey(request);
  const found = options.pages.get(key);
  if (found !== null) return sendPage(request, reply, found, true);
  const caller = callerOf(request, anonymous, cookieJar(request.headers.cookie, false));
  const keeping = options.pages.begin();
  const { status, body } = await execute(options.executor, route, {
    caller,
    params: emptyToUndefined(request.params),
    query: emptyToUndefined(request.query),
  });
  const page = finishPage(status, "application/json; charset=utf-8", JSON.stringify(body));
  const tagsOf = route.tagsOf as (reply: unknown) => readonly string[]; // paired with its reply's type when the route was made
  keeping.keep(key, page, tagsOf(body));
  return sendPage(request, reply, page, false);
}

/** Sends a finished page in the best encoding that the browser takes. */
export function sendPage(
  request: FastifyRequest,
  reply: FastifyReply,
  page: CachedPage,
  kept: boolean,
): FastifyReply {
  if (kept) request.keptPage = page;
  reply
    .header("etag", page.etag)
    .header("cache-control", "no-cache")
    .header("vary", "accept-encoding, accept-language, cookie, x-market");
  if (request.headers["if-none-match"] === page.etag) return reply.status(304).send();
  // A page made just now goes out as it is and is compressed on its way; asked for again, from memory.
  const { encoding, bytes } = encodedPage(
    page,
    kept ? (request.headers["accept-encoding"] ?? "").toString() : "",
  );
  if (encoding !== null) reply.header("content-encoding", encoding);
  return reply.status(page.status).type(page.contentType).send(bytes);
}

function bodyOf(request: FastifyRequest, endpoint: Route["endpoint"]): unknown {
  if (endpoint.method === "GET") return undefined;
  if (endpoint.body !== streamBody) return rawOrJson(request, endpoint.accepts);
  const { body } = request;
  if (!(body instanceof Readable)) return undefined;
  return new ByteStream(limited(body, endpoint.maxBodyBytes));
}

function rawOrJson(request: FastifyRequest, accepts: readonly string[]): unknown {
  if (accepts.length === 0) {
    // A raw body type of another endpoint is not JSON here.
    if (request.body instanceof Uint8Array)
      throw Object.assign(new Error("content type"), { code: "FST_ERR_CTP_INVALID_MEDIA_TYPE" });
    return request.body ?? undefined;
  }
  return request.body ?? undefined;
}

function emptyToUndefined(value: unknown): unknown {
  return typeof value === "object" && value !== null && Object.keys(value).length === 0
    ? undefined
    : value;
}

function header(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

function sendFile(reply: FastifyReply, file: FileReply | StreamedFile): FastifyReply {
  const name = file.fileName.replaceAll(/[^\w.-]/g, "_");
  return reply
    .type(file.contentType)
    .header("content-disposition", `${file.inline ? "inline" : "attachment"}; filename="${name}"`)
    .header("x-content-type-options", "nosniff")
    .send("chunks" in file ? Readable.from(file.chunks) : Buffer.from(file.bytes));
}

/** The language asked for: `?locale=`, then Accept-Language, then English. */
export function localeOf(request: FastifyRequest): Locale {
  const asked = (request.query as { locale?: unknown } | undefined)?.locale;
  if (typeof asked === "string" && isLocale(asked)) return asked;
  for (const part of (request.headers["accept-language"] ?? "").slice(0, 200).split(",")) {
    const code = part.trim().slice(0, 2).toLowerCase();
    if (isLocale(code)) return code;
  }
  return "en";
}

const marketPattern = /^[a-z][a-z0-9-]{1,15}$/;

/** The market asked for: `?market=`, then X-Market, then the shopper's choice in a cookie. */
export function marketOf(request: FastifyRequest): string | null {
  const asked = (request.query as { market?: unknown } | undefined)?.market;
  const chosen = (): string | undefined =>
    request.headers.cookie?.includes("market=")
      ? cookieJar(request.headers.cookie, false).get("market")
      : undefined;
  const market = typeof asked === "string" ? asked : (header(request, "x-market") ?? chosen());
  return market !== undefined && marketPattern.test(market) ? market : null;
}

export function callerOf(
  request: FastifyRequest,
  principal: Principal,
  cookies: CookieJar,
): Caller {
  return {
    principal,
    requestId: request.id,
    locale: localeOf(request),
    marketCode: marketOf(request),
    clientAddress: request.ip,
    cookies,
  };
}
