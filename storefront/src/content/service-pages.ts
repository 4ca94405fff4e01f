import { formatAddress } from "@shopwright/server/kernel/address";
import type { ShopView } from "@shopwright/server/contracts/settings";
import { homeText } from "./home.ts";
import type { ContentPage } from "./types.ts";

const inOneLine = (shop: ShopView, locale: string): string =>
  formatAddress(shop.address, { locale }).join(", ");

/** The pages on which the shop speaks about itself and its service. */
export const servicePages: readonly ContentPage[] = [
  {
    code: "about",
    handle: { en: "about", de: "ueber-uns" },
    text: {
      en: {
        title: ({ name }) => `About ${name}`,
        sections: (shop) => [
          { heading: "", paragraphs: homeText(shop, "en").story.paragraphs },
          ...homeText(shop, "en").promises.map(({ heading, text }) => ({
            heading,
            paragraphs: [text],
          })),
        ],
      },
      de: {
        title: ({ name }) => `Über ${name}`,
        sections: (shop) => [
          { heading: "", paragraphs: homeText(shop, "de").story.paragraphs },
          ...homeText(shop, "de").promises.map(({ heading, text }) => ({
            heading,
            paragraphs: [text],
          })),
        ],
      },
    },
  },
  {
    code: "delivery",
    handle: { en: "delivery-and-returns", de: "lieferung-und-rueckgabe" },
    text: {
      en: {
        title: () => "Delivery & returns",
        sections: ({ email }) => [
          {
            heading: "How it comes to you",
            paragraphs: [
              "At the checkout you see every way of delivery for your address, with its price and the days on which it should arrive. When some of your goods have to be made first, the dates take that into account.",
              "As soon as a parcel leaves we write to you with its tracking number. An order may come in more than one parcel; you pay for delivery once.",
            ],
          },
          {
            heading: "If you would rather not keep it",
            paragraphs: [
              `You have fourteen days after the goods arrive to change your mind, without giving a reason. Write to ${email}, and we answer with how to send them back.`,
              "The money goes back the way it came, including the price of standard delivery.",
            ],
          },
        ],
      },
      de: {
        title: () => "Lieferung & Rückgabe",
        sections: ({ email }) => [
          {
            heading: "So kommt es zu Ihnen",
            paragraphs: [
              "An der Kasse sehen Sie alle Lieferarten für Ihre Adresse, mit Preis und den Tagen, an denen die Sendung ankommen soll. Muss etwas erst gefertigt werden, ist das eingerechnet.",
              "Sobald ein Paket das Haus verlässt, schreiben wir Ihnen die Sendungsnummer. Eine Bestellung kann in mehreren Paketen kommen; die Lieferung zahlen Sie einmal.",
            ],
          },
          {
            heading: "Wenn Sie es doch nicht behalten möchten",
            paragraphs: [
              `Nach Erhalt der Ware haben Sie vierzehn Tage Zeit, es sich ohne Angabe von Gründen anders zu überlegen. Schreiben Sie an ${email}, wir antworten mit dem Weg zurück.`,
              "Das Geld kommt auf dem Weg zurück, auf dem es gekommen ist, die Kosten der Standardlieferung eingeschlossen.",
            ],
          },
        ],
      },
    },
  },
  {
    code: "contact",
    handle: { en: "contact", de: "kontakt" },
    text: {
      en: {
        title: () => "Contact",
        sections: (shop) => [
          {
            heading: "",
            paragraphs: [
              `Write to ${shop.email}${shop.phone ? ` or call ${shop.phone}` : ""}. If it is about an order, please name its number.`,
              `By post: ${inOneLine(shop, "en")}.`,
            ],
          },
        ],
      },
      de: {
        title: () => "Kontakt",
        sections: (shop) => [
          {
            heading: "",
            paragraphs: [
              `Schreiben Sie an ${shop.email}${shop.phone ? ` oder rufen Sie an: ${shop.phone}` : ""}. Geht es um eine Bestellung, nennen Sie bitte ihre Nummer.`,
              `Per Post: ${inOneLine(shop, "de")}.`,
            ],
          },
        ],
      },
    },
  },
];
