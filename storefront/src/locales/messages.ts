import type { en } from "./en.ts";

/** English is the model: every language has the same texts, and the same things to say in them. */
export type Messages = Same<typeof en>;

type Same<T> = T extends string
  ? string
  : T extends (...facts: infer Facts) => string
    ? (...facts: Facts) => string
    : T extends readonly string[]
      ? readonly string[]
      : { readonly [K in keyof T]: Same<T[K]> };
