import { cover, wood } from "./choices.ts";
import { backorder, fromSupplier, product } from "./product.ts";

export const armchairs = [
  product({
    number: 401,
    handle: "lune-armchair",
    category: "armchairs",
    sku: "ARM-LUNE",
    related: ["knop-stool", "lods-reading-lamp", "dyne-sofa", "perl-side-table"],
    featured: true,
    en: {
      title: "Lune armchair",
      subtitle: "Rounded shell chair on turned legs",
      description: [
        "Lune closes round you like a cupped hand. The shell is laminated from eleven thin sheets of beech in a mould we built ourselves, then padded with wool wadding and covered in one piece with a single seam behind.",
        "The seat is short in depth on purpose: both feet reach the ground, the arms carry the elbows at the height of a book, and one gets up without a run-up. It has become the chair for feeding babies, too, so parents tell us.",
      ],
      care: "Vacuum with a soft brush; blot spills, never rub. Covers can be renewed in our workshop.",
      seo: "Lune armchair: laminated beech shell with wool padding, covered in one piece in linen or wool, on turned oak or walnut legs.",
    },
    de: {
      title: "Sessel Lune",
      subtitle: "Runder Schalensessel auf gedrechselten Beinen",
      description: [
        "Lune umschließt einen wie eine hohle Hand. Die Schale verleimen wir aus elf dünnen Buchenfurnieren in einer selbst gebauten Form, polstern sie mit Wollvlies und beziehen sie in einem Stück, mit einer einzigen Naht auf der Rückseite.",
        "Der Sitz ist mit Absicht nicht zu tief: Beide Füße erreichen den Boden, die Lehnen stützen die Ellbogen auf Buchhöhe, und man kommt ohne Anlauf wieder hoch. Eltern berichten, dass Lune sich auch zum Füttern bestens eignet.",
      ],
      care: "Mit weicher Bürste absaugen; Flecken tupfen, nicht reiben. Neue Bezüge gibt es in unserer Werkstatt.",
      seo: "Sessel Lune: formverleimte Buchenschale mit Wollpolster, in einem Stück in Leinen oder Wolle bezogen, auf Beinen aus Eiche oder Nussbaum.",
    },
    options: [
      cover("upholstery", {
        "wool-sea": 0,
        "wool-rust": 0,
        "linen-sand": -60,
        "wool-graphite": 0,
      }),
      wood("frame", { oak: 0, walnut: 40 }),
    ],
    base: { eur: 749, cost: 284, grams: 17500, size: [760, 740, 760] },
    stock: { HAV: 12, NJY: 6, policy: backorder(10, 42), exactly: { "GRA-WAL": [0, 0] } },
    model: {
      family: "armchair",
      params: { seatHeight: 420, style: "shell", legs: "tapered", cushion: false },
    },
  }),
  product({
    number: 402,
    handle: "skerr-lounge-chair",
    category: "armchairs",
    sku: "ARM-SKER",
    related: ["kolm-sofa", "vig-coffee-table", "stav-floor-lamp", "drift-hanging-planter"],
    en: {
      title: "Skerr lounge chair",
      subtitle: "Slatted frame with two loose cushions",
      description: [
        "Skerr leans back like someone who has finished work. The back is a fan of slats let into a curved rail; each slat is cut at its own angle, which takes a jig with eleven positions and a patient person.",
        "Two cushions lie loose on the frame and are tied with leather loops. Take them off and the chair may spend a dry summer day on the terrace.",
      ],
      care: "Oil the frame once a year, more often if it goes outdoors. Linen covers wash at 30 °C; leather wants balm twice a year.",
      seo: "Skerr lounge chair: slatted oak, walnut or black ash frame with loose cushions in linen or cognac leather. Reclined and easy to move.",
    },
    de: {
      title: "Loungesessel Skerr",
      subtitle: "Lattengestell mit zwei losen Polstern",
      description: [
        "Skerr lehnt sich zurück wie jemand, der Feierabend hat. Der Rücken ist ein Fächer aus Latten, eingelassen in eine gebogene Leiste. Jede Latte ist in ihrem eigenen Winkel geschnitten; dazu braucht es eine Lehre mit elf Stellungen und einen geduldigen Menschen.",
        "Zwei Polster liegen lose auf und sind mit Lederschlaufen befestigt. Nimmt man sie ab, darf der Sessel einen trockenen Sommertag auf der Terrasse verbringen.",
      ],
      care: "Das Gestell einmal im Jahr ölen, öfter, wenn es draußen steht. Leinen bei 30 °C waschen, Leder zweimal im Jahr mit Balsam pflegen.",
      seo: "Loungesessel Skerr: Lattengestell aus Eiche, Nussbaum oder schwarzer Esche, lose Polster in Leinen oder cognacfarbenem Leder.",
    },
    options: [
      wood("frame", { oak: 0, walnut: 110, "ash-black": 30 }),
      cover("upholstery", { "linen-sand": 0, "leather-cognac": 220 }),
    ],
    base: { eur: 690, cost: 262, grams: 13800, size: [700, 830, 790] },
    stock: { HAV: 9, NJY: 5, policy: fromSupplier(35) },
    model: {
      family: "armchair",
      params: { seatHeight: 390, style: "slatted", legs: "tapered", cushion: false },
    },
  }),
  product({
    number: 403,
    handle: "aske-wing-chair",
    category: "armchairs",
    sku: "ARM-ASKE",
    related: ["knop-stool", "lods-reading-lamp", "perl-side-table", "gry-cup"],
    en: {
      title: "Aske wing chair",
      subtitle: "High-backed reading chair with wings",
      description: [
        "Wings were invented against draughts; today they keep out the television. Aske's back is high enough to rest your head, the wings come forward just far enough to lean a temple against, and the lumbar roll sits where most people need it.",
        "Beneath the wool are hand-tied springs, eight knots to each, on a frame of beech and ash. It is the heaviest work our upholsterers do, and takes two days.",
        "Aske is for people who read whole books. With the Knop footstool it becomes a place to sleep, though nobody admits to that.",
      ],
      care: "Vacuum with a soft brush, brush the wool along its nap, keep out of full sun.",
      seo: "Aske wing chair for reading: high back, hand-tied springs on a beech and ash frame, covered in wool or cognac leather.",
    },
    de: {
      title: "Ohrensessel Aske",
      subtitle: "Lesesessel mit hoher Lehne und Ohren",
      description: [
        "Erfunden wurden die Ohren gegen Zugluft, heute halten sie den Fernseher fern. Askes Rücken ist hoch genug für den Kopf, die Ohren reichen gerade weit genug vor, um die Schläfe anzulehnen, und die Lendenrolle sitzt dort, wo die meisten sie brauchen.",
        "Unter der Wolle liegen handgeschnürte Federn, acht Knoten für jede, auf einem Gestell aus Buche und Esche. Es ist die schwerste Arbeit unserer Polsterei und dauert zwei Tage.",
        "Aske ist für Menschen, die ganze Bücher lesen. Mit dem Hocker Knop davor wird ein Schlafplatz daraus, auch wenn das keiner zugibt.",
      ],
      care: "Mit weicher Bürste absaugen, die Wolle mit dem Strich ausbürsten, vor praller Sonne schützen.",
      seo: "Ohrensessel Aske zum Lesen: hohe Lehne, handgeschnürte Federn auf einem Gestell aus Buche und Esche, in Wolle oder cognacfarbenem Leder.",
    },
    options: [
      cover("upholstery", { "wool-graphite": 0, "linen-moss": -80, "leather-cognac": 390 }),
    ],
    base: { eur: 1190, cost: 468, grams: 24500, size: [760, 860, 1080] },
    stock: { HAV: 5, NJY: 3, policy: fromSupplier(42), exactly: { COG: [1, 0] } },
    model: {
      family: "armchair",
      params: { seatHeight: 420, style: "wing", legs: "round", cushion: true },
      materials: { frame: "walnut", cushion: "wool-rust" },
    },
  }),
  product({
    number: 404,
    handle: "boje-armchair",
    category: "armchairs",
    sku: "ARM-BOJE",
    related: ["pust-sofa", "flod-corner-sofa", "sten-coffee-table", "knop-stool"],
    en: {
      title: "Boje armchair",
      subtitle: "Straight-armed companion to a large sofa",
      description: [
        "Some rooms need a chair that does not want to be looked at. Boje is a calm cube with soft edges, made to stand opposite a sofa in the same cloth and to hold its own there.",
        "The arms are 180 mm wide and padded firmly enough for a tray. Seat and back cushions are loose, turnable and filled with feathers round a latex core; the oak legs are set back so that the chair seems to float a hand's breadth above the floor.",
      ],
      care: "Turn the cushions every few weeks. Linen covers wash at 30 °C, wool goes to the cleaner's.",
      seo: "Boje armchair with straight padded arms and turnable feather cushions, in linen or wool with removable covers, on set-back oak legs.",
    },
    de: {
      title: "Sessel Boje",
      subtitle: "Gerader Begleiter für ein großes Sofa",
      description: [
        "Manche Räume brauchen einen Sessel, der nicht angeschaut werden will. Boje ist ein ruhiger Würfel mit weichen Kanten, dafür gemacht, einem Sofa im selben Stoff gegenüberzustehen und dort zu bestehen.",
        "Die Lehnen sind 18 cm breit und so fest gepolstert, dass ein Tablett darauf Halt findet. Sitz- und Rückenkissen sind lose, wendbar und mit Federn um einen Latexkern gefüllt. Die Eichenbeine stehen zurückgesetzt, sodass der Sessel eine Handbreit über dem Boden zu schweben scheint.",
      ],
      care: "Kissen alle paar Wochen wenden. Leinen bei 30 °C waschen, Wolle in die Reinigung geben.",
      seo: "Sessel Boje mit geraden Polsterlehnen und wendbaren Federkissen, abziehbare Bezüge in Leinen oder Wolle, zurückgesetzte Eichenbeine.",
    },
    options: [
      cover("upholstery", {
        "linen-sand": 0,
        "linen-moss": 0,
        "wool-graphite": 80,
        "wool-sea": 80,
      }),
    ],
    base: { eur: 890, cost: 346, grams: 26000, size: [860, 900, 760] },
    stock: { HAV: 8, NJY: 4, policy: backorder(6, 49) },
    model: {
      family: "armchair",
      params: { seatHeight: 420, style: "box", legs: "square", cushion: false },
      materials: { frame: "oak" },
    },
  }),
];
