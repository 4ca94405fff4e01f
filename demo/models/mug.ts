import { Vector3 } from "three";
import type { MugParams } from "./params.ts";
import { place, startPiece } from "./piece.ts";
import type { Piece } from "./piece.ts";
import { addPot } from "./pottery.ts";
import { bend, sweep } from "./sweep.ts";
import { smoothProfile } from "./turned.ts";
import type { ProfilePoint } from "./turned.ts";

/** A mug or cup, with or without handle and saucer. The diameter is that of the body. */
export function buildMug(p: MugParams): Piece {
  const piece = startPiece();
  const lift = p.saucer ? 7 : 0;
  const outer = smoothProfile(mugLine(p), 30);
  addPot(piece, {
    name: "mug",
    outer,
    wall: 3.6,
    floor: 6,
    bareTo: p.rawFoot * p.height,
    at: place(0, lift, 0),
  });
  if (p.handle !== "none") addHandle(piece, p, outer, lift);
  if (p.saucer) {
    const r = p.diameter * 0.86;
    const line = smoothProfile(
      [
        [r * 0.56, 0],
        [r * 0.62, 3],
        [r * 0.9, 9],
        [r, 16],
      ],
      16,
    );
    addPot(piece, { name: "saucer", outer: line, flat: true, wall: 4, floor: 5, bareTo: 0 });
  }
  return piece;
}

function mugLine({ profile, diameter, height: h }: MugParams): ProfilePoint[] {
  const r = diameter / 2;
  const lines: Record<MugParams["profile"], ProfilePoint[]> = {
    straight: [
      [r * 0.86, 0],
      [r * 0.97, h * 0.05],
      [r, h * 0.14],
      [r, h * 0.5],
      [r * 0.99, h * 0.8],
      [r * 0.985, h],
    ],
    tapered: [
      [r * 0.66, 0],
      [r * 0.74, h * 0.04],
      [r * 0.82, h * 0.3],
      [r * 0.92, h * 0.7],
      [r, h],
    ],
    rounded: [
      [r * 0.5, 0],
      [r * 0.72, h * 0.06],
      [r * 0.95, h * 0.28],
      [r, h * 0.52],
      [r * 0.96, h * 0.8],
      [r * 0.94, h],
    ],
    barrel: [
      [r * 0.74, 0],
      [r * 0.84, h * 0.05],
      [r * 0.98, h * 0.32],
      [r, h * 0.5],
      [r * 0.95, h * 0.78],
      [r * 0.86, h],
    ],
    flared: [
      [r * 0.52, 0],
      [r * 0.62, h * 0.06],
      [r * 0.72, h * 0.3],
      [r * 0.8, h * 0.65],
      [r, h],
    ],
  };
  return lines[profile];
}

/** Half the wall's width where the handle is stuck on. */
function wallAt(outer: ProfilePoint[], y: number): number {
  return outer.find(([, height]) => height >= y)?.[0] ?? outer.at(-1)?.[0] ?? 0;
}

function addHandle(piece: Piece, p: MugParams, outer: ProfilePoint[], lift: number) {
  const [high, low] =
    p.handle === "ear" ? [p.height * 0.8, p.height * 0.42] : [p.height * 0.84, p.height * 0.26];
  const [a, b] = [wallAt(outer, high) - 2.2, wallAt(outer, low) - 2.2];
  const reach = Math.max(a, b) + p.height * (p.handle === "ear" ? 0.26 : 0.31);
  const corners: [number, number, number][] =
    p.handle === "ear"
      ? [
          [a, high, 0],
          [reach - 4, high + 3, 0],
          [reach, (high + low) / 2 + 6, 0],
          [reach - 8, low + 5, 0],
          [b, low, 0],
        ]
      : [
          [a, high, 0],
          [reach - 9, high + 1, 0],
          [reach, high - 16, 0],
          [reach - 3, (high + low) / 2 - 4, 0],
          [reach - 15, low + 4, 0],
          [b, low, 0],
        ];
  const path = bend(corners, 30);
  const swell = (t: number) => [6.4 + 2.4 * (2 * t - 1) ** 4, 4 + 1.4 * (2 * t - 1) ** 6] as const;
  piece.add(
    "handle",
    "glaze",
    sweep(path, { section: swell, side: new Vector3(0, 0, 1), segments: 16, cap: 1 }),
    place(0, lift, 0),
  );
}
