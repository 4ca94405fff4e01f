import { afterAll, describe, expect, it } from "vitest";
import { testShop } from "../../test/support/test-shop.ts";
import type { PageReply, PageRequest } from "../kernel/page.ts";
import { loadConfig } from "../platform/config.ts";
import { anonymous } from "../platform/context.ts";
import { openLog } from "../platform/log.ts";
import { createPageCache } from "../platform/page-cache.ts";
import { openServer } from "../platform/serve.ts";
import { mountStorefront } from "./pages.ts";

const { database } = await testShop();
const log = openLog("silent");
const config = {
  ...loadConfig("", {
    SHOPWRIGHT_SECRET: "a secret for tests only",
    PUBLIC_URL: "http://shop.test",
  }),
  requestsPerMinute: 0,
};
const asked: PageRequest[] = [];
const respond = async (request: PageRequest): Promise<PageReply> => {
  asked.push(request);
  return { status: 200, body: request.url.href, contentType: "text/html", tags: null };
};
const app = await openServer(config, log);
mountStorefront(app, { respond }, new Map(), {
  config,
  executor: { database, checkReplies: true },
  log,
  routes: [],
  pages: createPageCache(database, log),
  principalOf: async () => anonymous,
});
afterAll(() => app.close());

const post = (type: string, payload: string) =>
  app.inject({ method: "POST", url: "/basket", headers: { "content-type": type }, payload });

describe("pages", () => {
  it("are of this shop, whatever host the request line names", async () => {
    const answer = await app.inject({ url: "//evil.example/robots.txt" });
    expect(answer.body).toBe("http://shop.test/evil.example/robots.txt");
    expect((await app.inject({ url: "//" })).body).toBe("http://shop.test/");
  });

  it("take forms and nothing else", async () => {
    asked.length = 0;
    const deep = `${"[".repeat(60_000)}${"]".repeat(60_000)}`;
    for (const [type, payload] of [
      ["application/json", deep],
      ["text/plain", "variant=1"],
      ["multipart/form-data; boundary=x", "--x--"],
    ] as const) {
      expect((await post(type, payload)).statusCode).toBe(415);
    }
    expect(asked).toEqual([]);
    expect((await post("application/x-www-form-urlencoded", "a=1&a=2&b=3")).statusCode).toBe(200);
    expect([...(asked[0]?.form ?? [])]).toEqual([
      ["a", ["1", "2"]],
      ["b", ["3"]],
    ]);
  });
});
