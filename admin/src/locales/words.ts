import type { Locale } from "@shopwright/server/kernel/locale";
import { useLocale } from "../app/preferences.ts";

/** The same messages in another language: texts stay texts, functions keep their parameters. */
export type Words<T> = {
  readonly [Key in keyof T]: T[Key] extends string
    ? string
    : T[Key] extends (...parts: infer Parts) => string
      ? (...parts: Parts) => string
      : Words<T[Key]>;
};

/** Joins a feature's messages of all languages and gives the hook that picks the reader's. */
export function textHook<T extends object>(messages: Record<Locale, T>): () => T {
  return function useText(): T {
    return messages[useLocale()];
  };
}

/** "1 order", "3 orders": languages here have one form for one and one for all else. */
export function counted(count: number, one: string, other: string): string {
  return `${count} ${count === 1 ? one : other}`;
}
