import type { Locale } from "../../../kernel/locale.ts";
import type { Carrier } from "../carriers.ts";

/** Every word on the papers of a warehouse, in one language. */
export interface PaperWords {
  readonly packingSlip: string;
  readonly pickList: string;
  readonly order: string;
  readonly ordered: string;
  readonly parcel: string;
  readonly carrier: string;
  readonly tracking: string;
  readonly warehouse: string;
  readonly delivery: string;
  readonly promisedBy: string;
  readonly item: string;
  readonly units: string;
  readonly code: string;
  readonly toPick: string;
  readonly picked: string;
  readonly note: string;
  readonly pickup: string;
  readonly held: string;
  readonly more: string;
  readonly questions: (email: string) => string;
  readonly countOf: (count: number) => string;
  readonly carrierName: (carrier: Carrier, name: string) => string;
  readonly pageOf: (page: number, pages: number) => string;
}

const en: PaperWords = {
  packingSlip: "Packing slip",
  pickList: "Pick list",
  order: "Order",
  ordered: "Ordered",
  parcel: "Parcel",
  carrier: "Carrier",
  tracking: "Tracking",
  warehouse: "Warehouse",
  delivery: "Delivery",
  promisedBy: "Promised by",
  item: "Item",
  units: "Qty",
  code: "Barcode",
  toPick: "To pick",
  picked: "Picked",
  note: "Note from the customer",
  pickup: "Pickup",
  held: "On hold: do not pack",
  more: "This is a part of your order; the rest follows in a parcel of its own.",
  questions: (email) => `Something is missing or damaged? Write to ${email}; we will sort it out.`,
  countOf: (count) => (count === 1 ? "1 unit" : `${count} units`),
  carrierName: (_, name) => name,
  pageOf: (page, pages) => `Page ${page} of ${pages}`,
};

const de: PaperWords = {
  packingSlip: "Lieferschein",
  pickList: "Pickliste",
  order: "Bestellung",
  ordered: "Bestellt am",
  parcel: "Paket",
  carrier: "Versand mit",
  tracking: "Sendungsnr.",
  warehouse: "Lager",
  delivery: "Versandart",
  promisedBy: "Zugesagt bis",
  item: "Artikel",
  units: "Menge",
  code: "Strichcode",
  toPick: "Zu holen",
  picked: "Geholt",
  note: "Nachricht des Kunden",
  pickup: "Abholung",
  held: "Angehalten: nicht packen",
  more: "Dies ist ein Teil Ihrer Bestellung; der Rest folgt in einem eigenen Paket.",
  questions: (email) =>
    `Etwas fehlt oder ist beschädigt? Schreiben Sie an ${email}, wir kümmern uns darum.`,
  countOf: (count) => (count === 1 ? "1 Stück" : `${count} Stück`),
  carrierName: (carrier, name) =>
    carrier === "own"
      ? "eigenem Fahrzeug"
      : carrier === "pickup"
        ? "Abholung"
        : carrier === "other"
          ? "anderem Zusteller"
          : name,
  pageOf: (page, pages) => `Seite ${page} von ${pages}`,
};

const words: Readonly<Record<Locale, PaperWords>> = { en, de };

export function paperWords(locale: Locale): PaperWords {
  return words[locale];
}
