import { afterEach, describe, expect, test, vi } from "vitest";
import { listOrders, refundOrder } from "@shopwright/server/contracts/desk";
import { ApiProblem, NoAnswer } from "./problem.ts";
import { addressOf, call, fillPath, withQuery } from "./shop.ts";

const orderId = "order_01m81qtjt6eecb3why6twawda4";
const params = { orderId };

interface Sent {
  readonly address: string;
  readonly init: RequestInit;
}

/** Has every request answered like this; gives what was sent. */
function answer(status: number, body: unknown): readonly Sent[] {
  const sent: Sent[] = [];
  vi.stubGlobal("fetch", async (address: string, init: RequestInit) => {
    sent.push({ address, init });
    return new Response(typeof body === "string" ? body : JSON.stringify(body), { status });
  });
  return sent;
}

afterEach(() => vi.unstubAllGlobals());

describe("an address", () => {
  test("carries parameters and what is set of the query, escaped", () => {
    expect(fillPath("/a/:id/b/:name", { id: "1/2", name: "ü" })).toBe("/a/1%2F2/b/%C3%BC");
    expect(withQuery("/a", { search: "x & y", empty: "", none: undefined, limit: 5 })).toBe(
      "/a?search=x+%26+y&limit=5",
    );
    expect(addressOf(listOrders, { query: { needs: "late" } })).toBe(
      "/api/admin/orders?needs=late",
    );
  });

  test("refuses a path that lacks a parameter", () => {
    expect(() => fillPath("/a/:id", {})).toThrow('needs "id"');
  });
});

describe("a call", () => {
  test("sends the body and the key, and gives the reply", async () => {
    const sent = answer(200, { number: "SO-1" });
    const body = { reason: "broken" };
    const reply = await call(refundOrder, { params, body, idempotencyKey: "k1" });
    expect(reply.number).toBe("SO-1");
    const [{ address, init } = { address: "", init: {} }] = sent;
    expect(address).toBe(`/api/admin/orders/${orderId}/refunds`);
    expect(init.method).toBe("POST");
    expect(new Headers(init.headers).get("idempotency-key")).toBe("k1");
    expect(init.body).toBe(JSON.stringify(body));
  });

  test("throws the shop's refusal with its code, details and fields", async () => {
    const problems = [{ path: "body.reason", code: "too_small", message: "" }, { odd: true }];
    answer(400, {
      code: "bad_request",
      title: "No",
      status: 400,
      requestId: "r1",
      details: { problems },
    });
    const error = await call(refundOrder, { params, body: { reason: "" } }).catch(
      (e: unknown) => e,
    );
    expect(error).toBeInstanceOf(ApiProblem);
    expect(error).toMatchObject({ code: "bad_request", status: 400, requestId: "r1" });
    expect((error as ApiProblem).fields).toEqual([problems[0]]);
  });

  test("makes a refusal of what is no problem document", async () => {
    answer(502, "<html>Bad gateway</html>");
    await expect(call(listOrders, { query: {} })).rejects.toMatchObject({
      code: "internal",
      status: 502,
    });
  });

  test("says that no answer came when the line is dead", async () => {
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("Failed to fetch")));
    await expect(call(listOrders, { query: {} })).rejects.toBeInstanceOf(NoAnswer);
  });
});
