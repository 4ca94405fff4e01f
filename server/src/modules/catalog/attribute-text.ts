import type { Locale } from "../../kernel/locale.ts";
import {
  type Attribute,
  type AttributeValue,
  isCodes,
  isRecord,
  isTexts,
  problemOf,
  tidyValue,
} from "./attribute.ts";

/**
 * A value as one text, as files and messages write it: texts in this language, numbers with a
 * point, yes and no, choices by their label, several parted by semicolons, others by their id.
 */
export function formatValue(attribute: Attribute, value: AttributeValue, locale: Locale): string {
  if (isTexts(value)) return value[locale] ?? value["en"] ?? Object.values(value)[0] ?? "";
  if (isRecord(value)) return Object.values(value)[0] ?? "";
  if (isCodes(value)) return value.map((code) => listed(attribute, code, locale)).join("; ");
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") return String(value);
  return attribute.choices.length > 0 ? labelOf(attribute, value, locale) : value;
}

/** A label that would part the list is written by its code. */
function listed(attribute: Attribute, code: string, locale: Locale): string {
  const label = labelOf(attribute, code, locale);
  return label.includes(";") ? code : label;
}

function labelOf({ choices }: Attribute, code: string, locale: Locale): string {
  const choice = choices.find((each) => each.code === code);
  return (
    choice?.labels[locale] ?? choice?.labels.en ?? Object.values(choice?.labels ?? {})[0] ?? code
  );
}

const truths: Readonly<Record<string, boolean>> = {
  yes: true,
  true: true,
  ja: true,
  "1": true,
  no: false,
  false: false,
  nein: false,
  "0": false,
};

/**
 * Reads what `formatValue` writes: choices by code or by label in any language. Text of a
 * translatable attribute is taken as English unless a language is named. Null when it does not fit.
 */
export function parseValue(
  attribute: Attribute,
  text: string,
  locale: Locale = "en",
): AttributeValue | null {
  const value = tidyValue(raw(attribute, text.trim(), locale) ?? "");
  return value === null || problemOf(attribute, value) !== null ? null : value;
}

function raw(attribute: Attribute, text: string, locale: Locale): AttributeValue | null {
  switch (attribute.kind) {
    case "text":
    case "rich_text":
      return attribute.translatable ? { [locale]: text } : text;
    case "number":
      return /^-?\d+(?:[.,]\d+)?$/.test(text) ? Number(text.replace(",", ".")) : null;
    case "boolean":
      return truths[text.toLowerCase()] ?? null;
    case "date":
      return text;
    case "choice":
    case "swatch":
      return codeOf(attribute, text);
    case "multi_choice": {
      const codes = text.split(";").map((each) => codeOf(attribute, each.trim()));
      return codes.every((each) => each !== null) ? codes : null;
    }
    case "file":
      return { file: text };
    case "reference":
      return { [attribute.target ?? "product"]: text };
  }
}

function codeOf({ choices }: Attribute, text: string): string | null {
  const folded = text.toLowerCase();
  const found =
    choices.find(({ code }) => code === text) ??
    choices.find(({ labels }) =>
      Object.values(labels).some((each) => each.toLowerCase() === folded),
    );
  return found?.code ?? null;
}
