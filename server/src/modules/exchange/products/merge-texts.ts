import { type Locale, locales } from "../../../kernel/locale.ts";
import { productTextInput } from "../../catalog/contract.ts";
import type { WholeProduct } from "../../catalog/index.ts";
import { type TextField, textFields } from "../columns/product-fields.ts";
import type { Sheet, SheetRow } from "../columns/sheet.ts";
import { bad } from "../item-problem.ts";
import { textFromHtml } from "./html-text.ts";

type Texts = WholeProduct["texts"];

const propertyOf = {
  title: "title",
  subtitle: "subtitle",
  description: "description",
  care: "care",
  seo_title: "seoTitle",
  seo_description: "seoDescription",
} as const satisfies Record<TextField, string>;

/** Texts in each language; a language whose title is blank loses its texts. */
export function mergeTexts(sheet: Sheet, head: SheetRow, current: Texts): Texts {
  const texts: Partial<Record<Locale, NonNullable<Texts[Locale]>>> = {};
  for (const locale of locales) {
    const before = current[locale];
    const said = saidIn(sheet, head, locale);
    const title = said.title ?? before?.title ?? "";
    if (title === "") {
      const other = Object.values(said).find((text) => text !== "");
      if (other !== undefined) bad("title_missing", `title_${locale}`, head.number);
      continue;
    }
    if (Object.keys(said).length === 0 && before !== undefined) texts[locale] = before;
    else texts[locale] = checked({ ...before, ...said, title }, locale, head);
  }
  if (Object.keys(texts).length === 0)
    bad("title_missing", `title_${sheet.options.locale}`, head.number);
  return texts;
}

function saidIn(sheet: Sheet, head: SheetRow, locale: Locale): Partial<Record<string, string>> {
  const said: Partial<Record<string, string>> = {};
  for (const field of textFields) {
    const text = sheet.cell(head, `${field}_${locale}`);
    if (text !== undefined) said[propertyOf[field]] = text;
  }
  const html = locale === sheet.options.locale ? sheet.cell(head, "description_html") : undefined;
  // WooCommerce writes line breaks in its files as a backslash and an n.
  if (html !== undefined)
    said["description"] = textFromHtml(
      sheet.dialect === "woocommerce" ? html.replaceAll("\\n", "\n") : html,
    );
  if (sheet.dialect === "woocommerce" && said["subtitle"] !== undefined)
    said["subtitle"] = textFromHtml(said["subtitle"]).replaceAll(/\s+/g, " ");
  return said;
}

function checked(draft: object, locale: Locale, head: SheetRow): NonNullable<Texts[Locale]> {
  const result = productTextInput.safeParse(draft);
  if (result.success) return result.data;
  const property = String(result.error.issues[0]?.path[0]);
  const field = textFields.find((each) => propertyOf[each] === property) ?? "title";
  return bad("text_invalid", `${field}_${locale}`, head.number);
}
