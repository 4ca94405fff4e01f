import { createHash } from "node:crypto";
import { percentText, rateFromPercent, taxInGross, taxOnNet } from "../../kernel/rate.ts";
import { isTaxCategory } from "../../kernel/tax-category.ts";
import type { TaxFailed } from "./jurisdiction.ts";
import type { TaxReason } from "./reasons.ts";
import { type TaxedLine, taxedOf, type TaxLine, type TaxRequest, type TaxResult } from "./tax.ts";

/** What a tax service said, as it is kept: amounts in minor units as text. */
export type ServiceAnswer =
  | { readonly state: "ok"; readonly lines: readonly ServiceLine[] }
  | TaxFailed;

export interface ServiceLine {
  readonly ref: string;
  /** Percent, all levels together: "8.875". */
  readonly rate: string;
  readonly jurisdiction: string;
  readonly reason: TaxReason;
  readonly taxMinor: string;
}

/** An answer with what it answers: good for exactly these facts. */
export interface KeptTax {
  readonly fingerprint: string;
  /** ISO 8601. */
  readonly at: string;
  readonly answer: ServiceAnswer;
}

/** The same for requests that differ in nothing that tax depends on, the day included. */
export function fingerprintOf(request: TaxRequest): string {
  const facts = JSON.stringify(request, (_key, value: unknown) =>
    typeof value === "bigint" ? value.toString() : value,
  );
  return createHash("sha256").update(facts).digest("base64url");
}

/** A service that gave no answer is asked again after this long, in milliseconds. */
const retryMs = 5000;

/** The kept answer when it is for this request; otherwise the tax is pending. */
export function keptTaxOf(request: TaxRequest, kept: KeptTax | null): TaxResult {
  if (request.shipTo === null) return { state: "pending", reason: "region_needed" };
  if (kept?.fingerprint !== fingerprintOf(request)) {
    return { state: "pending", reason: "not_calculated" };
  }
  return kept.answer.state === "ok" ? taxedAsAnswered(request, kept.answer.lines) : kept.answer;
}

/** Should the service be asked now about a cart that stands like this? */
export function isServiceDue(result: TaxResult, kept: KeptTax | null, now: Date): boolean {
  if (result.state === "pending") return result.reason === "not_calculated";
  if (result.state !== "failed" || !result.reason.startsWith("service_")) return false;
  return kept === null || now.getTime() - Date.parse(kept.at) >= retryMs;
}

/**
 * The service's lines as ours. What does not add up is no answer: a line that is missing or doubled, a tax
 * that is more than a unit off its rate, or none without a reason that a law gives.
 */
export function taxedAsAnswered(request: TaxRequest, answered: readonly ServiceLine[]): TaxResult {
  const byRef = new Map(answered.map((line) => [line.ref, line]));
  const lines = request.lines.flatMap((asked): TaxedLine[] => {
    const said = byRef.get(asked.ref);
    const category = isTaxCategory(asked.category) ? asked.category : "standard";
    if (!said || !addsUp(asked.amount, said, request.taxIncluded)) return [];
    const tax = BigInt(said.taxMinor);
    const net = request.taxIncluded ? asked.amount - tax : asked.amount;
    const { jurisdiction, reason } = said;
    const ratePercent = percentText(rateFromPercent(said.rate));
    return [
      { ref: asked.ref, category, ratePercent, jurisdiction, reason, net, tax, gross: net + tax },
    ];
  });
  const whole = answered.length === request.lines.length && lines.length === answered.length;
  if (!whole) return { state: "failed", reason: "service_wrong" };
  return taxedOf(request, lines, taxLinesOf(lines));
}

/** Reasons that a rate of nothing may have, and those that need a rate. */
const freeing: ReadonlySet<TaxReason> = new Set([
  "export",
  "reverse-charge",
  "exempt",
  "zero-rated",
  "exempt-goods",
  "no-tax-here",
]);

function addsUp(amount: bigint, said: ServiceLine, taxIncluded: boolean): boolean {
  const rate = rateFromPercent(said.rate);
  if ((rate.millionths === 0n) !== freeing.has(said.reason)) return false;
  const expected = taxIncluded ? taxInGross(amount, rate) : taxOnNet(amount, rate);
  const difference = BigInt(said.taxMinor) - expected;
  return BigInt(said.taxMinor) >= 0n && difference >= -1n && difference <= 1n;
}

function taxLinesOf(lines: readonly TaxedLine[]): TaxLine[] {
  const groups = new Map<string, TaxLine>();
  for (const { ref: _ref, gross: _gross, ...line } of lines) {
    const key = [line.category, line.ratePercent, line.jurisdiction, line.reason].join(" ");
    const before = groups.get(key);
    const net = (before?.net ?? 0n) + line.net;
    groups.set(key, { ...line, net, tax: (before?.tax ?? 0n) + line.tax });
  }
  return [...groups.values()];
}
