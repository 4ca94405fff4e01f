import type { DemoCategory } from "./types.ts";

/** Roots first, each followed by its leaves; goods stand in leaves only. */
export const categories: readonly DemoCategory[] = [
  {
    code: "furniture",
    handle: { en: "furniture", de: "moebel" },
    parent: null,
    order: 1,
    name: { en: "Furniture", de: "Möbel" },
    intro: {
      en: "Solid wood, honest joints and fabrics that age well. Everything can be repaired, re-covered and taken apart for a move.",
      de: "Massives Holz, saubere Verbindungen und Stoffe, die schön altern. Alles lässt sich reparieren, neu beziehen und für den Umzug zerlegen.",
    },
  },
  {
    code: "chairs",
    handle: { en: "chairs", de: "stuehle" },
    parent: "furniture",
    order: 1,
    name: { en: "Chairs", de: "Stühle" },
    intro: {
      en: "Chairs for the table and the desk, light enough to move and strong enough to hand on.",
      de: "Stühle für Tisch und Schreibtisch: leicht genug zum Umstellen, stabil genug zum Vererben.",
    },
  },
  {
    code: "stools-benches",
    handle: { en: "stools-and-benches", de: "hocker-und-baenke" },
    parent: "furniture",
    order: 2,
    name: { en: "Stools & benches", de: "Hocker & Bänke" },
    intro: {
      en: "A seat for one more: at the counter, by the door, at the foot of the bed.",
      de: "Platz für einen mehr: am Tresen, neben der Haustür, am Fußende des Bettes.",
    },
  },
  {
    code: "sofas",
    handle: { en: "sofas", de: "sofas" },
    parent: "furniture",
    order: 3,
    name: { en: "Sofas", de: "Sofas" },
    intro: {
      en: "Deep seats on solid frames, most of them with covers that come off for washing.",
      de: "Tiefe Sitze auf massiven Gestellen, meist mit Bezügen, die sich zum Waschen abziehen lassen.",
    },
  },
  {
    code: "armchairs",
    handle: { en: "armchairs", de: "sessel" },
    parent: "furniture",
    order: 4,
    name: { en: "Armchairs", de: "Sessel" },
    intro: {
      en: "For the corner with the good light: reading chairs, tub chairs and one made for dozing off.",
      de: "Für die Ecke mit dem schönsten Licht: Lesesessel, Schalensessel und einer, in dem man garantiert einschläft.",
    },
  },
  {
    code: "tables",
    handle: { en: "tables-and-desks", de: "tische-und-schreibtische" },
    parent: "furniture",
    order: 5,
    name: { en: "Tables & desks", de: "Tische & Schreibtische" },
    intro: {
      en: "Tops of full-length boards, edges rounded by hand, legs that leave room for knees.",
      de: "Platten aus durchgehenden Bohlen, von Hand gerundete Kanten und Beine, die den Knien Platz lassen.",
    },
  },
  {
    code: "storage",
    handle: { en: "storage", de: "regale-und-sideboards" },
    parent: "furniture",
    order: 6,
    name: { en: "Shelves & sideboards", de: "Regale & Sideboards" },
    intro: {
      en: "Room for books, records and the good plates, on feet high enough to sweep beneath.",
      de: "Platz für Bücher, Platten und das gute Geschirr, auf Füßen, unter denen man noch kehren kann.",
    },
  },
  {
    code: "hallway",
    handle: { en: "hallway", de: "flur-und-garderobe" },
    parent: "furniture",
    order: 7,
    name: { en: "Hallway", de: "Flur & Garderobe" },
    intro: {
      en: "Hooks, pegs and posts for wet coats: the first thing that greets you at home.",
      de: "Haken, Stangen und Ständer für nasse Mäntel: das Erste, was einen zu Hause empfängt.",
    },
  },
  {
    code: "bedroom",
    handle: { en: "beds", de: "betten" },
    parent: "furniture",
    order: 8,
    name: { en: "Beds", de: "Betten" },
    intro: {
      en: "Quiet beds without a creak, put together without tools in ten minutes.",
      de: "Leise Betten, die nicht knarren und in zehn Minuten ohne Werkzeug stehen.",
    },
  },
  {
    code: "lighting",
    handle: { en: "lighting", de: "leuchten" },
    parent: null,
    order: 2,
    name: { en: "Lighting", de: "Leuchten" },
    intro: {
      en: "Warm light through paper, linen and glaze. Every lamp takes an ordinary bulb that you can change yourself.",
      de: "Warmes Licht durch Papier, Leinen und Glasur. In jede Leuchte passt eine gewöhnliche Birne, die man selbst wechseln kann.",
    },
  },
  {
    code: "floor-lamps",
    handle: { en: "floor-lamps", de: "stehleuchten" },
    parent: "lighting",
    order: 1,
    name: { en: "Floor lamps", de: "Stehleuchten" },
    intro: {
      en: "A pool of light beside the sofa, without an electrician.",
      de: "Eine Insel aus Licht neben dem Sofa, ganz ohne Elektriker.",
    },
  },
  {
    code: "table-lamps",
    handle: { en: "table-lamps", de: "tischleuchten" },
    parent: "lighting",
    order: 2,
    name: { en: "Table lamps", de: "Tischleuchten" },
    intro: {
      en: "For the bedside, the sill and the desk, many of them on feet from our own kiln.",
      de: "Für Nachttisch, Fensterbank und Schreibtisch, viele davon auf Füßen aus unserem eigenen Ofen.",
    },
  },
  {
    code: "pendant-lamps",
    handle: { en: "pendant-lamps", de: "pendelleuchten" },
    parent: "lighting",
    order: 3,
    name: { en: "Pendant lamps", de: "Pendelleuchten" },
    intro: {
      en: "Hung low over the table they gather people; hung high they calm a room.",
      de: "Tief über dem Tisch holen sie alle zusammen, hoch gehängt bringen sie Ruhe in den Raum.",
    },
  },
  {
    code: "ceramics",
    handle: { en: "ceramics", de: "keramik" },
    parent: null,
    order: 3,
    name: { en: "Ceramics", de: "Keramik" },
    intro: {
      en: "Stoneware thrown and glazed in our pottery, fired at 1,240 °C and mostly fit for the dishwasher.",
      de: "Steinzeug, in unserer Töpferei gedreht und glasiert, bei 1.240 °C gebrannt und meist spülmaschinenfest.",
    },
  },
  {
    code: "tea-coffee",
    handle: { en: "mugs-and-teapots", de: "becher-und-kannen" },
    parent: "ceramics",
    order: 1,
    name: { en: "Mugs & teapots", de: "Becher & Kannen" },
    intro: {
      en: "For the first cup of the day and the third pot of the afternoon.",
      de: "Für die erste Tasse am Morgen und die dritte Kanne am Nachmittag.",
    },
  },
  {
    code: "tableware",
    handle: { en: "bowls-and-plates", de: "schalen-und-teller" },
    parent: "ceramics",
    order: 2,
    name: { en: "Bowls & plates", de: "Schalen & Teller" },
    intro: {
      en: "Plain shapes that stack well and leave the colour to the food.",
      de: "Schlichte Formen, die sich gut stapeln lassen und die Farbe dem Essen überlassen.",
    },
  },
  {
    code: "vases-planters",
    handle: { en: "vases-and-planters", de: "vasen-und-uebertoepfe" },
    parent: "ceramics",
    order: 3,
    name: { en: "Vases & planters", de: "Vasen & Übertöpfe" },
    intro: {
      en: "For one stem from the verge or the fig tree that outgrew its pot.",
      de: "Für einen Halm vom Wegrand oder den Gummibaum, dem der Topf zu klein wurde.",
    },
  },
  {
    code: "accents",
    handle: { en: "accents", de: "wohnaccessoires" },
    parent: null,
    order: 4,
    name: { en: "Accents", de: "Wohnaccessoires" },
    intro: {
      en: "The small things that make a room finished: a mirror, a clock, a flame.",
      de: "Kleine Dinge, die einen Raum erst fertig machen: ein Spiegel, eine Uhr, eine Flamme.",
    },
  },
  {
    code: "mirrors-clocks",
    handle: { en: "mirrors-and-clocks", de: "spiegel-und-uhren" },
    parent: "accents",
    order: 1,
    name: { en: "Mirrors & clocks", de: "Spiegel & Uhren" },
    intro: {
      en: "Framed in the offcuts of our tables, so that no good board is wasted.",
      de: "Gerahmt mit dem, was von unseren Tischen übrig bleibt, denn gutes Holz wirft man nicht weg.",
    },
  },
  {
    code: "candles",
    handle: { en: "candle-holders", de: "kerzenhalter" },
    parent: "accents",
    order: 2,
    name: { en: "Candle holders", de: "Kerzenhalter" },
    intro: {
      en: "Brass, stone and clay for the hour when the lamps are too bright.",
      de: "Messing, Stein und Ton für die Stunde, in der Lampen zu hell sind.",
    },
  },
];
