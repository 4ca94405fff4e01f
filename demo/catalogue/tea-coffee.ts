import { colour, glaze, sizes } from "./choices.ts";
import { backorder, product, refuse } from "./product.ts";

export const teaAndCoffee = [
  product({
    number: 1201,
    handle: "brink-mug",
    category: "tea-coffee",
    sku: "MUG-BRIN",
    related: ["regn-teapot", "gry-cup", "flade-plate", "brygge-wall-shelf"],
    featured: true,
    en: {
      title: "Brink mug",
      subtitle: "Straight mug with a bare stoneware foot",
      description: [
        "The mug we use ourselves. Straight walls, a handle for three fingers, a thin lip, and a foot left unglazed so that the hand feels what it is made of. It holds 300 ml with room for milk.",
        "Thrown on the wheel from a clay with fine iron specks, which come through the lighter glazes as freckles. Each mug differs a little in height and tone; we sort out the bad ones, not the different ones.",
      ],
      care: "Fit for dishwasher, microwave and oven up to 180 °C.",
      seo: "Brink stoneware mug, hand-thrown, 300 ml, with a bare clay foot, in five glazes. Dishwasher and microwave safe.",
    },
    de: {
      title: "Becher Brink",
      subtitle: "Gerader Becher mit rohem Steinzeugfuß",
      description: [
        "Der Becher, den wir selbst benutzen. Gerade Wände, ein Henkel für drei Finger, eine dünne Lippe und ein unglasierter Fuß, an dem die Hand spürt, woraus er gemacht ist. Er fasst 300 ml und lässt Platz für Milch.",
        "Auf der Scheibe gedreht aus Ton mit feinen Eisenpunkten, die durch die hellen Glasuren als Sommersprossen schlagen. Jeder Becher fällt in Höhe und Ton etwas anders aus; aussortiert werden die schlechten, nicht die anderen.",
      ],
      care: "Geeignet für Spülmaschine, Mikrowelle und Backofen bis 180 °C.",
      seo: "Becher Brink aus handgedrehtem Steinzeug, 300 ml, mit rohem Fuß, in fünf Glasuren. Für Spülmaschine und Mikrowelle geeignet.",
    },
    options: [
      glaze("glaze", {
        "glaze-white": 0,
        "glaze-celadon": 0,
        "glaze-ink": 0,
        "glaze-ochre": 0,
        "glaze-rose": 0,
      }),
    ],
    base: { eur: 24, cost: 7, grams: 360, size: [118, 82, 92] },
    stock: { HAV: 180, NJY: 90, policy: backorder(60, 21), exactly: { OCH: [6, 0] } },
    model: {
      family: "mug",
      params: { profile: "straight", handle: "loop", saucer: false, rawFoot: 0.2 },
      materials: { clay: "stoneware" },
    },
  }),
  product({
    number: 1202,
    handle: "gry-cup",
    category: "tea-coffee",
    sku: "MUG-GRY",
    related: ["sip-espresso-cup", "sval-jug", "flade-plate", "aske-wing-chair"],
    en: {
      title: "Gry cup and saucer",
      subtitle: "Wide cup for milky coffee, with its saucer",
      description: [
        "Gry means dawn, and this is the cup for it: wide enough to dip a croissant, round enough to hold with both hands. The ear-shaped handle is pulled from a strip of wet clay, not pressed in a mould.",
        "The saucer has a shallow well off centre, which leaves a place for a biscuit or a spoon. Cup 300 ml, saucer 18 cm across.",
      ],
      care: "Fit for dishwasher and microwave. Do not stack more than four cups.",
      seo: "Gry stoneware cup with saucer, 300 ml, round shape with a pulled handle, for cappuccino and milky coffee, in four glazes.",
    },
    de: {
      title: "Tasse Gry",
      subtitle: "Weite Tasse für Milchkaffee, mit Untertasse",
      description: [
        "Gry heißt Morgengrauen, und dafür ist diese Tasse gemacht: weit genug, um ein Croissant einzutauchen, rund genug, um sie mit beiden Händen zu halten. Der Henkel in Form eines Ohrs wird aus einem nassen Tonstreifen gezogen und nicht gepresst.",
        "Die Mulde der Untertasse liegt neben der Mitte, so bleibt Platz für einen Keks oder den Löffel. Tasse 300 ml, Untertasse 18 cm.",
      ],
      care: "Geeignet für Spülmaschine und Mikrowelle. Nicht mehr als vier Tassen stapeln.",
      seo: "Tasse Gry aus Steinzeug mit Untertasse, 300 ml, runde Form mit gezogenem Henkel, für Cappuccino und Milchkaffee, in vier Glasuren.",
    },
    options: [
      glaze("glaze", {
        "glaze-rose": 0,
        "glaze-white": 0,
        "glaze-celadon": 0,
        "glaze-ink": 0,
      }),
    ],
    base: { eur: 36, cost: 11, grams: 620, size: [180, 105, 75] },
    stock: { HAV: 90, NJY: 48, policy: refuse },
    model: {
      family: "mug",
      params: { profile: "rounded", handle: "ear", saucer: true, rawFoot: 0.08 },
      materials: { clay: "stoneware" },
    },
  }),
  product({
    number: 1203,
    handle: "sip-espresso-cup",
    category: "tea-coffee",
    sku: "MUG-SIP",
    related: ["gry-cup", "sval-jug", "brink-mug", "perl-side-table"],
    en: {
      title: "Sip espresso cup",
      subtitle: "Small flared cup without a handle",
      description: [
        "Two swallows and back to work. Sip flares at the rim, so you hold it where it is cool, and narrows below to keep the crema together. The wall is thick at the bottom and stores the heat of the machine's cup tray.",
        "It holds 80 ml and stacks in a leaning tower of six. Eggs, salt and one small primrose fit in it as well.",
      ],
      care: "Fit for dishwasher and microwave.",
      seo: "Sip espresso cup of thick-walled stoneware, 80 ml, flared and stackable, in four glazes, single or as a set of four.",
    },
    de: {
      title: "Espressobecher Sip",
      subtitle: "Kleiner ausgestellter Becher ohne Henkel",
      description: [
        "Zwei Schlucke, dann geht es weiter. Sip weitet sich zum Rand, wo man ihn anfasst, ohne sich zu verbrennen, und wird nach unten schmal, damit die Crema beisammenbleibt. Der Boden ist dick und speichert die Wärme der Tassenablage.",
        "Er fasst 80 ml und lässt sich zu einem schiefen Turm aus sechs stapeln. Auch ein Ei, Salz oder eine kleine Primel haben darin Platz.",
      ],
      care: "Geeignet für Spülmaschine und Mikrowelle.",
      seo: "Espressobecher Sip aus dickwandigem Steinzeug, 80 ml, ausgestellt und stapelbar, in vier Glasuren, einzeln oder im Viererset.",
    },
    options: [
      sizes(
        { code: "1", en: "Single", de: "Einzeln" },
        { code: "set4", en: "Set of four", de: "Viererset", eur: 42, grams: 510 },
      ),
      glaze("glaze", {
        "glaze-ink": 0,
        "glaze-white": 0,
        "glaze-ochre": 0,
        "glaze-celadon": 0,
      }),
    ],
    base: { eur: 16, cost: 4, grams: 170, size: [68, 68, 62] },
    stock: { HAV: 80, NJY: 40, policy: refuse },
    model: {
      family: "mug",
      params: { profile: "flared", handle: "none", saucer: false, rawFoot: 0.25 },
      materials: { clay: "stoneware" },
    },
  }),
  product({
    number: 1204,
    handle: "noor-beaker",
    category: "tea-coffee",
    sku: "MUG-NOOR",
    related: ["regn-teapot", "kjel-teapot", "perl-side-table", "rede-nesting-bowls"],
    en: {
      title: "Noor tea beaker",
      subtitle: "Barrel-shaped beaker to warm the hands",
      description: [
        "A beaker without a handle tells you when the tea is ready to drink: as soon as you can hold it. Noor is barrel-shaped, broadest where the fingers close, and a ridge below the rim keeps them there.",
        "The glaze is applied thickly inside and is left to run outside. It stops, or so we hope at every firing, just above the foot. 280 ml.",
      ],
      care: "Fit for dishwasher and microwave. Fine lines in the glaze are part of it.",
      seo: "Noor handle-free tea beaker of stoneware, 280 ml, barrel-shaped, with a running glaze in white, celadon, ink, ochre or rose.",
    },
    de: {
      title: "Teebecher Noor",
      subtitle: "Bauchiger Becher zum Händewärmen",
      description: [
        "Ein Becher ohne Henkel verrät, wann der Tee trinkbar ist: sobald man ihn halten kann. Noor ist tonnenförmig, am breitesten dort, wo die Finger sich schließen, und ein Grat unter dem Rand hält sie an ihrem Platz.",
        "Innen tragen wir die Glasur dick auf, außen darf sie laufen. Kurz über dem Fuß bleibt sie stehen, so hoffen wir jedenfalls bei jedem Brand. 280 ml.",
      ],
      care: "Geeignet für Spülmaschine und Mikrowelle. Feine Linien in der Glasur gehören dazu.",
      seo: "Teebecher Noor ohne Henkel aus Steinzeug, 280 ml, bauchig, mit laufender Glasur in Weiß, Seladon, Tinte, Ocker oder Rosé.",
    },
    options: [
      glaze("glaze", {
        "glaze-celadon": 0,
        "glaze-white": 0,
        "glaze-ink": 0,
        "glaze-ochre": 0,
        "glaze-rose": 0,
      }),
    ],
    base: { eur: 22, cost: 6, grams: 290, size: [84, 84, 88] },
    stock: { HAV: 110, NJY: 60, policy: refuse, exactly: { ROSE: [0, 4] } },
    model: {
      family: "mug",
      params: { profile: "barrel", handle: "none", saucer: false, rawFoot: 0.3 },
      materials: { clay: "stoneware" },
    },
  }),
  product({
    number: 1205,
    handle: "regn-teapot",
    category: "tea-coffee",
    sku: "POT-REGN",
    related: ["noor-beaker", "brink-mug", "sval-jug", "vig-coffee-table"],
    featured: true,
    en: {
      title: "Regn teapot",
      subtitle: "Round pot that does not drip",
      description: [
        "Regn means rain, the weather it was made for. The body is round, so that leaves have room to turn; behind the spout, forty small holes are drilled in the wet clay to hold them back.",
        "The spout is cut while it is leather-hard, at an angle and with an edge as sharp as clay allows. That is the whole secret of a pot that does not drip, and it took us two winters. 1.2 litres, four beakers.",
      ],
      care: "Rinse with hot water only; tea leaves a fine coat that does it good. The dishwasher does no harm.",
      seo: "Regn round stoneware teapot, 1.2 litres, with a built-in strainer and a clean-pouring spout, in white, celadon, ink or ochre glaze.",
    },
    de: {
      title: "Teekanne Regn",
      subtitle: "Runde Kanne, die nicht tropft",
      description: [
        "Regn heißt Regen, und bei solchem Wetter schlägt ihre Stunde. Der Bauch ist rund, damit die Blätter Platz haben; hinter der Tülle halten vierzig kleine Löcher, in den feuchten Ton gebohrt, sie zurück.",
        "Die Tülle schneiden wir lederhart schräg an, mit einer Kante, so scharf, wie Ton es zulässt. Mehr steckt nicht hinter einer Kanne, die nicht tropft; gebraucht haben wir dafür zwei Winter. 1,2 Liter, vier Becher.",
      ],
      care: "Nur heiß ausspülen; der feine Belag, den Tee hinterlässt, tut ihr gut. Die Spülmaschine schadet nicht.",
      seo: "Runde Teekanne Regn aus Steinzeug, 1,2 Liter, mit eingebautem Sieb und tropffreier Tülle, Glasur in Weiß, Seladon, Tinte oder Ocker.",
    },
    options: [
      glaze("glaze", {
        "glaze-celadon": 0,
        "glaze-white": 0,
        "glaze-ink": 0,
        "glaze-ochre": 0,
      }),
    ],
    base: { eur: 98, cost: 33, grams: 980, size: [235, 160, 150] },
    stock: { HAV: 30, NJY: 16, policy: backorder(20, 28), exactly: { OCH: [0, 0] } },
    model: {
      family: "teapot",
      params: { profile: "round", handle: "loop" },
      materials: { clay: "stoneware", handle: "oak" },
    },
  }),
  product({
    number: 1206,
    handle: "kjel-teapot",
    category: "tea-coffee",
    sku: "POT-KJEL",
    related: ["noor-beaker", "regn-teapot", "rede-nesting-bowls", "flis-candle-holder"],
    en: {
      title: "Kjel teapot",
      subtitle: "Low pot with a bent wooden bail",
      description: [
        "Low, broad and calm, with a handle of steam-bent wood that arches over the lid. The handle swings down to both sides and stays cool, even when the pot is full to the brim.",
        "The lid sits in a deep gallery and does not fall out when you pour the last drop. 900 ml, with a removable steel strainer for fine green teas.",
      ],
      care: "Wash by hand because of the wooden handle; oil it now and then with the oil from your kitchen.",
      seo: "Kjel low stoneware teapot, 900 ml, with a steam-bent wooden bail handle and a steel strainer, in ink, white or rose glaze.",
    },
    de: {
      title: "Teekanne Kjel",
      subtitle: "Niedrige Kanne mit gebogenem Holzbügel",
      description: [
        "Niedrig, breit und gelassen, mit einem unter Dampf gebogenen Holzbügel, der sich über den Deckel spannt. Er lässt sich zu beiden Seiten umlegen und bleibt kühl, auch wenn die Kanne randvoll ist.",
        "Der Deckel sitzt tief in seinem Falz und fällt auch beim letzten Tropfen nicht heraus. 900 ml, mit herausnehmbarem Edelstahlsieb für feine Grüntees.",
      ],
      care: "Wegen des Bügels von Hand spülen; ihn ab und zu mit etwas Speiseöl einreiben.",
      seo: "Niedrige Teekanne Kjel aus Steinzeug, 900 ml, mit gebogenem Holzbügel und Edelstahlsieb, Glasur in Tinte, Weiß oder Rosé.",
    },
    options: [glaze("glaze", { "glaze-ink": 0, "glaze-white": 0, "glaze-rose": 0 })],
    base: { eur: 119, cost: 41, grams: 1050, size: [225, 175, 120] },
    stock: { HAV: 14, NJY: 8, policy: refuse },
    model: {
      family: "teapot",
      params: { profile: "low", handle: "bail" },
      materials: { clay: "stoneware", handle: "walnut" },
    },
  }),
  product({
    number: 1207,
    handle: "sval-jug",
    category: "tea-coffee",
    sku: "POT-SVAL",
    related: ["brink-mug", "gry-cup", "fad-platter", "ror-vase"],
    en: {
      title: "Sval jug",
      subtitle: "Jug for water, milk or a bunch of tulips",
      description: [
        "A jug has one task and many jobs. Sval pours water at supper, holds cold milk at breakfast and takes a bunch of tulips in between. The lip is pulled out with one finger while the clay turns.",
        "The bare clay version is glazed on the inside only; it lets a trace of water evaporate and keeps the rest cool, as jugs did before there were fridges. One litre.",
      ],
      care: "The glazed jugs are fit for the dishwasher; wash the bare one by hand without soap.",
      seo: "Sval stoneware jug, one litre, hand-thrown with a pulled lip, glazed in white, celadon or ink, or as bare terracotta.",
    },
    de: {
      title: "Krug Sval",
      subtitle: "Krug für Wasser, Milch oder einen Strauß Tulpen",
      description: [
        "Ein Krug hat eine Aufgabe und viele Berufe. Sval schenkt abends Wasser aus, hält morgens die Milch kalt und nimmt dazwischen einen Strauß Tulpen auf. Der Schnabel wird mit einem Finger gezogen, während sich der Ton noch dreht.",
        "Die rohe Ausführung ist nur innen glasiert. Sie lässt eine Spur Wasser verdunsten und hält den Rest kühl, wie es Krüge taten, bevor es Kühlschränke gab. Ein Liter.",
      ],
      care: "Glasierte Krüge dürfen in die Spülmaschine; den rohen von Hand und ohne Spülmittel waschen.",
      seo: "Krug Sval aus Steinzeug, ein Liter, handgedreht mit gezogenem Schnabel, Glasur in Weiß, Seladon oder Tinte oder roh in Terrakotta.",
    },
    options: [
      colour("glaze", { "glaze-white": 0, "glaze-celadon": 0, "glaze-ink": 0, terracotta: -6 }),
    ],
    base: { eur: 58, cost: 18, grams: 820, size: [165, 122, 200] },
    stock: { HAV: 40, NJY: 20, policy: backorder(20, 28) },
    model: {
      family: "teapot",
      params: { profile: "pitcher", handle: "loop" },
      materials: { clay: "stoneware", handle: "oak" },
    },
  }),
];
