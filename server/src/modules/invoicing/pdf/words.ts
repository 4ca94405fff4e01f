import type { Locale } from "../../../kernel/locale.ts";
import type { DocumentLine } from "../document.ts";

/** Every word on an invoice or credit note, in one language. */
export interface DocumentWords {
  readonly invoice: string;
  readonly creditNote: string;
  readonly number: string;
  readonly date: string;
  readonly order: string;
  readonly ordered: string;
  readonly corrects: string;
  readonly deliveredTo: string;
  readonly item: string;
  readonly units: string;
  readonly taxRate: string;
  readonly unitPrice: string;
  readonly amount: string;
  readonly net: string;
  readonly tax: string;
  readonly gross: string;
  readonly total: string;
  readonly totalWithTax: string;
  readonly credited: string;
  readonly taxOverview: string;
  readonly taxName: (jurisdiction: string, reason: string) => string;
  /** What the law wants said where a line bears no tax; empty where it wants nothing. */
  readonly taxNote: (reason: string) => string;
  readonly lineName: Readonly<Record<"delivery" | "payment_fee", string>>;
  readonly moneyOnly: string;
  readonly paid: (method: string, amount: string) => string;
  /** Two ways to pay, by name. */
  readonly both: (one: string, other: string) => string;
  /** By gift card or store credit, before the carrier collects the rest. */
  readonly paidAhead: (amount: string) => string;
  /** The whole invoice comes to nothing. */
  readonly free: string;
  readonly payable: (amount: string) => string;
  readonly payableAtPickup: (amount: string) => string;
  readonly refunded: (method: string, amount: string) => string;
  readonly methods: Readonly<Record<string, string>>;
  readonly suppliedNote: string;
  readonly reason: string;
  readonly vatId: string;
  readonly buyerVatId: string;
  readonly certificate: (number: string) => string;
  readonly pageOf: (page: number, pages: number) => string;
}

const bearsVat: ReadonlySet<string> = new Set(["eu-vat", "uk-vat", "swiss-vat", "norwegian-vat"]);

/** Directive 2006/112/EC, Art. 226 (11) and (11a), asks for the reason of each exemption on the invoice. */
const notes: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  en: {
    export:
      "Exempt export of goods (Art. 146 of Directive 2006/112/EC, or the law of the seller’s country).",
    "reverse-charge":
      "Reverse charge: exempt intra-Community supply of goods (Art. 138 of Directive 2006/112/EC). The customer accounts for the VAT.",
    exempt: "No tax is charged because the buyer has furnished a certificate of exemption.",
    "zero-rated": "Goods that the law of the destination taxes at 0 %.",
    "exempt-goods": "Goods that the law of the destination exempts from tax.",
    "no-tax-here": "No tax is charged on deliveries to this destination.",
  },
  de: {
    export:
      "Steuerfreie Ausfuhrlieferung (Art. 146 der Richtlinie 2006/112/EG bzw. das Recht des Landes des Verkäufers).",
    "reverse-charge":
      "Steuerschuldnerschaft des Leistungsempfängers (Reverse Charge): steuerfreie innergemeinschaftliche Lieferung, Art. 138 der Richtlinie 2006/112/EG.",
    exempt: "Ohne Steuer, weil der Käufer eine Befreiungsbescheinigung vorgelegt hat.",
    "zero-rated": "Waren, für die am Bestimmungsort der Nullsatz gilt.",
    "exempt-goods": "Waren, die am Bestimmungsort von der Steuer befreit sind.",
    "no-tax-here": "Für Lieferungen an diesen Ort wird keine Steuer berechnet.",
  },
};

