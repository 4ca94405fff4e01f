import type { HomeText, Locale } from "./types.ts";

/** What the home page says around the pictures. */
export const home: Readonly<Record<Locale, HomeText>> = {
  en: {
    seoTitle: "Tidewick: furniture, lamps and ceramics from a workshop by the sea",
    seoDescription:
      "Solid wood furniture, warm lamps and stoneware, designed and made in our own workshop in Wiekhaven. Repairable, well made, honestly priced.",
    headline: "Made slowly, by the water",
    lead: "Chairs that outlast their owners, lamps that flatter supper, mugs that fit the hand. We design everything ourselves and build it in the old ropeworks on the quay.",
    invitation: "See the furniture",
    featuredHeading: "From the workshop",
    categoriesHeading: "Room by room",
    story: {
      heading: "Forty people, one long building",
      paragraphs: [
        "The ropeworks in Wiekhaven is 190 metres long, because rope had to be. Today the timber comes in at one end, dries for two years in the middle and leaves as tables at the other. The pottery has the warm corner by the boiler.",
        "We make few things and keep making them. A chair you buy today will match the one you add in ten years, and every part of it can be had singly.",
      ],
    },
    promises: [
      {
        heading: "Repair comes first",
        text: "Every piece can be taken apart, re-covered, re-woven or sanded. We keep parts for at least ten years after the last one is built.",
      },
      {
        heading: "Thirty days at home",
        text: "Live with it for a month. What does not suit goes back, and the money with it.",
      },
      {
        heading: "Wood with an address",
        text: "Oak, ash and beech from forests within 400 kilometres, walnut from orchards that are being replanted. The forest is named on the delivery note.",
      },
    ],
  },
  de: {
    seoTitle: "Tidewick: Möbel, Leuchten und Keramik aus einer Werkstatt am Meer",
    seoDescription:
      "Massivholzmöbel, warmes Licht und Steinzeug, entworfen und gebaut in unserer eigenen Werkstatt in Wiekhaven. Reparierbar, solide, ehrlich im Preis.",
    headline: "In Ruhe gemacht, nah am Wasser",
    lead: "Stühle, die ihre Besitzer überleben, Leuchten, die dem Abendbrot schmeicheln, Becher, die in der Hand liegen. Alles ist selbst entworfen und in der alten Reepschlägerei am Kai gebaut.",
    invitation: "Zu den Möbeln",
    featuredHeading: "Aus der Werkstatt",
    categoriesHeading: "Raum für Raum",
    story: {
      heading: "Vierzig Leute, ein langes Haus",
      paragraphs: [
        "Die Reepschlägerei in Wiekhaven misst 190 Meter, weil Taue nun einmal lang sein mussten. Heute kommt am einen Ende das Holz herein, trocknet in der Mitte zwei Jahre lang und verlässt das Haus am anderen Ende als Tisch. Die warme Ecke beim Kessel gehört der Töpferei.",
        "Wir machen wenige Dinge, und die lange. Ein Stuhl, den man heute kauft, passt noch zu dem, der in zehn Jahren dazukommt, und jedes Teil davon gibt es einzeln.",
      ],
    },
    promises: [
      {
        heading: "Erst mal reparieren",
        text: "Jedes Stück lässt sich zerlegen, neu beziehen, neu flechten oder abschleifen. Ersatzteile halten wir mindestens zehn Jahre über das letzte gebaute Stück hinaus bereit.",
      },
      {
        heading: "Dreißig Tage zu Hause",
        text: "Einen Monat damit leben, dann entscheiden. Was nicht passt, geht zurück, und das Geld kommt wieder.",
      },
      {
        heading: "Holz mit Adresse",
        text: "Eiche, Esche und Buche wachsen höchstens 400 Kilometer entfernt, der Nussbaum stammt aus Obstgärten, die neu bepflanzt werden. Der Wald steht auf dem Lieferschein.",
      },
    ],
  },
};
