import { capturableMinor, isUnfinished, type Operation } from "./payment.ts";
import type { StoredAttempt } from "./attempt-row.ts";
import { findProvider } from "./registry.ts";

const second = 1000;
const day = 86_400 * second;

/** How long before an authorisation lapses the merchant hears of it. */
export const warningMs = day;
/** Time for a call to answer and be booked before the sweeper looks into it. */
const callMs = 20 * second;

/**
 * When the sweeper next asks the provider about an attempt; null when there is nothing to ask. After
 * `checks` looks without news it waits twice as long as before: at most a minute while no word has come,
 * five while the shopper has the word.
 */
export function checkTime(attempt: StoredAttempt, now: Date): Date | null {
  if (findProvider(attempt.provider)?.mode !== "online") return null;
  const after = (milliseconds: number) => new Date(now.getTime() + milliseconds);
  const backoff = (seconds: number, most: number) =>
    after(Math.min(most, seconds * 2 ** Math.min(attempt.checks, 10)) * second);
  switch (attempt.phase) {
    case "open":
      return attempt.state === "unknown" || attempt.checks > 0 ? backoff(5, 60) : after(callMs);
    case "action":
      return backoff(30, 300);
    case "authorised":
      return expiryCheck(attempt, now);
    case "failed":
    case "released":
      return null;
  }
}

/** A day before the authorisation lapses, then when it has. */
function expiryCheck(attempt: StoredAttempt, now: Date): Date | null {
  if (attempt.expiresAt === null || capturableMinor(attempt) <= 0n) return null;
  const warning = new Date(attempt.expiresAt.getTime() - warningMs);
  if (warning > now) return warning;
  const lapsed = new Date(attempt.expiresAt.getTime() + 60 * second);
  return lapsed > now ? lapsed : new Date(now.getTime() + day);
}

/** An unfinished operation is asked about again soon, in case the process died between call and answer. */
export function operationCheckTime(operation: Operation, now: Date, checks: number): Date | null {
  if (!isUnfinished(operation)) return null;
  const seconds = operation.state === "unknown" ? Math.min(60, 5 * 2 ** Math.min(checks, 10)) : 20;
  return new Date(now.getTime() + seconds * second);
}
