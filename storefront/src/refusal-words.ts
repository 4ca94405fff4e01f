import { codeProblem, refusalText } from "./locales/index.ts";
import type { Messages } from "./locales/messages.ts";
import { refusalOf } from "./refusal.ts";

/** Why the shop refused, in words; whatever else was thrown is thrown on. */
export function refusalWords(text: Messages, error: unknown): string {
  const refusal = refusalOf(error);
  if (refusal === null) throw error;
  const { code } = refusal.kind;
  if (code !== "coupon_not_applicable") return refusalText(text, code);
  const { reason, unmet } = refusal.details as { reason: string; unmet: readonly string[] };
  return codeProblem(text, reason, unmet);
}
