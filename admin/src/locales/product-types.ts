import { productTypes as de } from "./de/product-types.ts";
import { productTypes as en } from "./en/product-types.ts";
import { textHook } from "./words.ts";
import type { Words } from "./words.ts";

export type ProductTypeWords = Words<typeof en>;
export const useProductTypeText = textHook<ProductTypeWords>({ en, de });
