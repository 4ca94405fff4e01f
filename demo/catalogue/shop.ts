import type { DemoAddress, Localised } from "./types.ts";

const legalName = "Tidewick Werkstätten GmbH";

const address: DemoAddress = {
  name: legalName,
  line1: "Am Alten Kran 7",
  city: "Wiekhaven",
  postcode: "26979",
  country: "DE",
  phone: "+49 40 66969 120",
};

/** The invented firm behind the demo shop: town, telephone numbers, bank and VAT id do not exist. */
export const shop = {
  name: "Tidewick",
  legalName,
  tagline: {
    en: "Furniture, lamps and ceramics from a workshop by the sea",
    de: "Möbel, Leuchten und Keramik aus einer Werkstatt am Meer",
  } satisfies Localised,
  email: "hello@tidewick.example",
  phone: "+49 40 66969 120",
  address,
  vatId: "DE000000000",
  managingDirector: "Marit Oldenhave",
  openingHours: {
    en: "Monday to Friday, 9 am to 5 pm; the showroom also on Saturday, 10 am to 3 pm",
    de: "Montag bis Freitag 9 bis 17 Uhr, Ausstellung auch samstags 10 bis 15 Uhr",
  } satisfies Localised,
  timeZone: "Europe/Berlin",
  bank: {
    accountHolder: legalName,
    /** The check digits are right; the bank code 9999 9999 belongs to no bank. */
    iban: "DE97999999990000012345",
    bic: "TIDEDEH1XXX",
    bank: "Sparkontor Wiekhaven",
  },
  mailSignature: {
    en: "Tidewick · Am Alten Kran 7 · 26979 Wiekhaven · a demonstration shop: nothing is really sold or sent",
    de: "Tidewick · Am Alten Kran 7 · 26979 Wiekhaven · ein Vorführladen: Hier wird nichts wirklich verkauft oder verschickt",
  } satisfies Localised,
  demoNotice: {
    en: "Tidewick is a demonstration shop. Its goods are invented, no money changes hands and nothing is sent.",
    de: "Tidewick ist ein Vorführladen. Die Waren sind erfunden, es fließt kein Geld und nichts wird verschickt.",
  } satisfies Localised,
} as const;
