import { Vector3 } from "three";
import type { TeapotParams } from "./params.ts";
import { place, startPiece } from "./piece.ts";
import type { Piece } from "./piece.ts";
import { addPot } from "./pottery.ts";
import { bend, rod, sweep } from "./sweep.ts";
import { smoothProfile, turned } from "./turned.ts";
import type { ProfilePoint } from "./turned.ts";

/** A teapot with lid, or a jug without one (`pitcher`). Diameter and height are those of body and lid. */
export function buildTeapot(p: TeapotParams): Piece {
  const piece = startPiece();
  const pitcher = p.profile === "pitcher";
  const body = pitcher ? p.height : p.height * 0.8;
  const outer = smoothProfile(bodyLine(p, body), 34);
  addPot(piece, { name: "body", outer, wall: 4, floor: 7, bareTo: body * 0.1 });
  if (!pitcher) addLid(piece, p, outer, body);
  addSpout(piece, p, outer, body);
  if (p.handle === "bail" && !pitcher) addBail(piece, p, outer, body);
  else if (p.handle === "side" && !pitcher) addSideHandle(piece, outer, body);
  else addLoop(piece, p, outer, body);
  return piece;
}

function bodyLine({ profile, diameter }: TeapotParams, h: number): ProfilePoint[] {
  const r = diameter / 2;
  const lines: Record<TeapotParams["profile"], ProfilePoint[]> = {
    round: [
      [r * 0.52, 0],
      [r * 0.72, h * 0.06],
      [r * 0.97, h * 0.34],
      [r, h * 0.52],
      [r * 0.84, h * 0.84],
      [r * 0.5, h],
    ],
    tall: [
      [r * 0.74, 0],
      [r * 0.9, h * 0.05],
      [r, h * 0.22],
      [r * 0.92, h * 0.6],
      [r * 0.72, h * 0.88],
      [r * 0.56, h],
    ],
    low: [
      [r * 0.6, 0],
      [r * 0.84, h * 0.1],
      [r, h * 0.38],
      [r * 0.94, h * 0.66],
      [r * 0.7, h * 0.9],
      [r * 0.46, h],
    ],
    pitcher: [
      [r * 0.7, 0],
      [r * 0.86, h * 0.04],
      [r, h * 0.24],
      [r * 0.9, h * 0.56],
      [r * 0.66, h * 0.82],
      [r * 0.74, h],
    ],
  };
  return lines[profile];
}

const wallAt = (outer: ProfilePoint[], y: number) =>
  outer.find(([, height]) => height >= y)?.[0] ?? outer.at(-1)?.[0] ?? 0;

function addLid(piece: Piece, p: TeapotParams, outer: ProfilePoint[], body: number) {
  const r = (outer.at(-1)?.[0] ?? 20) - 1;
  const rise = p.height - body;
  const profile: ProfilePoint[] = [
    [0, -4],
    [r - 6, -4],
    [r - 5, 1],
    [r + 1, 1.4],
    [r + 1.4, 3],
    ...smoothProfile(
      [
        [r, 4.2],
        [r * 0.7, rise * 0.34],
        [r * 0.32, rise * 0.5],
        [8, rise * 0.58],
      ],
      14,
    ),
    [7, rise * 0.64],
    [10.5, rise * 0.78],
    [11, rise * 0.9],
    [7, rise * 0.985],
    [0, rise],
  ];
  piece.add("lid", "glaze", turned(profile, { segments: 56 }), place(0, body, 0));
}

function addSpout(piece: Piece, p: TeapotParams, outer: ProfilePoint[], body: number) {
  if (p.profile === "pitcher") {
    const lip = wallAt(outer, body * 0.97);
    const path = bend(
      [
        [-lip + 9, body * 0.82, 0],
        [-lip + 2, body * 0.92, 0],
        [-lip - 15, body * 1.0, 0],
      ],
      14,
    );
    piece.add(
      "lip",
      "glaze",
      sweep(path, {
        section: (t) => [13 - 3 * t, 6 - 2.6 * t],
        side: new Vector3(0, 0, 1),
        segments: 18,
        cap: 3,
      }),
    );
    return;
  }
  const y = body * 0.42;
  const at = -wallAt(outer, y) + 8;
  const reach = p.diameter * 0.3;
  const path = bend(
    [
      [at, y, 0],
      [at - reach * 0.45, y + body * 0.14, 0],
      [at - reach * 0.72, body * 0.8, 0],
      [at - reach * 1.06, body * 0.98, 0],
    ],
    24,
  );
  piece.add(
    "spout",
    "glaze",
    sweep(path, { section: (t) => 15.5 - 8.5 * t ** 0.8, segments: 20, cap: 2 }),
  );
}

function addBail(piece: Piece, p: TeapotParams, outer: ProfilePoint[], body: number) {
  const half = wallAt(outer, body * 0.86);
  const top = p.height + p.diameter * 0.32;
  const path = bend(
    [
      [-half, body * 0.86, 0],
      [-half * 1.04, body + 30, 0],
      [-half * 0.7, top - 12, 0],
      [0, top, 0],
      [half * 0.7, top - 12, 0],
      [half * 1.04, body + 30, 0],
      [half, body * 0.86, 0],
    ],
    44,
  );
  piece.add(
    "bail",
    "handle",
    sweep(path, { section: (t) => 4.2 + 2.6 * Math.sin(t * Math.PI), segments: 14 }),
  );
  for (const s of [-1, 1])
    piece.add("lug", "glaze", rod([s * half, body * 0.86, -9], [s * half, body * 0.86, 9], 9, 9));
}

function addSideHandle(piece: Piece, outer: ProfilePoint[], body: number) {
  const y = body * 0.56;
  const at = wallAt(outer, y);
  piece.add("handle", "handle", rod([0, y, at - 6], [0, y + 34, at + 96], 11, 14));
}

function addLoop(piece: Piece, p: TeapotParams, outer: ProfilePoint[], body: number) {
  const [high, low] = [body * 0.86, body * 0.28];
  const [a, b] = [wallAt(outer, high) - 3, wallAt(outer, low) - 3];
  const reach = Math.max(a, b) + p.diameter * (p.profile === "pitcher" ? 0.3 : 0.26);
  const path = bend(
    [
      [a, high, 0],
      [reach - 14, high + 7, 0],
      [reach, high - 18, 0],
      [reach - 5, (high + low) / 2 - 6, 0],
      [reach - 26, low + 4, 0],
      [b, low, 0],
    ],
    32,
  );
  const section = (t: number) =>
    [8 + 2.4 * (2 * t - 1) ** 4, 5.2 + 1.6 * (2 * t - 1) ** 6] as const;
  piece.add(
    "handle",
    "glaze",
    sweep(path, { section, side: new Vector3(0, 0, 1), segments: 16, cap: 1 }),
  );
}
