import type { Refusal } from "@shopwright/server/kernel/errors";

/**
 * The refusal that a call to the shop ended with, or null when it is a fault. Told by its shape: the
 * storefront is built apart from the server, so the two do not share the class.
 */
export function refusalOf(error: unknown): Refusal | null {
  return error instanceof Error && error.name === "Refusal" && "kind" in error
    ? (error as Refusal)
    : null;
}

/** The code of a refusal; whatever else was thrown is thrown on. */
export function refusalCode(error: unknown): string {
  const refusal = refusalOf(error);
  if (refusal === null) throw error;
  return refusal.kind.code;
}

/** The result of a call, or null when the shop knows no such thing. */
export async function orNotFound<T>(call: Promise<T>): Promise<T | null> {
  try {
    return await call;
  } catch (error) {
    const code = refusalCode(error);
    // An id or a secret that is not even well formed names nothing either.
    if (code === "not_found" || code === "bad_request") return null;
    throw error;
  }
}
