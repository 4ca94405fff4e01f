import { newId } from "../../../kernel/ids.ts";
import { variantInput } from "../../catalog/contract.ts";
import type { WholeProduct, WholeVariant } from "../../catalog/index.ts";
import { readAmount, readChoice, readCount, readFlag, readMeasure } from "../columns/read-cell.ts";
import type { Sheet, SheetRow } from "../columns/sheet.ts";
import { bad } from "../item-problem.ts";
import type { MergedOptions } from "./merge-options.ts";
import type { ProductRows } from "./product-rows.ts";

const millimetres = 100_000;
const grams = 10_000_000;

/** The variants as the file and what is here make them: those of the file first, in its order. */
export function mergeVariants(
  sheet: Sheet,
  rows: ProductRows,
  merged: MergedOptions,
  handle: string,
  current: WholeProduct | null,
): WholeVariant[] {
  const here = current?.variants ?? [];
  const named = rows.variants.map((row) => mergeVariant(sheet, row, merged, handle, here));
  if (current !== null && isOrdered(named, here)) {
    const byId = new Map(named.map((variant) => [variant.id, variant]));
    const kept = here.map((variant) => byId.get(variant.id) ?? variant);
    return [...kept, ...named.filter(({ id }) => !here.some((each) => each.id === id))];
  }
  const rest = here.filter(({ id }) => !named.some((variant) => variant.id === id));
  return [...named, ...rest];
}

/** True when the file names them in the order they have here, so that one left out keeps its place. */
function isOrdered(named: readonly WholeVariant[], here: readonly WholeVariant[]): boolean {
  const places = named
    .map(({ id }) => here.findIndex((each) => each.id === id))
    .filter((at) => at >= 0);
  return places.every((place, index) => index === 0 || place > (places[index - 1] ?? -1));
}

function mergeVariant(
  sheet: Sheet,
  row: SheetRow,
  merged: MergedOptions,
  handle: string,
  here: readonly WholeVariant[],
): WholeVariant {
  const choices = merged.choicesOf(row);
  const given = sheet.cell(row, "sku") ?? "";
  const before =
    given === ""
      ? here.find(({ options }) => sameChoices(options, choices ?? {}))
      : here.find(({ sku }) => sku === given);
  const draft = {
    sku: before?.sku ?? (given === "" ? madeSku(handle, choices ?? {}) : given),
    options: choices ?? before?.options ?? {},
    barcode: kept(sheet.cell(row, "barcode"), before?.barcode ?? null, (text) =>
      text === "" ? null : text.replaceAll(/\s/g, "").replace(/^'/, ""),
    ),
    weightGrams: weightOf(sheet, row) ?? before?.weightGrams ?? 0,
    widthMm: sizeOf(sheet, row, "width", before?.widthMm ?? null),
    depthMm: sizeOf(sheet, row, "depth", before?.depthMm ?? null),
    heightMm: sizeOf(sheet, row, "height", before?.heightMm ?? null),
    stockPolicy: policyOf(sheet, row, before?.stockPolicy),
    backorderCap: countOf(sheet, row, "backorder_cap", 1_000_000, before?.backorderCap),
    backorderDays: countOf(sheet, row, "backorder_days", 1_000, before?.backorderDays),
    active: kept(sheet.cell(row, "active"), before?.active ?? true, (text) =>
      text === "" ? true : readFlag(text, "active", row.number),
    ),
  };
  const checked = checkedVariant.safeParse(draft);
  if (!checked.success) {
    const issue = checked.error.issues[0];
    const field = String(issue?.path[0] ?? "sku");
    const value = (draft as Record<string, unknown>)[field];
    return bad(`${field}_invalid`, field, row.number, typeof value === "string" ? value : "");
  }
  return { ...checked.data, id: before?.id ?? newId(), prices: pricesOf(sheet, row, before) };
}

const checkedVariant = variantInput.omit({ id: true, prices: true, attributes: true });

function kept<T>(text: string | undefined, current: T, read: (text: string) => T): T {
  return text === undefined ? current : read(text);
}

function sameChoices(
  a: Readonly<Record<string, string>>,
  b: Readonly<Record<string, string>>,
): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}

/** Others sell without SKU: CHAIR-OAK, from the handle and the values. */
function madeSku(handle: string, choices: Readonly<Record<string, string>>): string {
  return [handle, ...Object.values(choices)]
    .join("-")
    .toUpperCase()
    .replaceAll(/[^A-Z0-9._/-]+/g, "-")
    .replace(/^[^A-Z0-9]+/, "")
    .slice(0, 64);
}

const gramsIn: Readonly<Record<string, number>> = {
  g: 1,
  kg: 1000,
  lb: 453.592_37,
  oz: 28.349_523_125,
};

