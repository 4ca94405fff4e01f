import { Vector3 } from "three";
import type { PendantLampParams } from "./params.ts";
import { place, startPiece } from "./piece.ts";
import type { Piece } from "./piece.ts";
import { addShade } from "./lamp-shade.ts";
import { rod } from "./sweep.ts";
import { smoothProfile, turned } from "./turned.ts";
import type { ProfilePoint } from "./turned.ts";

/** A hanging lamp: shade, cord and ceiling cup. The lowest point lies at 0. */
export function buildPendantLamp(p: PendantLampParams): Piece {
  const piece = startPiece("ceiling");
  if (p.shade === "cluster") addCluster(piece, p);
  else addOne(piece, p, 0, 0, 0, p.cordLength);
  return piece;
}

function addOne(piece: Piece, p: PendantLampParams, x: number, y: number, z: number, cord: number) {
  const shape = p.shade;
  if (shape === "globe" || shape === "lantern" || shape === "pleated") {
    addShade(piece, { shape, diameter: p.diameter, height: p.height, y, x, z });
    if (shape === "globe") addBulb(piece, { ...p, height: p.height * 1.15 }, x, y, z);
  } else {
    piece.add("shade", "shade", turned(opaqueProfile(p), { segments: 64 }), place(x, y, z));
    addBulb(piece, p, x, y, z);
  }
  const top = y + p.height;
  piece.add(
    "cap",
    "fitting",
    turned(
      [
        [0, 0],
        [20, 0],
        [21, 3],
        [19, 26],
        [9, 40],
        [0, 44],
      ],
      { segments: 28 },
    ),
    place(x, top - 8, z),
  );
  piece.add("cord", "cord", rod([x, top + 24, z], [x, top + cord - 20, z], 3.2, 3.2));
  piece.add(
    "cup",
    "fitting",
    turned(
      [
        [0, 0],
        [38, 0],
        [46, 6],
        [48, 26],
        [48, 30],
        [0, 30],
      ],
      { segments: 36 },
    ),
    place(x, top + cord - 30, z),
  );
}

/** Metal shades let no light through: the bulb below is what glows. */
function addBulb(piece: Piece, p: PendantLampParams, x: number, y: number, z: number) {
  const r = Math.min(48, p.diameter * 0.13);
  const high = y + Math.min(p.height * 0.42, r + 30);
  const ball = smoothProfile(
    [
      [0, -r],
      [r * 0.7, -r * 0.7],
      [r, 0],
      [r * 0.7, r * 0.72],
      [r * 0.4, r * 1.1],
      [0, r * 1.15],
    ],
    20,
  );
  piece.addGlowing("bulb", "bulb", turned(ball, { segments: 28 }), place(x, high, z));
  piece.lamps.push(new Vector3(x, high - r * 0.4, z));
}

function opaqueProfile(p: PendantLampParams): ProfilePoint[] {
  const [r, h] = [p.diameter / 2, p.height];
  const lines: Record<"dome" | "cone" | "bell" | "disc", ProfilePoint[]> = {
    dome: [
      [r, 0],
      [r * 0.985, h * 0.18],
      [r * 0.86, h * 0.52],
      [r * 0.55, h * 0.84],
      [r * 0.2, h * 0.97],
      [18, h],
    ],
    cone: [
      [r, 0],
      [r * 0.98, h * 0.03],
      [r * 0.6, h * 0.42],
      [r * 0.26, h * 0.8],
      [20, h],
    ],
    bell: [
      [r, 0],
      [r * 0.9, h * 0.1],
      [r * 0.66, h * 0.38],
      [r * 0.52, h * 0.66],
      [r * 0.34, h * 0.88],
      [18, h],
    ],
    disc: [
      [r, h * 0.3],
      [r * 0.8, h * 0.4],
      [r * 0.45, h * 0.52],
      [r * 0.2, h * 0.74],
      [20, h],
    ],
  };
  const shape = p.shade === "dome" || p.shade === "cone" || p.shade === "bell" ? p.shade : "disc";
  const outer = smoothProfile(lines[shape], 30);
  const inner = outer
    .map(
      ([radius, y]) => [Math.max(radius - 2.5, 1), Math.max(y - 1.2, outer[0]?.[1] ?? 0)] as const,
    )
    .toReversed();
  const first = outer[0] ?? [0, 0];
  return [...outer, ...inner, first];
}

function addCluster(piece: Piece, p: PendantLampParams) {
  const each = {
    ...p,
    diameter: p.diameter * 0.42,
    height: p.diameter * 0.42,
    shade: "globe",
  } as const;
  const ring = p.diameter * 0.32;
  [0, 1, 2].forEach((index) => {
    const angle = (index / 3) * Math.PI * 2 + 0.3;
    const y = index * Math.max(0, (p.height - each.height) / 2);
    addOne(
      piece,
      each,
      Math.cos(angle) * ring,
      y,
      Math.sin(angle) * ring,
      p.cordLength + p.height - each.height - y,
    );
  });
}
