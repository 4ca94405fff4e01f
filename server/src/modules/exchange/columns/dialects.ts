import type { ImportKind } from "../kinds.ts";
import { allCurrencies, productFields } from "./product-fields.ts";

/** Whose file it is. `own` is what this shop exports; `other` is any table with headers. */
export const dialects = ["own", "shopify", "shopify-new", "woocommerce", "other"] as const;
export type Dialect = (typeof dialects)[number];

type Aliases = Readonly<Record<string, string>>;

const options = (name: (n: number) => string, value: (n: number) => string): Aliases =>
  Object.fromEntries(
    [1, 2, 3].flatMap((n) => [
      [name(n), `option${n}_name`],
      [value(n), `option${n}_label`],
    ]),
  );

const shopify: Aliases = {
  handle: "handle",
  title: "title",
  "body (html)": "description_html",
  published: "published",
  status: "status",
  ...options(
    (n) => `option${n} name`,
    (n) => `option${n} value`,
  ),
  "variant sku": "sku",
  "variant grams": "weight_g",
  "variant inventory policy": "oversell",
  "variant price": "price",
  "variant compare at price": "compare_at",
  "variant barcode": "barcode",
  "image src": "picture",
  "image position": "picture_position",
  "image alt text": "picture_alt",
  "seo title": "seo_title",
  "seo description": "seo_description",
};

const shopifyNew: Aliases = {
  title: "title",
  "url handle": "handle",
  description: "description_html",
  "published on online store": "published",
  status: "status",
  sku: "sku",
  barcode: "barcode",
  ...options(
    (n) => `option${n} name`,
    (n) => `option${n} value`,
  ),
  price: "price",
  "compare-at price": "compare_at",
  "continue selling when out of stock": "oversell",
  "weight value (grams)": "weight_g",
  "product image url": "picture",
  "image position": "picture_position",
  "image alt text": "picture_alt",
  "seo title": "seo_title",
  "seo description": "seo_description",
};

const woocommerce: Aliases = {
  id: "row_id",
  type: "row_type",
  sku: "sku",
  name: "title",
  published: "published",
  "is featured?": "featured",
  "short description": "subtitle",
  description: "description_html",
  "backorders allowed?": "oversell",
  "weight (kg)": "weight_kg",
  "length (cm)": "depth_cm",
  "width (cm)": "width_cm",
  "height (cm)": "height_cm",
  "regular price": "price",
  "sale price": "sale_price",
  categories: "category_paths",
  images: "pictures",
  parent: "row_parent",
  "gtin, upc, ean, or isbn": "barcode",
  ...options(
    (n) => `attribute ${n} name`,
    (n) => `attribute ${n} value(s)`,
  ),
};

/** Headers that people give their own tables, in English and German. */
const usual: Aliases = {
  name: "title",
  titel: "title",
  bezeichnung: "title",
  produktname: "title",
  "product name": "title",
  beschreibung: "description",
  preis: "price",
  uvp: "compare_at",
  msrp: "compare_at",
  artikelnummer: "sku",
  "article number": "sku",
  "item number": "sku",
  ean: "barcode",
  gtin: "barcode",
  upc: "barcode",
  barcode: "barcode",
  gewicht: "weight_kg",
  kategorie: "categories",
  kategorien: "categories",
  category: "categories",
  bild: "picture",
  image: "picture",
  "image url": "picture",
  kurzname: "handle",
  slug: "handle",
  farbe: "option1_label",
};

const stockWords: Aliases = {
  artikelnummer: "sku",
  lagerort: "location",
  lager: "location",
  warehouse: "location",
  charge: "lot",
  bestand: "on_hand",
  quantity: "on_hand",
  menge: "on_hand",
  available: "on_hand",
};

const customerWords: Aliases = {
  "e-mail": "email",
  mail: "email",
  "email address": "email",
  language: "locale",
  sprache: "locale",
  vorname: "first_name",
  "first name": "first_name",
  nachname: "last_name",
  "last name": "last_name",
  company: "company",
  firma: "company",
  "default address company": "company",
  "default address address1": "line1",
  "default address address2": "line2",
  "default address city": "city",
  "default address province code": "region",
  "default address country code": "country",
  "default address zip": "postcode",
  "default address phone": "phone",
  strasse: "line1",
  straße: "line1",
  ort: "city",
  plz: "postcode",
  land: "country",
  telefon: "phone",
};

const redirectWords: Aliases = {
  "redirect from": "from",
  "redirect to": "to",
  source: "from",
  target: "to",
  von: "from",
  nach: "to",
};

const ownFields: Readonly<Record<ImportKind, readonly string[]>> = {
  products: productFields(allCurrencies),
  stock: ["sku", "location", "lot", "on_hand", "note"],
  customers: [
    "email",
    "name",
    "first_name",
    "last_name",
    "locale",
    "address_name",
    "company",
    "line1",
    "line2",
    "postcode",
    "city",
    "region",
    "country",
    "phone",
  ],
  redirects: ["from", "to"],
};

/** What a column can be mapped to. */
export function fieldsOf(kind: ImportKind): readonly string[] {
  return ownFields[kind];
}

const words: Readonly<Record<Exclude<ImportKind, "products">, Aliases>> = {
  stock: stockWords,
  customers: customerWords,
  redirects: redirectWords,
};

const tables: readonly { dialect: Dialect; marks: readonly string[]; aliases: Aliases }[] = [
  { dialect: "shopify", marks: ["handle", "variant price"], aliases: shopify },
  { dialect: "shopify", marks: ["handle", "variant sku"], aliases: shopify },
  { dialect: "shopify", marks: ["handle", "body (html)"], aliases: shopify },
  { dialect: "shopify-new", marks: ["title", "url handle"], aliases: shopifyNew },
  { dialect: "woocommerce", marks: ["type", "sku", "regular price"], aliases: woocommerce },
];

export interface Recognised {
  readonly dialect: Dialect;
  /** A field or null for each column. */
  readonly mapping: readonly (string | null)[];
}

/** Tells from the headers whose file it is and what each column means; a field is given once. */
export function recognise(kind: ImportKind, headers: readonly string[]): Recognised {
  const folded = headers.map((header) => header.trim().toLowerCase());
  const fields = new Set(fieldsOf(kind));
  const table =
    kind === "products"
      ? tables.find(({ marks }) => marks.every((mark) => folded.includes(mark)))
      : undefined;
  const aliases: Aliases = table?.aliases ?? (kind === "products" ? usual : words[kind]);
  const seen = new Set<string>();
  const mapping = folded.map((header) => {
    const field =
      aliases[header] ?? (table === undefined && fields.has(header) ? header : undefined);
    if (field === undefined || seen.has(field)) return null;
    seen.add(field);
    return field;
  });
  const own = table === undefined && folded.filter((header) => fields.has(header)).length;
  const known = mapping.filter((field) => field !== null).length;
  if (table !== undefined) return { dialect: table.dialect, mapping };
  return { dialect: known > 0 && own === known && isOwn(kind, folded) ? "own" : "other", mapping };
}

/** Headers that only our own files have together. */
function isOwn(kind: ImportKind, folded: readonly string[]): boolean {
  if (kind !== "products") return true;
  return (
    folded.includes("handle") && folded.some((header) => /^(title|price)_[a-z]+$/.test(header))
  );
}
