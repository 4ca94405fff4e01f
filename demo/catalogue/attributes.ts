import type { DemoAttributeValue, DemoAttributes, DemoProduct, DemoVariant } from "./types.ts";

type Values = Readonly<Record<string, DemoAttributeValue | null>>;

const typeOfCategory: Readonly<Record<string, string>> = {
  "floor-lamps": "lamp",
  "table-lamps": "lamp",
  "pendant-lamps": "lamp",
  "tea-coffee": "ceramics",
  tableware: "ceramics",
  "vases-planters": "ceramics",
  "mirrors-clocks": "accessory",
  candles: "accessory",
};

/** What a product says of itself, read from its measures, materials and texts. */
export function attributesOf(product: DemoProduct): DemoAttributes {
  const type = typeOfCategory[product.category] ?? "furniture";
  const own = { ...valuesByType[type]?.(product), designer: designerOf(product) };
  const dated = type === "ceramics" ? own : { ...own, "first-made": firstMadeOf(product) };
  return {
    type,
    product: withoutNothing(dated),
    variants: product.variants.map((variant) =>
      withoutNothing(variantValues[type]?.(product, variant) ?? {}),
    ),
  };
}

const valuesByType: Readonly<Record<string, (product: DemoProduct) => Values>> = {
  furniture: furnitureValues,
  lamp: lampValues,
  ceramics: ceramicValues,
  accessory: accessoryValues,
};

const variantValues: Readonly<
  Record<string, (product: DemoProduct, variant: DemoVariant) => Values>
> = {
  furniture: (product, variant) => ({
    cover: coverOf(product, variant),
    tone: toneOf(product, variant),
  }),
  lamp: (product, variant) => ({ shade: shadeOf(product, variant) }),
  ceramics: (_product, variant) => ({
    clay: variant.options.colour === "terracotta" ? "terracotta" : "stoneware",
  }),
  accessory: (product, variant) => ({ tone: toneOf(product, variant) }),
};

const loads: Readonly<Record<string, number>> = {
  chairs: 130,
  "stools-benches": 150,
  armchairs: 150,
  sofas: 360,
  tables: 80,
  storage: 60,
  hallway: 20,
  bedroom: 300,
};

const flatPacked = ["tables", "storage", "bedroom"];

function furnitureValues({ category, handle, model }: DemoProduct): Values {
  const { seatHeight, seats, height } = model.params;
  const stool = category === "stools-benches" && typeof height === "number" ? height : null;
  const mm = typeof seatHeight === "number" ? seatHeight : stool;
  return {
    "seat-height": mm === null ? null : mm / 10,
    seats: typeof seats === "number" ? seats : category === "chairs" ? 1 : null,
    "max-load": loads[category] ?? null,
    assembled: !flatPacked.includes(category),
    "goes-with": handle === "mole-dining-bench" ? { product: "holm-dining-table" } : null,
  };
}

function lampValues(product: DemoProduct): Values {
  const text = textOf(product);
  const socket = /\b(E27|E14|G9)\b/.exec(text)?.[1]?.toLowerCase() ?? "e27";
  const watts = /up to (\d+) W/.exec(text)?.[1];
  return {
    socket,
    "max-power": watts === undefined ? (socket === "e27" ? 60 : 4) : Number(watts),
    dimmable: socket !== "g9",
    "bulb-included": socket === "g9",
    "light-advice": {
      en: "A warm white of 2700 K suits wood and linen best.\n\n- reading: 800 lm or more\n- eating: 400 to 800 lm\n- evenings: less than 400 lm",
      de: "Ein Warmweiß mit 2700 K passt am besten zu Holz und Leinen.\n\n- Lesen: ab 800 lm\n- Essen: 400 bis 800 lm\n- Abende: unter 400 lm",
    },
  };
}

const making: Readonly<Record<string, { en: string; de: string }>> = {
  plate: { en: "Pressed by hand over a plaster hump", de: "Von Hand über eine Gipsform gedrückt" },
  planter: {
    en: "Thrown on the wheel, dried for a week",
    de: "Auf der Scheibe gedreht, eine Woche getrocknet",
  },
};
const thrown = { en: "Thrown on the wheel by hand", de: "Von Hand auf der Scheibe gedreht" };

