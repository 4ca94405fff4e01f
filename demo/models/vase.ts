import { Vector3 } from "three";
import { randomFrom } from "./noise.ts";
import type { VaseParams } from "./params.ts";
import { startPiece } from "./piece.ts";
import type { Piece } from "./piece.ts";
import { addPot } from "./pottery.ts";
import { bend, sweep } from "./sweep.ts";
import { smoothProfile } from "./turned.ts";
import type { ProfilePoint } from "./turned.ts";
import { addLeaf } from "./plant.ts";

/** A vase; `stems` puts a few twigs into it, which are not part of the height. */
export function buildVase(p: VaseParams): Piece {
  const piece = startPiece();
  const outer = smoothProfile(vaseLine(p), p.ribbed ? 28 : 36);
  const ribs = p.ribbed
    ? {
        ribs: {
          count: 36,
          depth: Math.max(2.4, p.diameter * 0.022),
          from: p.height * 0.06,
          to: p.height * 0.94,
        },
      }
    : {};
  addPot(piece, {
    name: "vase",
    outer,
    wall: 4.4,
    floor: 9,
    bareTo: p.height * 0.06,
    turning: { segments: p.ribbed ? 144 : 64, wobble: 0.008, ...ribs },
  });
  const mouth = (outer.at(-1)?.[0] ?? 10) - 6;
  addStems(piece, p, Math.max(mouth, 4));
  return piece;
}

/** Outer lines from foot to lip, as shares of radius and height. */
const shapes: Record<VaseParams["profile"], readonly ProfilePoint[]> = {
  bottle: [
    [0.66, 0],
    [0.84, 0.03],
    [1, 0.2],
    [0.92, 0.42],
    [0.36, 0.66],
    [0.26, 0.84],
    [0.36, 1],
  ],
  cylinder: [
    [0.9, 0],
    [0.98, 0.03],
    [1, 0.12],
    [1, 0.5],
    [0.98, 0.86],
    [0.95, 1],
  ],
  moon: [
    [0.42, 0],
    [0.62, 0.05],
    [0.94, 0.28],
    [1, 0.48],
    [0.86, 0.74],
    [0.46, 0.94],
    [0.44, 1],
  ],
  amphora: [
    [0.4, 0],
    [0.46, 0.03],
    [0.74, 0.26],
    [1, 0.58],
    [0.88, 0.76],
    [0.42, 0.89],
    [0.5, 1],
  ],
  bud: [
    [0.7, 0],
    [0.9, 0.04],
    [1, 0.2],
    [0.74, 0.42],
    [0.28, 0.62],
    [0.22, 0.86],
    [0.3, 1],
  ],
  gourd: [
    [0.66, 0],
    [0.86, 0.04],
    [1, 0.22],
    [0.78, 0.46],
    [0.48, 0.58],
    [0.62, 0.74],
    [0.44, 0.92],
    [0.4, 1],
  ],
  flared: [
    [0.5, 0],
    [0.6, 0.04],
    [0.62, 0.2],
    [0.56, 0.46],
    [0.72, 0.8],
    [1, 1],
  ],
  jar: [
    [0.7, 0],
    [0.84, 0.03],
    [1, 0.34],
    [1, 0.6],
    [0.86, 0.84],
    [0.64, 0.93],
    [0.68, 1],
  ],
};

function vaseLine({ profile, diameter, height }: VaseParams): ProfilePoint[] {
  return shapes[profile].map(([radius, y]) => [(radius * diameter) / 2, y * height] as const);
}

function addStems(piece: Piece, p: VaseParams, mouth: number) {
  const random = randomFrom(p.stems * 31 + Math.round(p.height));
  for (let i = 0; i < p.stems; i++) {
    const turn = (i / p.stems) * Math.PI * 2 + random();
    const lean = 0.16 + random() * 0.24;
    const length = p.height * (0.75 + random() * 0.5);
    const [x, z] = [Math.cos(turn), Math.sin(turn)];
    const tip = p.height + length;
    const foot = Math.min(mouth, p.diameter * 0.2) * 0.6;
    const path = bend(
      [
        [-x * foot * 0.4, p.height * 0.3, -z * foot * 0.4],
        [x * foot, p.height, z * foot],
        [
          x * (foot + lean * length * 0.5),
          p.height + length * 0.55,
          z * (foot + lean * length * 0.5),
        ],
        [x * (foot + lean * length * 1.25), tip, z * (foot + lean * length * 1.25)],
      ],
      20,
    );
    piece.add("twig", "stems", sweep(path, { section: (t) => 1.9 - 1 * t, segments: 7, cap: 0.5 }));
    const size = Math.max(16, p.height * 0.11);
    for (let k = 0; k < 9; k++) {
      const at = path[Math.min(path.length - 1, 10 + k)] ?? new Vector3();
      addLeaf(piece, "stems", at, {
        turn: turn + (k % 2 ? 1.1 : -1.1) + random() * 0.5,
        rise: 0.5 + random() * 0.4,
        length: size * (1.25 - k * 0.06),
        width: size * 0.42,
      });
    }
  }
}
