import { assert } from "../../kernel/assert.ts";
import { percentText, taxInGross, taxOnNet } from "../../kernel/rate.ts";
import { splitByLargestRemainder } from "../../kernel/rounding.ts";
import { isTaxCategory, type TaxCategory } from "../../kernel/tax-category.ts";
import type { BusinessDate } from "../../kernel/time.ts";
import { findJurisdiction } from "./jurisdiction.ts";
import type {
  Destination,
  TaxBuyer,
  TaxFailed,
  TaxJurisdiction,
  TaxPending,
  TaxRules,
} from "./jurisdiction.ts";
import type { TaxReason, TaxTreatment } from "./reasons.ts";

/**
 * What a basket bears in tax.
 *
 * Example, prices with tax, to Germany (19 %): a chair for 289.00, two mugs for 24.00 each, delivery
 * 9.90. All three are standard goods, so they form one group of 346.90. The tax inside it is
 * 346.90 × 19 / 119 = 55.3874, rounded once: 55.39; the net is 291.51. The lines then share the
 * 55.39: 46.15 (chair), 7.66 (mugs) and 1.58 (delivery), which sum to 55.39 because the cents that
 * rounding leaves over go to the lines that lost most by it. To Denmark (25 %) the shopper pays the
 * same 346.90, with 69.38 of tax inside.
 *
 * Example, prices before tax, to California (7.25 %): a chair for 310.00 and delivery for 15.00 make
 * a group of 325.00; the tax on it is 23.5625, rounded once: 23.56, and the shopper pays 348.56.
 *
 * A business in France whose VAT id was checked pays for the first basket what is left without the tax
 * of its country: 346.90 less 57.82 (20 %) is 289.08, at 0 % with the reason `reverse-charge`.
 *
 * Rounding per group rather than per line is what keeps the invoice, the tax report and the sum on
 * the screen the same to the cent.
 */
export interface TaxRequest {
  readonly treatment: TaxTreatment;
  /** True: the amounts are what the shopper pays. False: tax comes on top. */
  readonly taxIncluded: boolean;
  /** Null until the shopper has said; then the tax is that of `defaultCountry`, as an estimate. */
  readonly shipTo: Destination | null;
  readonly defaultCountry: string;
  /** Country the goods leave from. */
  readonly shipFrom: string;
  /** The day whose rates apply. */
  readonly on: BusinessDate;
  readonly rules: TaxRules;
  readonly buyer: TaxBuyer | null;
  readonly lines: readonly TaxRequestLine[];
}

export interface TaxRequestLine {
  /** The caller's own name for the line, unique in the request. */
  readonly ref: string;
  readonly kind: "item" | "voucher" | "delivery" | "payment_fee";
  /** A tax category; charges (delivery, payment_fee) follow the goods, not vouchers, whatever is said here. */
  readonly category: string;
  /** The whole line in minor units, not negative; with or without tax as `taxIncluded` says. */
  readonly amount: bigint;
}

/** A line with its tax. The rate is a percentage as text: "19", "7.25". */
export interface TaxedLine {
  readonly ref: string;
  readonly category: TaxCategory;
  readonly ratePercent: string;
  readonly jurisdiction: string;
  readonly reason: TaxReason;
  readonly net: bigint;
  readonly tax: bigint;
  readonly gross: bigint;
}

/** The tax of all lines of one category: what an invoice and a tax report list. */
export type TaxLine = Omit<TaxedLine, "ref" | "gross">;

export interface Taxed {
  readonly state: "ok";
  /** True while the destination is only assumed. An order is placed on no estimate. */
  readonly estimated: boolean;
  /** What prices with tax lose because this buyer is spared it: to be shown, so that sums add up. */
  readonly relieved: bigint;
  /** In the order of the request. */
  readonly lines: readonly TaxedLine[];
  /** Highest rate first. Sums over these equal sums over the lines. */
  readonly taxLines: readonly TaxLine[];
  readonly net: bigint;
  readonly tax: bigint;
  readonly gross: bigint;
}

export type TaxResult = Taxed | TaxPending | TaxFailed;

/**
 * Calculates the tax of a basket. Pure. When the tax cannot be told, the result carries no amounts
 * at all, so that "unknown" can never be mistaken for "none".
 */
export function calculateTax(request: TaxRequest): TaxResult {
  const destination = request.shipTo ?? { country: request.defaultCountry };
  const place = findJurisdiction({ ...request, destination });
  if (place.state !== "ok") return place;
  const sorted = sortIntoCategories(request.lines, place.jurisdiction);
  if (!sorted) return { state: "failed", reason: "unknown_category" };
  const groups = sorted.map((group) => taxGroup(group, place.jurisdiction, request.taxIncluded));
  const byRef = new Map(groups.flatMap((group) => group.lines).map((line) => [line.ref, line]));
  const lines = request.lines.flatMap((line) => byRef.get(line.ref) ?? []);
  assert(byRef.size === request.lines.length, "each tax line has a ref of its own");
  const taxLines = groups.map((group) => group.taxLine);
  return taxedOf(request, lines, taxLines);
}

