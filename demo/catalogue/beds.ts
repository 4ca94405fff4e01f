import { cover, sizes, wood } from "./choices.ts";
import { backorder, fromSupplier, product } from "./product.ts";

export const beds = [
  product({
    number: 801,
    handle: "hvil-bed",
    category: "bedroom",
    sku: "BED-HVIL",
    related: ["skot-chest", "pell-stool", "siv-bench", "kule-table-lamp"],
    featured: true,
    en: {
      title: "Hvil bed",
      subtitle: "Solid wooden bed with a slatted headboard",
      description: [
        "Hvil is joined like a good gate: the rails hook into the posts with a wooden key that gets tighter under load. You need no tools to set it up, only a second pair of hands, and it does not creak when you turn over.",
        "The headboard is a row of upright slats, curved to the back by 25 mm; with a pillow it is comfortable to read against. The posts lift the rails high enough for a robot to sweep below, or a suitcase to wait.",
        "A slatted base of ash is included. The mattress is not.",
      ],
      care: "Oil once a year. Push the wedges home when the heating goes on in autumn.",
      seo: "Hvil bed in solid oak, walnut or ash with a curved slatted headboard, set up without tools, slatted base included, 140 to 180 cm.",
    },
    de: {
      title: "Bett Hvil",
      subtitle: "Massivholzbett mit Lattenkopfteil",
      description: [
        "Hvil ist gefügt wie ein gutes Gartentor: Die Bettseiten werden in die Pfosten eingehängt und mit einem Holzkeil gesichert, der unter Last nur fester wird. Werkzeug braucht es keins, nur zwei Hände mehr, und beim Umdrehen knarrt nichts.",
        "Das Kopfteil ist eine Reihe senkrechter Latten, 25 mm zum Rücken hin gebogen; mit einem Kissen liest es sich dort bequem. Unter den Seiten bleibt Platz für den Saugroboter oder einen wartenden Koffer.",
        "Ein Lattenrost aus Esche gehört dazu, die Matratze nicht.",
      ],
      care: "Einmal im Jahr ölen. Die Keile nachdrücken, wenn im Herbst die Heizung anspringt.",
      seo: "Bett Hvil aus massiver Eiche, Nussbaum oder Esche, gebogenes Lattenkopfteil, Aufbau ohne Werkzeug, Lattenrost inklusive, 140 bis 180 cm.",
    },
    options: [
      sizes(
        { code: "160", en: "160 × 200 cm", de: "160 × 200 cm" },
        {
          code: "140",
          en: "140 × 200 cm",
          de: "140 × 200 cm",
          eur: -90,
          grams: -5000,
          size: { w: 1480 },
        },
        {
          code: "180",
          en: "180 × 200 cm",
          de: "180 × 200 cm",
          eur: 110,
          grams: 5000,
          size: { w: 1880 },
        },
      ),
      wood(["frame", "headboard"], { oak: 0, ash: -60, walnut: 420 }),
    ],
    base: { eur: 1390, cost: 548, grams: 62000, size: [1680, 2080, 950] },
    stock: { HAV: 5, NJY: 2, policy: fromSupplier(42), exactly: { "180-WAL": [0, 0] } },
    model: {
      family: "bed",
      params: { headboard: "slats", legs: "tapered", blanket: true },
      materials: { bedding: "linen-white", blanket: "linen-moss" },
    },
  }),
  product({
    number: 802,
    handle: "dun-bed",
    category: "bedroom",
    sku: "BED-DUN",
    related: ["skot-chest", "knop-stool", "sopp-table-lamp", "port-mirror"],
    en: {
      title: "Dun bed",
      subtitle: "Upholstered headboard on a wooden frame",
      description: [
        "For people who spend Sunday morning in bed. Dun's headboard is a thick cushion in a single piece of cloth, soft enough to lean a bare shoulder against, and it hangs on the frame with two loops: it comes off for cleaning, or when you want another colour.",
        "The frame beneath is solid oak with rounded corners at shin height, because everyone walks into a bed at night sooner or later. A slatted base of ash is included.",
      ],
      care: "Vacuum the headboard with a soft brush; linen washes at 30 °C. Oil the frame once a year.",
      seo: "Dun bed: solid oak frame with rounded corners and a removable upholstered headboard in linen or wool, 160 or 180 cm, base included.",
    },
    de: {
      title: "Polsterbett Dun",
      subtitle: "Gepolstertes Kopfteil am Massivholzrahmen",
      description: [
        "Für Menschen, die den Sonntagvormittag im Bett verbringen. Duns Kopfteil ist ein dickes Polster aus einem Stück Stoff, so weich, dass man die bloße Schulter anlehnt. Es hängt mit zwei Schlaufen am Rahmen und lässt sich abnehmen: zum Reinigen oder wenn es eine andere Farbe sein soll.",
        "Der Rahmen darunter ist aus massiver Eiche und an den Ecken auf Schienbeinhöhe gerundet, denn nachts läuft früher oder später jeder gegen ein Bett. Ein Lattenrost aus Esche gehört dazu.",
      ],
      care: "Kopfteil mit weicher Bürste absaugen, Leinen bei 30 °C waschen. Den Rahmen einmal im Jahr ölen.",
      seo: "Polsterbett Dun: massiver Eichenrahmen mit runden Ecken, abnehmbares Kopfteil in Leinen oder Wolle, 160 oder 180 cm, mit Lattenrost.",
    },
    options: [
      sizes(
        { code: "160", en: "160 × 200 cm", de: "160 × 200 cm" },
        {
          code: "180",
          en: "180 × 200 cm",
          de: "180 × 200 cm",
          eur: 120,
          grams: 6000,
          size: { w: 1880 },
        },
      ),
      cover("headboard", { "linen-sand": 0, "wool-sea": 90, "wool-rust": 90 }),
    ],
    base: { eur: 1490, cost: 592, grams: 68000, size: [1680, 2080, 1020] },
    stock: { HAV: 4, NJY: 2, policy: backorder(4, 56) },
    model: {
      family: "bed",
      params: { headboard: "upholstered", legs: "round", blanket: true },
      materials: { frame: "oak", bedding: "linen-white", blanket: "linen-sand" },
    },
  }),
  product({
    number: 803,
    handle: "lee-bed",
    category: "bedroom",
    sku: "BED-LEE",
    related: ["pell-stool", "leid-ladder-shelf", "dolle-peg-rail", "krus-table-lamp"],
    en: {
      title: "Lee bed",
      subtitle: "Low bed with a cane headboard, also as a single",
      description: [
        "Lee keeps low. The mattress lies 36 cm above the floor, the headboard is a light frame filled with woven cane, and a small room stays airy around it.",
        "The rails have a shallow groove along the top, where the fitted sheet is tucked in and stays. In the 90 cm width Lee makes a good first grown-up bed; two of them pushed together lie flush. A slatted base of ash is included.",
      ],
      care: "Oil once a year. Spray the back of the cane with water twice a year, so that it stays tight.",
      seo: "Lee low bed with a woven cane headboard in oak or black ash, 90, 140 or 160 cm wide, slatted base included.",
    },
    de: {
      title: "Bett Lee",
      subtitle: "Niedriges Bett mit Wiener Geflecht, auch als Einzelbett",
      description: [
        "Lee duckt sich. Die Matratze liegt 36 cm über dem Boden, das Kopfteil ist ein leichter Rahmen mit Wiener Geflecht, und auch ein kleines Zimmer wirkt noch luftig.",
        "Oben in den Bettseiten läuft eine flache Nut, in der das Spannbetttuch hält. Mit 90 cm Breite ist Lee ein gutes erstes Erwachsenenbett; zwei davon stehen bündig nebeneinander. Ein Lattenrost aus Esche gehört dazu.",
      ],
      care: "Einmal im Jahr ölen. Das Geflecht zweimal im Jahr von hinten mit Wasser besprühen, dann bleibt es straff.",
      seo: "Niedriges Bett Lee mit Kopfteil aus Wiener Geflecht in Eiche oder schwarzer Esche, 90, 140 oder 160 cm breit, mit Lattenrost.",
    },
    options: [
      sizes(
        { code: "140", en: "140 × 200 cm", de: "140 × 200 cm" },
        {
          code: "90",
          en: "90 × 200 cm",
          de: "90 × 200 cm",
          eur: -250,
          grams: -14000,
          size: { w: 980 },
        },
        {
          code: "160",
          en: "160 × 200 cm",
          de: "160 × 200 cm",
          eur: 80,
          grams: 5000,
          size: { w: 1680 },
        },
      ),
      wood("frame", { oak: 0, "ash-black": 30 }),
    ],
    base: { eur: 1090, cost: 426, grams: 48000, size: [1480, 2080, 820] },
    stock: { HAV: 6, NJY: 3, policy: fromSupplier(35) },
    model: {
      family: "bed",
      params: { headboard: "cane", legs: "square", blanket: true },
      materials: { headboard: "cane", bedding: "linen-white", blanket: "wool-sea" },
    },
  }),
];