function weightOf(sheet: Sheet, row: SheetRow): number | undefined {
  const exact = sheet.cell(row, "weight_g");
  if (exact !== undefined)
    return within(readMeasure(exact, 1, "weight_g", row.number), grams, "weight_g", row);
  const kilos = sheet.cell(row, "weight_kg");
  if (kilos !== undefined)
    return within(readMeasure(kilos, 1000, "weight_kg", row.number), grams, "weight_kg", row);
  const weight = sheet.cell(row, "weight");
  if (weight === undefined) return undefined;
  const unit = (sheet.cell(row, "weight_unit") ?? "kg").toLowerCase() || "kg";
  const times = gramsIn[unit] ?? bad("choice_invalid", "weight_unit", row.number, unit);
  return within(readMeasure(weight, times, "weight", row.number), grams, "weight", row);
}

function within(value: number | null, most: number, field: string, row: SheetRow): number {
  if ((value ?? 0) > most) bad("number_invalid", field, row.number, String(value));
  return value ?? 0;
}

function sizeOf(
  sheet: Sheet,
  row: SheetRow,
  side: "width" | "depth" | "height",
  current: number | null,
): number | null {
  for (const [unit, times] of [
    ["mm", 1],
    ["cm", 10],
  ] as const) {
    const text = sheet.cell(row, `${side}_${unit}`);
    if (text === undefined) continue;
    const size = readMeasure(text, times, `${side}_${unit}`, row.number);
    return size === null ? null : within(size, millimetres, `${side}_${unit}`, row);
  }
  return current;
}

function countOf(
  sheet: Sheet,
  row: SheetRow,
  field: string,
  most: number,
  current: number | undefined,
): number {
  return kept(
    sheet.cell(row, field),
    current ?? 0,
    (text) => readCount(text, most, field, row.number) ?? 0,
  );
}

const policies = {
  refuse: "refuse",
  backorder: "backorder",
  order_from_supplier: "order_from_supplier",
} as const;

/** Others only say whether it may be sold beyond the stock; here that has a cap, so it means the supplier. */
const oversell = {
  deny: "refuse",
  "0": "refuse",
  no: "refuse",
  false: "refuse",
  "": "refuse",
  continue: "order_from_supplier",
  "1": "order_from_supplier",
  yes: "order_from_supplier",
  true: "order_from_supplier",
  notify: "order_from_supplier",
} as const;

function policyOf(
  sheet: Sheet,
  row: SheetRow,
  current: WholeVariant["stockPolicy"] | undefined,
): WholeVariant["stockPolicy"] {
  const exact = sheet.cell(row, "stock_policy");
  if (exact !== undefined)
    return exact === "" ? "refuse" : readChoice(exact, policies, "stock_policy", row.number);
  const loose = sheet.cell(row, "oversell");
  if (loose === undefined) return current ?? "refuse";
  const said = readChoice(loose, oversell, "oversell", row.number);
  // A backorder with its cap is finer than what the file can say.
  return said === "order_from_supplier" && current === "backorder" ? current : said;
}

/** One a currency, by its name. A blank price takes the product off that currency. */
function pricesOf(
  sheet: Sheet,
  row: SheetRow,
  before: WholeVariant | undefined,
): WholeVariant["prices"] {
  const prices = new Map((before?.prices ?? []).map((price) => [price.currency, price]));
  for (const currency of sheet.currencies) {
    const name = currency.toLowerCase();
    const text = sheet.cell(row, `price_${name}`);
    const higher = sheet.cell(row, `compare_at_${name}`);
    const lower = sheet.cell(row, `sale_price_${name}`);
    if (text === undefined && higher === undefined && lower === undefined) continue;
    const here = prices.get(currency);
    const read = (cell: string | undefined, field: string) =>
      readAmount(cell ?? "", currency, `${field}_${name}`, row.number);
    const regular =
      text === undefined ? (here === undefined ? null : BigInt(here.amount)) : read(text, "price");
    const sale = read(lower, "sale_price");
    const amount = sale ?? regular;
    const compared = higher === undefined ? null : read(higher, "compare_at");
    const keptCompare = here?.compareAt == null ? null : BigInt(here.compareAt);
    const compareAt =
      sale !== null
        ? regular
        : higher === undefined && lower === undefined
          ? keptCompare
          : compared;
    if (amount === null) prices.delete(currency);
    else
      prices.set(currency, {
        currency,
        amount: amount.toString(),
        compareAt: comparison(amount, compareAt, sheet, `compare_at_${name}`, row),
      });
  }
  return [...prices.values()].toSorted((a, b) => (a.currency < b.currency ? -1 : 1));
}

/** Others keep earlier prices that are none; in our own files such a price is a mistake. */
function comparison(
  amount: bigint,
  compareAt: bigint | null,
  sheet: Sheet,
  field: string,
  row: SheetRow,
): string | null {
  if (compareAt === null) return null;
  if (compareAt > amount) return compareAt.toString();
  if (sheet.dialect === "own" || sheet.dialect === "other")
    return bad("compare_at_too_low", field, row.number, compareAt.toString());
  return null;
}
