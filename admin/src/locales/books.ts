import { books as de } from "./de/books.ts";
import { books as en } from "./en/books.ts";
import { textHook } from "./words.ts";
import type { Words } from "./words.ts";

export type BookWords = Words<typeof en>;
export const useBookText = textHook<BookWords>({ en, de });
