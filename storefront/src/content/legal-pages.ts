import { formatAddress } from "@shopwright/server/kernel/address";
import type { ContentPage } from "./types.ts";

const demoOnly = {
  en: "This is a demonstration shop: its goods are invented, no money changes hands and nothing is sent.",
  de: "Dies ist ein Vorführladen: Die Waren sind erfunden, es fließt kein Geld und nichts wird verschickt.",
};

/**
 * Imprint, privacy and terms in plain words. They describe what this program does; they are no legal
 * advice, and a merchant has them checked for the countries sold to.
 */
export const legalPages: readonly ContentPage[] = [
  {
    code: "imprint",
    handle: { en: "imprint", de: "impressum" },
    text: {
      en: {
        title: () => "Imprint",
        sections: (shop) => [
          {
            heading: "",
            paragraphs: [
              formatAddress({ ...shop.address, name: shop.legalName }, { locale: "en" }).join(", "),
              [shop.phone && `Telephone ${shop.phone}`, `e-mail ${shop.email}`]
                .filter(Boolean)
                .join(", "),
              ...(shop.vatId ? [`VAT identification number ${shop.vatId}`] : []),
              ...(shop.demo ? [demoOnly.en] : []),
            ],
          },
        ],
      },
      de: {
        title: () => "Impressum",
        sections: (shop) => [
          {
            heading: "",
            paragraphs: [
              formatAddress({ ...shop.address, name: shop.legalName }, { locale: "de" }).join(", "),
              [shop.phone && `Telefon ${shop.phone}`, `E-Mail ${shop.email}`]
                .filter(Boolean)
                .join(", "),
              ...(shop.vatId ? [`Umsatzsteuer-Identifikationsnummer ${shop.vatId}`] : []),
              ...(shop.demo ? [demoOnly.de] : []),
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
        title: () => "Privacy",
        sections: ({ legalName, email }) => [
          {
            heading: "What we keep",
            paragraphs: [
              "To fulfil an order we keep your name, addresses, e-mail address, what you bought and how you paid. Invoices have to be kept for as long as tax law asks.",
              "With an account we also keep your address book and a password, the latter only as a value it cannot be read from.",
            ],
          },
          {
            heading: "Cookies",
            paragraphs: [
              "We set only the cookies that a shop needs: one for your basket, one for the country you chose, and one while you are signed in. There is no tracking and no advertising, so there is nothing to agree to.",
            ],
          },
          {
            heading: "Who else sees it",
            paragraphs: [
              "The carrier gets the address, the payment provider gets what it needs for the payment. Nobody else gets anything.",
              `${legalName} is responsible. Write to ${email} to learn what we hold about you, to have it corrected or deleted.`,
            ],
          },
        ],
      },
      de: {
        title: () => "Datenschutz",
        sections: ({ legalName, email }) => [
          {
            heading: "Was wir speichern",
            paragraphs: [
              "Für eine Bestellung speichern wir Namen, Adressen, E-Mail-Adresse, was Sie gekauft und wie Sie bezahlt haben. Rechnungen müssen so lange aufbewahrt werden, wie das Steuerrecht es verlangt.",
              "Mit einem Konto kommen Ihr Adressbuch und ein Passwort hinzu, letzteres nur als Wert, aus dem es sich nicht ablesen lässt.",
            ],
          },
          {
            heading: "Cookies",
            paragraphs: [
              "Wir setzen nur die Cookies, die ein Laden braucht: eines für den Warenkorb, eines für das gewählte Land und eines, solange Sie angemeldet sind. Es gibt kein Tracking und keine Werbung, also auch nichts, dem Sie zustimmen müssten.",
            ],
          },
          {
            heading: "Wer es noch sieht",
            paragraphs: [
              "Der Paketdienst bekommt die Adresse, der Zahlungsdienst das, was er für die Zahlung braucht. Sonst bekommt niemand etwas.",
              `Verantwortlich ist ${legalName}. Schreiben Sie an ${email}, wenn Sie wissen möchten, was wir über Sie gespeichert haben, oder wenn es berichtigt oder gelöscht werden soll.`,
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
        title: () => "Terms",
        sections: ({ legalName, demo }) => [
          {
            heading: "The contract",
            paragraphs: [
              `The contract is between you and ${legalName}. It is made when we confirm your order by e-mail.`,
              "The price is the one shown with the order, with tax and delivery as listed there.",
            ],
          },
          {
            heading: "Delivery, payment, warranty",
            paragraphs: [
              "We deliver by the dates named at the checkout. Goods stay ours until they are paid for.",
              "If something is faulty, the law of your country of residence protects you, and we put it right.",
              ...(demo ? [demoOnly.en] : []),
            ],
          },
        ],
      },
      de: {
        title: () => "AGB",
        sections: ({ legalName, demo }) => [
          {
            heading: "Der Vertrag",
            paragraphs: [
              `Der Vertrag besteht zwischen Ihnen und ${legalName}. Er kommt zustande, wenn wir Ihre Bestellung per E-Mail bestätigen.`,
              "Es gilt der Preis, der bei der Bestellung steht, mit Steuer und Lieferung wie dort aufgeführt.",
            ],
          },
          {
            heading: "Lieferung, Zahlung, Gewährleistung",
            paragraphs: [
              "Wir liefern zu den an der Kasse genannten Terminen. Bis zur vollständigen Zahlung bleibt die Ware unser Eigentum.",
              "Ist etwas fehlerhaft, schützt Sie das Recht des Landes, in dem Sie wohnen, und wir bringen es in Ordnung.",
              ...(demo ? [demoOnly.de] : []),
            ],
          },
        ],
      },
    },
  },
];
