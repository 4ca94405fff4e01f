import type { Locale } from "../../../kernel/locale.ts";

/** A mail before it is written as HTML and as plain text; both say the same because both come from it. */
export interface Letter {
  readonly subject: string;
  /** What a list of mails shows after the subject. */
  readonly preview: string;
  readonly title: string;
  readonly blocks: readonly Block[];
  /** Why the reader gets this mail. */
  readonly why: string;
}

export type Block =
  | { readonly kind: "paragraph"; readonly text: string }
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "button"; readonly label: string; readonly url: string }
  | { readonly kind: "facts"; readonly rows: readonly (readonly [label: string, value: string])[] }
  | {
      /** A gift card, drawn as one. */
      readonly kind: "card";
      readonly label: string;
      readonly from: string;
      readonly amount: string;
      readonly codeLabel: string;
      readonly code: string;
    }
  | {
      readonly kind: "goods";
      readonly rows: readonly GoodsRow[];
      readonly totals: readonly Total[];
    };

export interface GoodsRow {
  readonly title: string;
  readonly below: string;
  /** Empty for what is not counted, such as delivery. */
  readonly quantity: string;
  /** Empty where amounts do not matter. */
  readonly amount: string;
}

export interface Total {
  readonly label: string;
  readonly amount: string;
  readonly bold: boolean;
}

/** What is around every letter of a shop. */
export interface Frame {
  readonly shop: string;
  readonly home: string;
  readonly locale: Locale;
  /** Lines at the end of every mail, written by the shop. */
  readonly signature: string;
}

export function paragraph(text: string): Block {
  return { kind: "paragraph", text };
}
