import type { Endpoint, InputOf, ReplyOf } from "../kernel/endpoint.ts";
import type { Context } from "./context.ts";
import type { Edge } from "./edge.ts";

/** An endpoint with the function that answers it. */
export interface Route {
  readonly endpoint: Endpoint;
  /** read: no transaction; write: one transaction; phased: its own transactions around external calls. */
  readonly mode: "read" | "write" | "phased";
  readonly answer: (scope: never, input: never) => Promise<unknown>;
  /** Set when the reply is the same for everyone and may be kept until one of these content tags is touched. */
  readonly tagsOf: ((reply: never) => readonly string[]) | null;
}

/** Answers from committed data without opening a transaction. */
export function read<E extends Endpoint>(
  endpoint: E,
  answer: (ctx: Context, input: InputOf<E>) => Promise<ReplyOf<E>>,
): Route {
  return { endpoint, mode: "read", answer, tagsOf: null };
}

/** As `read`, for what everyone sees alike: kept by address, market and locale until a tag is touched. */
export function cachedRead<E extends Endpoint>(
  endpoint: E,
  answer: (ctx: Context, input: InputOf<E>) => Promise<ReplyOf<E>>,
  tagsOf: (reply: ReplyOf<E>) => readonly string[],
): Route {
  return { endpoint, mode: "read", answer, tagsOf };
}

/** Answers inside one transaction. */
export function write<E extends Endpoint>(
  endpoint: E,
  answer: (ctx: Context, input: InputOf<E>) => Promise<ReplyOf<E>>,
): Route {
  return { endpoint, mode: "write", answer, tagsOf: null };
}

/**
 * Answers in phases: prepare in a transaction, call the outside, finalise in a transaction. Must be
 * replayable at every point, because a crash between the phases is answered by doing it again.
 */
export function phased<E extends Endpoint>(
  endpoint: E,
  answer: (edge: Edge, input: InputOf<E>) => Promise<ReplyOf<E>>,
): Route {
  return { endpoint, mode: "phased", answer, tagsOf: null };
}