/** The sums that belong to some lines. */
export function taxedOf(
  request: Pick<TaxRequest, "shipTo" | "taxIncluded" | "lines">,
  lines: readonly TaxedLine[],
  taxLines: readonly TaxLine[],
): Taxed {
  const gross = total(lines.map((line) => line.gross));
  const listed = total(request.lines.map((line) => line.amount));
  return {
    state: "ok",
    estimated: request.shipTo === null,
    relieved: request.taxIncluded ? listed - gross : 0n,
    lines,
    taxLines,
    net: total(lines.map((line) => line.net)),
    tax: total(lines.map((line) => line.tax)),
    gross,
  };
}

interface Group {
  readonly category: TaxCategory;
  readonly lines: readonly TaxRequestLine[];
}

/** One group per category, highest rate first; null when a category is not one of ours. */
function sortIntoCategories(
  lines: readonly TaxRequestLine[],
  { rates }: TaxJurisdiction,
): Group[] | null {
  const goods = new Map<TaxCategory, TaxRequestLine[]>();
  const add = (category: TaxCategory, more: readonly TaxRequestLine[]) =>
    goods.set(category, [...(goods.get(category) ?? []), ...more]);
  for (const line of lines.filter(({ kind }) => kind === "item")) {
    if (!isTaxCategory(line.category)) return null;
    add(line.category, [line]);
  }
  const vouchers = lines.filter(({ kind }) => kind === "voucher");
  const charges = lines.filter(({ kind }) => kind === "delivery" || kind === "payment_fee");
  if (charges.length > 0) add(mainCategory(goods, rates), charges);
  if (vouchers.length > 0) add("zero", vouchers);
  return [...goods]
    .map(([category, groupLines]) => ({ category, lines: groupLines }))
    .toSorted((a, b) => byRate(rates)(a.category, b.category));
}

/**
 * The category that most of the basket's value has, at equal value the one with the higher rate.
 * Charges follow it whole. (The law would also allow dividing them in proportion; that would make
 * lines with two rates, which nobody can read on an invoice.)
 */
function mainCategory(
  goods: ReadonlyMap<TaxCategory, readonly TaxRequestLine[]>,
  rates: TaxJurisdiction["rates"],
): TaxCategory {
  const values = [...goods].map(([category, lines]) => ({
    category,
    value: total(lines.map((line) => line.amount)),
  }));
  const [main] = values.toSorted(
    (a, b) => compare(b.value, a.value) || byRate(rates)(a.category, b.category),
  );
  return main?.category ?? "standard";
}

/** The tax of a group. A relieved one is worked out as for anybody, and then the buyer is spared it. */
function taxGroup(group: Group, place: TaxJurisdiction, taxIncluded: boolean) {
  const amounts = group.lines.map((line) => line.amount);
  assert(
    amounts.every((amount) => amount >= 0n),
    "no tax line is negative",
  );
  const { rate, reason } = place.rates[group.category];
  const relieved = place.relief !== null && rate.millionths > 0n;
  const sum = total(amounts);
  const tax = taxIncluded ? taxInGross(sum, rate) : taxOnNet(sum, rate);
  const shares = splitByLargestRemainder(tax, amounts);
  const facts = {
    category: group.category,
    ratePercent: relieved ? "0" : percentText(rate),
    jurisdiction: place.code,
    reason: relieved && place.relief !== null ? place.relief : reason,
  };
  const lines = group.lines.map((line, index): TaxedLine => {
    const share = shares[index] ?? 0n;
    const net = taxIncluded ? line.amount - share : line.amount;
    const borne = relieved ? 0n : share;
    return { ref: line.ref, ...facts, net, tax: borne, gross: net + borne };
  });
  const net = taxIncluded ? sum - tax : sum;
  const taxLine: TaxLine = { ...facts, net, tax: relieved ? 0n : tax };
  return { lines, taxLine };
}

function byRate(rates: TaxJurisdiction["rates"]) {
  return (a: TaxCategory, b: TaxCategory) =>
    compare(rates[b].rate.millionths, rates[a].rate.millionths) || (a < b ? -1 : a > b ? 1 : 0);
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function total(amounts: readonly bigint[]): bigint {
  return amounts.reduce((sum, amount) => sum + amount, 0n);
}
