import { products as de } from "./de/products.ts";
import { products as en } from "./en/products.ts";
import { textHook } from "./words.ts";
import type { Words } from "./words.ts";

export type ProductWords = Words<typeof en>;
export const useProductText = textHook<ProductWords>({ en, de });
