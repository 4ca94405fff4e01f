import type { Locale } from "../kernel/locale.ts";
import type { CookieJar } from "./cookies.ts";
import type { Db } from "./db.ts";
import type { Memory } from "./memory.ts";
import type { Pending } from "./pending.ts";

/** Who asks. Staff carry the permissions of their roles; the system is a job or a command. */
export type Principal =
  | { readonly kind: "anonymous" }
  | { readonly kind: "customer"; readonly customerId: string; readonly name: string }
  | {
      readonly kind: "staff";
      readonly staffId: string;
      readonly name: string;
      readonly permissions: ReadonlySet<string>;
    }
  | { readonly kind: "system"; readonly name: string };

export const anonymous: Principal = { kind: "anonymous" };

/** What every use case gets first: the transaction, who asks, when it is, and what will follow. */
export interface Context {
  readonly db: Db;
  readonly principal: Principal;
  readonly now: Date;
  readonly requestId: string;
  readonly locale: Locale;
  /** Market asked for by the shopper's choice; the settings room decides whether it exists. */
  readonly marketCode: string | null;
  /** Address the request came from, for limits and records; null for jobs. */
  readonly clientAddress: string | null;
  /** The request's cookies and those its answer sets; empty for jobs. */
  readonly cookies: CookieJar;
  /** What this process remembers of the database for a moment. */
  readonly memory: Memory;
  readonly pending: Pending;
}

/** The name that records show for whoever asks. */
export function actorOf(ctx: Pick<Context, "principal">): string {
  const { principal } = ctx;
  switch (principal.kind) {
    case "anonymous":
      return "shopper";
    case "customer":
      return `customer:${principal.customerId}`;
    case "staff":
      return `staff:${principal.name}`;
    case "system":
      return `system:${principal.name}`;
  }
}
