import type { Currency } from "../../../kernel/currency.ts";
import { newId, type Uuid } from "../../../kernel/ids.ts";
import { productInput, taxCategories } from "../../catalog/contract.ts";
import {
  handleFrom,
  requireConsistent,
  type SavedProduct,
  type WholeProduct,
} from "../../catalog/index.ts";
import { readChoice, readFlag } from "../columns/read-cell.ts";
import type { Sheet, SheetRow } from "../columns/sheet.ts";
import { bad, problemIn } from "../item-problem.ts";
import { differencesOf, partsOf } from "./difference.ts";
import { mergeOptions } from "./merge-options.ts";
import { mergePictures } from "./merge-pictures.ts";
import { mergeTexts } from "./merge-texts.ts";
import { mergeVariants } from "./merge-variants.ts";
import type { ProductPlan, ProductSurroundings } from "./product-plan.ts";
import { sortRows } from "./product-rows.ts";

/**
 * What the rows of one product would do: the product as it would be, and each difference to what is here. Reads
 * and changes nothing; the same in a dry run and in earnest.
 */
export function planProduct(
  sheet: Sheet,
  rows: readonly SheetRow[],
  current: WholeProduct | null,
  around: ProductSurroundings,
): ProductPlan {
  const title = titleOf(sheet, rows, current);
  try {
    return planned(sheet, rows, current, around, title);
  } catch (error) {
    const problem = problemIn(error);
    if (problem === null) throw error;
    return nothing("refused", title, problem);
  }
}

function nothing(
  verdict: "refused" | "kept" | "unchanged",
  title: string,
  problem: ProductPlan["problem"],
): ProductPlan {
  return { verdict, title, problem, differences: [], product: null, wanted: [], alts: [] };
}

function titleOf(sheet: Sheet, rows: readonly SheetRow[], current: WholeProduct | null): string {
  const { locale } = sheet.options;
  const said = rows.map((row) => sheet.cell(row, `title_${locale}`)).find(Boolean);
  const known = current?.texts[locale] ?? Object.values(current?.texts ?? {})[0];
  return (said ?? known?.title ?? "").slice(0, 200);
}

function planned(
  sheet: Sheet,
  rows: readonly SheetRow[],
  current: WholeProduct | null,
  around: ProductSurroundings,
  title: string,
): ProductPlan {
  const sorted = sortRows(sheet, rows);
  const { head } = sorted;
  const texts = mergeTexts(sheet, head, current?.texts ?? {});
  const handle = handleOf(sheet, head, current, title);
  const id = current?.id ?? newId();
  const merged = mergeOptions(sheet, sorted, current);
  const variants = mergeVariants(sheet, sorted, merged, handle, current);
  if (variants.length === 0) bad("variant_missing", "sku", head.number);
  if (variants.length > mostVariants)
    bad("too_many_variants", "sku", head.number, String(variants.length));
  requireFreeCodes(variants, id, around, head);
  const status = statusOf(sheet, head, current);
  const pictures = mergePictures(sheet, sorted, id, current, around);
  const product: Omit<SavedProduct, "parts"> = {
    id,
    handle,
    status,
    publishedAt: current?.publishedAt ?? (status === "published" ? around.now : null),
    taxCategory: taxCategoryOf(sheet, head, current),
    typeId: current?.typeId ?? null,
    featured: flagOf(sheet, head, "featured", current?.featured ?? false),
    texts,
    options: merged.options.map((option) => ({ ...option, values: [...option.values] })),
    variants: variants.map((variant) => ({ ...variant, prices: pricesToSet(variant, current) })),
    categories: categoriesOf(sheet, head, current, around).map((each) => ({
      id: each,
      position: null,
    })),
    relatedIds: relatedOf(sheet, head, current, around),
    pictures: pictures.shown.map(({ id: pictureId, optionCode, valueCode }) => ({
      id: pictureId,
      optionCode,
      valueCode,
    })),
  };
  requireConsistent({ options: product.options, variants: [...product.variants] });
  if (status === "published" && !isSellable(variants))
    bad("not_publishable", "status", head.number);
  const differences = differencesOf(current, { ...product, variants }, pictures, around);
  const verdict = current === null ? "create" : differences.length === 0 ? "unchanged" : "change";
  if (verdict === "unchanged") return nothing("unchanged", title, null);
  if (verdict === "change" && !sheet.options.overwrite)
    return { ...nothing("kept", title, null), differences };
  const parts = partsOf(current, { ...product, variants }, pictures);
  return {
    verdict,
    title,
    problem: null,
    differences,
    product: { ...product, parts },
    wanted: pictures.wanted,
    alts: pictures.alts,
  };
}

const mostVariants = 250;

type Prices = SavedProduct["variants"][number]["prices"];

/** Prices as they are to be, and null for those that are to go. */
function pricesToSet(
  variant: WholeProduct["variants"][number],
  current: WholeProduct | null,
): Prices {
  const before = current?.variants.find(({ id }) => id === variant.id)?.prices ?? [];
  const gone = before.filter(
    ({ currency }) => !variant.prices.some((each) => each.currency === currency),
  );
  return [
    ...variant.prices.map(({ currency, amount, compareAt }) => ({
      currency: currency as Currency, // from the program's own list or the price list
      amount: BigInt(amount),
      compareAt: compareAt === null ? null : BigInt(compareAt),
    })),
    ...gone.map(({ currency }) => ({
      currency: currency as Currency,
      amount: null,
      compareAt: null,
    })),
  ];
}

