import type { Order } from "../models/build.ts";
import type { FamilyCode } from "../models/families.ts";
import type { View } from "./framing.ts";

type Angles = Omit<View, "name">;

const furniture: Angles = { turn: 32, rise: 13, fill: 0.77 };
const wide: Angles = { turn: 26, rise: 13, fill: 0.82 };
const pottery: Angles = { turn: 32, rise: 19, fill: 0.7 };
const wall: Angles = { turn: 24, rise: 3, fill: 0.74 };
const lamp: Angles = { turn: 30, rise: 9, fill: 0.78 };

const main: Record<FamilyCode, Angles> = {
  chair: furniture,
  armchair: furniture,
  stool: furniture,
  bench: wide,
  sofa: wide,
  table: { ...wide, rise: 15 },
  shelf: furniture,
  sideboard: wide,
  "coat-rack": { ...furniture, turn: 24, rise: 9 },
  bed: { turn: 34, rise: 18, fill: 0.84 },
  "floor-lamp": lamp,
  "table-lamp": lamp,
  "pendant-lamp": { turn: 30, rise: -7, fill: 0.66 },
  mug: pottery,
  bowl: { ...pottery, rise: 24 },
  plate: { ...pottery, rise: 34, fill: 0.76 },
  teapot: { ...pottery, turn: 14, rise: 16 },
  vase: { ...pottery, rise: 10, fill: 0.76 },
  planter: { ...pottery, rise: 13, fill: 0.76 },
  "candle-holder": { ...pottery, rise: 9, fill: 0.76 },
  mirror: wall,
  clock: wall,
};

const front: Partial<Record<FamilyCode, Angles>> = {
  chair: { turn: 90, rise: 5, fill: 0.76 },
  armchair: { turn: -90, rise: 6, fill: 0.76 },
  bed: { turn: 0, rise: 12, fill: 0.8 },
  plate: { turn: 0, rise: 88, fill: 0.76 },
  bowl: { turn: 0, rise: 62, fill: 0.72 },
  mug: { turn: 4, rise: 7, fill: 0.68 },
  teapot: { turn: -30, rise: 24, fill: 0.72 },
  "pendant-lamp": { turn: 0, rise: -24, fill: 0.62 },
  table: { turn: 0, rise: 6, fill: 0.84 },
};

/** Where the making shows: joint, seam, lip, fitting. */
const close: Record<FamilyCode, Angles> = {
  chair: { turn: -34, rise: 24, fill: 1, close: { at: [0.42, 0.78, 0.3], radius: 0.27 } },
  armchair: { turn: -36, rise: 20, fill: 1, close: { at: [0.28, 0.62, 0.62], radius: 0.3 } },
  stool: { turn: -30, rise: 28, fill: 1, close: { at: [0.45, 0.92, 0.6], radius: 0.36 } },
  bench: { turn: -32, rise: 22, fill: 1, close: { at: [0.16, 0.86, 0.6], radius: 0.2 } },
  sofa: { turn: -28, rise: 20, fill: 1, close: { at: [0.18, 0.66, 0.6], radius: 0.2 } },
  table: { turn: -34, rise: 22, fill: 1, close: { at: [0.2, 0.9, 0.75], radius: 0.2 } },
  shelf: { turn: -30, rise: 16, fill: 1, close: { at: [0.35, 0.78, 0.6], radius: 0.2 } },
  sideboard: { turn: 34, rise: 16, fill: 1, close: { at: [0.82, 0.72, 0.85], radius: 0.19 } },
  "coat-rack": { turn: -28, rise: 8, fill: 1, close: { at: [0.5, 0.88, 0.5], radius: 0.22 } },
  bed: { turn: -36, rise: 20, fill: 1, close: { at: [0.25, 0.72, 0.2], radius: 0.24 } },
  "floor-lamp": { turn: 28, rise: 4, fill: 1, close: { at: [0.5, 0.86, 0.5], radius: 0.2 } },
  "table-lamp": { turn: -30, rise: 12, fill: 1, close: { at: [0.5, 0.5, 0.5], radius: 0.34 } },
  "pendant-lamp": { turn: -30, rise: 18, fill: 1, close: { at: [0.5, 0.9, 0.5], radius: 0.42 } },
  mug: { turn: -26, rise: 34, fill: 1, close: { at: [0.4, 0.82, 0.6], radius: 0.4 } },
  bowl: { turn: -26, rise: 40, fill: 1, close: { at: [0.34, 0.86, 0.62], radius: 0.3 } },
  plate: { turn: -26, rise: 30, fill: 1, close: { at: [0.25, 0.6, 0.8], radius: 0.26 } },
  teapot: { turn: 34, rise: 26, fill: 1, close: { at: [0.55, 0.82, 0.5], radius: 0.34 } },
  vase: { turn: -26, rise: 24, fill: 1, close: { at: [0.5, 0.82, 0.5], radius: 0.27 } },
  planter: { turn: -26, rise: 22, fill: 1, close: { at: [0.5, 0.36, 0.5], radius: 0.26 } },
  "candle-holder": { turn: -24, rise: 16, fill: 1, close: { at: [0.5, 0.44, 0.5], radius: 0.3 } },
  mirror: { turn: -38, rise: 10, fill: 1, close: { at: [0.14, 0.82, 0.5], radius: 0.2 } },
  clock: { turn: -38, rise: 8, fill: 1, close: { at: [0.34, 0.6, 0.8], radius: 0.36 } },
};

/** An arc carries its head far to the side of its middle. */
const arcHead: Angles = {
  turn: -24,
  rise: 6,
  fill: 1,
  close: { at: [0.86, 0.8, 0.5], radius: 0.2 },
};

/** The three looks at every product, the opening one first. */
export function viewsOf({ family, params }: Order): { main: View; front: View; detail: View } {
  const detail = family === "floor-lamp" && params["base"] === "arc" ? arcHead : close[family];
  return {
    main: { name: "main", ...main[family] },
    front: {
      name: "front",
      ...(front[family] ?? { turn: 0, rise: 5, fill: main[family].fill }),
    },
    detail: { name: "detail", ...detail },
  };
}
