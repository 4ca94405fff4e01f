import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { routes } from "../src/app/rooms.ts";
import { type Endpoint, nothing, permissions } from "../src/kernel/endpoint.ts";
import { newId } from "../src/kernel/ids.ts";
import { typeId } from "../src/kernel/type-id.ts";
import { anonymous, type Principal } from "../src/platform/context.ts";
import { contentsOf } from "./support/contents.ts";
import { type TestApi, testApi } from "./support/test-api.ts";
import { owner, staffWith } from "./support/test-shop.ts";

const api: TestApi = await testApi();
const endpoints = routes.map((route) => route.endpoint);
const customer: Principal = { kind: "customer", customerId: newId(), name: "Cass Customer" };

type Shape = { properties?: Record<string, { pattern?: string; type?: string; enum?: unknown[] }> };

/** The address with ids that have the right form and belong to nothing. */
function unknownAddress(endpoint: Endpoint): string {
  const shape: Shape =
    endpoint.params === nothing
      ? {}
      : (z.toJSONSchema(endpoint.params, { io: "input", unrepresentable: "any" }) as Shape);
  return endpoint.path.replaceAll(/:(\w+)/g, (_, name: string) => {
    const each = shape.properties?.[name];
    const prefix = /^\^([a-z_]+)_/.exec(each?.pattern ?? "")?.[1];
    if (prefix !== undefined) return typeId(prefix as never, newId());
    return String(each?.enum?.[0] ?? "nothing-like-this");
  });
}

type Sent = { url?: string; payload?: string; headers?: Record<string, string> };

async function send(endpoint: Endpoint, principal: Principal, sent: Sent = {}) {
  api.as(principal);
  const body = endpoint.method === "GET" ? {} : { payload: sent.payload ?? "{}" };
  const type = endpoint.accepts[0] ?? "application/json";
  return api.app.inject({
    method: endpoint.method,
    url: sent.url ?? unknownAddress(endpoint),
    headers: { "content-type": type, "idempotency-key": newId(), ...sent.headers },
    ...body,
  });
}

/** Someone who may call it: as far as the endpoint's own permission goes. */
function allowed(endpoint: Endpoint): Principal {
  if (endpoint.allow === "anyone") return anonymous;
  return endpoint.allow === "customer" ? customer : owner;
}

const wrongThings: readonly unknown[] = [
  null,
  [],
  "text",
  42,
  true,
  { quantity: -1, lines: "x", version: "one", amount: { minor: "1.5", currency: "EUR" } },
  { quantity: 1e308, email: "a".repeat(10_000), name: "<script>alert(1)</script>".repeat(500) },
  { lines: [{ quantity: 99_999_999_999 }], amount: { minor: "9".repeat(40), currency: "XXX" } },
  { __proto__: { admin: true }, constructor: {}, value: "\u0000" },
];

let before: Record<string, string>;
beforeAll(async () => {
  before = await contentsOf(api.database);
});

