import type { Localised, MaterialCode } from "./types.ts";

interface Finish {
  /** Part of a SKU. */
  readonly sku: string;
  readonly label: Localised;
}

/** How each material is called in the shop, and shortened in a SKU. */
export const finishes: Readonly<Record<MaterialCode, Finish>> = {
  oak: { sku: "OAK", label: { en: "Oak, oiled", de: "Eiche, geölt" } },
  walnut: { sku: "WAL", label: { en: "Walnut, oiled", de: "Nussbaum, geölt" } },
  ash: { sku: "ASH", label: { en: "Ash, soaped", de: "Esche, geseift" } },
  "ash-black": {
    sku: "BLK",
    label: { en: "Ash, stained black", de: "Esche, schwarz gebeizt" },
  },
  beech: { sku: "BEE", label: { en: "Beech, oiled", de: "Buche, geölt" } },
  "linen-sand": {
    sku: "SAND",
    label: { en: "Sand linen", de: "Leinen Sand" },
  },
  "linen-white": { sku: "CHALK", label: { en: "Chalk linen", de: "Leinen Kreide" } },
  "linen-moss": {
    sku: "MOSS",
    label: { en: "Moss linen", de: "Leinen Moos" },
  },
  "wool-graphite": {
    sku: "GRA",
    label: { en: "Graphite wool", de: "Wolle Graphit" },
  },
  "wool-rust": { sku: "RUST", label: { en: "Rust wool", de: "Wolle Rost" } },
  "wool-sea": { sku: "SEA", label: { en: "Sea wool", de: "Wolle Meer" } },
  "leather-cognac": {
    sku: "COG",
    label: { en: "Cognac leather", de: "Leder Cognac" },
  },
  "steel-black": {
    sku: "BLK",
    label: { en: "Black steel", de: "Stahl schwarz" },
  },
  "steel-white": {
    sku: "WHT",
    label: { en: "White steel", de: "Stahl weiß" },
  },
  brass: { sku: "BRS", label: { en: "Brushed brass", de: "Messing gebürstet" } },
  "glass-smoke": {
    sku: "SMK",
    label: { en: "Smoked glass", de: "Rauchglas" },
  },
  "marble-white": {
    sku: "MAR",
    label: { en: "White marble", de: "Weißer Marmor" },
  },
  "glaze-white": { sku: "WHT", label: { en: "Salt white", de: "Salzweiß" } },
  "glaze-celadon": { sku: "CEL", label: { en: "Celadon", de: "Seladon" } },
  "glaze-ink": { sku: "INK", label: { en: "Ink blue", de: "Tintenblau" } },
  "glaze-ochre": { sku: "OCH", label: { en: "Ochre", de: "Ocker" } },
  "glaze-rose": { sku: "ROSE", label: { en: "Dune rose", de: "Dünenrose" } },
  stoneware: { sku: "STO", label: { en: "Bare stoneware", de: "Steinzeug, unglasiert" } },
  terracotta: { sku: "TER", label: { en: "Terracotta", de: "Terrakotta" } },
  "paper-white": {
    sku: "PAP",
    label: { en: "White paper", de: "Papier weiß" },
  },
  "mirror-glass": {
    sku: "MIR",
    label: { en: "Mirror glass", de: "Spiegelglas" },
  },
  "cord-natural": {
    sku: "CRD",
    label: { en: "Natural paper cord", de: "Papierkordel natur" },
  },
  cane: { sku: "CAN", label: { en: "Woven cane", de: "Wiener Geflecht" } },
  foliage: { sku: "LEAF", label: { en: "Foliage", de: "Blattwerk" } },
  wax: { sku: "WAX", label: { en: "Wax", de: "Wachs" } },
};
