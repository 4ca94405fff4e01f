import type { Uuid } from "../../kernel/ids.ts";
import type { Locale } from "../../kernel/locale.ts";

export const attributeKinds = [
  "text",
  "rich_text",
  "number",
  "boolean",
  "date",
  "choice",
  "multi_choice",
  "swatch",
  "file",
  "reference",
] as const;
export type AttributeKind = (typeof attributeKinds)[number];

export const attributeLevels = ["product", "variant"] as const;

/** The kinds that lists can be narrowed by. */
export const filterableKinds: readonly AttributeKind[] = [
  "number",
  "boolean",
  "choice",
  "multi_choice",
  "swatch",
];

export const choiceKinds: readonly AttributeKind[] = ["choice", "multi_choice", "swatch"];

type Labels = Readonly<Partial<Record<Locale, string>>>;

export interface AttributeChoice {
  readonly code: string;
  readonly labels: Labels;
  /** #rrggbb, of swatches. */
  readonly swatch: string | null;
}

/** One property that products of a type, or their variants, have. */
export interface Attribute {
  readonly id: Uuid;
  readonly code: string;
  readonly names: Labels;
  readonly help: Labels;
  /** The heading it stands under; empty for none. */
  readonly groups: Labels;
  readonly kind: AttributeKind;
  readonly level: (typeof attributeLevels)[number];
  readonly required: boolean;
  readonly translatable: boolean;
  readonly filterable: boolean;
  /** Of numbers: "cm". */
  readonly unit: string | null;
  /** Of references. */
  readonly target: "product" | "page" | null;
  readonly choices: readonly AttributeChoice[];
}

/**
 * A value as it is stored, by kind: texts as text or {language: text}, numbers, yes or no, days as
 * YYYY-MM-DD, chosen codes, {file: id}, {product: id} or {page: handle}.
 */
export type AttributeValue =
  | string
  | number
  | boolean
  | readonly string[]
  | { readonly [key: string]: string };

/** Attribute code → value. */
export type AttributeValues = Readonly<Record<string, AttributeValue>>;

/** What a product and its variants say of themselves. */
export interface AttributeDocument {
  readonly product: AttributeValues;
  /** By variant. */
  readonly variants: Readonly<Record<Uuid, AttributeValues>>;
}

/** What is wrong with a value, as people and programs can tell apart. */
export type AttributeProblem =
  | "unknown"
  | "wrong_kind"
  | "unknown_choice"
  | "missing"
  | "wrong_place"
  | "no_such_target";

const day = /^\d{4}-\d{2}-\d{2}$/;

/** Null when the value fits the attribute's schema. */
export function problemOf(attribute: Attribute, value: AttributeValue): AttributeProblem | null {
  switch (attribute.kind) {
    case "text":
    case "rich_text":
      return fitsText(attribute, value) ? null : "wrong_kind";
    case "number":
      return typeof value === "number" && Number.isFinite(value) ? null : "wrong_kind";
    case "boolean":
      return typeof value === "boolean" ? null : "wrong_kind";
    case "date":
      return typeof value === "string" && isDay(value) ? null : "wrong_kind";
    case "choice":
    case "swatch":
      if (typeof value !== "string") return "wrong_kind";
      return isChoice(attribute, value) ? null : "unknown_choice";
    case "multi_choice":
      if (!isCodes(value)) return "wrong_kind";
      return value.every((code) => isChoice(attribute, code)) ? null : "unknown_choice";
    case "file":
      return isRecord(value) && value["file"] !== undefined ? null : "wrong_kind";
    case "reference":
      return isRecord(value) && value[attribute.target ?? ""] !== undefined ? null : "wrong_kind";
  }
}

function fitsText({ kind, translatable }: Attribute, value: AttributeValue): boolean {
  if (translatable !== isTexts(value)) return false;
  const texts = isTexts(value) ? Object.values(value) : [value];
  return texts.every(
    (text) => typeof text === "string" && (kind === "rich_text" || !text.includes("\n")),
  );
}

function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return day.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function isChoice({ choices }: Attribute, code: string): boolean {
  return choices.some((choice) => choice.code === code);
}

export function isCodes(value: AttributeValue): value is readonly string[] {
  return Array.isArray(value);
}

export function isRecord(value: AttributeValue): value is { readonly [key: string]: string } {
  return typeof value === "object" && !Array.isArray(value);
}

/** Texts by language, which references and files are not. */
export function isTexts(value: AttributeValue): value is { readonly [key: string]: string } {
  return isRecord(value) && !("file" in value || "product" in value || "page" in value);
}

/** Without what says nothing: no text, no codes; a text keeps only the languages it has. */
export function tidyValue(value: AttributeValue): AttributeValue | null {
  if (typeof value === "string") return value === "" ? null : value;
  if (isCodes(value)) return value.length === 0 ? null : [...new Set(value)].sort();
  if (isRecord(value)) {
    const said = Object.entries(value).filter(([, text]) => text !== "");
    return said.length === 0 ? null : Object.fromEntries(said);
  }
  return value;
}
