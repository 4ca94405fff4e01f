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
    return each?.enum?.find((one) => typeof one === "string") ?? "nothing-like-this";
  });
}

type Sent = { url?: string; payload?: string | Buffer; headers?: Record<string, string> };

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

const wrongIds = [
  "x",
  "order_",
  "%00",
  "../../etc/passwd",
  "1%27%20or%20%271%27=%271",
  "a".repeat(300),
];

/** Deeper than any shape, and than the stack of a careless reader. */
const deepBody = `${"[".repeat(60_000)}${"]".repeat(60_000)}`;

/** Ten megabytes, and not one of them read. */
const hugeBody = Buffer.from(JSON.stringify({ text: "x".repeat(10_000_000) }));

const someId = newId();
const packed = (...parts: string[]) => Buffer.from(JSON.stringify(parts)).toString("base64url");
/** Places in a list that have the look of ours, and days and ids that do not exist. */
const wrongPlaces = [
  "x",
  "null",
  "-1",
  "9".repeat(30),
  `2024-99-99T99:99:99.999Z_${someId}`,
  `2024-02-30T00:00:00.000Z_${someId}`,
  `2024-01-01T00:00:00.000Z_${"-".repeat(36)}`,
  `2024-01-01_${"-".repeat(36)}`,
  `2024-99-99_${someId}`,
  `2024-99-99~${someId}`,
  `${someId}~2024-99-99 14:04:18.665+00`,
  `${someId}~2024-02-30 14:04:18+00`,
  packed("changed", "2024-99-99T14:00:46.018Z", someId),
  packed("changed", "2024-02-30T14:00:46.018Z", someId),
  packed("recommended", "9".repeat(30), someId),
  packed("newest", "-".repeat(30), someId),
  packed("2024-99-99T14:00:46.018Z", someId),
];

let before: Record<string, string>;
beforeAll(async () => {
  before = await contentsOf(api.database);
});

/** Endpoints of which something holds, named for the list of tests. */
function those(which: (endpoint: Endpoint) => boolean): [string, Endpoint][] {
  return endpoints.filter(which).map((each) => [`${each.method} ${each.path}`, each]);
}

const isGuarded = ({ allow }: Endpoint): boolean => allow !== "anyone";
const isForStaff = ({ allow }: Endpoint): boolean => allow !== "anyone" && allow !== "customer";
const needsPermission = ({ allow }: Endpoint): boolean =>
  permissions.some((each) => each === allow);
const takesJson = (endpoint: Endpoint): boolean =>
  endpoint.method !== "GET" && endpoint.body !== nothing && endpoint.accepts.length === 0;
const isPaged = ({ query }: Endpoint): boolean =>
  query !== nothing &&
  "after" in
    ((z.toJSONSchema(query, { io: "input", unrepresentable: "any" }) as Shape).properties ?? {});
/** Money, stock or an order moves; a preview or a look at the provider only tells. */
const movesSomething = ({ method, path }: Endpoint): boolean =>
  method === "POST" &&
  !/\/(preview|return|payment-check)$/.test(path) &&
  /\/(orders|payment|refunds?|cancellation|shipments|picks|packing|receipts|adjustments|transfers|reversal|entries|bank-lines)\b/.test(
    path,
  );

