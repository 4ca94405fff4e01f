import { afterAll, describe, expect, it } from "vitest";
import { testShop } from "../../test/support/test-shop.ts";
import type { PageReply, PageRequest, ShopWithLocale } from "../kernel/page.ts";
import { getAccount } from "../modules/customers/contract.ts";
import { loadConfig } from "../platform/config.ts";
import { anonymous, type Principal } from "../platform/context.ts";
import { openLog } from "../platform/log.ts";
import { createPageCache } from "../platform/page-cache.ts";
import { openServer } from "../platform/serve.ts";
import { mountStorefront } from "./pages.ts";
import { routes } from "./rooms.ts";
import { routesById } from "./shop.ts";

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
const plain = { status: 200, contentType: "text/html", tags: null };
const respond = async (request: PageRequest, shop: ShopWithLocale): Promise<PageReply> => {
  asked.push(request);
  if (request.url.pathname !== "/account") return { ...plain, body: request.url.href };
  const said = await shop("en", null)
    .call(getAccount, {})
    .then(() => "known", String);
  return { ...plain, body: said };
};
let principalOf = async (): Promise<Principal> => anonymous;
const app = await openServer(config, log);
mountStorefront(app, { respond }, routesById(routes), {
  config,
  executor: { database, checkReplies: true },
  log,
  routes: [],
  pages: createPageCache(database, log),
  principalOf: () => principalOf(),
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

  it("do nothing for someone of whom it cannot be told who they are", async () => {
    expect((await app.inject({ url: "/account" })).body).toBe("known");
    principalOf = () => Promise.reject(new Error("the database is away"));
    expect((await app.inject({ url: "/account" })).body).toBe("Error: the database is away");
    principalOf = async () => anonymous;
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
