import type { startBulkEdit } from "@shopwright/server/contracts/catalog";
import type { Currency } from "@shopwright/server/kernel/currency";
import type { CallInput } from "@shopwright/server/kernel/endpoint";
import type { Value } from "./attribute-field.tsx";
import type { TaxCategory } from "./product-draft.ts";

export type BulkChange = CallInput<typeof startBulkEdit>["body"]["change"];
export type BulkSelection = CallInput<typeof startBulkEdit>["body"]["selection"];
export type BulkKind = BulkChange["kind"];

export const bulkKinds: readonly BulkKind[] = [
  "publish",
  "unpublish",
  "archive",
  "add_category",
  "remove_category",
  "attribute",
  "tax_category",
  "price",
];

/** What is to be done, as it is filled in. */
export interface BulkDraft {
  readonly kind: BulkKind;
  readonly categoryId: string;
  /** "<type id> <attribute code>" */
  readonly attribute: string;
  readonly value: Value | undefined;
  readonly taxCategory: TaxCategory;
  readonly percent: string;
  readonly currency: Currency | "";
  readonly ending: "" | "99" | "95" | "0";
}

export const emptyBulk: BulkDraft = {
  kind: "publish",
  categoryId: "",
  attribute: "",
  value: undefined,
  taxCategory: "standard",
  percent: "",
  currency: "",
  ending: "",
};

/** What the shop is asked to do; null while something is missing. */
export function bulkChangeOf(draft: BulkDraft): BulkChange | null {
  const { kind, categoryId, taxCategory } = draft;
  switch (kind) {
    case "add_category":
    case "remove_category":
      return categoryId === "" ? null : { kind, categoryId };
    case "attribute": {
      const code = draft.attribute.split(" ")[1];
      return code === undefined ? null : { kind, code, value: draft.value ?? null };
    }
    case "tax_category":
      return { kind, taxCategory };
    case "price": {
      const percent = draft.percent.trim().replace(",", ".").replace(/^\+/, "");
      if (!/^-?\d{1,3}(\.\d{1,2})?$/.test(percent) || Number(percent) <= -100) return null;
      const currency = draft.currency === "" ? null : draft.currency;
      return { kind, percent, currency, ending: draft.ending === "" ? null : Number(draft.ending) };
    }
    default:
      return { kind };
  }
}
