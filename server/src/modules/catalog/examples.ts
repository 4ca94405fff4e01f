import type { Endpoint } from "../../kernel/endpoint.ts";
import type { createCategory, createProduct, createProductType } from "./contract.ts";
import type { z } from "zod";

type Sent<E extends Endpoint> = z.input<E["body"]>;

/** A category as its editor sends it. */
export function aCategory(
  code: string,
  more: Partial<Sent<typeof createCategory>> = {},
): Sent<typeof createCategory> {
  return {
    code,
    parentId: null,
    position: 0,
    texts: {
      en: { name: `Category ${code}`, slug: code },
      de: { name: `Kategorie ${code}`, slug: `${code}-de` },
    },
    ...more,
  };
}

type SentProduct = Sent<typeof createProduct>;
type SentVariant = SentProduct["variants"][number];

/** A variant in one wood, for 100.00 € and 110.00 $ unless said otherwise. */
export function aVariant(sku: string, wood: string, more: Partial<SentVariant> = {}): SentVariant {
  return {
    sku,
    options: { material: wood },
    weightGrams: 5000,
    prices: [
      { currency: "EUR", amount: "10000" },
      { currency: "USD", amount: "11000" },
    ],
    ...more,
  };
}

/** A chair in oak and walnut, as its editor sends it. */
export function aProduct(sku: string, more: Partial<SentProduct> = {}): SentProduct {
  return {
    texts: {
      en: { title: `Chair ${sku}`, description: "Two paragraphs.\n\nOf text." },
      de: { title: `Stuhl ${sku}`, description: "Zwei Absätze.\n\nMit Text." },
    },
    options: [
      {
        code: "material",
        names: { en: "Wood", de: "Holz" },
        values: [
          { code: "oak", labels: { en: "Oak", de: "Eiche" }, swatch: "#c8a063" },
          { code: "walnut", labels: { en: "Walnut", de: "Nussbaum" }, swatch: "#5c4033" },
        ],
      },
    ],
    variants: [
      aVariant(`${sku}-OAK`, "oak"),
      aVariant(`${sku}-WAL`, "walnut", {
        prices: [
          { currency: "EUR", amount: "16000", compareAt: "20000" },
          { currency: "USD", amount: "17000" },
        ],
      }),
    ],
    ...more,
  };
}

type SentType = Sent<typeof createProductType>;

/** A type of lamps as its editor sends it: one attribute of most kinds. */
export function aLampType(code: string, more: Partial<SentType> = {}): SentType {
  return {
    code,
    names: { en: `Lamps ${code}`, de: `Leuchten ${code}` },
    attributes: [
      {
        code: "socket",
        names: { en: "Socket", de: "Fassung" },
        kind: "choice",
        required: true,
        filterable: true,
        choices: [
          { code: "e27", labels: { en: "E27" } },
          { code: "e14", labels: { en: "E14" } },
        ],
      },
      {
        code: "max-power",
        names: { en: "Power", de: "Leistung" },
        kind: "number",
        unit: "W",
        filterable: true,
      },
      { code: "note", names: { en: "Note", de: "Hinweis" }, kind: "text", translatable: true },
      {
        code: "dimmable",
        names: { en: "Dimmable", de: "Dimmbar" },
        kind: "boolean",
        level: "variant",
        filterable: true,
      },
      { code: "since", names: { en: "Since", de: "Seit" }, kind: "date" },
      { code: "sheet", names: { en: "Data sheet", de: "Datenblatt" }, kind: "file" },
      {
        code: "friend",
        names: { en: "Goes with", de: "Dazu" },
        kind: "reference",
        target: "product",
      },
    ],
    ...more,
  };
}
