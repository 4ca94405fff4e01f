import type { z } from "zod";
import { type Endpoint, nothing } from "../kernel/endpoint.ts";
import {
  badRequest,
  type Json,
  keyMissing,
  notAllowed,
  refuse,
  signInRequired,
} from "../kernel/errors.ts";
import type { Principal } from "./context.ts";
import type { Database } from "./db.ts";
import { type Caller, type Edge, openEdge } from "./edge.ts";
import {
  claimKey,
  keepReply,
  type KeptReply,
  keyScope,
  releaseKey,
  requestHash,
} from "./idempotency.ts";
import type { Route } from "./route.ts";

/** A request as it arrived, from HTTP or from a face in the same process. */
export interface CallRequest {
  readonly caller: Caller;
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
  readonly idempotencyKey?: string | undefined;
}

export interface Executor {
  readonly database: Database;
  /** Checks each reply against its schema; on in tests and development. */
  readonly checkReplies: boolean;
}

/** May this principal call it? Says 401 before 403, and both before looking at the input. */
export function authorise(endpoint: Endpoint, principal: Principal): void {
  const { allow } = endpoint;
  if (allow === "anyone" || principal.kind === "system") return;
  if (allow === "customer") {
    if (principal.kind !== "customer") refuse(signInRequired);
    return;
  }
  if (principal.kind !== "staff") refuse(signInRequired);
  if (allow !== "staff" && !principal.permissions.has(allow))
    refuse(notAllowed, { permission: allow });
}

/** No body of ours is nested further; what is would only exhaust the stack of those who walk it. */
const deepest = 32;

function isTooDeep(value: unknown, left = deepest): boolean {
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) return false;
  return left === 0 || Object.values(value).some((each) => isTooDeep(each, left - 1));
}

/** PostgreSQL's text cannot hold the character U+0000, so no text of ours does. */
function carriesNul(value: unknown): boolean {
  if (typeof value === "string") return value.includes("\u0000");
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) return false;
  return Object.values(value).some(carriesNul);
}

function decode<T extends z.ZodType>(
  schema: T,
  value: unknown,
  part: string,
): z.output<T> | undefined {
  if ((schema as z.ZodType) === nothing) return undefined; // what nobody asked for is not looked at
  if (carriesNul(value)) {
    refuse(badRequest, { problems: [{ path: part, code: "invalid_character" }] });
  }
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const problems = result.error.issues.slice(0, 20).map((issue) => ({
    path: [part, ...issue.path].join("."),
    code: issue.code ?? "invalid",
    message: issue.message,
  }));
  return refuse(badRequest, { problems });
}

const leaseSeconds = 30;

/** Runs one request from permission check to reply. The same for HTTP and for calls in the process. */
export async function execute(
  executor: Executor,
  route: Route,
  request: CallRequest,
): Promise<KeptReply> {
  const { endpoint } = route;
  authorise(endpoint, request.caller.principal);
  // Also where no body is looked at: the idempotency key keeps a hash of whatever came.
  if (isTooDeep(request.body))
    refuse(badRequest, { problems: [{ path: "body", code: "too_deep" }] });
  const input = {
    params: decode(endpoint.params, request.params ?? {}, "path"),
    query: decode(endpoint.query, request.query ?? {}, "query"),
    body: decode(endpoint.body, request.body, "body"),
  };
  const { idempotencyKey } = request;
  const edge = openEdge(executor.database, { ...request.caller, idempotencyKey });
  const reply = await answer(edge, executor, route, input, request);
  if (executor.checkReplies) endpoint.reply.parse(reply.body ?? undefined);
  return reply;
}

type Answer = (scope: unknown, input: unknown) => Promise<unknown>;

async function answer(
  edge: Edge,
  executor: Executor,
  route: Route,
  input: unknown,
  request: CallRequest,
): Promise<KeptReply> {
  const run = route.answer as unknown as Answer; // paired with its endpoint's types when the route was made
  const respond = (body: unknown): KeptReply => ({
    status: body === undefined ? 204 : 200,
    body: body as Json,
  });
  if (route.mode === "read") return respond(await run(edge.reading(), input));
  if (!route.endpoint.idempotent) {
    if (route.mode === "phased") return respond(await run(edge, input));
    return respond(await edge.transaction((ctx) => run(ctx, input)));
  }
  const key = request.idempotencyKey;
  if (key === undefined) refuse(keyMissing);
  if (!/^[\x21-\x7e]{1,255}$/.test(key))
    refuse(badRequest, { problem: "Idempotency-Key is 1 to 255 visible ASCII characters" });
  const scope = keyScope(request.caller.principal);
  const hash = requestHash(route.endpoint, [request.params, request.query, request.body]);
  const claim = { scope, key, endpoint: route.endpoint, hash, leaseSeconds };
  if (route.mode === "write") {
    return edge.transaction(async (ctx) => {
      const kept = await claimKey(ctx.db, { ...claim, now: ctx.now });
      if (kept !== null) return kept;
      const reply = respond(await run(ctx, input));
      ctx.pending.reply = { scope, key, status: reply.status, body: reply.body ?? null };
      return reply;
    });
  }
  return answerPhased(executor, claim, async () => respond(await run(edge, input)));
}

/** The claim is committed before the first phase and the reply after the last, since the outside lies between. */
async function answerPhased(
  executor: Executor,
  claim: { scope: string; key: string; endpoint: Endpoint; hash: string; leaseSeconds: number },
  work: () => Promise<KeptReply>,
): Promise<KeptReply> {
  const kept = await claimKey(executor.database, { ...claim, now: new Date() });
  if (kept !== null) return kept;
  let reply: KeptReply;
  try {
    reply = await work();
  } catch (error) {
    await releaseKey(executor.database, claim.scope, claim.key);
    throw error;
  }
  await keepReply(executor.database, { ...claim, ...reply });
  return reply;
}
