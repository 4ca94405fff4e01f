import type { CardFault } from "./card-entry.ts";
import type { CardGroup } from "./cards.ts";

export type Locale = "en" | "de";

export const locales: readonly Locale[] = ["en", "de"];

export const languageNames: { readonly [locale in Locale]: string } = {
  en: "English",
  de: "Deutsch",
};

export interface Messages {
  readonly title: string;
  readonly testBanner: string;
  readonly testBannerMore: string;
  readonly payTo: string;
  readonly reference: string;
  readonly cardHeading: string;
  readonly number: string;
  readonly expiry: string;
  readonly expiryHint: string;
  readonly cvc: string;
  readonly name: string;
  readonly pay: string;
  readonly cancel: string;
  readonly faultsHeading: string;
  readonly faults: { readonly [fault in CardFault]: string };
  readonly testCards: string;
  readonly testCardsHint: string;
  readonly groups: { readonly [group in CardGroup]: string };
  readonly language: string;
  readonly bank: string;
  readonly challengeHeading: string;
  readonly challengeText: string;
  readonly challengeMerchant: string;
  readonly challengeAmount: string;
  readonly challengeCard: string;
  readonly approve: string;
  readonly reject: string;
  readonly processorErrorHeading: string;
  readonly processorErrorText: string;
  readonly tryAgain: string;
  readonly finishedHeading: string;
  readonly finishedText: string;
  readonly notFoundHeading: string;
  readonly notFoundText: string;
}

const en: Messages = {
  title: "Pay by card",
  testBanner: "Test gateway",
  testBannerMore: "No money moves here. Use a test card, never a real one.",
  payTo: "Pay {merchant}",
  reference: "Reference",
  cardHeading: "Card details",
  number: "Card number",
  expiry: "Expiry date",
  expiryHint: "MM / YY",
  cvc: "Security code",
  name: "Name on card",
  pay: "Pay {amount}",
  cancel: "Cancel and go back",
  faultsHeading: "Please check what you entered",
  faults: {
    number_missing: "Enter a card number.",
    number_invalid: "This is not a valid card number.",
    number_not_a_test_card: "Only test cards work here. Choose one from the list.",
    expiry_invalid: "Enter month and year, such as 12 / 34.",
    expiry_past: "This card has expired.",
    cvc_invalid: "Enter the three or four digits of the security code.",
    name_missing: "Enter the name on the card.",
    name_too_long: "Enter at most 100 characters.",
  },
  testCards: "Test cards",
  testCardsHint: "Choose one to fill in the form.",
  groups: {
    everyday: "What the bank says",
    connection: "When the line is bad",
    webhooks: "When webhooks misbehave",
    afterwards: "What happens later",
  },
  language: "Language",
  bank: "Test Bank",
  challengeHeading: "Is this you?",
  challengeText: "Your bank wants to be sure before it pays. Approve only what you are buying.",
  challengeMerchant: "Merchant",
  challengeAmount: "Amount",
  challengeCard: "Card",
  approve: "Approve payment",
  reject: "Reject",
  processorErrorHeading: "That did not work",
  processorErrorText: "The card processor had an error and nothing was charged. Please try again.",
  tryAgain: "Try again",
  finishedHeading: "This payment is finished",
  finishedText: "You can close this page.",
  notFoundHeading: "No such payment",
  notFoundText: "The address is wrong, or the payment was made on another test gateway.",
};

const de: Messages = {
  title: "Mit Karte zahlen",
  testBanner: "Testzahlungen",
  testBannerMore: "Hier fließt kein Geld. Bitte nur Testkarten verwenden, nie eine echte.",
  payTo: "Zahlung an {merchant}",
  reference: "Referenz",
  cardHeading: "Kartendaten",
  number: "Kartennummer",
  expiry: "Gültig bis",
  expiryHint: "MM / JJ",
  cvc: "Prüfziffer",
  name: "Name auf der Karte",
  pay: "{amount} zahlen",
  cancel: "Abbrechen und zurück",
  faultsHeading: "Bitte prüfen Sie Ihre Angaben",
  faults: {
    number_missing: "Bitte geben Sie eine Kartennummer ein.",
    number_invalid: "Das ist keine gültige Kartennummer.",
    number_not_a_test_card: "Hier gelten nur Testkarten. Bitte wählen Sie eine aus der Liste.",
    expiry_invalid: "Bitte geben Sie Monat und Jahr ein, etwa 12 / 34.",
    expiry_past: "Diese Karte ist abgelaufen.",
    cvc_invalid: "Bitte geben Sie die drei oder vier Ziffern der Prüfziffer ein.",
    name_missing: "Bitte geben Sie den Namen auf der Karte ein.",
    name_too_long: "Bitte geben Sie höchstens 100 Zeichen ein.",
  },
  testCards: "Testkarten",
  testCardsHint: "Ein Klick füllt das Formular aus.",
  groups: {
    everyday: "Was die Bank sagt",
    connection: "Wenn die Leitung schlecht ist",
    webhooks: "Wenn Webhooks aus der Reihe tanzen",
    afterwards: "Was später geschieht",
  },
  language: "Sprache",
  bank: "Testbank",
  challengeHeading: "Sind Sie das?",
  challengeText:
    "Ihre Bank fragt zur Sicherheit nach. Bestätigen Sie nur, was Sie wirklich kaufen möchten.",
  challengeMerchant: "Händler",
  challengeAmount: "Betrag",
  challengeCard: "Karte",
  approve: "Zahlung bestätigen",
  reject: "Ablehnen",
  processorErrorHeading: "Das hat nicht geklappt",
  processorErrorText:
    "Beim Kartendienst ist ein Fehler aufgetreten, es wurde nichts belastet. Bitte versuchen Sie es noch einmal.",
  tryAgain: "Noch einmal versuchen",
  finishedHeading: "Diese Zahlung ist abgeschlossen",
  finishedText: "Sie können diese Seite schließen.",
  notFoundHeading: "Zahlung nicht gefunden",
  notFoundText: "Die Adresse stimmt nicht, oder die Zahlung gehört zu einem anderen Testdienst.",
};

export const messages: { readonly [locale in Locale]: Messages } = { en, de };

/** The first language we speak of: the address, the payment's own, the browser's list; else English. */
export function chooseLocale(
  asked: string | null,
  paymentLocale: string | null,
  acceptLanguage: string,
): Locale {
  const wishes = [asked ?? "", paymentLocale ?? "", ...acceptLanguage.split(",")];
  for (const wish of wishes) {
    const language = wish.trim().slice(0, 2).toLowerCase();
    const spoken = locales.find((locale) => locale === language);
    if (spoken !== undefined) return spoken;
  }
  return "en";
}

/** Puts `value` where the text says `{slot}`. */
export function fill(text: string, slot: string, value: string): string {
  return text.replace(`{${slot}}`, () => value);
}

/** `minor` units written out in full for people, for example 1234 EUR as €12.34. */
export function formatAmount(minor: string, currency: string, locale: Locale): string {
  const format = new Intl.NumberFormat(locale, { style: "currency", currency });
  const decimals = format.resolvedOptions().maximumFractionDigits ?? 0;
  const digits = minor.padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals);
  const exact = decimals === 0 ? whole : `${whole}.${digits.slice(-decimals)}`;
  return format.format(exact as Intl.StringNumericLiteral);
}
