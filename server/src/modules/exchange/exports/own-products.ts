import { asCurrency, type Currency } from "../../../kernel/currency.ts";
import type { Uuid } from "../../../kernel/ids.ts";
import { locales } from "../../../kernel/locale.ts";
import { money, toDecimal } from "../../../kernel/money.ts";
import type { WholePicture, WholeProduct, WholeVariant } from "../../catalog/index.ts";
import { ownProductColumns } from "../columns/product-fields.ts";

/** What files name by something else than an id. */
export interface Names {
  readonly codeOfCategory: ReadonlyMap<Uuid, string>;
  readonly handleOf: ReadonlyMap<Uuid, string>;
  readonly currencies: readonly Currency[];
  /** https://shop.example */
  readonly publicUrl: string;
}

type Cells = Readonly<Record<string, string>>;

/**
 * A product as rows of our own file: its own fields on the first, a variant on each, a picture on each for as many as
 * there are. Read back, they are the same product.
 */
export function ownProductRows(product: WholeProduct, names: Names): string[][] {
  const columns = ownProductColumns(names.currencies);
  const rows: Cells[] = [
    ...valueRows(product).map((cells) => ({ ...cells })),
    ...product.variants.map((variant) => variantCells(product, variant)),
  ];
  product.pictures.forEach((picture, index) => {
    rows[index] = { ...rows[index], ...pictureCells(picture, names.publicUrl) };
  });
  return rows.map((cells, index) => {
    const all: Cells = {
      ...(index === 0 ? productCells(product, names) : {}),
      ...cells,
      handle: product.handle,
    };
    return columns.map((column) => all[column] ?? "");
  });
}

/** The address of a picture's largest file. */
export function pictureAddress({ key, widths }: WholePicture, publicUrl: string): string {
  return `${publicUrl}/media/${key}-${Math.max(...widths)}.webp`;
}

function productCells(product: WholeProduct, names: Names): Cells {
  const cells: Record<string, string> = {
    status: product.status,
    tax_category: product.taxCategory,
    featured: yesNo(product.featured),
    categories: product.categoryIds.map((id) => names.codeOfCategory.get(id) ?? "").join("|"),
    related: product.relatedIds.map((id) => names.handleOf.get(id) ?? "").join("|"),
  };
  for (const locale of locales) {
    const text = product.texts[locale];
    if (text === undefined) continue;
    cells[`title_${locale}`] = text.title;
    cells[`subtitle_${locale}`] = text.subtitle;
    cells[`description_${locale}`] = text.description;
    cells[`care_${locale}`] = text.care;
    cells[`seo_title_${locale}`] = text.seoTitle;
    cells[`seo_description_${locale}`] = text.seoDescription;
  }
  product.options.forEach((option, index) => {
    cells[`option${index + 1}_code`] = option.code;
    for (const locale of locales)
      cells[`option${index + 1}_name_${locale}`] = option.names[locale] ?? "";
  });
  return cells;
}

/** Values whose order the variants do not show get rows of their own, before the variants. */
function valueRows({ options, variants }: WholeProduct): Cells[] {
  const shown = options.every(({ code, values }) => {
    const named = [...new Set(variants.flatMap((variant) => variant.options[code] ?? []))];
    return named.join() === values.map((value) => value.code).join();
  });
  if (shown) return [];
  const longest = Math.max(...options.map(({ values }) => values.length));
  return Array.from({ length: longest }, (_, place) =>
    Object.assign(
      {},
      ...options.map((option, index) => valueCells(option, index + 1, option.values[place]?.code)),
    ),
  );
}

function valueCells(
  { values }: WholeProduct["options"][number],
  n: number,
  code: string | undefined,
): Cells {
  const value = values.find((each) => each.code === code);
  if (value === undefined) return {};
  const cells: Record<string, string> = {
    [`option${n}_value`]: value.code,
    [`option${n}_swatch`]: value.swatch ?? "",
  };
  for (const locale of locales) cells[`option${n}_label_${locale}`] = value.labels[locale] ?? "";
  return cells;
}

function variantCells({ options }: WholeProduct, variant: WholeVariant): Cells {
  const cells: Record<string, string> = {
    sku: variant.sku,
    barcode: variant.barcode ?? "",
    active: yesNo(variant.active),
    weight_g: String(variant.weightGrams),
    width_mm: numberCell(variant.widthMm),
    depth_mm: numberCell(variant.depthMm),
    height_mm: numberCell(variant.heightMm),
    stock_policy: variant.stockPolicy,
    backorder_cap: String(variant.backorderCap),
    backorder_days: String(variant.backorderDays),
  };
  options.forEach((option, index) =>
    Object.assign(cells, valueCells(option, index + 1, variant.options[option.code])),
  );
  for (const { currency, amount, compareAt } of variant.prices) {
    const code = asCurrency(currency);
    const text = (minor: string) => toDecimal(money(BigInt(minor), code));
    cells[`price_${code.toLowerCase()}`] = text(amount);
    cells[`compare_at_${code.toLowerCase()}`] = compareAt === null ? "" : text(compareAt);
  }
  return cells;
}

function pictureCells(picture: WholePicture, publicUrl: string): Cells {
  const { optionCode, valueCode, alt } = picture;
  const cells: Record<string, string> = {
    picture: pictureAddress(picture, publicUrl),
    picture_option: optionCode === null || valueCode === null ? "" : `${optionCode}:${valueCode}`,
  };
  for (const locale of locales) cells[`picture_alt_${locale}`] = alt[locale] ?? "";
  return cells;
}

const yesNo = (flag: boolean): string => (flag ? "yes" : "no");
const numberCell = (value: number | null): string => (value === null ? "" : String(value));
