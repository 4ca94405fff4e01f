import type { Localised, MaterialCode } from "./types.ts";

interface Finish {
  /** Part of a SKU. */
  readonly sku: string;
  readonly label: Localised;
  readonly swatch: string;
}

/** How each material is called in the shop, shortened in a SKU, and shown as a swatch. */
export const finishes: Readonly<Record<MaterialCode, Finish>> = {
  oak: { sku: "OAK", label: { en: "Oak, oiled", de: "Eiche, geölt" }, swatch: "#c9a46f" },
  walnut: { sku: "WAL", label: { en: "Walnut, oiled", de: "Nussbaum, geölt" }, swatch: "#6b4730" },
  ash: { sku: "ASH", label: { en: "Ash, soaped", de: "Esche, geseift" }, swatch: "#e0c9a3" },
  "ash-black": {
    sku: "BLK",
    label: { en: "Ash, stained black", de: "Esche, schwarz gebeizt" },
    swatch: "#2a2826",
  },
  beech: { sku: "BEE", label: { en: "Beech, oiled", de: "Buche, geölt" }, swatch: "#d8b088" },
  "linen-sand": {
    sku: "SAND",
    label: { en: "Sand linen", de: "Leinen Sand" },
    swatch: "#d8cbb3",
  },
  "linen-moss": {
    sku: "MOSS",
    label: { en: "Moss linen", de: "Leinen Moos" },
    swatch: "#7d8464",
  },
  "wool-graphite": {
    sku: "GRA",
    label: { en: "Graphite wool", de: "Wolle Graphit" },
    swatch: "#4a4b4d",
  },
  "wool-rust": { sku: "RUST", label: { en: "Rust wool", de: "Wolle Rost" }, swatch: "#a4573a" },
  "wool-sea": { sku: "SEA", label: { en: "Sea wool", de: "Wolle Meer" }, swatch: "#4f7480" },
  "leather-cognac": {
    sku: "COG",
    label: { en: "Cognac leather", de: "Leder Cognac" },
    swatch: "#9b5c34",
  },
  "steel-black": {
    sku: "BLK",
    label: { en: "Black steel", de: "Stahl schwarz" },
    swatch: "#222325",
  },
  "steel-white": {
    sku: "WHT",
    label: { en: "White steel", de: "Stahl weiß" },
    swatch: "#efeeea",
  },
  brass: { sku: "BRS", label: { en: "Brushed brass", de: "Messing gebürstet" }, swatch: "#b8934a" },
  "glass-smoke": {
    sku: "SMK",
    label: { en: "Smoked glass", de: "Rauchglas" },
    swatch: "#5d5a57",
  },
  "marble-white": {
    sku: "MAR",
    label: { en: "White marble", de: "Weißer Marmor" },
    swatch: "#eceae6",
  },
  "glaze-white": { sku: "WHT", label: { en: "Salt white", de: "Salzweiß" }, swatch: "#f1eee6" },
  "glaze-celadon": { sku: "CEL", label: { en: "Celadon", de: "Seladon" }, swatch: "#a9bfa8" },
  "glaze-ink": { sku: "INK", label: { en: "Ink blue", de: "Tintenblau" }, swatch: "#26344a" },
  "glaze-ochre": { sku: "OCH", label: { en: "Ochre", de: "Ocker" }, swatch: "#c2913f" },
  "glaze-rose": { sku: "ROSE", label: { en: "Dune rose", de: "Dünenrose" }, swatch: "#d3a89b" },
  terracotta: { sku: "TER", label: { en: "Terracotta", de: "Terrakotta" }, swatch: "#b9683f" },
  "paper-white": {
    sku: "PAP",
    label: { en: "White paper", de: "Papier weiß" },
    swatch: "#f4f0e6",
  },
  "mirror-glass": {
    sku: "MIR",
    label: { en: "Mirror glass", de: "Spiegelglas" },
    swatch: "#c9d2d6",
  },
  "cord-natural": {
    sku: "CRD",
    label: { en: "Natural paper cord", de: "Papierkordel natur" },
    swatch: "#cdb78d",
  },
};