const en: DocumentWords = {
  invoice: "Invoice",
  creditNote: "Credit note",
  number: "Number",
  date: "Date",
  order: "Order",
  ordered: "Ordered",
  corrects: "Corrects invoice",
  deliveredTo: "Delivered to",
  item: "Item",
  units: "Qty",
  taxRate: "Tax",
  unitPrice: "Unit price",
  amount: "Amount",
  net: "Net",
  tax: "Tax",
  gross: "Gross",
  total: "Total before tax",
  totalWithTax: "Total",
  credited: "Total credited",
  taxOverview: "Tax",
  taxName: (jurisdiction, reason) => {
    if (reason === "us-sales-tax") return `Sales tax ${jurisdiction.replace(/^US-/, "")}`;
    return bearsVat.has(reason) ? `VAT ${jurisdiction}` : `No tax (${jurisdiction})`;
  },
  taxNote: (reason) => notes.en[reason] ?? "",
  lineName: { delivery: "Delivery", payment_fee: "Payment fee" },
  moneyOnly: "Price reduction",
  paid: (method, amount) => `Paid by ${method}: ${amount}. Nothing is left to pay. Thank you.`,
  both: (one, other) => `${one} and ${other}`,
  paidAhead: (amount) => `Paid by gift card or store credit: ${amount}.`,
  free: "Nothing is to be paid.",
  payable: (amount) => `Please pay ${amount} in cash to the carrier when the parcel arrives.`,
  payableAtPickup: (amount) => `Please pay ${amount} in cash when you collect the goods.`,
  refunded: (method, amount) => `${amount} has been returned by ${method}.`,
  methods: {
    "test-card": "card",
    "cash-on-delivery": "cash on delivery",
    "bank-transfer": "bank transfer",
    "gift-card": "gift card",
    "store-credit": "store credit",
    none: "gift card or store credit",
  },
  suppliedNote: "The date of supply is the date of this invoice.",
  reason: "Reason",
  vatId: "VAT ID",
  buyerVatId: "Your VAT ID",
  certificate: (number) => `Certificate: ${number}.`,
  pageOf: (page, pages) => `Page ${page} of ${pages}`,
};

const de: DocumentWords = {
  invoice: "Rechnung",
  creditNote: "Rechnungskorrektur",
  number: "Nummer",
  date: "Datum",
  order: "Bestellung",
  ordered: "Bestellt am",
  corrects: "Zu Rechnung",
  deliveredTo: "Geliefert an",
  item: "Artikel",
  units: "Menge",
  taxRate: "Steuer",
  unitPrice: "Einzelpreis",
  amount: "Betrag",
  net: "Netto",
  tax: "Steuer",
  gross: "Brutto",
  total: "Summe netto",
  totalWithTax: "Gesamtbetrag",
  credited: "Gutschriftbetrag",
  taxOverview: "Steuer",
  taxName: (jurisdiction, reason) => {
    if (reason === "us-sales-tax") return `Sales Tax ${jurisdiction.replace(/^US-/, "")}`;
    return bearsVat.has(reason) ? `USt. ${jurisdiction}` : `Ohne Steuer (${jurisdiction})`;
  },
  taxNote: (reason) => notes.de[reason] ?? "",
  lineName: { delivery: "Versand", payment_fee: "Zahlartgebühr" },
  moneyOnly: "Preisnachlass",
  paid: (method, amount) =>
    `Bezahlt per ${method}: ${amount}. Es ist nichts mehr offen. Vielen Dank.`,
  both: (one, other) => `${one} und ${other}`,
  paidAhead: (amount) => `Bezahlt mit Gutschein oder Guthaben: ${amount}.`,
  free: "Es ist nichts zu zahlen.",
  payable: (amount) => `Bitte zahlen Sie ${amount} bar bei der Zustellung.`,
  payableAtPickup: (amount) => `Bitte zahlen Sie ${amount} bar bei der Abholung.`,
  refunded: (method, amount) => `${amount} wurden per ${method} zurückgezahlt.`,
  methods: {
    "test-card": "Karte",
    "cash-on-delivery": "Nachnahme",
    "bank-transfer": "Überweisung",
    "gift-card": "Gutschein",
    "store-credit": "Guthaben",
    none: "Gutschein oder Guthaben",
  },
  suppliedNote: "Das Lieferdatum entspricht dem Rechnungsdatum.",
  reason: "Grund",
  vatId: "USt-IdNr.",
  buyerVatId: "Ihre USt-IdNr.",
  certificate: (number) => `Bescheinigung: ${number}.`,
  pageOf: (page, pages) => `Seite ${page} von ${pages}`,
};

const words: Readonly<Record<Locale, DocumentWords>> = { en, de };

export function documentWords(locale: Locale): DocumentWords {
  return words[locale];
}

/** What a line is called: goods by their own name, charges by the document's language where they have none. */
export function lineTitle(line: DocumentLine, said: DocumentWords): string {
  if (line.kind === "item") return line.title;
  return line.title || said.lineName[line.kind];
}
