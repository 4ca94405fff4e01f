import type { StartingPage } from "../seed-content.ts";

/**
 * Imprint, privacy and terms in plain words. They describe what this program does; they are no legal
 * advice, and a merchant has them checked for the countries sold to.
 */
export const draftLegalPages: readonly StartingPage[] = [
  {
    handle: "imprint",
    kind: "legal",
    texts: {
      en: {
        slug: "imprint",
        title: "Imprint",
        description: "",
        body: `{address}

- Telephone {phone}
- E-mail [{email}](mailto:{email})
- VAT identification number {vatId}`,
      },
      de: {
        slug: "impressum",
        title: "Impressum",
        description: "",
        body: `{address}

- Telefon {phone}
- E-Mail [{email}](mailto:{email})
- Umsatzsteuer-Identifikationsnummer {vatId}`,
      },
    },
  },
  {
    handle: "privacy",
    kind: "legal",
    texts: {
      en: {
        slug: "privacy",
        title: "Privacy",
        description: "",
        body: `## What we keep

To fulfil an order we keep your name, addresses, e-mail address, what you bought and how you paid. Invoices have to be kept for as long as tax law asks.

With an account we also keep your address book and a password, the latter only as a value it cannot be read from.

## Cookies

We set only the cookies that a shop needs: one for your basket, one for the country you chose, and one while you are signed in. There is no tracking and no advertising, so there is nothing to agree to.

## Who else sees it

The carrier gets the address, the payment provider gets what it needs for the payment. Nobody else gets anything.

{legalName} is responsible. Write to [{email}](mailto:{email}) to learn what we hold about you, to have it corrected or deleted.`,
      },
      de: {
        slug: "datenschutz",
        title: "Datenschutz",
        description: "",
        body: `## Was wir speichern

Für eine Bestellung speichern wir Namen, Adressen, E-Mail-Adresse, was Sie gekauft und wie Sie bezahlt haben. Rechnungen müssen so lange aufbewahrt werden, wie das Steuerrecht es verlangt.

Mit einem Konto kommen Ihr Adressbuch und ein Passwort hinzu, letzteres nur als Wert, aus dem es sich nicht ablesen lässt.

## Cookies

Wir setzen nur die Cookies, die ein Laden braucht: eines für den Warenkorb, eines für das gewählte Land und eines, solange Sie angemeldet sind. Es gibt kein Tracking und keine Werbung, also auch nichts, dem Sie zustimmen müssten.

## Wer es noch sieht

Der Paketdienst bekommt die Adresse, der Zahlungsdienst das, was er für die Zahlung braucht. Sonst bekommt niemand etwas.

Verantwortlich ist {legalName}. Schreiben Sie an [{email}](mailto:{email}), wenn Sie wissen möchten, was wir über Sie gespeichert haben, oder wenn es berichtigt oder gelöscht werden soll.`,
      },
    },
  },
  {
    handle: "terms",
    kind: "legal",
    texts: {
      en: {
        slug: "terms",
        title: "Terms",
        description: "",
        body: `## The contract

The contract is between you and {legalName}. It is made when we confirm your order by e-mail.

The price is the one shown with the order, with tax and delivery as listed there.

## Delivery, payment, warranty

We deliver by the dates named at the checkout. Goods stay ours until they are paid for.

If something is faulty, the law of your country of residence protects you, and we put it right.`,
      },
      de: {
        slug: "agb",
        title: "AGB",
        description: "",
        body: `## Der Vertrag

Der Vertrag besteht zwischen Ihnen und {legalName}. Er kommt zustande, wenn wir Ihre Bestellung per E-Mail bestätigen.

Es gilt der Preis, der bei der Bestellung steht, mit Steuer und Lieferung wie dort aufgeführt.

## Lieferung, Zahlung, Gewährleistung

Wir liefern zu den an der Kasse genannten Terminen. Bis zur vollständigen Zahlung bleibt die Ware unser Eigentum.

Ist etwas fehlerhaft, schützt Sie das Recht des Landes, in dem Sie wohnen, und wir bringen es in Ordnung.`,
      },
    },
  },
];