describe.each(
  endpoints.map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint] as const),
)("%s", (_, endpoint) => {
  it("declares who may call it", () => {
    expect(["anyone", "customer", "staff", ...permissions]).toContain(endpoint.allow);
    if (endpoint.path.startsWith("/api/store/"))
      expect(["anyone", "customer"]).toContain(endpoint.allow);
  });

  if (endpoint.allow !== "anyone")
    it("asks a stranger to sign in", async () => {
      const answer = await send(endpoint, anonymous);
      expect([answer.statusCode, answer.json().code]).toEqual([401, "sign_in_required"]);
    });

  if (endpoint.allow !== "anyone" && endpoint.allow !== "customer")
    it("does not take a customer for staff", async () => {
      expect((await send(endpoint, customer)).statusCode).toBe(401);
    });

  if ((permissions as readonly string[]).includes(endpoint.allow))
    it("refuses staff without the permission", async () => {
      const everythingElse = permissions.filter((each) => each !== endpoint.allow);
      const answer = await send(endpoint, staffWith(...everythingElse));
      expect([answer.statusCode, answer.json().code]).toEqual([403, "not_allowed"]);
    });

  if (endpoint.allow === "customer")
    it("does not take staff for a customer", async () => {
      expect((await send(endpoint, owner)).statusCode).toBe(401);
    });

  it("answers malformed bodies and unknown ids with a clear refusal", async () => {
    for (const wrong of endpoint.method === "GET" ? [undefined] : wrongThings) {
      const answer = await send(endpoint, allowed(endpoint), {
        payload: JSON.stringify(wrong) ?? "",
      });
      expect(
        answer.statusCode,
        `${JSON.stringify(wrong)?.slice(0, 80)} → ${answer.body.slice(0, 300)}`,
      ).toBeLessThan(500);
      expect(answer.body).not.toMatch(/ at .*\.ts:\d+/);
    }
  });

  if (/:\w+/.test(endpoint.path))
    it("refuses ids that are not ids", async () => {
      for (const id of [
        "x",
        "order_",
        "%00",
        "../../etc/passwd",
        "1%27%20or%20%271%27=%271",
        "a".repeat(300),
      ]) {
        const answer = await send(endpoint, allowed(endpoint), {
          url: endpoint.path.replaceAll(/:\w+/g, id),
        });
        expect(answer.statusCode, `${id}: ${answer.body.slice(0, 200)}`).toBeGreaterThanOrEqual(
          400,
        );
        expect(answer.statusCode, `${id}: ${answer.body.slice(0, 200)}`).toBeLessThan(500);
      }
    });

  if (endpoint.method !== "GET" && endpoint.body !== nothing && endpoint.accepts.length === 0)
    it("refuses broken JSON, other content types and huge bodies", async () => {
      const broken = await send(endpoint, allowed(endpoint), { payload: '{"a":' });
      expect([broken.statusCode, broken.json().code]).toEqual([400, "bad_request"]);
      const other = await send(endpoint, allowed(endpoint), {
        payload: "<a/>",
        headers: { "content-type": "application/xml" },
      });
      expect([other.statusCode, other.json().code]).toEqual([415, "wrong_content_type"]);
      const huge = await send(endpoint, allowed(endpoint), {
        payload: JSON.stringify({ text: "x".repeat(10_000_000) }),
      });
      expect([huge.statusCode, huge.json().code]).toEqual([413, "body_too_large"]);
    });

  if (endpoint.idempotent)
    it("insists on an Idempotency-Key", async () => {
      expect(endpoint.keepReplyHours).toBeGreaterThanOrEqual(24);
      api.as(allowed(endpoint));
      const answer = await api.app.inject({
        method: endpoint.method,
        url: unknownAddress(endpoint),
        headers: { "content-type": "application/json" },
        payload: "{}",
      });
      expect([400, 404]).toContain(answer.statusCode);
    });
});

describe("all of it together", () => {
  it("has one endpoint for each id and address", () => {
    expect(new Set(endpoints.map((each) => each.id)).size).toBe(endpoints.length);
    expect(
      new Set(endpoints.map((each) => `${each.method} ${each.path.replaceAll(/:\w+/g, ":")}`)).size,
    ).toBe(endpoints.length);
  });

  it("uses each error code with one meaning", () => {
    const meanings = new Map<string, Set<string>>();
    for (const { errors } of endpoints)
      for (const { code, status } of errors)
        meanings.set(code, (meanings.get(code) ?? new Set()).add(String(status)));
    expect([...meanings].filter(([, statuses]) => statuses.size > 1)).toEqual([]);
  });

  it("left the database as it was", async () => {
    // An empty request for a new cart is not a mistake: it makes an empty cart.
    const after = { ...(await contentsOf(api.database)), "cart.cart": before["cart.cart"] };
    expect(after).toEqual(before);
  });

  it("met no bug", () => {
    expect(
      api.bugs.filter(
        (error) =>
          !(
            error instanceof Error &&
            /Refusal|FST_|statusCode/.test(
              `${error.name} ${(error as { code?: string }).code} ${"statusCode" in error ? "statusCode" : ""}`,
            )
          ),
      ),
    ).toEqual([]);
  });
});
