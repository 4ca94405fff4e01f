import { cover, seat, wood } from "./choices.ts";
import { backorder, fromSupplier, product, refuse } from "./product.ts";

export const chairs = [
  product({
    number: 101,
    handle: "lind-chair",
    category: "chairs",
    sku: "CHA-LIND",
    related: ["holm-dining-table", "sund-chair", "ebbe-pendant-lamp", "siv-bench"],
    featured: true,
    en: {
      title: "Lind chair",
      subtitle: "Dining chair in solid wood with an upholstered seat",
      description: [
        "Lind is the chair we began with. The back legs are sawn from one plank and steam-bent by a few degrees, so that the backrest gives way a little when you lean into it. Rails and legs meet in glued mortise and tenon joints; there is not a screw in the frame.",
        "The seat is a birch shell with 30 mm of natural latex under linen or wool, and it lifts out with four bolts when the time comes to re-cover it. The backrest is shaped by hand until its edge no longer catches a sleeve.",
        "Made for long suppers: the seat is 460 mm high and wide enough to sit sideways. It weighs under six kilos and is easily carried with one hand.",
      ],
      care: "Wipe the wood with a damp cloth and oil it once a year. Vacuum the seat; stains come off with lukewarm water and a little soap.",
      seo: "Lind dining chair: mortise and tenon frame in oak or walnut, latex seat in linen or wool that can be re-covered. Made in the Tidewick workshop.",
    },
    de: {
      title: "Stuhl Lind",
      subtitle: "Esszimmerstuhl aus Massivholz mit gepolstertem Sitz",
      description: [
        "Mit Lind hat bei uns alles angefangen. Die Hinterbeine sägen wir aus einer Bohle und biegen sie unter Dampf um wenige Grad, sodass die Lehne ein wenig nachgibt, wenn man sich zurücklehnt. Zargen und Beine sind gezapft und verleimt, im ganzen Gestell steckt keine einzige Schraube.",
        "Der Sitz besteht aus einer Birkenschale mit 30 mm Naturlatex unter Leinen oder Wolle. Er ist mit vier Bolzen befestigt und lässt sich abnehmen, wenn er einmal neu bezogen werden soll. Die Lehne wird von Hand geschliffen, bis keine Kante mehr am Ärmel hängen bleibt.",
        "Gemacht für lange Abende am Tisch: 46 cm Sitzhöhe und breit genug, um auch mal quer zu sitzen. Mit knapp sechs Kilo lässt sich Lind mühelos mit einer Hand tragen.",
      ],
      care: "Holz feucht abwischen und einmal im Jahr nachölen. Den Sitz absaugen; Flecken gehen mit lauwarmem Wasser und etwas Seife heraus.",
      seo: "Esszimmerstuhl Lind: gezapftes Gestell aus Eiche oder Nussbaum, Latexsitz in Leinen oder Wolle, neu beziehbar. Aus der Werkstatt von Tidewick.",
    },
    options: [
      wood("frame", { oak: 0, walnut: 60, "ash-black": 20 }),
      seat("seat", { "linen-sand": 0, "wool-graphite": 20, "wool-sea": 20 }),
    ],
    base: { eur: 289, cost: 112, grams: 5800, size: [490, 520, 790] },
    stock: {
      HAV: 48,
      NJY: 24,
      policy: backorder(24, 28),
      exactly: { "WAL-SEA": [0, 3], "BLK-GRA": [2, 0] },
    },
    model: { family: "chair", params: { width: 490, depth: 520, height: 790 } },
  }),
];
