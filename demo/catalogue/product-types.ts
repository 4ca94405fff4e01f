import type { DemoAttribute, DemoProductType, Localised } from "./types.ts";

const t = (en: string, de: string): Localised => ({ en, de });
const choice = (code: string, en: string, de: string, swatch?: string) =>
  swatch === undefined ? { code, label: t(en, de) } : { code, label: t(en, de), swatch };

const design = t("Design", "Entwurf");
const use = t("In use", "Im Gebrauch");
const material = t("Material", "Material");

/** The shop's own designers; the same for every type, so that lists can be narrowed across types. */
const designer: DemoAttribute = {
  code: "designer",
  name: t("Designed by", "Entworfen von"),
  group: design,
  kind: "choice",
  filterable: true,
  choices: [
    choice("aksel-rude", "Aksel Rude", "Aksel Rude"),
    choice("birte-lund", "Birte Lund", "Birte Lund"),
    choice("ida-strand", "Ida Strand", "Ida Strand"),
    choice("tidewick-workshop", "Tidewick workshop", "Tidewick Werkstatt"),
  ],
};

const firstMade: DemoAttribute = {
  code: "first-made",
  name: t("In the range since", "Im Programm seit"),
  group: design,
  kind: "date",
};

const tone: DemoAttribute = {
  code: "tone",
  name: t("Tone", "Farbton"),
  group: material,
  kind: "swatch",
  level: "variant",
  filterable: true,
  help: t(
    "Of the wood or metal that one sees most of.",
    "Vom Holz oder Metall, das man am meisten sieht.",
  ),
  choices: [
    choice("light", "Light", "Hell", "#d9b98c"),
    choice("dark", "Dark", "Dunkel", "#5c4033"),
    choice("black", "Black", "Schwarz", "#1f1d1b"),
    choice("white", "White", "Weiß", "#f2efe9"),
    choice("gold", "Gold", "Gold", "#b5954a"),
  ],
};

const maxLoad: DemoAttribute = {
  code: "max-load",
  name: t("Carries up to", "Belastbar bis"),
  group: use,
  kind: "number",
  unit: "kg",
};

const furniture: DemoProductType = {
  code: "furniture",
  name: t("Furniture", "Möbel"),
  attributes: [
    designer,
    firstMade,
    {
      code: "cover",
      name: t("Cover", "Bezug"),
      group: material,
      kind: "multi_choice",
      level: "variant",
      filterable: true,
      choices: [
        choice("linen", "Linen", "Leinen"),
        choice("wool", "Wool", "Wolle"),
        choice("leather", "Leather", "Leder"),
        choice("cord", "Paper cord", "Papierkordel"),
      ],
    },
    tone,
    {
      code: "seat-height",
      name: t("Seat height", "Sitzhöhe"),
      group: use,
      kind: "number",
      unit: "cm",
      filterable: true,
    },
    { code: "seats", name: t("Seats", "Sitzplätze"), group: use, kind: "number", filterable: true },
    maxLoad,
    {
      code: "assembled",
      name: t("Arrives assembled", "Fertig aufgebaut"),
      group: use,
      kind: "boolean",
      required: true,
      filterable: true,
    },
    {
      code: "goes-with",
      name: t("Made to go with", "Passend gemacht zu"),
      group: design,
      kind: "reference",
      target: "product",
    },
  ],
};

const lamps: DemoProductType = {
  code: "lamp",
  name: t("Lamps", "Leuchten"),
  attributes: [
    designer,
    firstMade,
    {
      code: "socket",
      name: t("Bulb socket", "Fassung"),
      group: t("Light", "Licht"),
      kind: "choice",
      required: true,
      filterable: true,
      choices: [choice("e27", "E27", "E27"), choice("e14", "E14", "E14"), choice("g9", "G9", "G9")],
    },
    {
      code: "max-power",
      name: t("Bulb up to", "Leuchtmittel bis"),
      group: t("Light", "Licht"),
      kind: "number",
      unit: "W",
      filterable: true,
    },
    {
      code: "dimmable",
      name: t("Dimmable", "Dimmbar"),
      group: t("Light", "Licht"),
      kind: "boolean",
      filterable: true,
    },
    {
      code: "bulb-included",
      name: t("Bulb included", "Leuchtmittel dabei"),
      group: t("Light", "Licht"),
      kind: "boolean",
    },
    {
      code: "shade",
      name: t("Shade", "Schirm"),
      group: material,
      kind: "choice",
      level: "variant",
      filterable: true,
      choices: [
        choice("paper", "Paper", "Papier"),
        choice("linen", "Linen", "Leinen"),
        choice("metal", "Metal", "Metall"),
        choice("ceramic", "Stoneware", "Steinzeug"),
        choice("glass", "Glass", "Glas"),
      ],
    },
    {
      code: "light-advice",
      name: t("Choosing the bulb", "Das richtige Leuchtmittel"),
      group: t("Light", "Licht"),
      kind: "rich_text",
      translatable: true,
    },
  ],
};

const ceramics: DemoProductType = {
  code: "ceramics",
  name: t("Ceramics", "Keramik"),
  attributes: [
    designer,
    {
      code: "made",
      name: t("How it is made", "Wie es entsteht"),
      group: design,
      kind: "text",
      translatable: true,
    },
    {
      code: "clay",
      name: t("Clay", "Ton"),
      group: material,
      kind: "choice",
      level: "variant",
      filterable: true,
      choices: [
        choice("stoneware", "Glazed stoneware", "Steinzeug, glasiert"),
        choice("terracotta", "Terracotta", "Terrakotta"),
      ],
    },
    {
      code: "capacity",
      name: t("Holds", "Fassungsvermögen"),
      group: use,
      kind: "number",
      unit: "ml",
      filterable: true,
    },
    {
      code: "dishwasher-safe",
      name: t("Dishwasher-safe", "Spülmaschinenfest"),
      group: use,
      kind: "boolean",
      required: true,
      filterable: true,
    },
    {
      code: "microwave-safe",
      name: t("Microwave-safe", "Mikrowellengeeignet"),
      group: use,
      kind: "boolean",
      filterable: true,
    },
    {
      code: "oven-up-to",
      name: t("Oven up to", "Backofen bis"),
      group: use,
      kind: "number",
      unit: "°C",
    },
    { code: "watertight", name: t("Watertight", "Wasserdicht"), group: use, kind: "boolean" },
  ],
};

const accessories: DemoProductType = {
  code: "accessory",
  name: t("Accessories", "Accessoires"),
  attributes: [
    designer,
    firstMade,
    tone,
    {
      code: "place",
      name: t("Place", "Platz"),
      group: use,
      kind: "choice",
      filterable: true,
      choices: [
        choice("wall", "On the wall", "An der Wand"),
        choice("table", "On the table", "Auf dem Tisch"),
        choice("floor", "On the floor", "Auf dem Boden"),
      ],
    },
    {
      code: "bathroom",
      name: t("Fit for bathrooms", "Für Bäder geeignet"),
      group: use,
      kind: "boolean",
      filterable: true,
    },
    {
      code: "battery",
      name: t("Battery", "Batterie"),
      group: use,
      kind: "text",
      translatable: true,
    },
  ],
};

/** The product types of the demo shop. */
export const productTypes: readonly DemoProductType[] = [furniture, lamps, ceramics, accessories];
