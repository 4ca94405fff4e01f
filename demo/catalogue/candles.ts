import { glaze, material, wood } from "./choices.ts";
import { backorder, product, refuse } from "./product.ts";

export const candles = [
  product({
    number: 1601,
    handle: "flis-candle-holder",
    category: "candles",
    sku: "CAN-FLIS",
    related: ["molo-candle-row", "gnist-candle-holder", "sten-coffee-table", "maane-vase"],
    en: {
      title: "Flis candle holder",
      subtitle: "Flat disc for a single candle",
      description: [
        "A disc, a cup, a candle. Flis is turned from the pieces that our table tops leave over, so the stone and the grain are the same as in the furniture. It lies low, catches drips and looks best in a group of odd number.",
        "The cup is brass, sits in a threaded hole and fits ordinary dinner candles of 22 mm.",
      ],
      care: "Loosen wax with warm water, never with a knife.",
      seo: "Flis flat candle holder of white marble, oak or black ash with a brass cup for dinner candles of 22 mm.",
    },
    de: {
      title: "Kerzenhalter Flis",
      subtitle: "Flache Scheibe für eine Kerze",
      description: [
        "Eine Scheibe, eine Hülse, eine Kerze. Flis wird aus dem gedreht, was bei unseren Tischplatten übrig bleibt; Stein und Maserung sind also dieselben wie an den Möbeln. Er liegt flach, fängt Tropfen auf und steht am schönsten zu dritt oder zu fünft.",
        "Die Hülse ist aus Messing, sitzt in einem Gewinde und passt für übliche Tafelkerzen mit 22 mm.",
      ],
      care: "Wachs mit warmem Wasser lösen, nie mit dem Messer.",
      seo: "Flacher Kerzenhalter Flis aus weißem Marmor, Eiche oder schwarzer Esche mit Messinghülse für Tafelkerzen mit 22 mm.",
    },
    options: [material("body", { "marble-white": 0, oak: -8, "ash-black": -8 })],
    base: { eur: 32, cost: 10, grams: 480, size: [110, 110, 34] },
    stock: { HAV: 60, NJY: 30, policy: refuse },
    model: {
      family: "candle-holder",
      params: { style: "disc", candles: 1 },
      materials: { candle: "wax" },
    },
  }),
  product({
    number: 1602,
    handle: "molo-candle-row",
    category: "candles",
    sku: "CAN-MOLO",
    related: ["flis-candle-holder", "kyst-plate", "holm-dining-table", "ebbe-pendant-lamp"],
    featured: true,
    en: {
      title: "Molo candle row",
      subtitle: "Beam for four candles",
      description: [
        "A long beam with four lights, like the lamps on a pier at night. Put it in the middle of the table and nobody has to look past a candlestick to see the face opposite.",
        "In December it serves as an Advent wreath without needles; the rest of the year it holds what the day suggests. Brass cups for candles of 22 mm, felt below.",
      ],
      care: "Loosen wax with warm water. Oil the beam once a year.",
      seo: "Molo beam of solid oak, walnut or black ash with brass cups for four candles, 42 cm long. Also a plain Advent candle holder.",
    },
    de: {
      title: "Kerzenleiste Molo",
      subtitle: "Balken für vier Kerzen",
      description: [
        "Ein langer Balken mit vier Lichtern, wie die Lampen einer Mole bei Nacht. In der Mitte des Tisches muss niemand an einem Leuchter vorbeischauen, um das Gesicht gegenüber zu sehen.",
        "Im Dezember dient Molo als Adventskranz, der nicht nadelt, im übrigen Jahr trägt er, wonach dem Tag ist. Messinghülsen für Kerzen mit 22 mm, unten Filz.",
      ],
      care: "Wachs mit warmem Wasser lösen. Den Balken einmal im Jahr ölen.",
      seo: "Kerzenleiste Molo aus massiver Eiche, Nussbaum oder schwarzer Esche mit Messinghülsen für vier Kerzen, 42 cm lang. Auch im Advent.",
    },
    options: [wood("body", { oak: 0, walnut: 8, "ash-black": 0 })],
    base: { eur: 58, cost: 19, grams: 900, size: [420, 60, 45] },
    stock: { HAV: 34, NJY: 16, policy: backorder(20, 21) },
    model: {
      family: "candle-holder",
      params: { style: "row", candles: 4 },
      materials: { candle: "wax" },
    },
  }),
  product({
    number: 1603,
    handle: "gnist-candle-holder",
    category: "candles",
    sku: "CAN-GNIS",
    related: ["flis-candle-holder", "molo-candle-row", "hals-vase", "brink-mug"],
    en: {
      title: "Gnist chamberstick",
      subtitle: "Candle dish with a handle to carry it by",
      description: [
        "The candle you take along when the fuse has gone, or when you would rather not switch on the light. A dish, a cup and a ring for the finger, made like a mug with its wall left off.",
        "The broad rim keeps wax off the hand. For dinner candles of 22 mm; tea lights stand in the dish beside the cup.",
      ],
      care: "Loosen wax in warm water. Fit for the dishwasher once the wax is gone.",
      seo: "Gnist stoneware chamberstick with a finger ring for dinner candles, in ink, ochre, white or celadon glaze.",
    },
    de: {
      title: "Handleuchter Gnist",
      subtitle: "Kerzenteller mit Griff zum Mitnehmen",
      description: [
        "Die Kerze für den Weg durchs Haus, wenn die Sicherung herausgeflogen ist oder man lieber kein Licht machen möchte. Ein Teller, eine Tülle und ein Ring für den Finger, gemacht wie ein Becher, dem man die Wand weggelassen hat.",
        "Der breite Rand hält das Wachs von der Hand fern. Für Tafelkerzen mit 22 mm; Teelichter stehen daneben im Teller.",
      ],
      care: "Wachs in warmem Wasser lösen. Danach darf er in die Spülmaschine.",
      seo: "Handleuchter Gnist aus Steinzeug mit Fingerring für Tafelkerzen, Glasur in Tinte, Ocker, Weiß oder Seladon.",
    },
    options: [
      glaze("body", {
        "glaze-ink": 0,
        "glaze-ochre": 0,
        "glaze-white": 0,
        "glaze-celadon": 0,
      }),
    ],
    base: { eur: 34, cost: 10, grams: 390, size: [140, 140, 55] },
    stock: { HAV: 44, NJY: 20, policy: refuse, exactly: { CEL: [0, 0] } },
    model: {
      family: "candle-holder",
      params: { style: "chamber", candles: 1 },
      materials: { candle: "wax" },
    },
  }),
];
