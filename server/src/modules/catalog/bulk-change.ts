import type { Uuid } from "../../kernel/ids.ts";

/** What is done to each product of a bulk edit. */
export type BulkChange =
  | { readonly kind: "follow_type"; readonly typeId: Uuid }
  | { readonly kind: "refresh_filters"; readonly typeId: Uuid };