function ceramicValues(product: DemoProduct): Values {
  const { care } = product.text.en;
  const oven = /up to (\d+) °C/.exec(care)?.[1];
  return {
    made: making[product.model.family] ?? thrown,
    capacity: capacityOf(textOf(product)),
    "dishwasher-safe": /fit for (?:the )?dishwasher/i.test(care),
    "microwave-safe": product.category === "vases-planters" ? null : /microwave/i.test(care),
    "oven-up-to": oven === undefined ? null : Number(oven),
    watertight: product.model.family === "vase" ? !/not watertight/i.test(care) : null,
  };
}

function capacityOf(text: string): number | null {
  const ml = /\b(\d{2,3}) ml\b/.exec(text)?.[1];
  if (ml !== undefined) return Number(ml);
  if (/\bOne litre\b/.test(text)) return 1000;
  const litres = /\b(\d+(?:\.\d)?) litres?\b/.exec(text)?.[1];
  return litres === undefined ? null : Number(litres) * 1000;
}

function accessoryValues({ category, model, text }: DemoProduct): Values {
  const clock = model.family === "clock";
  const table = category === "candles" || model.params["style"] === "table";
  return {
    place: table || /table clock/i.test(text.en.title) ? "table" : "wall",
    bathroom: model.family === "mirror" ? /bathroom/i.test(text.en.care) : null,
    battery: clock ? { en: "1 × AA, included", de: "1 × AA, liegt bei" } : null,
  };
}

const covers: readonly (readonly [RegExp, string])[] = [
  [/^linen/, "linen"],
  [/^wool/, "wool"],
  [/^leather/, "leather"],
  [/^cord/, "cord"],
];

function coverOf({ category, model }: DemoProduct, { options }: DemoVariant): string[] | null {
  if (!["chairs", "stools-benches", "armchairs", "sofas"].includes(category)) return null;
  const seat = options.colour ?? model.materials["upholstery"] ?? model.materials["seat"] ?? "";
  const found = covers.find(([pattern]) => pattern.test(seat));
  return found === undefined ? null : [found[1]];
}

const tones: Readonly<Record<string, string>> = {
  oak: "light",
  ash: "light",
  beech: "light",
  walnut: "dark",
  "ash-black": "black",
  "steel-black": "black",
  "steel-white": "white",
  "marble-white": "white",
  brass: "gold",
};

function toneOf({ model }: DemoProduct, { options }: DemoVariant): string | null {
  const { frame, base, top } = model.materials;
  const seen = options.material ?? options.colour ?? frame ?? top ?? base ?? "";
  return tones[seen] ?? tones[frame ?? ""] ?? null;
}

const shades: readonly (readonly [RegExp, string])[] = [
  [/^paper/, "paper"],
  [/^linen/, "linen"],
  [/^(steel|brass)/, "metal"],
  [/^glaze/, "ceramic"],
  [/^glass/, "glass"],
];

function shadeOf({ model }: DemoProduct, { options }: DemoVariant): string | null {
  // The option that colours the shade is the one whose first value the model starts with.
  const seen = [options.colour, options.material].filter((each) => each !== undefined);
  const shade = model.materials["shade"] ?? "";
  const own = seen.find((code) => kindOfShade(code) !== null && !code.startsWith("glaze"));
  const glazed = seen.find((code) => code.startsWith("glaze") && shade.startsWith("glaze"));
  return kindOfShade(own ?? glazed ?? shade);
}

function kindOfShade(code: string): string | null {
  return shades.find(([pattern]) => pattern.test(code))?.[1] ?? null;
}

const designers = ["aksel-rude", "birte-lund", "ida-strand", "tidewick-workshop"] as const;

/** By the letters of the handle: the same product always has the same designer. */
function designerOf({ handle }: DemoProduct): string {
  return designers[sumOf(handle) % designers.length] ?? designers[0];
}

function firstMadeOf({ handle }: DemoProduct): string {
  const sum = sumOf(handle);
  return `${2012 + (sum % 13)}-${String((sum % 12) + 1).padStart(2, "0")}-01`;
}

function sumOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0);
}

const textOf = ({ text }: DemoProduct): string => text.en.description.join(" ");

function withoutNothing(values: Values): Readonly<Record<string, DemoAttributeValue>> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([code, value]) => (value === null ? [] : [[code, value]])),
  );
}
