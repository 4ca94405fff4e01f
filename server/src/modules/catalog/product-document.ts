import { asCurrency } from "../../kernel/currency.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { ProductInput } from "./admin-contract.ts";
import type { AdminProduct } from "./admin-product.ts";
import type { AttributeValues } from "./attribute.ts";

/** All that was saved of a product, as a revision keeps it; ids are the program's own. */
export interface ProductDocument {
  readonly handle: string;
  readonly status: AdminProduct["status"];
  readonly kind: AdminProduct["kind"];
  readonly taxCategory: ProductInput["taxCategory"];
  readonly featured: boolean;
  readonly typeId: Uuid | null;
  readonly attributes: AttributeValues;
  readonly texts: AdminProduct["texts"];
  readonly options: AdminProduct["options"];
  readonly variants: readonly DocumentVariant[];
  readonly categoryIds: readonly Uuid[];
  readonly relatedIds: readonly Uuid[];
  readonly pictureIds: readonly Uuid[];
}

type DocumentVariant = Omit<AdminProduct["variants"][number], "available" | "prices"> & {
  readonly prices: readonly {
    readonly currency: string;
    readonly amount: string;
    readonly compareAt: string | null;
  }[];
};

export function documentOf(product: AdminProduct): ProductDocument {
  const { handle, status, kind, taxCategory, featured, typeId, attributes, texts, options } =
    product;
  return {
    handle,
    status,
    kind,
    taxCategory,
    featured,
    typeId,
    attributes,
    texts,
    options,
    variants: product.variants.map(({ available: _available, prices, ...variant }) => ({
      ...variant,
      prices: prices.map(({ currency, amount, compareAt }) => ({ currency, amount, compareAt })),
    })),
    categoryIds: product.categoryIds,
    relatedIds: product.related.map(({ id }) => id),
    pictureIds: product.pictures.map(({ id }) => id),
  };
}

/** What an editor would send to have the product so again; prices that `now` has beyond it go. */
export function inputOf(document: ProductDocument, now: ProductDocument): ProductInput {
  const pricesNow = new Map(now.variants.map(({ id, prices }) => [id, prices]));
  return {
    handle: document.handle,
    kind: document.kind,
    taxCategory: document.taxCategory,
    featured: document.featured,
    typeId: document.typeId,
    attributes: { ...document.attributes },
    texts: document.texts,
    options: document.options,
    variants: document.variants.map(({ prices, attributes, ...variant }) => {
      const kept = new Set(prices.map(({ currency }) => currency));
      const beyond = (pricesNow.get(variant.id) ?? []).filter(
        ({ currency }) => !kept.has(currency),
      );
      return {
        ...variant,
        attributes: { ...attributes },
        prices: [
          ...prices.map(({ currency, amount, compareAt }) => ({
            currency: asCurrency(currency),
            amount: BigInt(amount),
            compareAt: compareAt === null ? null : BigInt(compareAt),
          })),
          ...beyond.map(({ currency }) => ({
            currency: asCurrency(currency),
            amount: null,
            compareAt: null,
          })),
        ],
      };
    }),
    categoryIds: [...document.categoryIds],
    relatedIds: [...document.relatedIds],
  };
}

/** One thing that differs, by the path that people would call it by. */
export interface Difference {
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Field by field, in order of path: "texts.en.title", "variants.CHAIR-OAK.prices.EUR". */
export function differencesOf(before: ProductDocument, after: ProductDocument): Difference[] {
  const was = flat(before);
  const is = flat(after);
  const paths = [...new Set([...was.keys(), ...is.keys()])].sort();
  return paths
    .map((path) => ({ path, before: was.get(path) ?? null, after: is.get(path) ?? null }))
    .filter((each) => each.before !== each.after);
}

function flat(document: ProductDocument): Map<string, string> {
  const found = new Map<string, string>();
  const put = (path: string, value: unknown): void => {
    if (value === null || value === undefined || value === "") return;
    if (Array.isArray(value)) {
      if (value.length > 0) found.set(path, value.map((each) => plain(each)).join(", "));
    } else if (typeof value === "object") {
      for (const [name, each] of Object.entries(value)) put(`${path}.${name}`, each);
    } else {
      found.set(path, plain(value));
    }
  };
  const { variants, options, ...rest } = document;
  for (const [name, value] of Object.entries(rest)) put(name, value);
  for (const { code, names, values } of options) {
    put(`options.${code}`, [names.en ?? names.de ?? code, ...values.map((each) => each.code)]);
  }
  for (const { id: _id, sku, prices, ...variant } of variants) {
    put(`variants.${sku}`, variant);
    for (const { currency, amount, compareAt } of prices) {
      put(`variants.${sku}.prices.${currency}`, amount);
      put(`variants.${sku}.earlierPrices.${currency}`, compareAt);
    }
  }
  return found;
}

function plain(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
