import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testShop } from "../../../test/support/test-shop.ts";
import { principalOf } from "../../app/principal.ts";
import { loadConfig } from "../../platform/config.ts";
import { openLog } from "../../platform/log.ts";
import { createPageCache } from "../../platform/page-cache.ts";
import { mountRoutes, openServer } from "../../platform/serve.ts";
import { routes as customerRoutes } from "../customers/http.ts";
import { aStaff, goodPassword } from "./examples.ts";
import { routes } from "./http.ts";

const shop = await testShop();
const email = "door@shop.example";
let app: FastifyInstance;

beforeAll(async () => {
  const log = openLog("silent");
  const env = { SHOPWRIGHT_SECRET: "for tests only", PUBLIC_URL: "https://shop.example" };
  const config = { ...loadConfig(shop.databaseUrl, env), requestsPerMinute: 0 };
  app = await openServer(config, log);
  mountRoutes(app, {
    config,
    executor: { database: shop.database, checkReplies: true },
    log,
    routes: [...routes, ...customerRoutes],
    pages: createPageCache(shop.database, log),
    principalOf: principalOf(shop.database, config),
  });
  await app.ready();
  await aStaff(shop.edge(), { email, role: "support" });
});
afterAll(() => app.close());

function signIn(headers: Record<string, string> = {}) {
  const payload = { email, password: goodPassword };
  return app.inject({ method: "POST", url: "/api/admin/session", payload, headers });
}

describe("signing in over HTTP", () => {
  it("sets a cookie that scripts cannot read and other sites cannot send", async () => {
    const reply = await signIn();
    expect(reply.statusCode).toBe(200);
    expect(reply.headers["cache-control"]).toBe("no-store");
    const line = String(reply.headers["set-cookie"]);
    expect(line).toMatch(
      /^office_session=[\w-]{43}; Path=\/; Max-Age=86400; HttpOnly; SameSite=Lax; Secure$/,
    );
    const cookie = line.split(";")[0] ?? "";
    const me = await app.inject({ url: "/api/admin/session", headers: { cookie } });
    expect(me.json()).toMatchObject({ staff: { email } });
    const staffOnly = await app.inject({ url: "/api/admin/me/sessions", headers: { cookie } });
    expect(staffOnly.statusCode).toBe(200);
    const out = await app.inject({
      method: "DELETE",
      url: "/api/admin/session",
      headers: { cookie },
    });
    expect(out.statusCode).toBe(204);
    expect(out.headers["set-cookie"]).toContain("Max-Age=0");
    const after = await app.inject({ url: "/api/admin/me/sessions", headers: { cookie } });
    expect(after.statusCode).toBe(401);
  });

  it("does not let a member of staff be a customer, nor another site act in their name", async () => {
    const cookie = String((await signIn()).headers["set-cookie"]).split(";")[0] ?? "";
    const store = await app.inject({ url: "/api/store/account/addresses", headers: { cookie } });
    expect(store.statusCode).toBe(401);
    const headers = { cookie, origin: "https://elsewhere.example" };
    const forged = await app.inject({ method: "DELETE", url: "/api/admin/session", headers });
    expect(forged.statusCode).toBe(403);
    const me = await app.inject({ url: "/api/admin/session", headers: { cookie } });
    expect(me.json()).toMatchObject({ staff: { email } });
  });

  it("answers a refusal with its code and sets nothing", async () => {
    const payload = { email, password: "wrong" };
    const reply = await app.inject({ method: "POST", url: "/api/admin/session", payload });
    expect(reply.statusCode).toBe(401);
    expect(reply.json()).toMatchObject({ code: "wrong_credentials" });
    expect(reply.headers["set-cookie"]).toBeUndefined();
  });
});
