import type { Visit } from "./visit.ts";

const name = "said";

/** Something to say on the next page only, carried by a cookie over the redirect. */
export interface SaidOnce {
  readonly kind: "removed" | "saved" | "password" | "reset" | "thanks";
  /** For a removed line: what it takes to bring it back. */
  readonly variantId?: string;
  readonly quantity?: number;
  readonly title?: string;
}

export function sayOnce(visit: Visit, said: SaidOnce): void {
  // Thanks have to outlast the visit to a payment page.
  const maxAge = said.kind === "thanks" ? 3600 : 60;
  visit.request.cookies.set(name, JSON.stringify(said), { maxAge });
}

/** What the last page left to say, if anything; it is then forgotten. */
export function heardOnce(visit: Visit): SaidOnce | null {
  const text = visit.request.cookies.get(name);
  if (text === undefined || text === "") return null;
  visit.request.cookies.set(name, "", { maxAge: 0 });
  try {
    const said: unknown = JSON.parse(text);
    return typeof said === "object" && said !== null && "kind" in said ? (said as SaidOnce) : null;
  } catch {
    return null; // someone else's cookie of that name says nothing
  }
}
