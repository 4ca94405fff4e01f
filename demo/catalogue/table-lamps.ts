import { colour, glaze, shade, sizes, wood } from "./choices.ts";
import { backorder, fromSupplier, product, refuse } from "./product.ts";

export const tableLamps = [
  product({
    number: 1001,
    handle: "krus-table-lamp",
    category: "table-lamps",
    sku: "LAT-KRUS",
    related: ["brisk-sideboard", "stav-floor-lamp", "maane-vase", "lee-bed"],
    featured: true,
    en: {
      title: "Krus table lamp",
      subtitle: "Thrown stoneware foot with a linen shade",
      description: [
        "Krus began as a jar. Our potter throws it in one piece, with a belly that stands steady and a neck that fits the hand, and leaves the ring marks of her fingers for the glaze to run into.",
        "The shade of unbleached linen is as wide as the jar is high and glows like a lit window. Cloth-covered cable with a switch, E27 base, up to 40 W or any LED.",
      ],
      care: "Wipe the foot with a damp cloth; dust the shade with a soft brush.",
      seo: "Krus table lamp with a hand-thrown stoneware foot in four glazes and a linen drum shade, in two sizes, E27, with cloth-covered cable.",
    },
    de: {
      title: "Tischleuchte Krus",
      subtitle: "Gedrehter Steinzeugfuß mit Leinenschirm",
      description: [
        "Am Anfang war Krus ein Krug. Unsere Töpferin dreht ihn in einem Stück, mit einem Bauch, der sicher steht, und einem Hals, der in die Hand passt. Die Rillen ihrer Finger lässt sie stehen, damit die Glasur hineinlaufen kann.",
        "Der Schirm aus ungebleichtem Leinen ist so breit, wie der Krug hoch ist, und leuchtet wie ein erhelltes Fenster. Textilkabel mit Schalter, E27-Sockel, bis 40 W oder jede LED.",
      ],
      care: "Fuß feucht abwischen, Schirm mit weicher Bürste abstauben.",
      seo: "Tischleuchte Krus mit handgedrehtem Steinzeugfuß in vier Glasuren und Trommelschirm aus Leinen, in zwei Größen, E27, mit Textilkabel.",
    },
    options: [
      sizes(
        { code: "m", en: "Medium, 46 cm", de: "Mittel, 46 cm" },
        {
          code: "l",
          en: "Large, 60 cm",
          de: "Groß, 60 cm",
          eur: 60,
          grams: 1500,
          size: { w: 400, d: 400, h: 600 },
          params: { shadeDiameter: 400, shadeHeight: 250 },
        },
      ),
      glaze("body", { "glaze-celadon": 0, "glaze-white": 0, "glaze-ink": 0, "glaze-rose": 0 }),
    ],
    base: { eur: 169, cost: 61, grams: 2600, size: [310, 310, 460] },
    stock: { HAV: 24, NJY: 12, policy: backorder(12, 35), exactly: { "L-ROSE": [0, 1] } },
    model: {
      family: "table-lamp",
      params: { shade: "drum", shadeDiameter: 310, shadeHeight: 200, body: "gourd" },
      materials: { shade: "linen-sand", fitting: "brass" },
    },
  }),
  product({
    number: 1002,
    handle: "sopp-table-lamp",
    category: "table-lamps",
    sku: "LAT-SOPP",
    related: ["odde-desk", "dun-bed", "lods-reading-lamp", "lav-media-bench"],
    en: {
      title: "Sopp table lamp",
      subtitle: "Mushroom lamp of spun steel",
      description: [
        "A cap, a stem, a soft light that never shines into your eyes. Sopp is spun from two discs of steel on a lathe, and the inside of the cap is painted white so that it throws the light down on the table.",
        "It dims when you tap the cap: three steps, then off. Small enough for a bookshelf, warm enough for a dinner for two. The LED sits in a plain G9 socket and can be changed.",
      ],
      care: "Wipe with a soft, dry cloth.",
      seo: "Sopp mushroom table lamp of spun steel in black, white or brushed brass, dims in three steps by touch, exchangeable G9 LED.",
    },
    de: {
      title: "Tischleuchte Sopp",
      subtitle: "Pilzleuchte aus gedrücktem Stahl",
      description: [
        "Ein Hut, ein Stiel, ein weiches Licht, das nie in die Augen scheint. Sopp wird auf der Drückbank aus zwei Stahlscheiben geformt, und die Innenseite des Huts ist weiß lackiert, damit sie das Licht auf den Tisch wirft.",
        "Gedimmt wird durch Antippen: drei Stufen, dann aus. Klein genug fürs Bücherregal, warm genug für ein Essen zu zweit. Die LED steckt in einer einfachen G9-Fassung und lässt sich wechseln.",
      ],
      care: "Mit einem weichen, trockenen Tuch abwischen.",
      seo: "Pilzleuchte Sopp aus gedrücktem Stahl in Schwarz, Weiß oder gebürstetem Messing, per Antippen in drei Stufen dimmbar, LED wechselbar.",
    },
    options: [colour(["body", "shade"], { "steel-white": 0, "steel-black": 0, brass: 50 })],
    base: { eur: 149, cost: 53, grams: 1700, size: [270, 270, 330] },
    stock: { HAV: 38, NJY: 20, policy: refuse },
    model: {
      family: "table-lamp",
      params: { shade: "dome", shadeDiameter: 270, shadeHeight: 120, body: "mushroom" },
      materials: { fitting: "brass" },
    },
  }),
  product({
    number: 1003,
    handle: "kule-table-lamp",
    category: "table-lamps",
    sku: "LAT-KULE",
    related: ["perl-side-table", "hvil-bed", "pust-sofa", "skot-chest"],
    en: {
      title: "Kule table lamp",
      subtitle: "Paper globe on a turned stand",
      description: [
        "A moon for the bedside. The globe is made of mulberry paper over bamboo rings, pasted by hand, and sits loosely in a turned wooden cup. Switched on, it fills a corner; switched off, it is simply a white sphere.",
        "The paper is fire-retardant and can be replaced for a few euros should a cat take an interest in it. E14 base, LED up to 6 W.",
      ],
      care: "Dust with a feather duster. Small tears close with a strip of tissue and rice paste.",
      seo: "Kule paper globe lamp of mulberry paper over bamboo on a turned oak, walnut or black ash stand, replaceable shade, E14.",
    },
    de: {
      title: "Tischleuchte Kule",
      subtitle: "Papierkugel auf gedrechseltem Fuß",
      description: [
        "Ein Mond für den Nachttisch. Die Kugel ist aus Maulbeerpapier, von Hand über Bambusringe geklebt, und liegt lose in einer gedrechselten Holzschale. Eingeschaltet füllt sie eine ganze Ecke, ausgeschaltet ist sie einfach eine weiße Kugel.",
        "Das Papier ist schwer entflammbar und für wenige Euro zu ersetzen, falls sich eine Katze dafür interessiert. E14-Sockel, LED bis 6 W.",
      ],
      care: "Mit dem Staubwedel abstauben. Kleine Risse schließt ein Streifen Seidenpapier mit Reiskleister.",
      seo: "Papierleuchte Kule: Kugel aus Maulbeerpapier über Bambus auf gedrechseltem Fuß aus Eiche, Nussbaum oder schwarzer Esche, E14.",
    },
    options: [wood("body", { oak: 0, walnut: 15, "ash-black": 0 })],
    base: { eur: 119, cost: 41, grams: 900, size: [280, 280, 360] },
    stock: { HAV: 44, NJY: 22, policy: refuse, exactly: { BLK: [3, 2] } },
    model: {
      family: "table-lamp",
      params: { shade: "globe", shadeDiameter: 280, shadeHeight: 280, body: "tripod" },
      materials: { shade: "paper-white", fitting: "brass" },
    },
  }),
  product({
    number: 1004,
    handle: "glim-table-lamp",
    category: "table-lamps",
    sku: "LAT-GLIM",
    related: ["brygge-wall-shelf", "lune-armchair", "knopp-vase", "stund-table-clock"],
    en: {
      title: "Glim table lamp",
      subtitle: "Pleated shade on a slender bottle",
      description: [
        "Sixty pleats, folded by hand along scored lines, turn a flat sheet into a shade that needs no wire. The light falls through the folds in fine stripes and looks, on a white wall, like the sea bed on a calm day.",
        "The bottle below is slip-cast stoneware with a pinhole for the cable and a cork ring beneath. E14 base, up to 25 W or any LED.",
      ],
      care: "Dust the pleats with a soft brush from top to bottom. Wipe the bottle with a damp cloth.",
      seo: "Glim table lamp with a hand-pleated paper or linen shade on a slender stoneware bottle in three glazes, 42 cm high, E14.",
    },
    de: {
      title: "Tischleuchte Glim",
      subtitle: "Plisseeschirm auf schlanker Flasche",
      description: [
        "Sechzig Falten, von Hand entlang gerillter Linien gelegt, machen aus einem flachen Bogen einen Schirm, der ohne Draht auskommt. Das Licht fällt in feinen Streifen hindurch und sieht auf einer weißen Wand aus wie Meeresgrund bei Windstille.",
        "Die Flasche darunter ist gegossenes Steinzeug mit einer kleinen Öffnung fürs Kabel und einem Korkring am Boden. E14-Sockel, bis 25 W oder jede LED.",
      ],
      care: "Falten von oben nach unten mit weicher Bürste abstauben. Flasche feucht abwischen.",
      seo: "Tischleuchte Glim mit handgefaltetem Plisseeschirm aus Papier oder Leinen auf schlanker Steinzeugflasche in drei Glasuren, 42 cm, E14.",
    },
    options: [
      glaze("body", { "glaze-white": 0, "glaze-ochre": 0, "glaze-ink": 0 }),
      // The glaze is the colour here, so the shade goes by what it is made of.
      { ...shade("shade", { "paper-white": 0, "linen-sand": 10 }), code: "material" },
    ],
    base: { eur: 129, cost: 45, grams: 1500, size: [260, 260, 420] },
    stock: { HAV: 20, NJY: 12, policy: fromSupplier(21) },
    model: {
      family: "table-lamp",
      params: { shade: "pleated", shadeDiameter: 260, shadeHeight: 180, body: "bottle" },
      materials: { fitting: "brass" },
    },
  }),
];
