/**
 * The materials the demo shop's makers use. Pure data, free of three.js, so that the catalogue can name
 * a material without loading a renderer. `surface.ts` turns an entry into something that can be drawn.
 */
export type MaterialKind =
  | "wood"
  | "cloth"
  | "leather"
  | "metal"
  | "glass"
  | "stone"
  | "glaze"
  | "clay"
  | "paper"
  | "mirror"
  | "cord"
  | "cane"
  | "leaf"
  | "wax";

export interface MaterialEntry {
  kind: MaterialKind;
  /** Average colour as seen under white light, `#rrggbb` in sRGB. Good enough for a swatch. */
  colour: string;
  /** Second colour: wood grain, weave shadow, glaze where it breaks over an edge. */
  accent: string;
  /** 0 mirror-smooth … 1 chalky. */
  roughness: number;
}

function entry(kind: MaterialKind, colour: string, accent: string, roughness: number) {
  return { kind, colour, accent, roughness } satisfies MaterialEntry;
}

export const materials = {
  oak: entry("wood", "#cbb08a", "#a3845c", 0.52),
  walnut: entry("wood", "#7b5a43", "#4c3527", 0.48),
  ash: entry("wood", "#dfcfb4", "#bfa785", 0.55),
  "ash-black": entry("wood", "#2f2c2a", "#191716", 0.5),
  beech: entry("wood", "#d6b596", "#b9916d", 0.52),
  "linen-sand": entry("cloth", "#d6cbb9", "#b3a68f", 0.95),
  "linen-moss": entry("cloth", "#86886d", "#62644c", 0.95),
  "linen-white": entry("cloth", "#ece7de", "#cdc5b7", 0.95),
  "wool-graphite": entry("cloth", "#54565a", "#35373b", 0.97),
  "wool-rust": entry("cloth", "#a8614a", "#7c4230", 0.97),
  "wool-sea": entry("cloth", "#5c7a88", "#3d5767", 0.97),
  "leather-cognac": entry("leather", "#9b5b32", "#6e3b1d", 0.5),
  "steel-black": entry("metal", "#2a2b2c", "#161718", 0.5),
  "steel-white": entry("metal", "#e9e6df", "#cfcbc2", 0.48),
  brass: entry("metal", "#cfae70", "#8f6d33", 0.28),
  "glass-smoke": entry("glass", "#8b8782", "#4f4c49", 0.08),
  "marble-white": entry("stone", "#e9e6e1", "#a9a7a6", 0.25),
  "glaze-white": entry("glaze", "#ece7dc", "#b9a486", 0.2),
  "glaze-celadon": entry("glaze", "#b3c2b0", "#8a9680", 0.15),
  "glaze-ink": entry("glaze", "#2c3e52", "#6b5a48", 0.15),
  "glaze-ochre": entry("glaze", "#c4924c", "#80562c", 0.18),
  "glaze-rose": entry("glaze", "#d6b3a8", "#a97b6b", 0.19),
  terracotta: entry("clay", "#bd7a5d", "#9a5c42", 0.88),
  stoneware: entry("clay", "#b7a48c", "#8f7c66", 0.9),
  "paper-white": entry("paper", "#f4eee0", "#ddd2bb", 0.9),
  "mirror-glass": entry("mirror", "#e8edef", "#c6cdd0", 0.03),
  "cord-natural": entry("cord", "#c8ad80", "#94794e", 0.9),
  cane: entry("cane", "#d4b47f", "#a5824f", 0.8),
  foliage: entry("leaf", "#7f9573", "#566c4d", 0.6),
  wax: entry("wax", "#f1eadb", "#d8cdb6", 0.45),
} as const;

export type MaterialCode = keyof typeof materials;
