import type { Locale } from "../../kernel/locale.ts";

type Params = Readonly<Record<string, string>>;

/**
 * What an entry is about: a code with its parameters, which readers get in their language; or plain text, as
 * people typed it.
 */
export type EntryWords = string | { readonly code: EntryCode; readonly params?: Params };

type Say = (params: Params) => string;

const of = (params: Params, name: string): string => params[name] ?? "";

const english = {
  payment: (p) => `Payment of ${of(p, "order")} by ${provider(p, "en")}`,
  refund: (p) => `Refund by ${provider(p, "en")}`,
  invoice: (p) => `Invoice ${of(p, "label")}`,
  credit_note: (p) => `Credit note ${of(p, "label")}`,
  cash_to_collect: (p) => `Cash to collect for ${of(p, "label")}`,
  prepayment_applied: () => "Prepayment settles invoice",
  stock_opening: () => "Opening stock",
  stock_receipt: () => "Goods received",
  goods_issue: () => "Goods issued",
  stock_return: () => "Goods returned to stock",
  stock_transfer: () => "Stock transfer",
  stock_correction: () => "Stock correction",
  movement_reversal: () => "Stock movement reversed",
  gift_card_given: () => "Gift card given",
  store_credit_given: () => "Store credit given",
  gift_card_expired: () => "Gift card expired",
  reversal: (p) => `Reversal of ${reversed(p, "en")}: ${of(p, "reason")}`,
} satisfies Record<string, Say>;

export type EntryCode = keyof typeof english;

const german: Record<EntryCode, Say> = {
  payment: (p) => `Zahlung von ${of(p, "order")} per ${provider(p, "de")}`,
  refund: (p) => `Erstattung per ${provider(p, "de")}`,
  invoice: (p) => `Rechnung ${of(p, "label")}`,
  credit_note: (p) => `Gutschrift ${of(p, "label")}`,
  cash_to_collect: (p) => `Nachnahmebetrag zu ${of(p, "label")}`,
  prepayment_applied: () => "Anzahlung mit Rechnung verrechnet",
  stock_opening: () => "Anfangsbestand",
  stock_receipt: () => "Wareneingang",
  goods_issue: () => "Warenausgang",
  stock_return: () => "Ware wieder eingelagert",
  stock_transfer: () => "Umlagerung",
  stock_correction: () => "Bestandskorrektur",
  movement_reversal: () => "Storno einer Lagerbewegung",
  gift_card_given: () => "Gutschein ausgegeben",
  store_credit_given: () => "Guthaben eingeräumt",
  gift_card_expired: () => "Gutschein verfallen",
  reversal: (p) => `Storno von ${reversed(p, "de")}: ${of(p, "reason")}`,
};

const words: Record<Locale, Record<EntryCode, Say>> = { en: english, de: german };

const providers: Record<Locale, Params> = {
  en: {
    "test-card": "test card",
    "cash-on-delivery": "cash on delivery",
    "bank-transfer": "bank transfer",
    "gift-card": "gift card",
    "store-credit": "store credit",
  },
  de: {
    "test-card": "Testkarte",
    "cash-on-delivery": "Nachnahme",
    "bank-transfer": "Überweisung",
    "gift-card": "Gutschein",
    "store-credit": "Guthaben",
  },
};

/** One that this table does not know goes by its own name. */
function provider(params: Params, locale: Locale): string {
  const name = of(params, "provider");
  return providers[locale][name] ?? name;
}

/** A reversal carries the words of what it reverses: `of`, its code, with its parameters; or `text`. */
function reversed(params: Params, locale: Locale): string {
  const code = params["of"];
  return isCode(code) && code !== "reversal" ? words[locale][code](params) : of(params, "text");
}

function isCode(code: string | null | undefined): code is EntryCode {
  return code != null && Object.hasOwn(english, code);
}

/** How an entry is stored: its English words too, for whoever reads the table. */
export function storedWords(about: EntryWords): {
  readonly code: EntryCode | null;
  readonly params: Params;
  readonly description: string;
} {
  if (typeof about === "string") return { code: null, params: {}, description: about };
  const { code, params = {} } = about;
  return { code, params, description: words.en[code](params) };
}

export interface StoredWords {
  readonly code: string | null;
  readonly params: Params;
  readonly description: string;
}

/** What an entry is about in the reader's language; one without a code in the words it was written in. */
export function sayEntry({ code, params, description }: StoredWords, locale: Locale): string {
  return isCode(code) ? words[locale][code](params) : description;
}

/** The words of an entry that reverses another. */
export function wordsOfReversal(
  { code, params, description }: StoredWords,
  reason: string,
): EntryWords {
  const what = isCode(code) && code !== "reversal" ? { ...params, of: code } : {};
  return { code: "reversal", params: { ...what, text: description, reason } };
}
