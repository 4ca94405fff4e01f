import type { OutgoingHttpHeaders } from "node:http";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { encodedPage, type CachedPage } from "./cached-page.ts";
import type { PageCache } from "./page-cache.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** The page in memory that answered this request. */
    keptPage: CachedPage | null;
  }
}

/** Headers that belong to one answer and not to the page. */
const ofOneAnswer =
  /^(content-length|content-encoding|transfer-encoding|connection|keep-alive|date|set-cookie|x-request-id|retry-after|x-ratelimit-.*)$/;

/**
 * Answers pages from memory before anything else looks at the request. The first time a page in memory
 * is asked for it goes the whole way, and the headers it got there (security headers among them) are
 * noted with it; from then on it is written as it is. Must be called before any other hook.
 * @param keyOf the name under which an answer to this request would be kept
 */
export function serveKept(
  app: FastifyInstance,
  pages: PageCache,
  keyOf: (request: FastifyRequest) => string,
): void {
  app.decorateRequest("keptPage", null);
  app.addHook("onRequest", (request, reply, next) => {
    const page = request.method === "GET" ? pages.get(keyOf(request)) : null;
    if (page === null || page.headers === null) return next();
    reply.hijack();
    if (request.headers["if-none-match"] === page.etag) {
      reply.raw.writeHead(304, page.headers);
      return reply.raw.end();
    }
    const accepted = (request.headers["accept-encoding"] ?? "").toString();
    const { encoding, bytes } = encodedPage(page, accepted);
    const packed = encoding === null ? {} : { "content-encoding": encoding };
    reply.raw.writeHead(page.status, {
      ...page.headers,
      ...packed,
      "content-length": bytes.length,
    });
    return reply.raw.end(bytes);
  });
  app.addHook("onResponse", async ({ keptPage }, reply) => {
    if (keptPage !== null && keptPage.headers === null && reply.statusCode === keptPage.status) {
      keptPage.headers = pageHeaders(reply.getHeaders());
    }
  });
}

function pageHeaders(headers: Readonly<Record<string, unknown>>): OutgoingHttpHeaders {
  // Names and values as the answer had them; only the list is shorter.
  const lasting = Object.entries(headers).filter(([name]) => !ofOneAnswer.test(name));
  return Object.fromEntries(lasting) as OutgoingHttpHeaders;
}
