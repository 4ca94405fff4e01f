import { present } from "../../../kernel/assert.ts";
import type { Locale } from "../../../kernel/locale.ts";
import type { StartingPage } from "../seed-content.ts";
import { draftHome } from "./home.ts";

/** Until a shop tells more of itself, it says the same as on its home page. */
function aboutBody(locale: Locale): string {
  const { story, promises } = present(draftHome.texts[locale], "a home page in this language");
  return [story, ...promises.map(({ heading, text }) => `## ${heading}\n\n${text}`)].join("\n\n");
}

/** What shoppers ask before they buy. */
export const draftServicePages: readonly StartingPage[] = [
  {
    handle: "about",
    kind: "service",
    texts: {
      en: { slug: "about", title: "About {name}", description: "", body: aboutBody("en") },
      de: { slug: "ueber-uns", title: "Über {name}", description: "", body: aboutBody("de") },
    },
  },
  {
    handle: "delivery",
    kind: "service",
    texts: {
      en: {
        slug: "delivery-and-returns",
        title: "Delivery & returns",
        description: "",
        body: `## How it comes to you

At the checkout you see every way of delivery for your address, with its price and the days on which it should arrive. When some of your goods have to be made first, the dates take that into account.

As soon as a parcel leaves we write to you with its tracking number. An order may come in more than one parcel; you pay for delivery once.

## If you would rather not keep it

You have fourteen days after the goods arrive to change your mind, without giving a reason. Write to [{email}](mailto:{email}), and we answer with how to send them back.

The money goes back the way it came, including the price of standard delivery.`,
      },
      de: {
        slug: "lieferung-und-rueckgabe",
        title: "Lieferung & Rückgabe",
        description: "",
        body: `## So kommt es zu Ihnen

An der Kasse sehen Sie alle Lieferarten für Ihre Adresse, mit Preis und den Tagen, an denen die Sendung ankommen soll. Muss etwas erst gefertigt werden, ist das eingerechnet.

Sobald ein Paket das Haus verlässt, schreiben wir Ihnen die Sendungsnummer. Eine Bestellung kann in mehreren Paketen kommen; die Lieferung zahlen Sie einmal.

## Wenn Sie es doch nicht behalten möchten

Nach Erhalt der Ware haben Sie vierzehn Tage Zeit, es sich ohne Angabe von Gründen anders zu überlegen. Schreiben Sie an [{email}](mailto:{email}), wir antworten mit dem Weg zurück.

Das Geld kommt auf dem Weg zurück, auf dem es gekommen ist, die Kosten der Standardlieferung eingeschlossen.`,
      },
    },
  },
  {
    handle: "contact",
    kind: "service",
    texts: {
      en: {
        slug: "contact",
        title: "Contact",
        description: "",
        body: `Write to [{email}](mailto:{email}). If it is about an order, please name its number.

- By telephone: {phone}
- By post: {address}`,
      },
      de: {
        slug: "kontakt",
        title: "Kontakt",
        description: "",
        body: `Schreiben Sie an [{email}](mailto:{email}). Geht es um eine Bestellung, nennen Sie bitte ihre Nummer.

- Am Telefon: {phone}
- Per Post: {address}`,
      },
    },
  },
];
