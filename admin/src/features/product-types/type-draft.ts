import type {
  AttributeView,
  changeProductType,
  ProductTypeView,
} from "@shopwright/server/contracts/catalog";
import type { CallInput } from "@shopwright/server/kernel/endpoint";
import { locales } from "@shopwright/server/kernel/locale";
import type { Locale } from "@shopwright/server/kernel/locale";

export type Kind = AttributeView["kind"];
export type ByLocale = Readonly<Record<Locale, string>>;

export interface ChoiceDraft {
  readonly key: string;
  readonly code: string;
  readonly labels: ByLocale;
  readonly swatch: string | null;
}

/** An attribute as it is edited; `id` is null until it is saved. */
export interface AttributeDraft {
  readonly key: string;
  readonly id: string | null;
  readonly code: string;
  readonly kind: Kind;
  readonly level: AttributeView["level"];
  readonly required: boolean;
  readonly translatable: boolean;
  readonly filterable: boolean;
  readonly unit: string;
  readonly target: "product" | "page";
  readonly names: ByLocale;
  readonly help: ByLocale;
  readonly groups: ByLocale;
  readonly choices: readonly ChoiceDraft[];
}

export interface TypeDraft {
  readonly code: string;
  readonly names: ByLocale;
  readonly attributes: readonly AttributeDraft[];
}

export const kinds: readonly Kind[] = [
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
];
export const hasChoices = (kind: Kind): boolean =>
  kind === "choice" || kind === "multi_choice" || kind === "swatch";
export const isFilter = (kind: Kind): boolean =>
  hasChoices(kind) || kind === "number" || kind === "boolean";
export const isText = (kind: Kind): boolean => kind === "text" || kind === "rich_text";

const nothing: ByLocale = { en: "", de: "" };
export const newKey = (): string => `new-${crypto.randomUUID()}`;

export const emptyType: TypeDraft = { code: "", names: nothing, attributes: [] };

export function emptyAttribute(groups: ByLocale = nothing): AttributeDraft {
  return {
    key: newKey(),
    id: null,
    code: "",
    kind: "text",
    level: "product",
    required: false,
    translatable: true,
    filterable: false,
    unit: "",
    target: "product",
    names: nothing,
    help: nothing,
    groups,
    choices: [],
  };
}

export function typeDraftOf(type: ProductTypeView): TypeDraft {
  return {
    code: type.code,
    names: { ...nothing, ...type.names },
    attributes: type.attributes.map((each) => ({
      ...each,
      key: each.id,
      unit: each.unit ?? "",
      target: each.target ?? "product",
      names: { ...nothing, ...each.names },
      help: { ...nothing, ...each.help },
      groups: { ...nothing, ...each.groups },
      choices: each.choices.map((choice) => ({
        ...choice,
        key: choice.code,
        labels: { ...nothing, ...choice.labels },
      })),
    })),
  };
}

type Body = Omit<CallInput<typeof changeProductType>["body"], "version" | "confirmed">;

/** What the shop is told: codes made of names where none was typed, and only what the kind has. */
export function typeBodyOf(draft: TypeDraft): Body {
  return {
    code: draft.code.trim() || codeOf(draft.names),
    names: filled(draft.names),
    attributes: draft.attributes.map((each) => ({
      ...(each.id === null ? {} : { id: each.id }),
      code: each.code.trim() || codeOf(each.names),
      kind: each.kind,
      level: each.level,
      required: each.required,
      translatable: isText(each.kind) && each.translatable,
      filterable: isFilter(each.kind) && each.filterable,
      unit: each.kind === "number" && each.unit.trim() !== "" ? each.unit.trim() : null,
      target: each.kind === "reference" ? each.target : null,
      names: filled(each.names),
      help: filled(each.help),
      groups: filled(each.groups),
      choices: hasChoices(each.kind)
        ? each.choices.map(({ code, labels, swatch }) => ({
            code: code.trim() || codeOf(labels),
            labels: filled(labels),
            swatch: each.kind === "swatch" ? swatch : null,
          }))
        : [],
    })),
  };
}

const foldings: Readonly<Record<string, string>> = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" };

/** "Max. Leistung" → "max-leistung". */
function codeOf(names: ByLocale): string {
  return (names.en || names.de)
    .toLowerCase()
    .replaceAll(/[äöüß]/g, (letter) => foldings[letter] ?? letter)
    .normalize("NFKD")
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 60);
}

function filled(texts: ByLocale): Partial<Record<Locale, string>> {
  return Object.fromEntries(
    locales.map((locale) => [locale, texts[locale].trim()]).filter(([, text]) => text !== ""),
  );
}
