import type { Words } from "../words.ts";
import type { begin as en } from "../en/begin.ts";

export const begin: Words<typeof en> = {
  title: "Shop einrichten",
  steps: { shop: "Ihr Shop", markets: "Wo Sie verkaufen", warehouse: "Lager" },
  next: "Sichern und weiter",
  finish: "Sichern und abschließen",
  shopHint:
    "Das steht auf Ihren Seiten, in Ihren Mails und auf jeder Rechnung. Alles lässt sich später ändern.",
  legalNameHint: "Steht auf Rechnungen. Leer gelassen, ist es der Name des Shops.",
  emailHint: "Dorthin schreibt Ihre Kundschaft, und von dort kommen Ihre Mails.",
  currencyAt: (country) => `Währung in ${country}`,
  currencyHint: "Womit Ihre Kundschaft zu Hause bezahlt.",
  further: "Wo verkaufen Sie außerdem?",
  paidIn: (currency) => `Bezahlt wird in: ${currency}`,
  furtherHint:
    "Jede Währung braucht eigene Preise; ein Artikel ohne Preis wird dort nicht angeboten. Märkte lassen sich unter Einstellungen ergänzen und ändern.",
  warehouseHint:
    "Im Lager liegt der Bestand, und von dort gehen die Pakete ab. Weitere Lager können später dazukommen.",
  mainWarehouse: "Hauptlager",
  sameAddress: "Es ist dort, wo der Shop ist",
  doneTitle: (shop) => `${shop} ist eingerichtet`,
  doneHint:
    "Die Seiten sind schon offen; sie warten auf Ihren ersten Artikel. Das kommt als Nächstes:",
  ways: {
    product: {
      title: "Einen Artikel anlegen",
      hint: "Mit Bildern, Varianten und Preisen – oder gleich den ganzen Katalog importieren.",
    },
    delivery: {
      title: "Versandarten durchsehen",
      hint: "Der Shop beginnt mit Paketen und Speditionen ab Deutschland, in Euro und Dollar. Passen Sie sie an, und ergänzen Sie welche für andere Währungen.",
    },
    payment: {
      title: "Zahlungsarten wählen",
      hint: "Nachnahme ist für Bestellungen bis 500 Euro eingeschaltet; andere Währungen brauchen eine eigene Grenze. Für die Überweisung braucht es Ihr Konto.",
    },
    pages: {
      title: "Rechtstexte lesen",
      hint: "Impressum, Datenschutz und AGB sind Entwürfe, bis Sie sie zu Ihren gemacht haben.",
    },
    staff: { title: "Ihr Team einladen", hint: "Alle mit einer Rolle, die sagt, was sie dürfen." },
  },
  reminder: {
    shop: "Name und Anschrift des Shops sind noch Platzhalter. Sie stehen auf jeder Rechnung.",
    markets: "Es ist noch nicht gewählt, wo der Shop verkauft.",
    warehouse: "Der Shop hat noch kein Lager, also kann nichts auf Lager sein.",
    goOn: "Einrichtung fortsetzen",
  },
};
