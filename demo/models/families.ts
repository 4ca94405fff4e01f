import type { MaterialCode } from "./materials.ts";
import type { FamilyCode, FamilyParams } from "./params.ts";

export type { FamilyCode, FamilyParams } from "./params.ts";

export interface FamilyEntry<F extends FamilyCode> {
  /** Every parameter, with a believable value for a product that says nothing else. */
  params: FamilyParams[F];
  /** The parts that can be given a material, each with its usual one. */
  slots: Readonly<Record<string, MaterialCode>>;
}

/**
 * The model families: defaults and material slots. Pure data; `build.ts` holds the geometry.
 * Lengths in millimetres, see `params.ts`.
 */
export const families = {
  chair: {
    params: {
      width: 480,
      depth: 520,
      height: 790,
      seatHeight: 455,
      back: "spindle",
      seat: "solid",
      legs: "tapered",
      arms: false,
    },
    slots: { frame: "oak", seat: "oak", back: "oak" },
  },
  armchair: {
    params: {
      width: 780,
      depth: 800,
      height: 780,
      seatHeight: 410,
      style: "shell",
      legs: "tapered",
      cushion: false,
    },
    slots: { frame: "oak", upholstery: "linen-sand", cushion: "wool-rust" },
  },
  stool: {
    params: {
      width: 360,
      depth: 360,
      height: 450,
      top: "round",
      seat: "solid",
      legs: "tapered",
      legCount: 4,
      footrest: 0,
    },
    slots: { frame: "oak", seat: "oak", footrest: "brass" },
  },
  bench: {
    params: { width: 1200, depth: 380, height: 450, style: "plank", legs: "tapered", back: false },
    slots: { frame: "oak", seat: "oak" },
  },
  sofa: {
    params: {
      width: 2100,
      depth: 900,
      height: 800,
      seatHeight: 430,
      seats: 3,
      arms: "slim",
      base: "legs",
      chaise: "none",
      cushions: 1,
    },
    slots: { upholstery: "linen-sand", frame: "oak", cushion: "wool-sea" },
  },
  table: {
    params: {
      width: 1800,
      depth: 900,
      height: 740,
      top: "rect",
      topThickness: 28,
      legs: "tapered",
      drawers: 0,
      shelf: false,
    },
    slots: { top: "oak", base: "oak", handle: "brass" },
  },
  shelf: {
    params: { width: 900, depth: 320, height: 1800, boards: 5, columns: 1, style: "frame" },
    slots: { frame: "steel-black", boards: "oak" },
  },
  sideboard: {
    params: {
      width: 1600,
      depth: 430,
      height: 720,
      columns: 4,
      drawers: 3,
      drawerColumns: 1,
      openColumns: 0,
      front: "plain",
      base: "legs",
    },
    slots: { body: "oak", front: "oak", base: "oak", handle: "brass" },
  },
  "coat-rack": {
    params: { width: 500, depth: 500, height: 1750, style: "tree", hooks: 6 },
    slots: { frame: "ash", hooks: "ash", base: "ash" },
  },
  bed: {
    params: {
      width: 1600,
      depth: 2000,
      height: 950,
      headboard: "slats",
      legs: "tapered",
      blanket: true,
    },
    slots: { frame: "oak", headboard: "oak", bedding: "linen-white", blanket: "linen-sand" },
  },
  "floor-lamp": {
    params: { height: 1500, shade: "drum", shadeDiameter: 400, shadeHeight: 260, base: "tripod" },
    slots: { stem: "oak", base: "oak", shade: "paper-white" },
  },
  "table-lamp": {
    params: { height: 460, shade: "drum", shadeDiameter: 280, shadeHeight: 190, body: "column" },
    slots: { body: "glaze-white", shade: "paper-white", fitting: "brass" },
  },
  "pendant-lamp": {
    params: { diameter: 420, height: 260, shade: "dome", cordLength: 450 },
    slots: { shade: "steel-white", cord: "steel-black", fitting: "brass" },
  },
  mug: {
    params: {
      diameter: 85,
      height: 95,
      profile: "straight",
      handle: "loop",
      saucer: false,
      rawFoot: 0.18,
    },
    slots: { glaze: "glaze-white", clay: "stoneware" },
  },
  bowl: {
    params: { diameter: 160, height: 75, profile: "coupe", pieces: 1, rawFoot: 0.15 },
    slots: { glaze: "glaze-white", clay: "stoneware" },
  },
  plate: {
    params: { diameter: 265, height: 24, rim: "coupe", pieces: 1 },
    slots: { glaze: "glaze-white", clay: "stoneware" },
  },
  teapot: {
    params: { diameter: 160, height: 150, profile: "round", handle: "loop" },
    slots: { glaze: "glaze-celadon", clay: "stoneware", handle: "oak" },
  },
  vase: {
    params: { diameter: 140, height: 260, profile: "bottle", ribbed: false, stems: 0 },
    slots: { glaze: "glaze-white", clay: "stoneware", stems: "foliage" },
  },
  planter: {
    params: {
      diameter: 240,
      height: 220,
      profile: "tapered",
      stand: "none",
      ribbed: false,
      hanging: false,
      plant: "rubber",
    },
    slots: { pot: "terracotta", stand: "oak", plant: "foliage" },
  },
  "candle-holder": {
    params: { diameter: 90, height: 160, style: "column", candles: 1 },
    slots: { body: "brass", candle: "wax" },
  },
  mirror: {
    params: {
      width: 600,
      depth: 30,
      height: 600,
      shape: "round",
      frameWidth: 18,
      mount: "wall",
      ledge: false,
    },
    slots: { frame: "oak", glass: "mirror-glass" },
  },
  clock: {
    params: { diameter: 280, depth: 40, marks: "lines", mount: "wall" },
    slots: { frame: "oak", face: "paper-white", hands: "steel-black" },
  },
} as const satisfies { [F in FamilyCode]: FamilyEntry<F> };

export type SlotOf<F extends FamilyCode> = keyof (typeof families)[F]["slots"] & string;

/** What it takes to build one model; anything left out has the family's default. */
export type ModelSpec = { [F in FamilyCode]: ModelOf<F> }[FamilyCode];

export interface ModelOf<F extends FamilyCode> {
  family: F;
  params: Partial<FamilyParams[F]>;
  materials: Partial<Record<SlotOf<F>, MaterialCode>>;
}

export const familyCodes = Object.keys(families) as FamilyCode[];
