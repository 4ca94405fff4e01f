import { type Locale, locales } from "../../kernel/locale.ts";
import {
  type Attribute,
  type AttributeDocument,
  type AttributeValue,
  type AttributeValues,
  choiceKinds,
  isCodes,
  isTexts,
  problemOf,
  tidyValue,
} from "./attribute.ts";
import { formatValue, parseValue } from "./attribute-text.ts";

/** What a change of the schema does to one attribute; `after` is null when it is removed. */
export interface AttributeChange {
  readonly before: Attribute;
  readonly after: Attribute | null;
  readonly steps: readonly Step[];
}

type Step = "removed" | "renamed" | "kind" | "unit" | "choices" | "level" | "languages";

/** Attributes whose stored values another schema treats otherwise; names, help and order do not. */
export function changesBetween(
  before: readonly Attribute[],
  after: readonly Attribute[],
): AttributeChange[] {
  const byId = new Map(after.map((each) => [each.id, each]));
  return before.flatMap((old) => {
    const next = byId.get(old.id) ?? null;
    const steps = stepsOf(old, next);
    return steps.length === 0 ? [] : [{ before: old, after: next, steps }];
  });
}

function stepsOf(before: Attribute, after: Attribute | null): Step[] {
  if (after === null) return ["removed"];
  const kept = new Set(after.choices.map(({ code }) => code));
  const sameKind = before.kind === after.kind && before.target === after.target;
  return [
    ...(before.code === after.code ? [] : ["renamed" as const]),
    ...(sameKind ? [] : ["kind" as const]),
    ...(sameKind && before.unit !== after.unit && factor(before.unit, after.unit) !== 1
      ? ["unit" as const]
      : []),
    ...(sameKind && before.choices.some(({ code }) => !kept.has(code)) ? ["choices" as const] : []),
    ...(before.level === after.level ? [] : ["level" as const]),
    ...(sameKind && before.translatable !== after.translatable ? ["languages" as const] : []),
  ];
}

/**
 * A product's values under the schema as it is now. What cannot be kept is left out: the text
 * "about 40" as a number, a choice that is gone, values of variants that differ where the product
 * is to have one.
 */
export function convertDocument(
  document: AttributeDocument,
  changes: readonly AttributeChange[],
): AttributeDocument {
  if (changes.length === 0) return document;
  const touched = new Set(changes.map(({ before }) => before.code));
  const rest = (values: AttributeValues): Record<string, AttributeValue> =>
    Object.fromEntries(Object.entries(values).filter(([code]) => !touched.has(code)));
  const product = rest(document.product);
  const variants = Object.fromEntries(
    Object.entries(document.variants).map(([id, values]) => [id, rest(values)]),
  );
  for (const change of changes) {
    if (change.after === null) continue;
    const { code, level } = change.after;
    for (const [id, held] of Object.entries(document.variants)) {
      const value = valueAt(change, document, held);
      const mine = variants[id];
      if (level === "variant" && value !== null && mine !== undefined) mine[code] = value;
    }
    if (level === "product") {
      const value = oneOf(convertHeld(change, heldBy(change.before, document)));
      if (value !== null) product[code] = value;
    }
  }
  return { product, variants };
}

function valueAt(change: AttributeChange, document: AttributeDocument, held: AttributeValues) {
  const { code, level } = change.before;
  const value = level === "variant" ? held[code] : document.product[code];
  return value === undefined ? null : convertValue(change, value);
}

/** The distinct values that a product and its variants have for one attribute. */
export function heldBy({ code, level }: Attribute, document: AttributeDocument): AttributeValue[] {
  const values = level === "product" ? [document.product] : Object.values(document.variants);
  const held = values.flatMap((each) => each[code] ?? []);
  return held.filter((value, index) => held.findIndex((each) => same(each, value)) === index);
}

const same = (a: AttributeValue, b: AttributeValue): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

/** What becomes of the distinct values that a product has; one that it may not keep is left out. */
export function convertHeld(
  change: AttributeChange,
  held: readonly AttributeValue[],
): AttributeValue[] {
  const converted = held.flatMap((value) => convertValue(change, value) ?? []);
  const distinct = converted.filter(
    (value, index) => converted.findIndex((each) => same(each, value)) === index,
  );
  const joins = change.before.level === "variant" && change.after?.level === "product";
  return joins && (distinct.length > 1 || converted.length < held.length) ? [] : distinct;
}

