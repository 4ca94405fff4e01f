import { colour, glaze, renamed, sizes, wood } from "./choices.ts";
import { backorder, product, refuse } from "./product.ts";

export const pendantLamps = [
  product({
    number: 1101,
    handle: "ebbe-pendant-lamp",
    category: "pendant-lamps",
    sku: "LAP-EBBE",
    related: ["holm-dining-table", "grus-round-table", "klang-pendant-lamp", "lind-chair"],
    featured: true,
    en: {
      title: "Ebbe pendant lamp",
      subtitle: "Wide spun dome for the dining table",
      description: [
        "A shallow dome, wide enough to light a table for six without shining into anybody's face. Hang Ebbe 60 cm above the top and the faces round it look as if they had been to the coast.",
        "The shade is spun from one sheet and lacquered inside in a warm white that is the same for every colour outside, so that food keeps its own. Three metres of textile cable; canopy and hook are included. E27 base, any LED.",
      ],
      care: "Wipe with a damp cloth when the lamp is off and cold.",
      seo: "Ebbe dome pendant in white or black steel or brushed brass with a warm white inside, 42 or 60 cm, E27, three metres of textile cable.",
    },
    de: {
      title: "Pendelleuchte Ebbe",
      subtitle: "Weite Metallkuppel für den Esstisch",
      description: [
        "Eine flache Kuppel, weit genug, um einen Tisch für sechs auszuleuchten, ohne jemanden zu blenden. Hängt Ebbe 60 cm über der Platte, sehen alle am Tisch aus, als kämen sie gerade vom Meer.",
        "Der Schirm ist aus einem Blech gedrückt und innen immer im selben warmen Weiß lackiert, ganz gleich, welche Farbe er außen hat: So behält das Essen seine eigene. Drei Meter Textilkabel, Baldachin und Haken gehören dazu. E27-Sockel, jede LED.",
      ],
      care: "Feucht abwischen, wenn die Leuchte aus und abgekühlt ist.",
      seo: "Pendelleuchte Ebbe aus weißem oder schwarzem Stahl oder Messing, innen warmweiß, 42 oder 60 cm, E27, mit drei Metern Textilkabel.",
    },
    options: [
      sizes(
        { code: "42", en: "Ø 42 cm", de: "Ø 42 cm" },
        {
          code: "60",
          en: "Ø 60 cm",
          de: "Ø 60 cm",
          eur: 80,
          grams: 1300,
          size: { w: 600, d: 600, h: 290 },
        },
      ),
      colour("shade", { "steel-white": 0, "steel-black": 0, brass: 60 }),
    ],
    base: { eur: 179, cost: 64, grams: 1900, size: [420, 420, 220] },
    stock: { HAV: 30, NJY: 16, policy: refuse, exactly: { "60-BRS": [0, 0] } },
    model: {
      family: "pendant-lamp",
      params: { shade: "dome", cordLength: 480 },
      materials: { cord: "steel-black", fitting: "brass" },
    },
  }),
  product({
    number: 1102,
    handle: "klang-pendant-lamp",
    category: "pendant-lamps",
    sku: "LAP-KLAN",
    related: ["torv-counter-stool", "sund-chair", "ebbe-pendant-lamp", "regn-teapot"],
    en: {
      title: "Klang pendant lamp",
      subtitle: "Stoneware bell, best hung in a row",
      description: [
        "Tap it and it rings: Klang is thrown as thin as a bell, 4 mm at the rim, and fired so hot that the clay becomes one piece of stone. The outside is glazed, the inside is left white.",
        "The light falls in a narrow cone, just right above a counter or beside the bed. Two or three in a row, 50 cm apart, make an evening of a kitchen. E14 base, any LED up to 8 W.",
      ],
      care: "Wipe with a damp cloth when the lamp is off and cold.",
      seo: "Klang bell-shaped pendant of thin hand-thrown stoneware in five glazes, 20 cm across, for counters and bedsides, E14.",
    },
    de: {
      title: "Pendelleuchte Klang",
      subtitle: "Glocke aus Steinzeug, am schönsten in Reihe",
      description: [
        "Tippt man sie an, klingt sie: Klang ist dünn gedreht wie eine Glocke, am Rand 4 mm, und so heiß gebrannt, dass der Ton zu Stein wird. Außen trägt sie Glasur, innen bleibt sie weiß.",
        "Das Licht fällt in einem schmalen Kegel, gerade richtig über dem Tresen oder neben dem Bett. Zwei oder drei in einer Reihe, 50 cm auseinander, und die Küche wird zum Abend. E14-Sockel, LED bis 8 W.",
      ],
      care: "Feucht abwischen, wenn die Leuchte aus und abgekühlt ist.",
      seo: "Pendelleuchte Klang: dünn gedrehte Glocke aus Steinzeug in fünf Glasuren, 20 cm Durchmesser, für Tresen und Bett, E14.",
    },
    options: [
      glaze("shade", {
        "glaze-white": 0,
        "glaze-celadon": 0,
        "glaze-ink": 0,
        "glaze-ochre": 0,
        "glaze-rose": 0,
      }),
    ],
    base: { eur: 139, cost: 48, grams: 1400, size: [200, 200, 210] },
    stock: { HAV: 36, NJY: 20, policy: backorder(24, 28), exactly: { ROSE: [0, 0] } },
    model: {
      family: "pendant-lamp",
      params: { shade: "bell", cordLength: 420 },
      materials: { cord: "cord-natural", fitting: "brass" },
    },
  }),
  product({
    number: 1103,
    handle: "dis-paper-lantern",
    category: "pendant-lamps",
    sku: "LAP-DIS",
    related: ["grus-round-table", "flod-corner-sofa", "stav-floor-lamp", "kule-table-lamp"],
    en: {
      title: "Dis paper lantern",
      subtitle: "Large folded lantern of mulberry paper",
      description: [
        "Dis means mist. The lantern is drawn out of a flat parcel until it hangs, wide and nearly weightless, over the middle of the room, and from then on there are no hard shadows.",
        "The ribs are split bamboo, wound in one long spiral; the paper comes from a mill that still lifts each sheet by hand. A wooden ring below finishes the opening and hides the bulb. E27 base, LED up to 15 W.",
      ],
      care: "Dust with a feather duster. Do not hang in the bathroom or over the cooker.",
      seo: "Dis large paper lantern of mulberry paper over a bamboo spiral with an oak or black ash ring, 50 or 70 cm across, E27.",
    },
    de: {
      title: "Papierleuchte Dis",
      subtitle: "Großer Faltlampion aus Maulbeerpapier",
      description: [
        "Dis heißt Nebel. Der Lampion wird aus einem flachen Päckchen auseinandergezogen, bis er weit und fast gewichtslos mitten im Raum hängt, und von da an gibt es keine harten Schatten mehr.",
        "Die Rippen sind gespaltener Bambus, zu einer einzigen langen Spirale gewickelt. Das Papier stammt aus einer Mühle, in der noch jeder Bogen von Hand geschöpft wird. Unten schließt ein Holzring die Öffnung ab und verdeckt die Birne. E27-Sockel, LED bis 15 W.",
      ],
      care: "Mit dem Staubwedel abstauben. Nicht im Bad oder über dem Herd aufhängen.",
      seo: "Großer Papierlampion Dis aus Maulbeerpapier über einer Bambusspirale mit Ring aus Eiche oder schwarzer Esche, 50 oder 70 cm, E27.",
    },
    options: [
      sizes(
        { code: "50", en: "Ø 50 cm", de: "Ø 50 cm" },
        {
          code: "70",
          en: "Ø 70 cm",
          de: "Ø 70 cm",
          eur: 50,
          grams: 350,
          size: { w: 700, d: 700, h: 560 },
        },
      ),
      wood("fitting", { oak: 0, "ash-black": 0 }),
    ],
    base: { eur: 99, cost: 34, grams: 650, size: [500, 500, 400] },
    stock: { HAV: 40, NJY: 24, policy: refuse },
    model: {
      family: "pendant-lamp",
      params: { shade: "lantern", cordLength: 420 },
      materials: { shade: "paper-white", cord: "steel-black" },
    },
  }),
  product({
    number: 1104,
    handle: "rogn-cluster-pendant",
    category: "pendant-lamps",
    sku: "LAP-ROGN",
    related: ["ness-trestle-table", "torv-counter-stool", "ebbe-pendant-lamp", "sten-coffee-table"],
    en: {
      title: "Rogn cluster pendant",
      subtitle: "Small globes hanging like rowan berries",
      description: [
        "Several globes of blown glass hang from one canopy at different heights, close enough to touch in a draught and ring. Each is blown freely, so no two are quite the same size.",
        "You set the heights yourself with a small brass stop on every cable. Smoked glass suits filament bulbs and long evenings, opal glass lights a table evenly. G9 sockets, LED up to 4 W each.",
      ],
      care: "Unscrew the globes and wash them by hand. Wipe brass with a dry cloth.",
      seo: "Rogn cluster pendant of hand-blown glass globes in smoke or opal on brass fittings, each height adjustable, G9 sockets.",
    },
    de: {
      title: "Pendelleuchte Rogn",
      subtitle: "Kleine Kugeln, die hängen wie Vogelbeeren",
      description: [
        "Mehrere Kugeln aus geblasenem Glas hängen in verschiedenen Höhen an einem Baldachin, so nah beieinander, dass sie sich im Luftzug berühren und klingen. Jede ist frei geblasen, keine genau so groß wie die andere.",
        "Die Höhen stellt man selbst ein, mit einem kleinen Messingstopper an jedem Kabel. Rauchglas passt zu Glühfäden und langen Abenden, Opalglas leuchtet einen Tisch gleichmäßig aus. G9-Fassungen, LED bis je 4 W.",
      ],
      care: "Kugeln abschrauben und von Hand spülen. Messing trocken abwischen.",
      seo: "Pendelleuchte Rogn: Traube aus mundgeblasenen Glaskugeln in Rauch oder Opal mit Messingfassungen, einzeln höhenverstellbar, G9.",
    },
    options: [
      renamed(colour("shade", { "glass-smoke": 0, "paper-white": 0 }), "paper-white", {
        sku: "OPAL",
        label: { en: "Opal glass", de: "Opalglas" },
      }),
    ],
    base: { eur: 389, cost: 152, grams: 4200, size: [460, 460, 520] },
    stock: { HAV: 9, NJY: 4, policy: backorder(6, 42), exactly: { SMK: [1, 0] } },
    model: {
      family: "pendant-lamp",
      params: { shade: "cluster", cordLength: 380 },
      materials: { cord: "steel-black", fitting: "brass" },
    },
  }),
];
