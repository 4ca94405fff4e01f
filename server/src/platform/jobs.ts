import type { z } from "zod";
import type { Json } from "../kernel/errors.ts";
import { newId } from "../kernel/ids.ts";
import type { Context } from "./context.ts";
import type { Edge } from "./edge.ts";

/** Work done later by a worker. `run` has one transaction; `runPhased` opens its own around external calls. */
export interface JobKind<Payload> {
  readonly name: string;
  readonly payload: z.ZodType<Payload>;
  readonly maxAttempts: number;
  readonly run: ((ctx: Context, payload: Payload) => Promise<void>) | null;
  readonly runPhased: ((edge: Edge, payload: Payload) => Promise<void>) | null;
}

interface JobDefinition<Payload> {
  name: string;
  payload: z.ZodType<Payload>;
  maxAttempts?: number;
}

/** A job whose effects commit together with its completion: done once or not at all. */
export function job<Payload>(
  definition: JobDefinition<Payload> & { run: (ctx: Context, payload: Payload) => Promise<void> },
): JobKind<never> {
  return { maxAttempts: 12, runPhased: null, ...definition } as unknown as JobKind<never>;
}

/** A job that talks to the outside: may run again after a crash, so every phase must be replayable. */
export function phasedJob<Payload>(
  definition: JobDefinition<Payload> & {
    runPhased: (edge: Edge, payload: Payload) => Promise<void>;
  },
): JobKind<never> {
  return { maxAttempts: 12, run: null, ...definition } as unknown as JobKind<never>;
}

export interface EnqueueOptions {
  readonly runAt?: Date;
  /** While a job with this name and key waits, a second one is not added. */
  readonly key?: string;
}

/** Adds a job in the caller's transaction. Its payload is checked when it runs. */
export function enqueue(
  ctx: Context,
  kind: JobKind<never>,
  payload: Json,
  options: EnqueueOptions = {},
): void {
  ctx.pending.jobs.push({
    id: newId(),
    name: kind.name,
    payload,
    eventId: null,
    uniqueKey: options.key ?? null,
    runAt: options.runAt ?? ctx.now,
    maxAttempts: kind.maxAttempts,
  });
}

/** A job that comes round: every so many seconds, in one process of however many. */
export interface ScheduledJob {
  readonly job: JobKind<never>;
  readonly everySeconds: number;
}

let wake: () => void = () => undefined;

/** Lets a worker in this process look at once instead of at its next round. */
export function onJobsAdded(listener: () => void): void {
  wake = listener;
}

export function jobsAdded(): void {
  wake();
}