/** Whether a product with these values loses one of them, or some of the codes of one. */
export function losesSome(change: AttributeChange, held: readonly AttributeValue[]): boolean {
  const shorter = held.some((value) => {
    const next = convertValue(change, value);
    return next === null || (isCodes(value) && isCodes(next) && next.length < value.length);
  });
  return shorter || convertHeld(change, held).length === 0;
}

function oneOf(values: readonly AttributeValue[]): AttributeValue | null {
  return values[0] ?? null;
}

/** Null when nothing of it can be kept. */
export function convertValue(
  { before, after }: AttributeChange,
  value: AttributeValue,
): AttributeValue | null {
  if (after === null) return null;
  const next = tidyValue(inKind(before, after, value) ?? "");
  return next === null || problemOf(after, next) !== null ? null : next;
}

function inKind(before: Attribute, after: Attribute, value: AttributeValue): AttributeValue | null {
  const texts = (kind: Attribute["kind"]): boolean => kind === "text" || kind === "rich_text";
  if (texts(before.kind) && texts(after.kind)) return inLanguages(value, after.translatable, after);
  if (after.kind === "number" && before.kind === "number" && typeof value === "number") {
    return rounded(value * factor(before.unit, after.unit));
  }
  if (after.kind === "multi_choice" && isCodes(value)) {
    return value.filter((code) => after.choices.some((choice) => choice.code === code));
  }
  if (choiceKinds.includes(before.kind) && choiceKinds.includes(after.kind)) {
    if (after.kind === "multi_choice") return typeof value === "string" ? [value] : value;
    return isCodes(value) ? (value.length === 1 ? (value[0] ?? null) : null) : value;
  }
  if (before.kind === after.kind) return value;
  if (texts(after.kind) && after.translatable) return labelled(before, value);
  return fromText(after, formatValue(before, value, "en"), value);
}

/** What a value says in every language, where its kind has words of its own. */
function labelled(before: Attribute, value: AttributeValue): AttributeValue {
  return Object.fromEntries(
    locales.map((locale: Locale) => [locale, formatValue(before, value, locale)]),
  );
}

function fromText(after: Attribute, text: string, value: AttributeValue): AttributeValue | null {
  const said = isTexts(value) ? Object.values(value) : [];
  return (
    [text, ...said].map((each) => parseValue(after, each)).find((each) => each !== null) ?? null
  );
}

function inLanguages(
  value: AttributeValue,
  translatable: boolean,
  { kind }: Attribute,
): AttributeValue {
  const oneLine = (text: string): string =>
    kind === "text" ? text.replace(/\s*\n\s*/g, " ") : text;
  if (!isTexts(value))
    return translatable ? { en: oneLine(String(value)) } : oneLine(String(value));
  const each = Object.entries(value).map(([locale, text]) => [locale, oneLine(text)] as const);
  if (translatable) return Object.fromEntries(each);
  return each.find(([locale]) => locale === "en")?.[1] ?? each[0]?.[1] ?? "";
}

/** Sizes of units in their own system, so that 12 cm can become 120 mm. */
const units: Readonly<Record<string, readonly [of: string, size: number]>> = {
  mm: ["length", 1],
  cm: ["length", 10],
  m: ["length", 1000],
  g: ["weight", 1],
  kg: ["weight", 1000],
  ml: ["volume", 1],
  cl: ["volume", 10],
  l: ["volume", 1000],
  W: ["power", 1],
  kW: ["power", 1000],
  min: ["time", 1],
  h: ["time", 60],
};

/** How many of the new unit make one of the old; 1 where only the word changes. */
function factor(before: string | null, after: string | null): number {
  const from = units[before ?? ""];
  const to = units[after ?? ""];
  if (from === undefined || to === undefined || from[0] !== to[0]) return 1;
  return from[1] / to[1];
}

/** Six places are kept: enough for a millimetre in metres. */
const rounded = (value: number): number => Math.round(value * 1e6) / 1e6;
