import formbody from "@fastify/formbody";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Shop } from "../kernel/endpoint.ts";
import { notAllowed, Refusal } from "../kernel/errors.ts";
import type { PageReply, PageRequest, Storefront } from "../kernel/page.ts";
import { anonymous } from "../platform/context.ts";
import { type CookieJar, cookieJar } from "../platform/cookies.ts";
import type { Route } from "../platform/route.ts";
import { finishPage } from "../platform/cached-page.ts";
import { isFromOurPages } from "../platform/same-site.ts";
import { cacheKey, callerOf, sendPage, type ServeOptions } from "../platform/serve.ts";
import { pageAddress } from "./page-address.ts";
import { shopFor } from "./shop.ts";

const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'self'",
  "frame-ancestors 'none'",
].join("; ");

/** Mounts the storefront on every address that nothing else answers. */
export function mountStorefront(
  app: FastifyInstance,
  storefront: Storefront,
  byId: ReadonlyMap<string, Route>,
  options: ServeOptions,
): void {
  app.register(async (pages) => {
    // Forms and nothing else: a body of another type is refused before anyone reads it.
    pages.removeAllContentTypeParsers();
    await pages.register(formbody, { bodyLimit: 64 * 1024 });
    pages.addHook("onSend", async (_request, reply) => {
      reply.header("content-security-policy", contentSecurityPolicy);
    });
    pages.get("/*", (request, reply) => answer(request, reply, storefront, byId, options));
    pages.post("/*", (request, reply) => answer(request, reply, storefront, byId, options));
  });
}

/** A page that carries no cookie of the shopper's own can come from memory. */
async function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  storefront: Storefront,
  byId: ReadonlyMap<string, Route>,
  options: ServeOptions,
): Promise<FastifyReply> {
  const cookies = cookieJar(request.headers.cookie, options.config.publicUrl.startsWith("https:"));
  const page = pageRequest(request, cookies, options.config.publicUrl);
  const key = cacheKey(request);
  const found = page.method === "GET" ? options.pages.get(key) : null;
  if (found !== null) return sendPage(request, reply, found, true);
  if (page.method === "POST" && !isFromOurPages(request, options.config.publicUrl)) {
    throw new Refusal(notAllowed, { problem: "cross-site form" });
  }
  const keeping = options.pages.begin();
  const known = await options.principalOf(request, cookies, "store").then(
    (principal) => ({ principal }),
    (error: unknown) => ({ error }),
  );
  const made = await storefront.respond(page, (locale, marketCode) =>
    "error" in known
      ? shopThatFails(known.error)
      : shopFor(options.executor, byId, {
          ...callerOf(request, known.principal, cookies),
          locale,
          marketCode,
        }),
  );
  return send(request, reply, made, cookies, (finished) => {
    if (page.method === "GET" && made.tags !== null && made.status === 200)
      keeping.keep(key, finished, made.tags);
  });
}

/**
 * When it cannot be told who asks, nothing is done for them: a customer taken for a guest would lose sight of
 * their basket, and order outside their account. The storefront answers the fault with a page.
 */
function shopThatFails(error: unknown): Shop {
  return { call: () => Promise.reject(error) };
}

function send(
  request: FastifyRequest,
  reply: FastifyReply,
  made: PageReply,
  cookies: CookieJar,
  keep: (page: ReturnType<typeof finishPage>) => void,
): FastifyReply {
  for (const line of cookies.lines) reply.header("set-cookie", line);
  if (made.location !== undefined) {
    if (
      !made.location.startsWith("/") &&
      !made.location.startsWith("https://") &&
      !made.location.startsWith("http://")
    )
      throw new Error("assertion failed: a redirect names an address");
    return reply.header("cache-control", "no-store").redirect(made.location, made.status);
  }
  if (made.tags === null || cookies.lines.length > 0 || made.status !== 200) {
    return reply
      .header("cache-control", "no-store")
      .status(made.status)
      .type(made.contentType)
      .send(made.body);
  }
  const finished = finishPage(made.status, made.contentType, made.body);
  keep(finished);
  return sendPage(request, reply, finished, false);
}

function pageRequest(request: FastifyRequest, cookies: CookieJar, publicUrl: string): PageRequest {
  const caller = callerOf(request, anonymous, cookies);
  const form = new Map<string, readonly string[]>();
  if (request.method === "POST" && typeof request.body === "object" && request.body !== null) {
    for (const [name, value] of Object.entries(request.body)) {
      form.set(name, Array.isArray(value) ? value.map(String) : [String(value)]);
    }
  }
  return {
    method: request.method === "POST" ? "POST" : "GET",
    url: pageAddress(request.url, publicUrl),
    form,
    cookies,
    preferredLocale: caller.locale,
    marketCode: caller.marketCode,
    requestId: request.id,
  };
}
