import type { DemoPage } from "./types.ts";

/**
 * Imprint, privacy and terms in plain words. They suit an invented firm in a demonstration; a real
 * merchant has to have their own texts written.
 */
export const legalPages: readonly DemoPage[] = [
  {
    code: "imprint",
    handle: { en: "imprint", de: "impressum" },
    text: {
      en: {
        title: "Imprint",
        seoDescription:
          "Who is responsible for this demonstration shop: the invented firm Tidewick Werkstätten GmbH in the invented town of Wiekhaven.",
        sections: [
          {
            heading: "",
            paragraphs: [
              "Tidewick Werkstätten GmbH, Am Alten Kran 7, 26979 Wiekhaven, Germany.",
              "Telephone +49 40 66969 120, e-mail hello@tidewick.example.",
              "Managing director: Marit Oldenhave. Registered at no court, VAT identification number DE000000000.",
            ],
          },
          {
            heading: "This shop is a demonstration",
            paragraphs: [
              "The firm named above does not exist; names, numbers and places are invented and meant to be recognised as such. Whoever runs a copy of this shop is responsible for it and should put their own details here.",
            ],
          },
        ],
      },
      de: {
        title: "Impressum",
        seoDescription:
          "Wer für diesen Vorführladen steht: die erfundene Tidewick Werkstätten GmbH in der ebenso erfundenen Stadt Wiekhaven.",
        sections: [
          {
            heading: "",
            paragraphs: [
              "Tidewick Werkstätten GmbH, Am Alten Kran 7, 26979 Wiekhaven.",
              "Telefon +49 40 66969 120, E-Mail hello@tidewick.example.",
              "Geschäftsführerin: Marit Oldenhave. In keinem Register eingetragen, Umsatzsteuer-Identifikationsnummer DE000000000.",
            ],
          },
          {
            heading: "Dies ist ein Vorführladen",
            paragraphs: [
              "Die genannte Firma gibt es nicht; Namen, Nummern und Orte sind erfunden und sollen als solche zu erkennen sein. Wer eine Kopie dieses Ladens betreibt, ist selbst dafür verantwortlich und trägt hier die eigenen Angaben ein.",
            ],
          },
        ],
      },
    },
  },
  {
    code: "privacy",
    handle: { en: "privacy", de: "datenschutz" },
    text: {
      en: {
        title: "Privacy",
        seoDescription:
          "What this shop stores about you, what for, how long, and how to see, correct or erase it. In plain words.",
        sections: [
          {
            heading: "What we store, and why",
            paragraphs: [
              "When you order, we store your name, address, e-mail and, if you give it, telephone number, together with what you bought. We need them to fulfil the contract and to write the invoice.",
              "If you open an account, we also store your password, hashed so that nobody can read it, and the addresses you save. You can buy everything here without an account.",
              "To keep your basket and your sign-in between pages, the shop sets cookies that serve nothing else. There is no advertising, no tracking and no analysis by third parties.",
            ],
          },
          {
            heading: "Who else sees it",
            paragraphs: [
              "The carrier gets your address, and your telephone number when a delivery time has to be agreed. The payment provider gets the amount and the order number. Card numbers are entered on the provider's page and never reach us.",
            ],
          },
          {
            heading: "How long, and your rights",
            paragraphs: [
              "Invoices and orders are kept as long as tax law demands. Everything else is erased when you close your account or ask us to.",
              "You may see, correct, take with you or have erased what we hold about you, and complain to a data protection authority. A mail to hello@tidewick.example is enough.",
            ],
          },
          {
            heading: "This shop is a demonstration",
            paragraphs: [
              "Please do not enter real personal details. Whoever runs this copy of the shop can read everything that is typed into it, including the mails it writes.",
            ],
          },
        ],
      },
      de: {
        title: "Datenschutz",
        seoDescription:
          "Was dieser Laden über Sie speichert, wozu, wie lange, und wie Sie es einsehen, berichtigen oder löschen lassen. In einfachen Worten.",
        sections: [
          {
            heading: "Was wir speichern und wozu",
            paragraphs: [
              "Bestellen Sie etwas, speichern wir Name, Anschrift, E-Mail-Adresse und, falls angegeben, Ihre Telefonnummer, dazu, was Sie gekauft haben. Wir brauchen das, um den Vertrag zu erfüllen und die Rechnung zu schreiben.",
              "Legen Sie ein Konto an, kommen Ihr Passwort, als Prüfwert, den niemand zurücklesen kann, und Ihre gespeicherten Adressen hinzu. Einkaufen können Sie hier auch ganz ohne Konto.",
              "Damit Warenkorb und Anmeldung von Seite zu Seite erhalten bleiben, setzt der Laden Cookies, die keinem anderen Zweck dienen. Werbung, Nachverfolgung oder Auswertung durch Dritte gibt es nicht.",
            ],
          },
          {
            heading: "Wer es sonst noch sieht",
            paragraphs: [
              "Der Paketdienst oder die Spedition erhält Ihre Anschrift und, wenn ein Termin zu vereinbaren ist, Ihre Telefonnummer. Der Zahlungsanbieter erhält Betrag und Bestellnummer. Kartennummern geben Sie auf der Seite des Anbieters ein; zu uns gelangen sie nie.",
            ],
          },
          {
            heading: "Wie lange, und Ihre Rechte",
            paragraphs: [
              "Rechnungen und Bestellungen bewahren wir so lange auf, wie das Steuerrecht es verlangt. Alles andere wird gelöscht, wenn Sie Ihr Konto schließen oder uns darum bitten.",
              "Sie können einsehen, berichtigen, mitnehmen oder löschen lassen, was wir über Sie gespeichert haben, und sich bei einer Datenschutzbehörde beschweren. Eine E-Mail an hello@tidewick.example genügt.",
            ],
          },
          {
            heading: "Dies ist ein Vorführladen",
            paragraphs: [
              "Bitte geben Sie keine echten persönlichen Angaben ein. Wer diese Kopie des Ladens betreibt, kann alles lesen, was hier eingetippt wird, auch die E-Mails, die der Laden schreibt.",
            ],
          },
        ],
      },
    },
  },
  {
    code: "terms",
    handle: { en: "terms", de: "agb" },
    text: {
      en: {
        title: "Terms of sale",
        seoDescription:
          "The terms on which Tidewick sells: contract, prices, payment, delivery, withdrawal and warranty, on one page and in plain words.",
        sections: [
          {
            heading: "Contract",
            paragraphs: [
              "What you see in the shop is an invitation, not yet an offer. By placing an order you make us an offer; we accept it with the order confirmation that reaches you by e-mail. The contract is kept with your order and can be read there at any time.",
            ],
          },
          {
            heading: "Prices and payment",
            paragraphs: [
              "Prices for countries of the European Union include value added tax. For the United States sales tax is added at checkout; for other countries duties and taxes are due on import. Delivery is shown apart before you order.",
              "You may pay by card, by bank transfer in advance, or in cash on delivery where it is offered. The goods remain ours until they are paid for.",
            ],
          },
          {
            heading: "Withdrawal",
            paragraphs: [
              "As a consumer in the European Union you may withdraw from the contract within fourteen days of receiving the goods, without giving a reason; a clear message to us is enough. We extend this right to thirty days, everywhere.",
              "Pieces made to your own measurements are excepted.",
            ],
          },
          {
            heading: "Warranty",
            paragraphs: [
              "The law gives you two years in which we answer for faults that were there at delivery. On the joints of our wooden furniture we give ten. Wood moves, leather and brass darken, glazes differ from piece to piece: none of these is a fault.",
            ],
          },
          {
            heading: "This shop is a demonstration",
            paragraphs: [
              "An order placed here leads to no contract. These terms are an example and no legal advice; a real merchant needs their own.",
            ],
          },
        ],
      },
      de: {
        title: "Allgemeine Geschäftsbedingungen",
        seoDescription:
          "Zu welchen Bedingungen Tidewick verkauft: Vertrag, Preise, Zahlung, Lieferung, Widerruf und Gewährleistung auf einer Seite.",
        sections: [
          {
            heading: "Vertrag",
            paragraphs: [
              "Was Sie im Laden sehen, ist eine Einladung und noch kein Angebot. Mit Ihrer Bestellung machen Sie uns ein Angebot; wir nehmen es mit der Bestellbestätigung an, die Sie per E-Mail erhalten. Der Vertragstext bleibt bei Ihrer Bestellung gespeichert und ist dort jederzeit nachzulesen.",
            ],
          },
          {
            heading: "Preise und Zahlung",
            paragraphs: [
              "Preise für Länder der Europäischen Union enthalten die Mehrwertsteuer. Für die Vereinigten Staaten kommt die Verkaufssteuer an der Kasse hinzu, für andere Länder fallen Zoll und Steuern bei der Einfuhr an. Die Versandkosten werden vor der Bestellung gesondert ausgewiesen.",
              "Zahlen können Sie mit Karte, per Vorkasse durch Überweisung oder, wo wir es anbieten, bar bei Lieferung. Bis zur vollständigen Zahlung bleibt die Ware unser Eigentum.",
            ],
          },
          {
            heading: "Widerruf",
            paragraphs: [
              "Als Verbraucherin oder Verbraucher in der Europäischen Union können Sie den Vertrag binnen vierzehn Tagen nach Erhalt der Ware ohne Angabe von Gründen widerrufen; eine eindeutige Erklärung an uns genügt. Wir verlängern dieses Recht auf dreißig Tage, und zwar überall.",
              "Ausgenommen sind Stücke, die nach Ihren eigenen Maßen gefertigt wurden.",
            ],
          },
          {
            heading: "Gewährleistung",
            paragraphs: [
              "Das Gesetz gibt Ihnen zwei Jahre, in denen wir für Mängel einstehen, die bei der Übergabe schon vorhanden waren. Auf die Verbindungen unserer Holzmöbel geben wir zehn. Holz arbeitet, Leder und Messing dunkeln nach, Glasuren fallen von Stück zu Stück verschieden aus: Mängel sind das nicht.",
            ],
          },
          {
            heading: "Dies ist ein Vorführladen",
            paragraphs: [
              "Durch eine Bestellung kommt hier kein Vertrag zustande. Diese Bedingungen sind ein Beispiel und keine Rechtsberatung; ein echter Laden braucht seine eigenen.",
            ],
          },
        ],
      },
    },
  },
];