describe("every endpoint", () => {
  it.each(those(() => true))("%s declares who may call it", (_, { allow, path }) => {
    const names: readonly string[] = path.startsWith("/api/store/")
      ? ["anyone", "customer"]
      : ["anyone", "staff", ...permissions];
    expect(names).toContain(allow);
  });

  it.each(those(isGuarded))("%s asks a stranger to sign in", async (_, endpoint) => {
    const answer = await send(endpoint, anonymous);
    expect([answer.statusCode, answer.json().code]).toEqual([401, "sign_in_required"]);
  });

  it.each(those(isForStaff))("%s does not take a customer for staff", async (_, endpoint) => {
    expect((await send(endpoint, customer)).statusCode).toBe(401);
  });

  it.each(those(({ allow }) => allow === "customer"))(
    "%s does not take staff for a customer",
    async (_, endpoint) => {
      expect((await send(endpoint, owner)).statusCode).toBe(401);
    },
  );

  it.each(those(needsPermission))(
    "%s refuses staff without the permission",
    async (_, endpoint) => {
      const everythingElse = permissions.filter((each) => each !== endpoint.allow);
      const answer = await send(endpoint, staffWith(...everythingElse));
      expect([answer.statusCode, answer.json().code]).toEqual([403, "not_allowed"]);
    },
  );

  it.each(those(() => true))("%s answers nonsense and unknown ids clearly", async (_, endpoint) => {
    for (const wrong of endpoint.method === "GET" ? [undefined] : wrongThings) {
      const payload = JSON.stringify(wrong) ?? "";
      const answer = await send(endpoint, allowed(endpoint), { payload });
      const told = `${payload.slice(0, 80)} → ${answer.body.slice(0, 300)}`;
      expect(answer.statusCode, told).toBeLessThan(500);
      expect(answer.body).not.toMatch(/ at .*\.ts:\d+/);
    }
  });

  it.each(those(({ method, accepts }) => method !== "GET" && accepts.length === 0))(
    "%s is not led astray by a body without end",
    async (_, endpoint) => {
      const answer = await send(endpoint, allowed(endpoint), { payload: deepBody });
      expect([answer.statusCode, answer.json().code]).toEqual([400, "bad_request"]);
    },
  );

  it.each(those(isPaged))("%s refuses places in its list that are none", async (_, endpoint) => {
    for (const place of wrongPlaces) {
      const url = `${unknownAddress(endpoint)}?q=chair&after=${encodeURIComponent(place)}`;
      const answer = await send(endpoint, allowed(endpoint), { url });
      expect(answer.statusCode, `${place} → ${answer.body.slice(0, 200)}`).toBeLessThan(500);
    }
  });

  it.each(those(({ path }) => path.includes(":")))(
    "%s refuses ids that are not ids",
    async (_, endpoint) => {
      for (const id of wrongIds) {
        const url = endpoint.path.replaceAll(/:\w+/g, id);
        const answer = await send(endpoint, allowed(endpoint), { url });
        const told = `${id}: ${answer.body.slice(0, 200)}`;
        expect(answer.statusCode, told).toBeGreaterThanOrEqual(400);
        expect(answer.statusCode, told).toBeLessThan(500);
      }
    },
  );

  it.each(those(takesJson))(
    "%s refuses broken JSON, other types and huge bodies",
    async (_, endpoint) => {
      const who = allowed(endpoint);
      const broken = await send(endpoint, who, { payload: '{"a":' });
      expect([broken.statusCode, broken.json().code]).toEqual([400, "bad_request"]);
      const headers = { "content-type": "application/xml" };
      const other = await send(endpoint, who, { payload: "<a/>", headers });
      expect([other.statusCode, other.json().code]).toEqual([415, "wrong_content_type"]);
      const huge = await send(endpoint, who, { payload: hugeBody });
      expect([huge.statusCode, huge.json().code]).toEqual([413, "body_too_large"]);
    },
  );

  it.each(those(movesSomething))("%s takes an Idempotency-Key", (_, { idempotent }) => {
    expect(idempotent).toBe(true);
  });

  it.each(those(({ idempotent }) => idempotent))("%s insists on its key", async (_, endpoint) => {
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
    // These were asked for rightly: an empty cart, and audits of an empty shop.
    const made = ["cart.cart", "operations.audit_run"];
    const rest = (contents: Record<string, string>) =>
      Object.entries(contents).filter(([table]) => !made.includes(table));
    expect(rest(await contentsOf(api.database))).toEqual(rest(before));
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
