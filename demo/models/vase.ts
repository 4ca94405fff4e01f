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

function vaseLine({ profile, diameter, height: h }: VaseParams): ProfilePoint[] {
  const r = diameter / 2;
  const lines: Record<VaseParams["profile"], ProfilePoint[]> = {
    bottle: [
      [r * 0.66, 0],
      [r * 0.84, h * 0.03],
      [r, h * 0.2],
      [r * 0.92, h * 0.42],
      [r * 0.36, h * 0.66],
      [r * 0.26, h * 0.84],
      [r * 0.36, h],
    ],
    cylinder: [
      [r * 0.9, 0],
      [r * 0.98, h * 0.03],
      [r, h * 0.12],
      [r, h * 0.5],
      [r * 0.98, h * 0.86],
      [r * 0.95, h],
    ],
    moon: [
      [r * 0.42, 0],
      [r * 0.62, h * 0.05],
      [r * 0.94, h * 0.28],
      [r, h * 0.48],
      [r * 0.86, h * 0.74],
      [r * 0.46, h * 0.94],
      [r * 0.44, h],
    ],
    amphora: [
      [r * 0.4, 0],
      [r * 0.46, h * 0.03],
      [r * 0.74, h * 0.26],
      [r, h * 0.58],
      [r * 0.88, h * 0.76],
      [r * 0.42, h * 0.89],
      [r * 0.5, h],
    ],
    bud: [
      [r * 0.7, 0],
      [r * 0.9, h * 0.04],
      [r, h * 0.2],
      [r * 0.74, h * 0.42],
      [r * 0.28, h * 0.62],
      [r * 0.22, h * 0.86],
      [r * 0.3, h],
    ],
    gourd: [
      [r * 0.66, 0],
      [r * 0.86, h * 0.04],
      [r, h * 0.22],
      [r * 0.78, h * 0.46],
      [r * 0.48, h * 0.58],
      [r * 0.62, h * 0.74],
      [r * 0.44, h * 0.92],
      [r * 0.4, h],
    ],
    flared: [
      [r * 0.5, 0],
      [r * 0.6, h * 0.04],
      [r * 0.62, h * 0.2],
      [r * 0.56, h * 0.46],
      [r * 0.72, h * 0.8],
      [r, h],
    ],
    jar: [
      [r * 0.7, 0],
      [r * 0.84, h * 0.03],
      [r, h * 0.34],
      [r, h * 0.6],
      [r * 0.86, h * 0.84],
      [r * 0.64, h * 0.93],
      [r * 0.68, h],
    ],
  };
  return lines[profile];
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
