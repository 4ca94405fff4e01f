import type { Room } from "./room.ts";
import { scene } from "./scene-plan.ts";
import type { Eye, Goods, ScenePlan } from "./scene-plan.ts";

const oakFloor = { boards: "oak", width: 0.17 } as const;
const ashFloor = { boards: "ash", width: 0.17 } as const;
const tableTop = { boards: "oak", width: 0.14 } as const;
const walnutTop = { boards: "walnut", width: 0.14 } as const;

const living: Goods[] = [
  ["dyne-sofa", { colour: "linen-sand" }, { x: -0.25, z: -0.75 }],
  ["vig-coffee-table", { material: "oak" }, { x: -0.15, z: 0.42 }],
  ["lune-armchair", { colour: "wool-sea", material: "oak" }, { x: 1.75, z: 0.05, turn: -42 }],
  ["stav-floor-lamp", { material: "oak", colour: "paper-white" }, { x: -1.75, z: -0.85 }],
  ["sol-mirror", { size: "80", material: "oak" }, { x: -0.25, y: 1.2, z: -1.385 }],
  ["regn-teapot", { colour: "glaze-celadon" }, { x: -0.32, y: 0.4, z: 0.42, turn: -20 }],
  ["noor-beaker", { colour: "glaze-white" }, { x: 0.0, y: 0.4, z: 0.5 }],
  ["noor-beaker", { colour: "glaze-celadon" }, { x: 0.14, y: 0.4, z: 0.36 }],
  ["kurv-planter", { colour: "glaze-white" }, { x: 1.45, z: -0.95 }],
];
const livingRoom: Room = {
  wall: "#e4dccd",
  floor: oakFloor,
  depth: 1.4,
  skirting: true,
  rug: { x: 0.1, z: 0.2, width: 3, depth: 1.9, round: false, material: "linen-white" },
};

const readingRoom: Room = {
  ...livingRoom,
  depth: 1.1,
  rug: { x: 0.15, z: -0.05, width: 2, depth: 1.5, round: true, material: "linen-white" },
};

const reading: Goods[] = [
  ["lune-armchair", { colour: "wool-sea", material: "oak" }, { x: 0.12, z: -0.15, turn: 24 }],
  ["stav-floor-lamp", { material: "oak", colour: "paper-white" }, { x: -0.62, z: -0.7 }],
  ["perl-side-table", { material: "oak" }, { x: 0.82, z: -0.25 }],
  ["noor-beaker", { colour: "glaze-white" }, { x: 0.78, y: 0.52, z: -0.2 }],
  ["knopp-vase", { colour: "glaze-ochre" }, { x: 0.88, y: 0.52, z: -0.32 }],
  ["sol-mirror", { size: "80", material: "oak" }, { x: 0.42, y: 1.15, z: -1.085 }],
];

const dining: Goods[] = [
  ["grus-round-table", { size: "130", material: "oak" }, { x: 0, z: 0 }],
  ["lind-chair", { material: "oak", colour: "linen-sand" }, { x: -1.0, z: 0.1, turn: 84 }],
  ["havre-armchair", { material: "oak" }, { x: 0.98, z: 0.12, turn: -80 }],
  ["sund-chair", { material: "ash-black" }, { x: -0.3, z: -0.88, turn: 12 }],
  ["sund-chair", { material: "ash-black" }, { x: 0.5, z: -0.84, turn: -22 }],
  ["ebbe-pendant-lamp", { size: "60", colour: "steel-white" }, { x: 0.05, y: 1.52, z: -0.05 }],
  ["maane-vase", { size: "20", colour: "glaze-white" }, { x: 0.1, y: 0.74, z: -0.05 }],
  ["muld-bowl", { colour: "glaze-ochre" }, { x: -0.22, y: 0.74, z: 0.18 }],
];

