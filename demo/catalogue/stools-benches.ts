import { cover, sizes, wood } from "./choices.ts";
import { backorder, fromSupplier, product, refuse } from "./product.ts";

export const stoolsAndBenches = [
  product({
    number: 201,
    handle: "pell-stool",
    category: "stools-benches",
    sku: "STO-PELL",
    related: ["fenn-chair", "vig-coffee-table", "perl-side-table", "mole-dining-bench"],
    en: {
      title: "Pell stool",
      subtitle: "Three-legged stool that stands on any floor",
      description: [
        "Three legs never wobble, not on cobbles, not on old floorboards. Pell's legs go right through the round seat and are wedged from above; the wedges, of darker wood, are the only ornament.",
        "Use it as a stool, a bedside table or the place where the plant gets its morning sun. The top is dished by four millimetres, enough to sit well and not enough to tip a glass.",
      ],
      care: "Wipe with a damp cloth, oil once a year. Rings from wet cups disappear with fine steel wool and oil.",
      seo: "Pell three-legged stool with through-wedged legs in solid oak, ash or walnut. Also a bedside table. Made in the Tidewick workshop.",
    },
    de: {
      title: "Hocker Pell",
      subtitle: "Dreibeiniger Hocker, der auf jedem Boden steht",
      description: [
        "Drei Beine wackeln nie, weder auf Kopfsteinpflaster noch auf alten Dielen. Bei Pell gehen sie durch den runden Sitz hindurch und werden von oben verkeilt; die Keile aus dunklerem Holz sind sein einziger Schmuck.",
        "Ob Hocker, Nachttisch oder Sonnenplatz für die Zimmerpflanze: Die Sitzfläche ist um vier Millimeter gemuldet. Das reicht, um bequem zu sitzen, und ist zu wenig, um ein Glas ins Kippen zu bringen.",
      ],
      care: "Feucht abwischen, einmal im Jahr ölen. Ränder von nassen Tassen verschwinden mit feiner Stahlwolle und Öl.",
      seo: "Dreibeiniger Hocker Pell mit verkeilten Beinen aus massiver Eiche, Esche oder Nussbaum. Auch als Nachttisch. Aus der Werkstatt von Tidewick.",
    },
    options: [wood(["frame", "seat"], { oak: 0, ash: -10, walnut: 40, "ash-black": 10 })],
    base: { eur: 129, cost: 44, grams: 2900, size: [360, 360, 450] },
    stock: { HAV: 70, NJY: 35, policy: refuse },
    model: {
      family: "stool",
      params: { top: "round", seat: "solid", legs: "round", legCount: 3, footrest: 0 },
    },
  }),
  product({
    number: 202,
    handle: "torv-counter-stool",
    category: "stools-benches",
    sku: "STO-TORV",
    related: ["pirre-chair", "klang-pendant-lamp", "rogn-cluster-pendant", "brink-mug"],
    en: {
      title: "Torv bar stool",
      subtitle: "Counter and bar stool with a brass foot ring",
      description: [
        "Torv is for kitchens where the cook wants company. A saddle-shaped seat keeps you from sliding off, and a ring of brushed brass takes the feet where wood would soon be scuffed.",
        "The brass is left unlacquered. It darkens except where shoes touch it, and after a winter the ring tells which of the stools is the favourite. In two heights, for counters of 90 cm and bars of 110 cm.",
      ],
      care: "Oil the wood once a year. Leave the brass alone, or polish it with a little vinegar and salt.",
      seo: "Torv counter and bar stool: saddle seat in oak, walnut or black ash with a brushed brass foot ring, 65 or 77 cm high.",
    },
    de: {
      title: "Barhocker Torv",
      subtitle: "Tresenhocker mit Fußring aus Messing",
      description: [
        "Torv ist für Küchen, in denen der Koch Gesellschaft mag. Die sattelförmige Sitzfläche hält einen, wo man ist, und der Ring aus gebürstetem Messing nimmt die Füße auf, wo Holz bald zerkratzt wäre.",
        "Das Messing bleibt unlackiert. Es dunkelt nach, außer dort, wo Schuhe es berühren, und nach einem Winter verrät der Ring, welcher Hocker der beliebteste ist. In zwei Höhen: für Arbeitsplatten von 90 cm und Tresen von 110 cm.",
      ],
      care: "Das Holz einmal im Jahr ölen. Messing in Ruhe lassen oder mit etwas Essig und Salz polieren.",
      seo: "Barhocker Torv: Sattelsitz aus Eiche, Nussbaum oder schwarzer Esche, Fußring aus gebürstetem Messing, 65 oder 77 cm hoch.",
    },
    options: [
      sizes(
        { code: "65", en: "Counter, 65 cm", de: "Küche, 65 cm" },
        {
          code: "77",
          en: "Bar, 77 cm",
          de: "Bar, 77 cm",
          eur: 20,
          grams: 500,
          size: { h: 770 },
          params: { footrest: 300 },
        },
      ),
      wood(["frame", "seat"], { oak: 0, walnut: 60, "ash-black": 20 }),
    ],
    base: { eur: 239, cost: 89, grams: 5200, size: [420, 400, 650] },
    stock: { HAV: 26, NJY: 14, policy: backorder(16, 35), exactly: { "77-WAL": [0, 0] } },
    model: {
      family: "stool",
      params: { top: "saddle", seat: "solid", legs: "tapered", legCount: 4, footrest: 210 },
      materials: { footrest: "brass" },
    },
  }),
  product({
    number: 203,
    handle: "knop-stool",
    category: "stools-benches",
    sku: "STO-KNOP",
    related: ["lune-armchair", "aske-wing-chair", "hvil-bed", "stav-floor-lamp"],
    en: {
      title: "Knop footstool",
      subtitle: "Round upholstered stool for feet, guests and laps",
      description: [
        "A fat round cushion on short turned legs. Knop is as high as the seat of our armchairs, so that it carries tired feet, and firm enough to offer to a guest when the sofa is full.",
        "The core is coconut fibre under natural latex, the cover is drawn tight from below with a cord and can be taken off without tools. Eight stitches through the top keep the padding in its place.",
      ],
      care: "Vacuum with a soft brush. Linen covers can be washed at 30 °C, wool goes to the cleaner's.",
      seo: "Knop round footstool in linen or wool on turned oak legs, with a latex and coconut core and a cover that comes off without tools.",
    },
    de: {
      title: "Polsterhocker Knop",
      subtitle: "Runder Hocker für Füße, Gäste und Ablage",
      description: [
        "Ein dickes rundes Polster auf kurzen gedrechselten Beinen. Knop ist so hoch wie die Sitze unserer Sessel, trägt also müde Füße, und fest genug, um ihn einem Gast anzubieten, wenn das Sofa voll ist.",
        "Im Kern steckt Kokosfaser unter Naturlatex. Der Bezug wird von unten mit einer Kordel straff gezogen und lässt sich ohne Werkzeug abnehmen. Acht Heftstiche halten die Polsterung an ihrem Platz.",
      ],
      care: "Mit weicher Bürste absaugen. Leinenbezüge sind bei 30 °C waschbar, Wolle gehört in die Reinigung.",
      seo: "Runder Polsterhocker Knop in Leinen oder Wolle auf gedrechselten Eichenbeinen, Kern aus Latex und Kokos, Bezug ohne Werkzeug abnehmbar.",
    },
    options: [cover("seat", { "linen-sand": 0, "linen-moss": 0, "wool-rust": 30, "wool-sea": 30 })],
    base: { eur: 219, cost: 83, grams: 6100, size: [540, 540, 410] },
    stock: { HAV: 22, NJY: 12, policy: fromSupplier(28) },
    model: {
      family: "stool",
      params: { top: "round", seat: "upholstered", legs: "tapered", legCount: 4, footrest: 0 },
      materials: { frame: "oak" },
    },
  }),
  product({
    number: 204,
    handle: "siv-bench",
    category: "stools-benches",
    sku: "BEN-SIV",
    related: ["mast-coat-stand", "dolle-peg-rail", "hvil-bed", "havre-armchair"],
    en: {
      title: "Siv bench",
      subtitle: "Hallway bench with a paper cord seat",
      description: [
        "A bench for taking off boots, wide enough for two. The paper cord is woven over the long rails only, which leaves the pattern open at the ends and lets sand fall through to where a broom can reach it.",
        "The rails are pegged, with the pegs left a hair proud so that a fingertip finds them. Siv also stands well at the foot of a bed, where the day's clothes would otherwise lie on the floor.",
      ],
      care: "Vacuum the cord and blot spills at once. Oil the wood once a year.",
      seo: "Siv bench with a hand-woven paper cord seat on a pegged oak or ash frame, for the hallway or the foot of the bed, 110 or 140 cm.",
    },
    de: {
      title: "Bank Siv",
      subtitle: "Flurbank mit Sitz aus Papierkordel",
      description: [
        "Eine Bank zum Stiefelausziehen, breit genug für zwei. Die Papierkordel ist nur über die langen Zargen geflochten. So bleibt das Muster an den Enden offen, und Sand fällt durch bis dorthin, wo der Besen hinkommt.",
        "Die Zargen sind verdübelt, und die Dübel stehen um Haaresbreite vor, sodass die Fingerspitze sie findet. Auch am Fußende eines Bettes macht sich Siv gut: Dort nimmt sie auf, was sonst auf dem Boden läge.",
      ],
      care: "Geflecht absaugen und Verschüttetes sofort abtupfen. Das Holz einmal im Jahr ölen.",
      seo: "Bank Siv mit handgeflochtenem Sitz aus Papierkordel auf verdübeltem Gestell aus Eiche oder Esche, für Flur oder Fußende, 110 oder 140 cm.",
    },
    options: [
      sizes(
        { code: "110", en: "110 cm", de: "110 cm" },
        { code: "140", en: "140 cm", de: "140 cm", eur: 70, grams: 1600, size: { w: 1400 } },
      ),
      wood("frame", { oak: 0, "ash-black": 0 }),
    ],
    base: { eur: 379, cost: 142, grams: 6800, size: [1100, 400, 440] },
    stock: { HAV: 12, NJY: 5, policy: backorder(10, 42) },
    model: {
      family: "bench",
      params: { style: "cord", legs: "round", back: false },
      materials: { seat: "cord-natural" },
    },
  }),
  product({
    number: 205,
    handle: "mole-dining-bench",
    category: "stools-benches",
    sku: "BEN-MOLE",
    related: ["holm-dining-table", "ness-trestle-table", "lind-chair", "sund-chair"],
    en: {
      title: "Mole dining bench",
      subtitle: "Solid plank bench to match the Holm table",
      description: [
        "One board, four legs, nothing else. Mole is cut from the same planks as our Holm table and slides all the way under it, so a small kitchen stays a room to walk through.",
        "The legs are set in tapered sockets and splay outwards by eight degrees; the bench does not rise at one end when the other guest gets up. The long edges are rounded on the underside where the backs of the knees rest.",
      ],
      care: "Wipe with a damp cloth and oil once or twice a year, together with the table.",
      seo: "Mole dining bench cut from solid oak or walnut planks, splayed legs, slides fully under the Holm table. 140, 160 or 180 cm long.",
    },
    de: {
      title: "Sitzbank Mole",
      subtitle: "Massive Bohlenbank, passend zum Tisch Holm",
      description: [
        "Ein Brett, vier Beine, sonst nichts. Mole wird aus denselben Bohlen geschnitten wie unser Tisch Holm und verschwindet ganz darunter. So bleibt auch eine kleine Küche ein Raum, durch den man gehen kann.",
        "Die Beine stecken in konischen Zapfenlöchern und sind um acht Grad ausgestellt: Die Bank hebt nicht ab, wenn am anderen Ende jemand aufsteht. Die Längskanten sind unten gerundet, dort, wo die Kniekehlen liegen.",
      ],
      care: "Feucht abwischen und ein- bis zweimal im Jahr zusammen mit dem Tisch ölen.",
      seo: "Sitzbank Mole aus massiver Eiche oder Nussbaum, ausgestellte Beine, passt ganz unter den Tisch Holm. 140, 160 oder 180 cm lang.",
    },
    options: [
      sizes(
        { code: "140", en: "140 cm", de: "140 cm" },
        { code: "160", en: "160 cm", de: "160 cm", eur: 50, grams: 1900, size: { w: 1600 } },
        { code: "180", en: "180 cm", de: "180 cm", eur: 90, grams: 3800, size: { w: 1800 } },
      ),
      wood(["frame", "seat"], { oak: 0, walnut: 120 }),
    ],
    base: { eur: 349, cost: 131, grams: 13200, size: [1400, 360, 450] },
    stock: { HAV: 10, NJY: 6, policy: fromSupplier(35) },
    reducedFrom: { "140-OAK": 399 },
    model: { family: "bench", params: { style: "plank", legs: "tapered", back: false } },
  }),
];
