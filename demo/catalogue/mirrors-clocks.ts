import { colour, sizes, wood } from "./choices.ts";
import { backorder, product, refuse } from "./product.ts";

export const mirrorsAndClocks = [
  product({
    number: 1501,
    handle: "sol-mirror",
    category: "mirrors-clocks",
    sku: "MIR-SOL",
    related: ["brisk-sideboard", "dolle-peg-rail", "lagun-mirror", "spant-coat-shelf"],
    featured: true,
    en: {
      title: "Sol mirror",
      subtitle: "Round mirror in a bent wooden hoop",
      description: [
        "A hoop of solid wood, steamed and bent round a drum, scarfed where the ends meet. It stands 30 mm off the wall and casts a ring of shadow that moves in the course of the day.",
        "The glass is low in iron and shows skin without the green tinge of cheap mirrors. It hangs from one concealed plate and cannot slip out of level.",
      ],
      care: "Clean with a little warm water and a cloth of lint-free cotton; keep water off the hoop.",
      seo: "Sol round mirror in a steam-bent solid wooden hoop of oak, walnut or black ash, clear low-iron glass, 60 or 80 cm across.",
    },
    de: {
      title: "Spiegel Sol",
      subtitle: "Runder Spiegel im gebogenen Holzreif",
      description: [
        "Ein Reif aus massivem Holz, unter Dampf um eine Trommel gebogen und an den Enden überblattet. Er steht 30 mm von der Wand ab und wirft einen Schattenring, der im Lauf des Tages wandert.",
        "Das Glas ist eisenarm und zeigt die Haut ohne den Grünstich billiger Spiegel. Aufgehängt wird Sol an einem einzigen verdeckten Beschlag, schief hängen kann er nicht.",
      ],
      care: "Mit wenig warmem Wasser und einem fusselfreien Baumwolltuch putzen; den Reif trocken halten.",
      seo: "Runder Spiegel Sol im dampfgebogenen Reif aus Eiche, Nussbaum oder schwarzer Esche, klares eisenarmes Glas, 60 oder 80 cm.",
    },
    options: [
      sizes(
        { code: "60", en: "Ø 60 cm", de: "Ø 60 cm" },
        {
          code: "80",
          en: "Ø 80 cm",
          de: "Ø 80 cm",
          eur: 70,
          grams: 3600,
          size: { w: 800, h: 800 },
        },
      ),
      wood("frame", { oak: 0, walnut: 30, "ash-black": 0 }),
    ],
    base: { eur: 189, cost: 69, grams: 4800, size: [600, 30, 600] },
    stock: { HAV: 18, NJY: 9, policy: refuse, exactly: { "80-WAL": [0, 1] } },
    model: {
      family: "mirror",
      params: { shape: "round", frameWidth: 16, mount: "wall", ledge: false },
      materials: { glass: "mirror-glass" },
    },
  }),
  product({
    number: 1502,
    handle: "port-mirror",
    category: "mirrors-clocks",
    sku: "MIR-PORT",
    related: ["mast-coat-stand", "dun-bed", "kurv-planter", "siv-bench"],
    en: {
      title: "Port floor mirror",
      subtitle: "Full-length mirror with an arch",
      description: [
        "A doorway into a room that is not there. Port leans against the wall and shows you from head to shoe; the arch is cut from four segments of solid wood, joined with splines in a contrasting colour.",
        "Two rubber feet and a strap for the wall come with it. In a dark corridor it doubles the light of the only window.",
      ],
      care: "Clean with a little warm water and a lint-free cloth. Oil the frame once a year. Always fix the strap.",
      seo: "Port arched floor mirror, 70 × 180 cm, in a solid frame of oak, walnut or black ash, leaning, with a wall strap.",
    },
    de: {
      title: "Standspiegel Port",
      subtitle: "Ganzkörperspiegel mit Rundbogen",
      description: [
        "Eine Tür in einen Raum, den es nicht gibt. Port lehnt an der Wand und zeigt einen von Kopf bis Schuh. Der Bogen ist aus vier Segmenten Massivholz geschnitten und mit Federn in einer zweiten Farbe verbunden.",
        "Zwei Gummifüße und ein Gurt für die Wand liegen bei. Im dunklen Flur verdoppelt er das Licht des einzigen Fensters.",
      ],
      care: "Mit wenig warmem Wasser und fusselfreiem Tuch putzen. Rahmen einmal im Jahr ölen. Den Gurt immer befestigen.",
      seo: "Standspiegel Port mit Rundbogen, 70 × 180 cm, massiver Rahmen aus Eiche, Nussbaum oder schwarzer Esche, zum Anlehnen, mit Wandgurt.",
    },
    options: [wood("frame", { oak: 0, walnut: 60, "ash-black": 10 })],
    base: { eur: 389, cost: 148, grams: 17500, size: [700, 45, 1800] },
    stock: { HAV: 9, NJY: 4, policy: backorder(6, 35) },
    model: {
      family: "mirror",
      params: { shape: "arch", frameWidth: 28, mount: "floor", ledge: false },
      materials: { glass: "mirror-glass" },
    },
  }),
  product({
    number: 1503,
    handle: "lagun-mirror",
    category: "mirrors-clocks",
    sku: "MIR-LAGU",
    related: ["sol-mirror", "leid-ladder-shelf", "knopp-vase", "flis-candle-holder"],
    en: {
      title: "Lagun mirror",
      subtitle: "Pebble-shaped mirror with a slim metal edge",
      description: [
        "The outline is that of a stone from our beach, enlarged thirty times. It has no top and no bottom: hang it upright over a basin, lengthwise over a chest, or wherever the wall wants something that is not square.",
        "A narrow band of metal, bent freehand round the glass and soldered in one place, is the whole frame. Four hanging points on the back let you choose the direction.",
      ],
      care: "Clean with a little warm water and a lint-free cloth. Fit for bathrooms.",
      seo: "Lagun pebble-shaped mirror with a slim edge of brass or black steel, hangs in four directions, 50 × 70 cm, fit for bathrooms.",
    },
    de: {
      title: "Spiegel Lagun",
      subtitle: "Kieselförmiger Spiegel mit schmalem Metallrand",
      description: [
        "Der Umriss stammt von einem Stein an unserem Strand, dreißigfach vergrößert. Oben und unten gibt es nicht: hochkant über dem Waschbecken, quer über der Kommode oder überall, wo die Wand etwas braucht, das nicht eckig ist.",
        "Ein schmales Metallband, frei um das Glas gebogen und an einer Stelle verlötet, ist der ganze Rahmen. Vier Aufhängepunkte auf der Rückseite lassen die Wahl der Richtung.",
      ],
      care: "Mit wenig warmem Wasser und fusselfreiem Tuch putzen. Fürs Bad geeignet.",
      seo: "Kieselförmiger Spiegel Lagun mit schmalem Rand aus Messing oder schwarzem Stahl, in vier Richtungen aufzuhängen, 50 × 70 cm, badtauglich.",
    },
    options: [colour("frame", { brass: 0, "steel-black": -20 })],
    base: { eur: 169, cost: 61, grams: 5100, size: [500, 22, 700] },
    stock: { HAV: 15, NJY: 10, policy: refuse },
    model: {
      family: "mirror",
      params: { shape: "pebble", frameWidth: 10, mount: "wall", ledge: false },
      materials: { glass: "mirror-glass" },
    },
  }),
  product({
    number: 1504,
    handle: "tid-wall-clock",
    category: "mirrors-clocks",
    sku: "CLO-TID",
    related: ["stund-table-clock", "brygge-wall-shelf", "holm-dining-table", "sol-mirror"],
    en: {
      title: "Tid wall clock",
      subtitle: "Quiet clock with twelve strokes",
      description: [
        "Twelve thin strokes, two hands, no numerals: after a week you no longer miss them. The face is heavy cotton paper set back behind a wooden ring, so that the hands cast a fine shadow and the clock seems deeper than it is.",
        "The movement sweeps and does not tick. We tested it over our own bed. Runs for about two years on an AA battery, which is not included.",
      ],
      care: "Dust with a dry brush. Oil the ring once a year.",
      seo: "Tid silent wall clock with a paper face and a solid ring of oak, walnut or black ash, 28 cm across, sweeping movement.",
    },
    de: {
      title: "Wanduhr Tid",
      subtitle: "Stille Uhr mit zwölf Strichen",
      description: [
        "Zwölf dünne Striche, zwei Zeiger, keine Zahl: Nach einer Woche fehlt sie nicht mehr. Das Zifferblatt aus schwerem Baumwollpapier liegt hinter einem Holzring zurückgesetzt, sodass die Zeiger einen feinen Schatten werfen und die Uhr tiefer wirkt, als sie ist.",
        "Das Werk läuft schleichend und tickt nicht. Wir haben es über dem eigenen Bett ausprobiert. Eine AA-Batterie (nicht dabei) reicht etwa zwei Jahre.",
      ],
      care: "Mit trockenem Pinsel abstauben. Den Ring einmal im Jahr ölen.",
      seo: "Lautlose Wanduhr Tid mit Zifferblatt aus Papier und massivem Ring aus Eiche, Nussbaum oder schwarzer Esche, 28 cm, schleichendes Werk.",
    },
    options: [wood("frame", { oak: 0, walnut: 10, "ash-black": 0 })],
    base: { eur: 89, cost: 31, grams: 1100, size: [280, 42, 280] },
    stock: { HAV: 36, NJY: 18, policy: refuse },
    model: {
      family: "clock",
      params: { marks: "lines", mount: "wall" },
      materials: { face: "paper-white", hands: "steel-black" },
    },
  }),
  product({
    number: 1505,
    handle: "stund-table-clock",
    category: "mirrors-clocks",
    sku: "CLO-STUN",
    related: ["tid-wall-clock", "marsk-shelf", "glim-table-lamp", "odde-desk"],
    en: {
      title: "Stund table clock",
      subtitle: "Small clock in a block of solid wood",
      description: [
        "A block sawn from the end of a table leg, a round hole, a clock in it. Stund is the size of an orange and heavy enough that a half-awake hand does not push it off the bedside table.",
        "The alarm is a low hum that grows over a minute; a tap on the block buys you eight more. Runs for about a year on an AA battery, which is not included.",
      ],
      care: "Wipe with a dry cloth. Oil once a year.",
      seo: "Stund small alarm clock in a block of solid oak or walnut, silent sweeping movement and a gently rising alarm, 11 cm.",
    },
    de: {
      title: "Tischuhr Stund",
      subtitle: "Kleine Uhr im Massivholzblock",
      description: [
        "Ein Klotz vom Ende eines Tischbeins, ein rundes Loch, darin eine Uhr. Stund ist so groß wie eine Orange und so schwer, dass auch eine halbwache Hand sie nicht vom Nachttisch schiebt.",
        "Der Wecker ist ein tiefes Summen, das über eine Minute anschwillt; ein Tippen auf den Klotz schenkt acht weitere. Eine AA-Batterie (nicht dabei) reicht etwa ein Jahr.",
      ],
      care: "Trocken abwischen. Einmal im Jahr ölen.",
      seo: "Kleine Tischuhr Stund mit Wecker im Block aus massiver Eiche oder Nussbaum, lautloses Werk, sanft anschwellender Ton, 11 cm.",
    },
    options: [wood("frame", { oak: 0, walnut: 8 })],
    base: { eur: 64, cost: 21, grams: 620, size: [110, 90, 118] },
    stock: { HAV: 30, NJY: 12, policy: backorder(12, 21), exactly: { WAL: [1, 0] } },
    model: {
      family: "clock",
      params: { marks: "dots", mount: "table" },
      materials: { face: "paper-white", hands: "steel-black" },
    },
  }),
];
