import { newId } from "../kernel/ids.ts";
import type { Locale } from "../kernel/locale.ts";
import type { Context, Principal } from "./context.ts";
import { type CookieJar, cookieJar } from "./cookies.ts";
import type { Database, Db } from "./db.ts";
import { jobsAdded } from "./jobs.ts";
import { forgetTags } from "./memory.ts";
import { nothingPending, type Pending, writePending } from "./pending.ts";

/** Facts about a request or a job that every context made for it shares. */
export interface Caller {
  readonly principal: Principal;
  readonly requestId: string;
  readonly locale: Locale;
  readonly marketCode: string | null;
  readonly clientAddress: string | null;
  readonly cookies: CookieJar;
  /** The Idempotency-Key of the request, when it came with one. */
  readonly idempotencyKey?: string | undefined;
}

export function systemCaller(name: string): Caller {
  return {
    principal: { kind: "system", name },
    requestId: newId(),
    locale: "en",
    marketCode: null,
    clientAddress: null,
    cookies: cookieJar(undefined, false),
  };
}

/** The only place where transactions open: once a request, once a job, or once a phase. */
export interface Edge {
  readonly caller: Caller;
  /** Runs `work` in one transaction, and what it leaves pending is written with it. */
  transaction<T>(work: (ctx: Context) => Promise<T>): Promise<T>;
  /** A context for reading only: each statement sees what is committed when it runs. */
  reading(): Context;
}

export interface Clock {
  (): Date;
}

export function openEdge(
  database: Database,
  caller: Caller,
  clock: Clock = () => new Date(),
): Edge {
  const contextOf = (db: Db, pending: Pending): Context => ({
    ...caller,
    db,
    now: clock(),
    memory: database.memory,
    pending,
  });
  return {
    caller,
    reading: () => contextOf(database, nothingPending()),
    transaction: async (work) => {
      let [added, touched] = [false, new Set<string>()];
      const result = await database.transaction(async (db) => {
        const pending = nothingPending();
        const ctx = contextOf(db, pending);
        const value = await work(ctx);
        await writePending(db, pending, ctx.now);
        [added, touched] = [pending.jobs.length > 0, pending.tags];
        return value;
      });
      forgetTags(database.memory, touched);
      if (added) jobsAdded();
      return result;
    },
  };
}
