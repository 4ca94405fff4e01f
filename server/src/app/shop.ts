import type { Shop } from "../kernel/endpoint.ts";
import { assert } from "../kernel/assert.ts";
import type { Caller } from "../platform/edge.ts";
import { execute, type Executor } from "../platform/execute.ts";
import type { Route } from "../platform/route.ts";

/** The routes by endpoint id, checked to be one each. */
export function routesById(routes: readonly Route[]): ReadonlyMap<string, Route> {
  const byId = new Map<string, Route>();
  for (const route of routes) {
    assert(!byId.has(route.endpoint.id), `one route is called ${route.endpoint.id}`);
    byId.set(route.endpoint.id, route);
  }
  return byId;
}

/**
 * The shop for a face in this process: the same validation, permission and context as over HTTP,
 * without the wire. The input goes through JSON, so that a face cannot rely on more than the wire carries.
 */
export function shopFor(
  executor: Executor,
  routes: ReadonlyMap<string, Route>,
  caller: Caller,
): Shop {
  return {
    call: async (endpoint, input) => {
      const route = routes.get(endpoint.id);
      assert(route !== undefined, `${endpoint.id} is mounted`);
      const { idempotencyKey, ...request } = input as {
        idempotencyKey?: string;
        params?: unknown;
        query?: unknown;
        body?: unknown;
      };
      const { body } = await execute(executor, route, { caller, ...request, idempotencyKey });
      return (body ?? undefined) as never; // typed by the endpoint's reply
    },
  };
}
