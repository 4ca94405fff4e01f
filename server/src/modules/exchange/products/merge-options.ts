import type { Locale } from "../../../kernel/locale.ts";
import { locales } from "../../../kernel/locale.ts";
import { optionInput } from "../../catalog/contract.ts";
import { handleFrom, type WholeProduct } from "../../catalog/index.ts";
import { optionNumbers, type OptionNumber } from "../columns/product-fields.ts";
import type { Sheet, SheetRow } from "../columns/sheet.ts";
import { bad } from "../item-problem.ts";
import type { ProductRows } from "./product-rows.ts";

type Option = WholeProduct["options"][number];
type Value = Option["values"][number];

export interface MergedOptions {
  readonly options: readonly Option[];
  /** The values that a row chooses; undefined when the file says nothing of options. */
  choicesOf(row: SheetRow): Readonly<Record<string, string>> | undefined;
}

/**
 * The options of a product as the file and what is here make them. An option is recognised by its code or its
 * name, a value by its code or its label; of two values with one label it is the one that the row's SKU has. New
 * ones are added, those that the file does not name stay.
 */
export function mergeOptions(
  sheet: Sheet,
  rows: ProductRows,
  current: Pick<WholeProduct, "options" | "variants"> | null,
): MergedOptions {
  const before = current?.options ?? [];
  const mapped = optionNumbers.filter(
    (n) => sheet.has(`option${n}_value`) || labelled(sheet, `option${n}_label`).length > 0,
  );
  if (mapped.length === 0) return { options: before, choicesOf: () => undefined };
  const used = mapped.flatMap((n) => {
    const option = startOption(sheet, rows, n, before);
    return option === null ? [] : [{ n, option }];
  });
  const merged = used.map(({ n, option }) =>
    fillOption(sheet, rows, n, { ...option, variants: current?.variants ?? [] }),
  );
  return {
    options: merged.map(({ option }) => option),
    choicesOf: (row) =>
      Object.fromEntries(
        merged.map(({ option, codeOf }, index) => [
          option.code,
          codeOf(row) ?? bad("option_missing", `option${used[index]?.n ?? 1}_value`, row.number),
        ]),
      ),
  };
}

const labelled = (sheet: Sheet, field: string): readonly Locale[] =>
  locales.filter((locale) => sheet.has(`${field}_${locale}`));

/** Texts of a field by language, blank ones left out. */
function textsOf(sheet: Sheet, row: SheetRow, field: string): Partial<Record<Locale, string>> {
  return Object.fromEntries(
    labelled(sheet, field).flatMap((locale) => {
      const text = sheet.cell(row, `${field}_${locale}`) ?? "";
      return text === "" ? [] : [[locale, text]];
    }),
  );
}

const sameText = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && b !== undefined && a.toLowerCase() === b.toLowerCase();

function sharesText(
  a: Partial<Record<Locale, string>>,
  b: Partial<Record<Locale, string>>,
): boolean {
  return locales.some((locale) => sameText(a[locale], b[locale]));
}

function codeFrom(
  text: string,
  taken: readonly { readonly code: string }[],
  instead: string,
): string {
  const wanted = handleFrom(text).slice(0, 60) || instead;
  let code = wanted;
  for (let n = 2; taken.some((each) => each.code === code); n += 1) code = `${wanted}-${n}`;
  return code;
}

interface StartedOption {
  readonly option: Omit<Option, "values">;
  readonly known: readonly Value[];
}

function startOption(
  sheet: Sheet,
  rows: ProductRows,
  n: OptionNumber,
  current: readonly Option[],
): StartedOption | null {
  const all = [rows.head, ...rows.choices];
  const names = textsOf(
    sheet,
    all.find((row) => Object.keys(textsOf(sheet, row, `option${n}_name`)).length > 0) ?? rows.head,
    `option${n}_name`,
  );
  const code = all
    .map((row) => sheet.cell(row, `option${n}_code`) ?? "")
    .find((each) => each !== "");
  const anyValue = rows.choices.some((row) => says(sheet, row, n));
  if (!anyValue || isDefaultTitle(sheet, rows, n, names)) return null;
  const found = current.find(
    (option) => option.code === code || (code === undefined && sharesText(option.names, names)),
  );
  if (found !== undefined)
    return {
      option: { code: found.code, names: { ...found.names, ...names } },
      known: found.values,
    };
  const text = names.en ?? Object.values(names)[0] ?? "";
  if (code === undefined && text === "") bad("option_unnamed", `option${n}_name`, rows.head.number);
  return { option: { code: code ?? codeFrom(text, [], `option-${n}`), names }, known: [] };
}

function says(sheet: Sheet, row: SheetRow, n: OptionNumber): boolean {
  return (
    (sheet.cell(row, `option${n}_value`) ?? "") !== "" ||
    Object.keys(textsOf(sheet, row, `option${n}_label`)).length > 0
  );
}

/** How Shopify writes a product without options. */
function isDefaultTitle(
  sheet: Sheet,
  rows: ProductRows,
  n: OptionNumber,
  names: Partial<Record<Locale, string>>,
): boolean {
  if (n !== 1 || !Object.values(names).some((name) => name === "Title")) return false;
  return rows.choices.every((row) =>
    Object.values(textsOf(sheet, row, "option1_label")).every((label) => label === "Default Title"),
  );
}

function fillOption(
  sheet: Sheet,
  rows: ProductRows,
  n: OptionNumber,
  { option, known, variants }: StartedOption & Pick<WholeProduct, "variants">,
): { option: Option; codeOf: (row: SheetRow) => string | null } {
  const values: Value[] = [];
  const codes = new Map<SheetRow, string>();
  for (const row of rows.choices) {
    if (!says(sheet, row, n)) continue;
    const labels = textsOf(sheet, row, `option${n}_label`);
    const given = sheet.cell(row, `option${n}_value`) ?? "";
    const swatch = sheet.cell(row, `option${n}_swatch`);
    const fits = (value: Value) =>
      given === "" ? sharesText(value.labels, labels) : value.code === given;
    const sku = sheet.cell(row, "sku") ?? "";
    const had = variants.find((variant) => variant.sku === sku)?.options[option.code];
    const same = known.find((value) => value.code === had && fits(value));
    const index = values.findIndex(same === undefined ? fits : ({ code }) => code === same.code);
    const before = values[index] ?? same ?? known.find(fits);
    const text = labels.en ?? Object.values(labels)[0] ?? "";
    const taken = [...values, ...known];
    const code = before?.code ?? (given || codeFrom(text, taken, `value-${taken.length + 1}`));
    const value: Value = {
      code,
      labels: { ...before?.labels, ...labels },
      swatch:
        index === -1 && swatch !== undefined ? swatch || null : swatch || before?.swatch || null,
    };
    if (index === -1) values.push(value);
    else values[index] = value;
    codes.set(row, code);
  }
  const rest = known.filter(({ code }) => !values.some((value) => value.code === code));
  // Others' files name values in the order of their variants; ours in the order in which they are shown.
  const ordered =
    sheet.dialect === "own"
      ? [...values, ...rest]
      : [
          ...known.map((value) => values.find(({ code }) => code === value.code) ?? value),
          ...values.filter(({ code }) => !known.some((value) => value.code === code)),
        ];
  const checked = optionInput.safeParse({ ...option, values: ordered });
  if (!checked.success) {
    const issue = checked.error.issues[0];
    return bad("option_invalid", `option${n}_value`, rows.head.number, issue?.path.join("."));
  }
  return { option: checked.data, codeOf: (row) => codes.get(row) ?? null };
}