function isSellable(variants: WholeProduct["variants"]): boolean {
  return variants.some(({ active, prices }) => active && prices.length > 0);
}

const handleShape = productInput.shape.handle;

function handleOf(
  sheet: Sheet,
  head: SheetRow,
  current: WholeProduct | null,
  title: string,
): string {
  const given = (sheet.cell(head, "handle") ?? "").toLowerCase();
  const wanted = given === "" ? (current?.handle ?? (handleFrom(title) || "product")) : given;
  // Other shops allow signs in handles that ours do not.
  const handle = handleShape.safeParse(wanted).success ? wanted : handleFrom(wanted);
  return handleShape.safeParse(handle).success && handle !== ""
    ? handle
    : bad("handle_invalid", "handle", head.number, given);
}

const statuses = {
  draft: "draft",
  entwurf: "draft",
  published: "published",
  active: "published",
  veröffentlicht: "published",
  archived: "archived",
  archiviert: "archived",
} as const;

function statusOf(
  sheet: Sheet,
  head: SheetRow,
  current: WholeProduct | null,
): WholeProduct["status"] {
  const status = sheet.cell(head, "status");
  const published = sheet.cell(head, "published");
  const before = current?.status ?? "draft";
  if (status === undefined && published === undefined) return before;
  const shown = published === undefined || readFlag(published, "published", head.number);
  if (status === undefined || status === "")
    return published === undefined ? before : shown ? "published" : "draft";
  const said = readChoice(status, statuses, "status", head.number);
  return said === "published" && !shown ? "draft" : said;
}

function flagOf(sheet: Sheet, head: SheetRow, field: string, current: boolean): boolean {
  const text = sheet.cell(head, field);
  return text === undefined ? current : readFlag(text, field, head.number);
}

function taxCategoryOf(
  sheet: Sheet,
  head: SheetRow,
  current: WholeProduct | null,
): SavedProduct["taxCategory"] {
  const text = sheet.cell(head, "tax_category");
  if (text === undefined) return current?.taxCategory ?? "standard";
  if (text === "") return "standard";
  return (
    taxCategories.find((each) => each === text.toLowerCase()) ??
    bad("choice_invalid", "tax_category", head.number, text)
  );
}

/** Codes between bars; or, in others' files, names from the root down: "Living > Chairs, Office". */
function categoriesOf(
  sheet: Sheet,
  head: SheetRow,
  current: WholeProduct | null,
  { categoryIds }: ProductSurroundings,
): Uuid[] {
  const codes = sheet.cell(head, "categories");
  const paths = sheet.cell(head, "category_paths");
  if (codes === undefined && paths === undefined) return [...(current?.categoryIds ?? [])];
  const names = [...(codes ?? "").split("|"), ...(paths ?? "").split(/(?<!\\),/)]
    .map((name) => name.replaceAll("\\,", ",").trim())
    .filter((name) => name !== "");
  const found = names.map((name) => {
    const folded = name
      .toLowerCase()
      .split(/\s*>\s*/)
      .join(" > ");
    return categoryIds.get(folded) ?? bad("unknown_category", "categories", head.number, name);
  });
  if (found.length > 20) bad("too_many_categories", "categories", head.number);
  return sameSet(found, current?.categoryIds ?? [])
    ? [...(current?.categoryIds ?? [])]
    : [...new Set(found)];
}

/** The first is the main one; the order of the others says nothing. */
function sameSet(a: readonly Uuid[], b: readonly Uuid[]): boolean {
  return a[0] === b[0] && new Set(a).size === b.length && b.every((each) => a.includes(each));
}

function relatedOf(
  sheet: Sheet,
  head: SheetRow,
  current: WholeProduct | null,
  { productIdByHandle, handlesToCome }: ProductSurroundings,
): Uuid[] {
  const text = sheet.cell(head, "related");
  if (text === undefined) return [...(current?.relatedIds ?? [])];
  const handles = text
    .split("|")
    .map((each) => each.trim())
    .filter((each) => each !== "");
  if (handles.length > 24) bad("too_many_related", "related", head.number);
  const ids = handles.flatMap((handle) => {
    const found = productIdByHandle.get(handle);
    // It comes with this file and is tied when all of it is here.
    if (found === undefined && !handlesToCome.has(handle))
      return bad("unknown_related", "related", head.number, handle);
    return found === undefined || found === current?.id ? [] : [found];
  });
  return [...new Set(ids)];
}

function requireFreeCodes(
  variants: WholeProduct["variants"],
  productId: Uuid,
  { productOfSku, productOfBarcode }: ProductSurroundings,
  head: SheetRow,
): void {
  for (const { sku, barcode } of variants) {
    if ((productOfSku.get(sku) ?? productId) !== productId)
      bad("sku_taken", "sku", head.number, sku);
    if (barcode !== null && (productOfBarcode.get(barcode) ?? productId) !== productId)
      bad("barcode_taken", "barcode", head.number, barcode);
  }
}
