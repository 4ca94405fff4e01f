import type { Locale } from "../../../kernel/locale.ts";
import { de } from "./words-de.ts";
import { en } from "./words-en.ts";

/** Subject, title and sentences of one kind of mail. */
interface Said {
  readonly subject: string;
  readonly title: string;
  readonly lead: string;
}

/** Is a parcel all of its order, one of several, or the last of several? */
export type ParcelPart = "whole" | "part" | "rest";

/** Every word of every mail, in one language. */
export interface MailWords {
  readonly hello: (name: string) => string;
  readonly confirmed: (facts: { number: string; shop: string }) => Said;
  readonly payLater: string;
  readonly payAtDoor: (amount: string) => string;
  readonly payAtPickup: (amount: string) => string;
  readonly transfer: (facts: { number: string; shop: string; amount: string }) => Said;
  readonly transferFields: Readonly<
    Record<"holder" | "iban" | "bic" | "bank" | "amount" | "reference" | "payBy", string>
  >;
  readonly transferAfter: string;
  readonly shipped: (facts: { number: string; shop: string; part: ParcelPart }) => Said;
  readonly collect: (facts: { number: string; shop: string; place: string }) => Said;
  readonly cashDue: string;
  readonly track: string;
  readonly invoiceThere: string;
  readonly cancelled: (facts: { number: string; shop: string }) => Said;
  readonly cancelReasons: Readonly<Record<string, string>>;
  readonly reason: string;
  readonly moneyReturns: string;
  readonly refunded: (facts: { number: string; shop: string; amount: string }) => Said;
  readonly refundTo: (method: string) => string;
  readonly creditNoteThere: string;
  readonly signUp: (facts: { shop: string }) => Said;
  readonly signUpButton: string;
  readonly signUpAgain: (facts: { shop: string }) => Said;
  readonly signInButton: string;
  readonly reset: (facts: { shop: string }) => Said;
  readonly resetButton: string;
  readonly secured: (facts: { shop: string; change: "password" | "totp_on" | "totp_off" }) => Said;
  readonly securedAfter: string;
  readonly invited: (facts: { shop: string; role: string; by: string }) => Said;
  readonly invitedButton: string;
  readonly roles: Readonly<Record<string, string>>;
  readonly linkUntil: (moment: string) => string;
  readonly notYou: string;
  readonly whyOrder: (number: string, shop: string) => string;
  readonly whyAccount: (shop: string) => string;
  readonly whyStaff: (shop: string) => string;
  readonly seeOrder: string;
  readonly yourOrder: string;
  readonly inParcel: string;
  readonly subtotal: string;
  readonly tax: string;
  readonly taxInside: string;
  readonly total: string;
  readonly facts: Readonly<
    Record<
      | "order"
      | "delivery"
      | "arrives"
      | "ready"
      | "address"
      | "pickup"
      | "payment"
      | "carrier"
      | "tracking",
      string
    >
  >;
  readonly lineNames: Readonly<Record<"delivery" | "payment_fee", string>>;
  readonly methods: Readonly<Record<string, string>>;
  readonly carriers: Readonly<Record<string, string>>;
}

const words: Readonly<Record<Locale, MailWords>> = { en, de };

export function mailWords(locale: Locale): MailWords {
  return words[locale];
}
