import type {
  CategoryView,
  PriceView,
  ProductCardView,
  ProductView,
  VariantView,
} from "@shopwright/server/contracts/catalog";
import type { PictureView } from "@shopwright/server/contracts/media";
import { typeId } from "@shopwright/server/kernel/type-id";
import type { IdPrefix } from "@shopwright/server/kernel/ids";

/** The n-th id of a kind, the same in every run. */
export function idOf(prefix: IdPrefix, n: number): string {
  return typeId(prefix, `01900000-0000-7000-8000-${String(n).padStart(12, "0")}`);
}

export function aPicture(n: number, key: string): PictureView {
  return {
    id: idOf("picture", n),
    key,
    width: 1200,
    height: 1200,
    widths: [320, 640, 1200],
    alt: "A chair of pale wood with turned spindles",
  };
}

export function aPrice(minor: number): PriceView {
  const net = Math.round(minor / 1.19);
  return {
    amount: { minor: String(minor), currency: "EUR" },
    net: { minor: String(net), currency: "EUR" },
    gross: { minor: String(minor), currency: "EUR" },
    taxIncluded: true,
    taxRate: "19",
    compareAt: null,
  };
}

export const categories: readonly CategoryView[] = [
  aCategory(1, null, "furniture", "Furniture", "moebel"),
  aCategory(2, 1, "chairs", "Chairs", "stuehle"),
  aCategory(3, 1, "sofas", "Sofas", "sofas"),
  aCategory(4, null, "ceramics", "Ceramics", "keramik"),
  aCategory(5, 4, "vases", "Vases & planters", "vasen"),
  aCategory(6, null, "lighting", "Lighting", "leuchten"),
];

function aCategory(
  n: number,
  parent: number | null,
  code: string,
  name: string,
  german: string,
): CategoryView {
  return {
    id: idOf("category", n),
    code,
    parentId: parent === null ? null : idOf("category", parent),
    depth: parent === null ? 0 : 1,
    name,
    slug: code,
    slugs: { en: code, de: german },
    intro: "Solid wood, honest joints and fabrics that age well.",
    picture: null,
    productCount: 4,
  };
}

const keys = [
  "sund-chair",
  "boje-armchair",
  "maane-vase",
  "regn-teapot",
  "dyne-sofa",
  "vig-coffee-table",
];

export function aCard(n: number): ProductCardView {
  const key = keys[n % keys.length] ?? "sund-chair";
  return {
    id: idOf("product", n),
    handle: n === 0 ? "sund-chair" : `${key}-${n}`,
    title:
      ["Sund chair", "Boje armchair", "Måne vase", "Regn teapot", "Dyne sofa", "Vig coffee table"][
        n % 6
      ] ?? "",
    subtitle: "Spindle-back chair with a saddled seat",
    picture: aPicture(n * 10 + 1, `${key}.main`),
    secondPicture: aPicture(n * 10 + 2, `${key}.front`),
    price:
      n === 2
        ? { ...aPrice(8900), compareAt: { minor: "10900", currency: "EUR" } }
        : aPrice(24_900),
    priceVaries: n % 2 === 0,
    availability: {
      state: n === 1 ? "low" : n === 3 ? "out" : "in_stock",
      left: n === 1 ? 2 : null,
      promiseDate: null,
    },
    swatches: [
      { code: "ash", label: "Ash", swatch: "#d9c7a3" },
      { code: "walnut", label: "Walnut", swatch: "#6b4a32" },
    ],
    variantCount: 4,
    publishedAt: "2026-10-01T08:00:00.000Z",
  };
}

export const variants: readonly VariantView[] = [
  aVariant(1, "ash", "Ash", 24_900, "in_stock"),
  aVariant(2, "oak", "Oak", 26_900, "backorder"),
  aVariant(3, "walnut", "Walnut", 31_900, "out"),
];

function aVariant(
  n: number,
  material: string,
  label: string,
  minor: number,
  state: VariantView["availability"]["state"],
): VariantView {
  return {
    id: idOf("variant", n),
    sku: `CHA-SUND-${material.toUpperCase()}`,
    barcode: "4006381333931",
    options: { material },
    optionText: label,
    price: aPrice(minor),
    weightGrams: 4900,
    dimensions: { width: 470, depth: 510, height: 810 },
    availability: { state, left: null, promiseDate: state === "backorder" ? "2026-12-20" : null },
    pictureId: idOf("picture", n),
    attributes: [
      {
        code: "tone",
        name: "Tone",
        group: "Material",
        fact: { kind: "choice", choices: [{ label: `Tone of ${label}`, swatch: "#d9c7a3" }] },
      },
    ],
  };
}

export const product: ProductView = {
  id: idOf("product", 0),
  handle: "sund-chair",
  title: "Sund chair",
  subtitle: "Spindle-back chair with a saddled seat",
  description:
    "Seven slender spindles hold up a bent crest rail. Split wood flexes where sawn wood would crack.\n\nThe seat is hollowed to a shallow saddle and needs no cushion.",
  care: "Wash with soap flakes dissolved in water, wiping along the grain.",
  seoTitle: "Sund spindle-back chair",
  seoDescription: "Split ash or oak, bent crest rail and a hollowed solid seat.",
  breadcrumb: [
    { id: idOf("category", 1), code: "furniture", name: "Furniture", slug: "furniture" },
    { id: idOf("category", 2), code: "chairs", name: "Chairs", slug: "chairs" },
  ],
  pictures: [
    { ...aPicture(1, "sund-chair.main"), optionCode: "material", valueCode: "ash" },
    { ...aPicture(2, "sund-chair.material-oak"), optionCode: "material", valueCode: "oak" },
    { ...aPicture(3, "sund-chair.material-walnut"), optionCode: "material", valueCode: "walnut" },
    { ...aPicture(4, "sund-chair.front"), optionCode: null, valueCode: null },
    { ...aPicture(5, "sund-chair.detail"), optionCode: null, valueCode: null },
  ],
  options: [
    {
      code: "material",
      name: "Wood",
      values: [
        { code: "ash", label: "Ash", swatch: "#d9c7a3" },
        { code: "oak", label: "Oak", swatch: "#b98d5a" },
        { code: "walnut", label: "Walnut", swatch: "#6b4a32" },
      ],
    },
  ],
  variants: [...variants],
  attributes: [
    {
      code: "seat-height",
      name: "Seat height",
      group: "In use",
      fact: { kind: "number", number: 45.5, unit: "cm" },
    },
    { code: "assembled", name: "Assembled", group: "In use", fact: { kind: "boolean", yes: true } },
    { code: "since", name: "Since", group: "", fact: { kind: "date", date: "2020-02-29" } },
    {
      code: "story",
      name: "Story",
      group: "",
      fact: { kind: "rich_text", text: "Split <b>ash</b>.\n\n- light\n- strong" },
    },
    {
      code: "sheet",
      name: "Data sheet",
      group: "",
      fact: { kind: "file", name: "Sund.pdf", bytes: 120_000, id: idOf("file", 1) },
    },
    {
      code: "goes-with",
      name: "Goes with",
      group: "",
      fact: { kind: "reference", to: "product", address: "holm-table", title: "Holm table" },
    },
  ],
  related: [aCard(1), aCard(2), aCard(3), aCard(4)],
  publishedAt: "2026-10-01T08:00:00.000Z",
  changedAt: "2026-11-01T08:00:00.000Z",
};
