import type { Endpoint } from "../../kernel/endpoint.ts";
import type { createCategory, createProduct } from "./contract.ts";
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
