import Fastify from "fastify";
import { brotliDecompressSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { finishPage } from "./cached-page.ts";
import { KeptPages } from "./kept-pages.ts";
import type { PageCache } from "./page-cache.ts";
import { sendPage } from "./serve.ts";
import { serveKept } from "./serve-kept.ts";

const kept = new KeptPages(1_000_000);
const pages: PageCache = {
  get: (key) => kept.get(key, performance.now()),
  begin: () => ({ keep: () => undefined }),
  look: async () => undefined,
  start: () => undefined,
  stop: () => undefined,
  size: () => kept.size,
};
const text = "words ".repeat(1000);
kept.keep("/a", finishPage(200, "text/html; charset=utf-8", text), ["tag"], performance.now());

const app = Fastify();
let wholeWay = 0;
serveKept(app, pages, (request) => request.url);
app.addHook("onSend", async (_request, reply) => {
  reply.header("content-security-policy", "default-src 'self'");
});
app.get("/a", (request, reply) => {
  wholeWay += 1;
  const page = pages.get("/a");
  return page === null ? reply.status(404).send() : sendPage(request, reply, page, true);
});
afterAll(() => app.close());

const ask = (headers: Record<string, string> = {}) => app.inject({ url: "/a", headers });

describe("a page in memory", () => {
  it("goes the whole way once, then is written as it was, with the same headers", async () => {
    const first = await ask();
    const second = await ask();
    expect(wholeWay).toBe(1);
    expect(second.body).toBe(text);
    for (const name of [
      "content-type",
      "etag",
      "cache-control",
      "vary",
      "content-security-policy",
    ]) {
      expect(second.headers[name], name).toBe(first.headers[name]);
    }
    expect(second.headers["content-length"]).toBe(String(text.length));
  });

  it("is packed for who can unpack it, and not sent to who has it", async () => {
    const packed = await ask({ "accept-encoding": "gzip, br" });
    expect(packed.headers["content-encoding"]).toBe("br");
    expect(brotliDecompressSync(packed.rawPayload).toString()).toBe(text);
    const known = await ask({ "if-none-match": String(packed.headers["etag"]) });
    expect([known.statusCode, known.body]).toEqual([304, ""]);
  });

  it("is asked for anew once its tag was touched", async () => {
    kept.dropTagged("tag");
    expect((await ask()).statusCode).toBe(404);
  });
});
