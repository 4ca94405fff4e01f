import { colour, shade, wood } from "./choices.ts";
import { backorder, product, refuse } from "./product.ts";

export const floorLamps = [
  product({
    number: 901,
    handle: "stav-floor-lamp",
    category: "floor-lamps",
    sku: "LAF-STAV",
    related: ["skerr-lounge-chair", "knop-stool", "krus-table-lamp", "dis-paper-lantern"],
    featured: true,
    en: {
      title: "Stav floor lamp",
      subtitle: "Tripod lamp with a drum shade",
      description: [
        "Three staves meet below the shade in a turned knuckle and can be folded like an umbrella. Stav's legs are pulled apart by the weight of the lamp and held by a short linen cord, a knot for each, which you set once.",
        "The shade spreads light downwards on the page and upwards to the ceiling. The cable is covered in cloth and has a foot switch. For bulbs with an E27 base, up to 60 W or any LED.",
      ],
      care: "Dust the shade with a soft brush. Oil the legs once a year.",
      seo: "Stav tripod floor lamp with legs of oak, walnut or black ash and a drum shade in paper or linen, 150 cm high, E27, foot switch.",
    },
    de: {
      title: "Stehleuchte Stav",
      subtitle: "Dreibeinleuchte mit Trommelschirm",
      description: [
        "Drei Stäbe treffen sich unter dem Schirm in einem gedrechselten Gelenk und lassen sich zusammenlegen wie ein Regenschirm. Das Gewicht der Leuchte drückt Stavs Beine auseinander, eine kurze Leinenkordel hält sie, mit einem Knoten für jedes, den man ein einziges Mal einstellt.",
        "Der Schirm schickt Licht nach unten aufs Buch und nach oben an die Decke. Das Kabel ist mit Textil ummantelt und hat einen Fußschalter. Für Leuchtmittel mit E27-Sockel, bis 60 W oder jede LED.",
      ],
      care: "Schirm mit weicher Bürste abstauben. Beine einmal im Jahr ölen.",
      seo: "Stehleuchte Stav: Dreibein aus Eiche, Nussbaum oder schwarzer Esche, Trommelschirm aus Papier oder Leinen, 150 cm, E27, Fußschalter.",
    },
    options: [
      wood(["stem", "base"], { oak: 0, walnut: 40, "ash-black": 10 }),
      shade("shade", { "paper-white": 0, "linen-sand": 30 }),
    ],
    base: { eur: 289, cost: 108, grams: 4600, size: [460, 460, 1500] },
    stock: { HAV: 22, NJY: 10, policy: backorder(12, 28) },
    model: {
      family: "floor-lamp",
      params: { shade: "drum", shadeDiameter: 420, shadeHeight: 270, base: "tripod" },
    },
  }),
  product({
    number: 902,
    handle: "bue-arc-lamp",
    category: "floor-lamps",
    sku: "LAF-BUE",
    related: ["dyne-sofa", "havre-armchair", "vig-coffee-table", "ebbe-pendant-lamp"],
    en: {
      title: "Bue arc lamp",
      subtitle: "Arc of steel that brings light over the table",
      description: [
        "No hook in the ceiling where the table stands? Bue reaches over a sofa or a round table from one and a half metres away. The arc is drawn from a single tube of steel, thinner towards the end, and gives a little when you touch it.",
        "The round foot weighs 11 kg and is sleeved in felt. A dimmer sits in the cable at the height of your hand. For bulbs with an E27 base, up to 60 W or any LED.",
      ],
      care: "Wipe with a dry cloth. Polish brass with a soft cloth only; it is waxed.",
      seo: "Bue arc floor lamp in black steel or brushed brass with a dome shade and dimmer, reaches 120 cm over a table, 195 cm high, E27.",
    },
    de: {
      title: "Bogenleuchte Bue",
      subtitle: "Stahlbogen, der Licht über den Tisch holt",
      description: [
        "Kein Haken an der Decke, wo der Tisch steht? Bue greift aus anderthalb Metern Entfernung über ein Sofa oder einen runden Tisch. Der Bogen ist aus einem einzigen Stahlrohr gezogen, wird zum Ende hin dünner und federt ein wenig, wenn man ihn berührt.",
        "Der runde Fuß wiegt 11 kg und steckt in Filz. Ein Dimmer sitzt auf Handhöhe im Kabel. Für Leuchtmittel mit E27-Sockel, bis 60 W oder jede LED.",
      ],
      care: "Trocken abwischen. Messing nur mit weichem Tuch polieren, es ist gewachst.",
      seo: "Bogenleuchte Bue aus schwarzem Stahl oder gebürstetem Messing mit Kuppelschirm und Dimmer, 120 cm Ausladung, 195 cm hoch, E27.",
    },
    options: [colour(["stem", "base", "shade"], { "steel-black": 0, brass: 120 })],
    base: { eur: 449, cost: 172, grams: 16500, size: [1350, 340, 1950] },
    stock: { HAV: 8, NJY: 5, policy: refuse, exactly: { BRS: [2, 0] } },
    model: {
      family: "floor-lamp",
      params: { shade: "dome", shadeDiameter: 340, shadeHeight: 190, base: "arc" },
    },
  }),
  product({
    number: 903,
    handle: "lods-reading-lamp",
    category: "floor-lamps",
    sku: "LAF-LODS",
    related: ["aske-wing-chair", "lune-armchair", "pirre-chair", "sopp-table-lamp"],
    en: {
      title: "Lods reading lamp",
      subtitle: "Slim lamp with a turning head",
      description: [
        "Lods puts light exactly on the page and nowhere else, so that somebody may sleep beside you. The cone turns and tilts on a brass joint with a felt washer; it stays where you leave it and never needs tightening.",
        "The switch is a short pull cord with a wooden bead. For bulbs with an E14 base, up to 25 W or any LED.",
      ],
      care: "Wipe with a dry cloth. Should the joint ever slip, press the washer with a coin.",
      seo: "Lods slim reading lamp in black or white steel with a tilting cone on a brass joint and a pull cord, 135 cm high, E14.",
    },
    de: {
      title: "Leseleuchte Lods",
      subtitle: "Schlanke Leuchte mit drehbarem Kopf",
      description: [
        "Lods bringt das Licht genau auf die Seite und sonst nirgendwohin, damit nebenan jemand schlafen kann. Der Kegel dreht und neigt sich auf einem Messinggelenk mit Filzscheibe: Er bleibt, wo man ihn lässt, und muss nie nachgezogen werden.",
        "Geschaltet wird mit einer kurzen Zugschnur, an deren Ende eine Holzperle sitzt. Für Leuchtmittel mit E14-Sockel, bis 25 W oder jede LED.",
      ],
      care: "Trocken abwischen. Sollte das Gelenk einmal nachgeben, die Scheibe mit einer Münze andrücken.",
      seo: "Schlanke Leseleuchte Lods aus schwarzem oder weißem Stahl, neigbarer Kegel auf Messinggelenk, Zugschalter, 135 cm hoch, E14.",
    },
    options: [colour(["stem", "base", "shade"], { "steel-black": 0, "steel-white": 0, brass: 70 })],
    base: { eur: 219, cost: 80, grams: 5200, size: [480, 270, 1350] },
    stock: { HAV: 26, NJY: 14, policy: refuse },
    reducedFrom: { WHT: 249 },
    model: {
      family: "floor-lamp",
      params: { shade: "cone", shadeDiameter: 170, shadeHeight: 150, base: "reading" },
    },
  }),
];
