import type { Uuid } from "../../kernel/ids.ts";
import type { Locale } from "../../kernel/locale.ts";
import { typeId } from "../../kernel/type-id.ts";
import { type Sql, sql } from "../../platform/sql.ts";
import {
  type Attribute,
  type AttributeValue,
  type AttributeValues,
  isCodes,
  isRecord,
  problemOf,
} from "./attribute.ts";
import { formatValue } from "./attribute-text.ts";
import type { AttributeFactView } from "./store-contract.ts";

/** What values point to that shoppers may see, by id or handle. */
export interface PointedTo {
  readonly products: Readonly<Record<Uuid, { readonly handle: string; readonly title: string }>>;
  readonly pages: Readonly<Record<string, { readonly slug: string; readonly title: string }>>;
  readonly files: Readonly<Record<Uuid, { readonly name: string; readonly bytes: number }>>;
}

/** JSON of what the values of the row `p` of catalog.product and of its variants point to. */
export function pointedTo(locale: string): Sql {
  return sql`(
    with pointer as (
      select h.value
      from (select p.attributes as held
            union all
            select x.attributes from catalog.variant x where x.product_id = p.id and x.active) each
      cross join jsonb_each(each.held) as h (code, value)
      where jsonb_typeof(h.value) = 'object'
    )
    select jsonb_build_object(
      'products', (select coalesce(jsonb_object_agg(r.id, jsonb_build_object('handle', r.handle, 'title',
                     (select catalog.in_locale(jsonb_object_agg(y.locale, y.title), ${locale})
                      from catalog.product_text y where y.product_id = r.id))), '{}')
                   from catalog.product r
                   where r.status = 'published'
                     and r.id in (select (value ->> 'product')::uuid from pointer where value ? 'product')),
      'pages', (select coalesce(jsonb_object_agg(g.handle, jsonb_build_object(
                  'slug', catalog.in_locale(g.slugs, ${locale}),
                  'title', catalog.in_locale(g.titles, ${locale}))), '{}')
                from content.published_page g
                where g.handle in (select value ->> 'page' from pointer where value ? 'page')),
      'files', (select coalesce(jsonb_object_agg(f.id, jsonb_build_object(
                  'name', f.name, 'bytes', f.bytes)), '{}')
                from media.file f
                where f.id in (select (value ->> 'file')::uuid from pointer where value ? 'file'))))`;
}

interface Described {
  /** Null for a product of no type. */
  readonly schema: readonly Attribute[] | null;
  readonly pointed: PointedTo;
}

/**
 * Values as shoppers read them, in the order of the type. One that does not fit the schema, because
 * its product has not followed a change yet, is left out for that moment.
 */
export function attributeFactsOf(
  { schema, pointed }: Described,
  values: AttributeValues,
  level: Attribute["level"],
  locale: Locale,
): AttributeFactView[] {
  return (schema ?? [])
    .filter((attribute) => attribute.level === level)
    .flatMap((attribute) => {
      const value = values[attribute.code];
      if (value === undefined || problemOf(attribute, value) !== null) return [];
      const fact = factOf(attribute, value, pointed, locale);
      if (fact === null) return [];
      const { code, names, groups } = attribute;
      return [{ code, name: inLocale(names, locale), group: inLocale(groups, locale), fact }];
    });
}

function factOf(
  attribute: Attribute,
  value: AttributeValue,
  pointed: PointedTo,
  locale: Locale,
): AttributeFactView["fact"] | null {
  const { kind, unit } = attribute;
  if (kind === "text" || kind === "rich_text") {
    const text = formatValue(attribute, value, locale);
    return text === "" ? null : { kind, text };
  }
  if (typeof value === "number") return { kind: "number", number: value, unit };
  if (typeof value === "boolean") return { kind: "boolean", yes: value };
  if (isRecord(value)) return pointerOf(value, pointed);
  if (kind === "date" && typeof value === "string") return { kind, date: value };
  const codes = isCodes(value) ? value : [value];
  const chosen = attribute.choices.filter(({ code }) => codes.includes(code));
  return {
    kind: "choice",
    choices: chosen.map(({ labels, swatch }) => ({ label: inLocale(labels, locale), swatch })),
  };
}

function pointerOf(
  { product = "", page = "", file = "" }: { readonly [key: string]: string },
  { products, pages, files }: PointedTo,
): AttributeFactView["fact"] | null {
  const toProduct = products[product];
  if (toProduct !== undefined) {
    return { kind: "reference", to: "product", address: toProduct.handle, title: toProduct.title };
  }
  const toPage = pages[page];
  if (toPage !== undefined) {
    return { kind: "reference", to: "page", address: toPage.slug, title: toPage.title };
  }
  const shown = files[file];
  return shown === undefined ? null : { kind: "file", ...shown, id: typeId("file", file) };
}

function inLocale(texts: Attribute["names"], locale: Locale): string {
  return texts[locale] ?? texts.en ?? Object.values(texts)[0] ?? "";
}
