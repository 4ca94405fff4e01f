import type { BusinessDate } from "../../kernel/time.ts";

/** Spares a customer the tax of some places until a day. */
export interface Certificate {
  readonly number: string;
  readonly places: readonly string[];
  /** The last day it holds. */
  readonly expiresOn: BusinessDate;
}

export function isInForce(
  { expiresOn }: Pick<Certificate, "expiresOn">,
  on: BusinessDate,
): boolean {
  return expiresOn >= on;
}
