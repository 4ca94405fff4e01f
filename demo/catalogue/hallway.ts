import { metal, sizes, wood } from "./choices.ts";
import { backorder, product, refuse } from "./product.ts";

export const hallway = [
  product({
    number: 701,
    handle: "mast-coat-stand",
    category: "hallway",
    sku: "COA-MAST",
    related: ["siv-bench", "dolle-peg-rail", "port-mirror", "skerr-lounge-chair"],
    en: {
      title: "Mast coat stand",
      subtitle: "Coat tree turned from one length of wood",
      description: [
        "One post, turned over its full height with a barely visible swelling in the middle, as masts have it. Eight pegs rise in a spiral, so that coats hang beside and not over one another, and children find theirs at the bottom.",
        "The foot is a disc with an iron plate let in below. Mast stands firm with all the coats on one side, which we tested with wet ones.",
      ],
      care: "Wipe with a damp cloth and oil once a year.",
      seo: "Mast coat stand: a turned solid post with eight pegs in a spiral on a weighted foot, in ash, oak or black ash, 175 cm high.",
    },
    de: {
      title: "Garderobenständer Mast",
      subtitle: "Garderobe, aus einem Stück gedrechselt",
      description: [
        "Ein Pfosten, auf ganzer Höhe gedrechselt, mit einem kaum sichtbaren Bauch in der Mitte, wie ihn Masten haben. Acht Zapfen steigen in einer Spirale auf, die Mäntel hängen nebeneinander statt übereinander, und Kinder finden ihren ganz unten.",
        "Der Fuß ist eine Scheibe mit eingelassener Eisenplatte. Mast steht auch dann, wenn alle Mäntel auf einer Seite hängen. Wir haben das mit nassen ausprobiert.",
      ],
      care: "Feucht abwischen und einmal im Jahr ölen.",
      seo: "Garderobenständer Mast: gedrechselter Massivholzpfosten, acht Zapfen in einer Spirale, beschwerter Fuß, in Esche, Eiche oder schwarzer Esche.",
    },
    options: [wood(["frame", "hooks", "base"], { ash: 0, oak: 20, "ash-black": 20 })],
    base: { eur: 249, cost: 91, grams: 8900, size: [350, 350, 1750] },
    stock: { HAV: 16, NJY: 8, policy: refuse },
    model: { family: "coat-rack", params: { style: "tree", hooks: 8 } },
  }),
  product({
    number: 702,
    handle: "dolle-peg-rail",
    category: "hallway",
    sku: "COA-DOLL",
    related: ["siv-bench", "spant-coat-shelf", "brygge-wall-shelf", "sol-mirror"],
    en: {
      title: "Dolle peg rail",
      subtitle: "Wall rail with turned pegs",
      description: [
        "Named after the thole pins that hold an oar: short round pegs, tilted a few degrees upwards, glued into a rail with a rounded lower edge. A tea towel, a school bag or a winter coat, all hang well from the same peg.",
        "The rail is hung on two keyhole plates and sits tight against the wall. Hang several end to end and the spacing runs on.",
      ],
      care: "Wipe with a damp cloth. Oil once a year.",
      seo: "Dolle peg rail with turned, slightly tilted pegs in oak, ash or walnut, with 4, 6 or 8 pegs. Rails continue end to end.",
    },
    de: {
      title: "Hakenleiste Dolle",
      subtitle: "Wandleiste mit gedrechselten Zapfen",
      description: [
        "Benannt nach den Dollen, die das Ruder halten: kurze runde Zapfen, um wenige Grad nach oben geneigt, eingeleimt in eine Leiste mit gerundeter Unterkante. Geschirrtuch, Schulranzen oder Wintermantel, am selben Zapfen hängt alles gut.",
        "Die Leiste wird in zwei Schlüssellochbleche eingehängt und liegt satt an der Wand. Mehrere hintereinander laufen im gleichen Abstand weiter.",
      ],
      care: "Feucht abwischen. Einmal im Jahr ölen.",
      seo: "Hakenleiste Dolle mit gedrechselten, leicht geneigten Zapfen in Eiche, Esche oder Nussbaum, mit 4, 6 oder 8 Zapfen, beliebig verlängerbar.",
    },
    options: [
      sizes(
        { code: "6", en: "6 pegs, 80 cm", de: "6 Zapfen, 80 cm", params: { hooks: 6 } },
        {
          code: "4",
          en: "4 pegs, 54 cm",
          de: "4 Zapfen, 54 cm",
          eur: -20,
          grams: -500,
          size: { w: 540 },
          params: { hooks: 4 },
        },
        {
          code: "8",
          en: "8 pegs, 106 cm",
          de: "8 Zapfen, 106 cm",
          eur: 20,
          grams: 500,
          size: { w: 1060 },
          params: { hooks: 8 },
        },
      ),
      wood(["frame", "hooks"], { oak: 0, ash: 0, walnut: 20 }),
    ],
    base: { eur: 79, cost: 26, grams: 1500, size: [800, 90, 90] },
    stock: { HAV: 60, NJY: 30, policy: refuse },
    model: { family: "coat-rack", params: { style: "pegs" } },
  }),
  product({
    number: 703,
    handle: "spant-coat-shelf",
    category: "hallway",
    sku: "COA-SPAN",
    related: ["dolle-peg-rail", "siv-bench", "sol-mirror", "knopp-vase"],
    en: {
      title: "Spant coat shelf",
      subtitle: "Hat shelf with brass or steel hooks",
      description: [
        "Up on the slats go hats, gloves and the post you mean to answer; below hang five coats from hooks that were bent, not stamped. The side frames curve like the ribs of a boat and give the shelf its name.",
        "Each hook takes 15 kg and turns sideways when nothing hangs on it, for narrow corridors. Screws and plugs for masonry and plasterboard are included.",
      ],
      care: "Wipe the wood with a damp cloth and oil it once a year. Brass darkens and may be polished.",
      seo: "Spant coat and hat shelf in solid oak with five swivelling hooks of brass or black steel, 90 cm wide, bears 15 kg on each hook.",
    },
    de: {
      title: "Wandgarderobe Spant",
      subtitle: "Hutablage mit Haken aus Messing oder Stahl",
      description: [
        "Oben auf den Latten liegen Hüte, Handschuhe und die Post, die man bald beantworten will. Darunter hängen fünf Mäntel an Haken, die gebogen sind und nicht gestanzt. Die Seitenteile schwingen wie die Spanten eines Bootes, daher der Name.",
        "Jeder Haken trägt 15 kg und lässt sich in schmalen Fluren zur Seite drehen, wenn nichts daran hängt. Schrauben und Dübel für Mauerwerk und Gipskarton liegen bei.",
      ],
      care: "Holz feucht abwischen und einmal im Jahr ölen. Messing dunkelt nach und darf poliert werden.",
      seo: "Wandgarderobe Spant aus massiver Eiche mit Hutablage und fünf drehbaren Haken aus Messing oder schwarzem Stahl, 90 cm breit.",
    },
    options: [metal("hooks", { brass: 0, "steel-black": -20 })],
    base: { eur: 219, cost: 82, grams: 5200, size: [900, 290, 270] },
    stock: { HAV: 14, NJY: 0, policy: backorder(12, 28) },
    model: {
      family: "coat-rack",
      params: { style: "shelf", hooks: 5 },
      materials: { frame: "oak" },
    },
  }),
];