const teaTable: Goods[] = [
  ["kjel-teapot", { colour: "glaze-ink" }, { x: -0.04, z: -0.02, turn: -16 }],
  ["brink-mug", { colour: "glaze-white" }, { x: 0.24, z: 0.05, turn: -24 }],
  ["noor-beaker", { colour: "glaze-celadon" }, { x: -0.27, z: 0.08 }],
  ["gry-cup", { colour: "glaze-rose" }, { x: 0.1, z: 0.19, turn: 30 }],
  ["sval-jug", { colour: "glaze-white" }, { x: -0.24, z: -0.16, turn: 20 }],
  ["sip-espresso-cup", { size: "1", colour: "glaze-ochre" }, { x: -0.12, z: 0.2 }],
  ["knopp-vase", { colour: "glaze-rose" }, { x: 0.31, z: -0.16 }],
];

const eyeTable: Eye = { from: [0.05, 0.34, 1.32], to: [0, 0.085, 0], lens: 23 };

export const scenes: readonly ScenePlan[] = [
  scene("hero", livingRoom, { from: [0.5, 1.35, 4.9], to: [0.05, 0.72, -0.4], lens: 28 }, living),
  scene(
    "hero-portrait",
    readingRoom,
    { from: [0.15, 1.15, 4.4], to: [0.12, 0.94, -0.3], lens: 32 },
    reading,
    "portrait",
  ),
  scene(
    "furniture",
    { wall: "#b7bdae", floor: oakFloor, depth: 1.5, skirting: true },
    { from: [-0.7, 1.35, 4.6], to: [0, 0.82, -0.2], lens: 25 },
    dining,
  ),
  scene(
    "chairs",
    { wall: "#d9c9b5", floor: ashFloor, depth: 1.3, skirting: true },
    { from: [0, 1.05, 4.4], to: [0, 0.48, 0], lens: 26 },
    [
      ["rev-chair", { material: "oak" }, { x: -1.32, z: -0.1, turn: 30 }],
      ["sund-chair", { material: "walnut" }, { x: -0.66, z: 0.05, turn: 14 }],
      ["havre-armchair", { material: "ash" }, { x: 0.05, z: -0.1, turn: -8 }],
      ["pirre-chair", { colour: "wool-rust" }, { x: 0.74, z: 0.04, turn: -24 }],
      [
        "lind-chair",
        { material: "ash-black", colour: "wool-sea" },
        { x: 1.38, z: -0.1, turn: -38 },
      ],
    ],
  ),
  scene(
    "stools-benches",
    { wall: "#c8cfcd", floor: oakFloor, depth: 0.95, skirting: true },
    { from: [0.5, 1.0, 3.7], to: [0.05, 0.46, -0.2], lens: 25 },
    [
      ["siv-bench", { size: "140", material: "oak" }, { x: -0.35, z: -0.5 }],
      ["pell-stool", { material: "walnut" }, { x: 0.78, z: -0.1 }],
      ["torv-counter-stool", { size: "65", material: "ash-black" }, { x: 1.28, z: -0.5, turn: 20 }],
      ["knop-stool", { colour: "wool-rust" }, { x: 0.15, z: 0.35 }],
      ["dolle-peg-rail", { size: "8", material: "oak" }, { x: -0.35, y: 1.14, z: -0.905 }],
      ["hals-vase", { colour: "terracotta" }, { x: -1.3, z: -0.6 }],
    ],
  ),
  scene(
    "sofas",
    { ...livingRoom, wall: "#aab6b6" },
    { from: [-0.6, 1.2, 4.7], to: [0, 0.68, -0.4], lens: 27 },
    [
      ["kolm-sofa", { material: "oak", colour: "linen-sand" }, { x: -0.1, z: -0.8 }],
      ["sten-coffee-table", { material: "marble-white" }, { x: 0.05, z: 0.4 }],
      ["bue-arc-lamp", { colour: "brass" }, { x: -0.95, z: -0.62, turn: 0 }],
      ["kule-table-lamp", { material: "walnut" }, { x: 1.4, y: 0.52, z: -0.8 }],
      ["perl-side-table", { material: "oak" }, { x: 1.4, z: -0.8 }],
      ["muld-bowl", { colour: "glaze-rose" }, { x: -0.08, y: 0.37, z: 0.36 }],
      ["maane-vase", { size: "20", colour: "glaze-ink" }, { x: 0.2, y: 0.37, z: 0.44 }],
      ["have-planter", { size: "30", colour: "terracotta" }, { x: -1.75, z: -0.7 }],
    ],
  ),
  scene(
    "armchairs",
    {
      wall: "#cdb9a4",
      floor: oakFloor,
      depth: 1.2,
      skirting: true,
      rug: { x: 0.05, z: 0, width: 2.3, depth: 1.7, round: true, material: "linen-sand" },
    },
    { from: [0.2, 1.15, 4.2], to: [0.05, 0.62, -0.2], lens: 26 },
    [
      [
        "skerr-lounge-chair",
        { material: "walnut", colour: "leather-cognac" },
        { x: -0.72, z: -0.05, turn: 34 },
      ],
      ["aske-wing-chair", { colour: "linen-moss" }, { x: 0.85, z: -0.1, turn: -32 }],
      ["perl-side-table", { material: "marble-white" }, { x: 0.08, z: -0.1 }],
      ["brink-mug", { colour: "glaze-ink" }, { x: 0.04, y: 0.52, z: -0.04, turn: -40 }],
      ["lods-reading-lamp", { colour: "steel-black" }, { x: 1.5, z: -0.6, turn: 180 }],
      ["kurv-planter", { colour: "glaze-ochre" }, { x: -1.55, z: -0.7 }],
    ],
  ),
  scene(
    "tables",
    { wall: "#e4dccd", floor: oakFloor, depth: 1.6, skirting: true },
    { from: [0.9, 1.45, 4.7], to: [0.02, 0.78, -0.2], lens: 26 },
    [
      ["ness-trestle-table", { size: "240", material: "oak" }, { x: 0, z: -0.2 }],
      ["lind-chair", { material: "oak", colour: "wool-sea" }, { x: -0.7, z: -0.86, turn: 4 }],
      ["lind-chair", { material: "oak", colour: "wool-sea" }, { x: 0.1, z: -0.88 }],
      ["lind-chair", { material: "oak", colour: "wool-sea" }, { x: 0.85, z: -0.86, turn: -6 }],
      ["mole-dining-bench", { size: "160", material: "oak" }, { x: 0.05, z: 0.5 }],
      ["klang-pendant-lamp", { colour: "glaze-white" }, { x: -0.5, y: 1.56, z: -0.2 }],
      ["klang-pendant-lamp", { colour: "glaze-white" }, { x: 0.1, y: 1.56, z: -0.2 }],
      ["klang-pendant-lamp", { colour: "glaze-white" }, { x: 0.7, y: 1.56, z: -0.2 }],
      ["ror-vase", { colour: "glaze-celadon" }, { x: -0.55, y: 0.74, z: -0.25 }],
      ["fad-platter", { colour: "glaze-white" }, { x: 0.15, y: 0.74, z: -0.2 }],
    ],
  ),
  scene(
    "storage",
    { wall: "#cfc3b2", floor: oakFloor, depth: 0.8, skirting: true },
    { from: [-0.3, 1.2, 4.3], to: [0.05, 0.86, -0.4], lens: 29 },
    [
      ["brisk-sideboard", { size: "160", material: "oak" }, { x: -0.35, z: -0.55 }],
      ["marsk-shelf", { size: "90", colour: "steel-black", material: "oak" }, { x: 1.25, z: -0.6 }],
      ["lagun-mirror", { colour: "brass" }, { x: -0.55, y: 0.95, z: -0.788 }],
      ["krus-table-lamp", { size: "m", colour: "glaze-ink" }, { x: 0.15, y: 0.72, z: -0.55 }],
      ["maane-vase", { size: "20", colour: "glaze-white" }, { x: -0.95, y: 0.72, z: -0.52 }],
      ["hals-vase", { colour: "glaze-white" }, { x: -1.5, z: -0.55 }],
      ["rede-nesting-bowls", { colour: "glaze-celadon" }, { x: 1.2, y: 1.01, z: -0.6 }],
      ["regn-teapot", { colour: "glaze-white" }, { x: 1.3, y: 0.57, z: -0.6, turn: 20 }],
      ["sval-jug", { colour: "terracotta" }, { x: 1.08, y: 1.41, z: -0.6 }],
      ["stund-table-clock", { material: "walnut" }, { x: 1.42, y: 1.41, z: -0.56 }],
    ],
  ),
  scene(
    "hallway",
    { wall: "#9fb0ad", floor: ashFloor, depth: 0.6, skirting: true },
    { from: [0.3, 1.2, 3.9], to: [0, 0.92, -0.3], lens: 30 },
    [
      ["spant-coat-shelf", { material: "brass" }, { x: -0.2, y: 1.38, z: -0.45 }],
      ["siv-bench", { size: "110", material: "oak" }, { x: -0.2, z: -0.36 }],
      ["port-mirror", { material: "oak" }, { x: 1.05, z: -0.3 }],
      ["mast-coat-stand", { material: "ash" }, { x: -1.25, z: -0.3 }],
      ["have-planter", { size: "22", colour: "glaze-white" }, { x: -0.5, y: 0.44, z: -0.38 }],
    ],
  ),
  scene(
    "bedroom",
    {
      wall: "#d6c6b4",
      floor: oakFloor,
      depth: 2.2,
      skirting: true,
      rug: { x: 0.1, z: -0.1, width: 3, depth: 1.6, round: false, material: "linen-white" },
    },
    { from: [1.9, 1.5, 4.3], to: [0.12, 0.62, -0.85], lens: 25 },
    [
      ["hvil-bed", { size: "180", material: "oak" }, { x: 0, z: -1.02 }],
      ["pell-stool", { material: "oak" }, { x: -1.35, z: -1.75 }],
      ["kule-table-lamp", { material: "oak" }, { x: -1.35, y: 0.45, z: -1.75 }],
      ["pell-stool", { material: "oak" }, { x: 1.35, z: -1.75 }],
      ["knopp-vase", { colour: "glaze-ink" }, { x: 1.35, y: 0.45, z: -1.72 }],
      ["dis-paper-lantern", { size: "50", material: "oak" }, { x: -0.95, y: 1.5, z: -1.3 }],
    ],
  ),
  scene(
    "lighting",
    { wall: "#8b9a9c", floor: oakFloor, depth: 0.9, skirting: true },
    { from: [0, 1.15, 4.4], to: [0, 0.98, -0.3], lens: 29 },
    [
      ["stav-floor-lamp", { material: "walnut", colour: "linen-sand" }, { x: -1.45, z: -0.45 }],
      ["skot-chest", { material: "oak" }, { x: -0.35, z: -0.6 }],
      ["krus-table-lamp", { size: "l", colour: "glaze-white" }, { x: -0.5, y: 0.9, z: -0.6 }],
      ["sopp-table-lamp", { colour: "brass" }, { x: -0.12, y: 0.9, z: -0.52 }],
      ["rogn-cluster-pendant", { colour: "paper-white" }, { x: 0.62, y: 1.15, z: -0.4 }],
      ["lods-reading-lamp", { colour: "brass" }, { x: 1.3, z: -0.45, turn: 180 }],
    ],
  ),
  scene(
    "floor-lamps",
    { wall: "#b9b3a4", floor: oakFloor, depth: 1.0, skirting: true },
    { from: [0, 1.2, 4.8], to: [0.05, 0.95, -0.3], lens: 28 },
    [
      ["bue-arc-lamp", { colour: "steel-black" }, { x: -0.75, z: -0.6 }],
      ["boje-armchair", { colour: "linen-sand" }, { x: -0.15, z: -0.25, turn: 18 }],
      ["stav-floor-lamp", { material: "oak", colour: "paper-white" }, { x: 1.0, z: -0.5 }],
      ["lods-reading-lamp", { colour: "steel-white" }, { x: 1.62, z: -0.3, turn: 160 }],
      ["perl-side-table", { material: "walnut" }, { x: 0.55, z: -0.05 }],
    ],
  ),
  scene(
    "table-lamps",
    { wall: "#a9a695", floor: walnutTop, depth: 0.42, skirting: false },
    { from: [0, 0.42, 1.9], to: [0, 0.205, 0], lens: 24 },
    [
      ["krus-table-lamp", { size: "m", colour: "glaze-celadon" }, { x: -0.45, z: -0.08 }],
      ["sopp-table-lamp", { colour: "steel-white" }, { x: -0.1, z: 0.08 }],
      ["kule-table-lamp", { material: "oak" }, { x: 0.24, z: -0.05 }],
      [
        "glim-table-lamp",
        { colour: "glaze-ochre", material: "paper-white" },
        { x: 0.56, z: -0.08 },
      ],
    ],
  ),
  scene(
    "pendant-lamps",
    { wall: "#c3b6a4", floor: oakFloor, depth: 0.9, skirting: true },
    { from: [0, 1.28, 4.2], to: [0.02, 1.32, -0.2], lens: 27 },
    [
      ["ebbe-pendant-lamp", { size: "60", colour: "steel-black" }, { x: -1.05, y: 1.42, z: -0.2 }],
      ["dis-paper-lantern", { size: "50", material: "oak" }, { x: -0.2, y: 1.2, z: -0.3 }],
      ["klang-pendant-lamp", { colour: "glaze-celadon" }, { x: 0.42, y: 1.5, z: -0.1 }],
      ["klang-pendant-lamp", { colour: "glaze-rose" }, { x: 0.7, y: 1.36, z: -0.1 }],
      ["rogn-cluster-pendant", { colour: "glass-smoke" }, { x: 1.28, y: 1.2, z: -0.3 }],
      ["holm-dining-table", { size: "220", material: "oak" }, { x: 0, z: -0.3 }],
    ],
  ),
  scene("ceramics", { wall: "#d8c8b4", floor: tableTop, depth: 0.5, skirting: false }, eyeTable, [
    ["sval-jug", { colour: "glaze-celadon" }, { x: -0.32, z: -0.12, turn: 18 }],
    ["maane-vase", { size: "20", colour: "glaze-white" }, { x: 0.3, z: -0.14 }],
    ["rede-nesting-bowls", { colour: "glaze-rose" }, { x: -0.02, z: 0.02 }],
    ["brink-mug", { colour: "glaze-ink" }, { x: 0.24, z: 0.12, turn: -28 }],
    ["noor-beaker", { colour: "glaze-ochre" }, { x: -0.28, z: 0.14 }],
    ["knopp-vase", { colour: "glaze-ink" }, { x: 0.13, z: -0.22 }],
  ]),
  scene(
    "tea-coffee",
    { wall: "#b9c0b4", floor: tableTop, depth: 0.5, skirting: false },
    eyeTable,
    teaTable,
  ),
  scene(
    "tableware",
    { wall: "#cbbfae", floor: walnutTop, depth: 0.55, skirting: false },
    { from: [0, 0.55, 1.3], to: [0, 0.045, 0], lens: 27 },
    [
      ["flade-plate", { size: "27", colour: "glaze-white" }, { x: -0.22, z: 0.08 }],
      ["muld-bowl", { colour: "glaze-ochre" }, { x: -0.22, y: 0.012, z: 0.08 }],
      ["kyst-plate", { size: "1", colour: "glaze-ink" }, { x: 0.2, z: 0.12 }],
      ["dyb-bowl", { colour: "glaze-white" }, { x: 0.02, z: -0.2 }],
      ["rede-nesting-bowls", { colour: "glaze-celadon" }, { x: 0.34, z: -0.18 }],
      ["fad-platter", { colour: "glaze-white" }, { x: -0.34, z: -0.24 }],
      ["sip-espresso-cup", { size: "1", colour: "glaze-ochre" }, { x: 0.05, z: 0.24 }],
    ],
  ),
  scene(
    "vases-planters",
    { wall: "#dccfc0", floor: ashFloor, depth: 0.55, skirting: false },
    { from: [0.1, 0.6, 2.5], to: [0.02, 0.37, 0], lens: 31 },
    [
      ["hals-vase", { colour: "terracotta" }, { x: -0.62, z: -0.12 }],
      ["ror-vase", { colour: "glaze-ochre" }, { x: -0.24, z: 0.05 }],
      ["maane-vase", { size: "28", colour: "glaze-white" }, { x: 0.08, z: -0.12 }],
      ["knopp-vase", { colour: "glaze-rose" }, { x: 0.2, z: 0.2 }],
      ["have-planter", { size: "22", colour: "terracotta" }, { x: 0.43, z: 0.02 }],
      ["kurv-planter", { colour: "glaze-ink" }, { x: 0.82, z: -0.15 }],
    ],
  ),
  scene(
    "accents",
    { wall: "#a8b3ad", floor: oakFloor, depth: 0.5, skirting: true },
    { from: [0.1, 1.25, 3.2], to: [0, 1.0, -0.3], lens: 28 },
    [
      ["lav-media-bench", { material: "oak" }, { x: 0, z: -0.28 }],
      ["sol-mirror", { size: "80", material: "walnut" }, { x: -0.4, y: 0.85, z: -0.485 }],
      ["tid-wall-clock", { material: "oak" }, { x: 0.45, y: 1.25, z: -0.479 }],
      ["molo-candle-row", { material: "walnut" }, { x: 0.35, y: 0.5, z: -0.25 }],
      ["gnist-candle-holder", { colour: "glaze-ink" }, { x: -0.12, y: 0.5, z: -0.22 }],
      ["maane-vase", { size: "28", colour: "glaze-celadon" }, { x: -0.7, y: 0.5, z: -0.25 }],
    ],
  ),
  scene(
    "mirrors-clocks",
    { wall: "#c9bba8", floor: oakFloor, depth: 0.5, skirting: true },
    { from: [-0.2, 1.2, 3.7], to: [0.02, 0.94, -0.4], lens: 33 },
    [
      ["port-mirror", { material: "oak" }, { x: -1.05, z: -0.15 }],
      ["sol-mirror", { size: "60", material: "ash-black" }, { x: -0.15, y: 1.1, z: -0.485 }],
      ["lagun-mirror", { colour: "brass" }, { x: 0.55, y: 1.05, z: -0.489 }],
      ["tid-wall-clock", { material: "walnut" }, { x: 1.15, y: 1.35, z: -0.479 }],
      ["brisk-sideboard", { size: "160", material: "oak" }, { x: 0.5, z: -0.26 }],
      ["stund-table-clock", { material: "oak" }, { x: 0.98, y: 0.72, z: -0.2, turn: -14 }],
      ["knopp-vase", { colour: "glaze-celadon" }, { x: 0.05, y: 0.72, z: -0.2 }],
    ],
  ),
  scene(
    "candles",
    { wall: "#7f8f92", floor: walnutTop, depth: 0.42, skirting: false },
    { from: [0, 0.32, 1.25], to: [0, 0.1, 0], lens: 27 },
    [
      ["molo-candle-row", { material: "oak" }, { x: -0.18, z: -0.12, turn: 6 }],
      ["flis-candle-holder", { material: "marble-white" }, { x: 0.27, z: 0.06, turn: -30 }],
      ["gnist-candle-holder", { colour: "glaze-ink" }, { x: 0.08, z: 0.14 }],
      ["gnist-candle-holder", { colour: "glaze-ochre" }, { x: 0.36, z: -0.12 }],
      ["knopp-vase", { colour: "glaze-white" }, { x: -0.4, z: -0.02 }],
    ],
  ),
];
