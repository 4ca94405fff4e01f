import { type Currency, currencyExponent } from "../../kernel/currency.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { roundHalfUp } from "../../kernel/rounding.ts";
import type { ProductInput } from "./admin-contract.ts";
import type { AttributeValue, AttributeValues } from "./attribute.ts";
import { tidyValues } from "./attribute-values.ts";
import type { ProductDocument } from "./product-document.ts";

/** What staff can do to many products at once. */
export type StaffChange =
  | { readonly kind: "publish" }
  | { readonly kind: "unpublish" }
  | { readonly kind: "archive" }
  | { readonly kind: "add_category"; readonly categoryId: Uuid }
  | { readonly kind: "remove_category"; readonly categoryId: Uuid }
  | { readonly kind: "attribute"; readonly code: string; readonly value: AttributeValue | null }
  | { readonly kind: "tax_category"; readonly taxCategory: ProductInput["taxCategory"] }
  | PriceByPercent;

export interface PriceByPercent {
  readonly kind: "price";
  /** "-10", "2.5": added to the price. */
  readonly percent: string;
  /** Null: every currency. */
  readonly currency: Currency | null;
  /** The last two digits that prices are to have, 99 or 95; null: whatever comes out. */
  readonly ending: number | null;
}

/** What is done to each product of a bulk edit: by staff, or by the program for a type. */
export type BulkChange =
  | StaffChange
  | { readonly kind: "follow_type"; readonly typeId: Uuid }
  | { readonly kind: "refresh_filters"; readonly typeId: Uuid }
  | { readonly kind: "undo"; readonly bulkEditId: Uuid };

/** Where the attribute of this code belongs in a type; null when the type has none. */
export type LevelOf = (typeId: Uuid | null, code: string) => "product" | "variant" | null;

/** A product as the change would leave it; the same document where it changes nothing. */
export function documentAfter(
  document: ProductDocument,
  change: StaffChange,
  levelOf: LevelOf,
): ProductDocument {
  const { status, categoryIds } = document;
  switch (change.kind) {
    case "publish":
      return { ...document, status: "published" };
    case "unpublish":
      return status === "published" ? { ...document, status: "draft" } : document;
    case "archive":
      return { ...document, status: "archived" };
    case "add_category":
      return categoryIds.includes(change.categoryId)
        ? document
        : { ...document, categoryIds: [...categoryIds, change.categoryId] };
    case "remove_category":
      return { ...document, categoryIds: categoryIds.filter((id) => id !== change.categoryId) };
    case "tax_category":
      return document.kind === "gift_card"
        ? document
        : { ...document, taxCategory: change.taxCategory };
    case "attribute": {
      const level = levelOf(document.typeId, change.code);
      const set = (values: AttributeValues): AttributeValues =>
        tidyValues({ ...values, [change.code]: change.value });
      if (level === "product") return { ...document, attributes: set(document.attributes) };
      if (level === null) return document;
      const variants = document.variants.map((each) => ({
        ...each,
        attributes: set(each.attributes),
      }));
      return { ...document, variants };
    }
    case "price":
      return { ...document, variants: document.variants.map((each) => priced(each, change)) };
  }
}

type DocumentVariant = ProductDocument["variants"][number];

/** An earlier price that is not above the new one any more is let go. */
function priced(variant: DocumentVariant, change: PriceByPercent): DocumentVariant {
  return {
    ...variant,
    prices: variant.prices.map((price) => {
      if (change.currency !== null && price.currency !== change.currency) return price;
      const amount = priceAfter(BigInt(price.amount), price.currency as Currency, change);
      const kept = price.compareAt !== null && BigInt(price.compareAt) > amount;
      return { ...price, amount: amount.toString(), compareAt: kept ? price.compareAt : null };
    }),
  };
}

/**
 * A price and so many per cent of it, in minor units, half a cent up; then the nearest price that
 * ends as wished, in currencies with hundredths.
 *
 * Example: 289.00 € less 10 % is 260.10 €; ending in .99 it becomes 259.99 €, in .95 259.95 €.
 */
export function priceAfter(
  amount: bigint,
  currency: Currency,
  { percent, ending }: Pick<PriceByPercent, "percent" | "ending">,
): bigint {
  const raised = roundHalfUp(amount * (10_000n + hundredths(percent)), 10_000n);
  if (ending === null || currencyExponent(currency) !== 2 || raised === 0n) return raised;
  const end = BigInt(ending);
  const nearest = roundHalfUp(raised - end, 100n) * 100n + end;
  // Nothing is given away by rounding.
  return nearest > 0n ? nearest : end === 0n ? 100n : end;
}

/** "-2.5" → -250n. */
function hundredths(percent: string): bigint {
  const [whole = "0", part = ""] = percent.replace("-", "").split(".");
  const size = BigInt(whole) * 100n + BigInt(part.padEnd(2, "0").slice(0, 2));
  return percent.startsWith("-") ? -size : size;
}
