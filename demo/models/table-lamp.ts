import { addShade } from "./lamp-shade.ts";
import type { TableLampParams } from "./params.ts";
import { startPiece, place } from "./piece.ts";
import type { Piece } from "./piece.ts";
import { rod } from "./sweep.ts";
import { smoothProfile, turned } from "./turned.ts";
import type { ProfilePoint } from "./turned.ts";

/** A lamp for the table, the sill or the bedside. */
export function buildTableLamp(p: TableLampParams): Piece {
  const piece = startPiece();
  if (p.body === "tripod") addTripod(piece, p);
  else piece.add("body", "body", turned(bodyProfile(p), { wobble: p.body === "stem" ? 0 : 0.004 }));
  const neck = p.height - p.shadeHeight;
  if (p.body !== "mushroom") {
    const from = p.body === "stem" ? neck - 30 : neck - 40;
    piece.add("neck", "fitting", rod([0, from, 0], [0, neck + 24, 0], 9, 9));
    piece.add("socket", "fitting", rod([0, neck + 4, 0], [0, neck + 50, 0], 15, 15));
  }
  addShade(piece, {
    shape: p.body === "mushroom" ? "dome" : p.shade,
    diameter: p.shadeDiameter,
    height: p.shadeHeight,
    y: neck,
  });
  return piece;
}

/** Thrown bodies, as shares of half the shade's diameter and of the body's height. */
const thrown: Record<"column" | "gourd" | "bottle" | "sphere", readonly ProfilePoint[]> = {
  column: [
    [0.4, 0],
    [0.4, 0.5],
    [0.39, 0.9],
    [0.3, 0.985],
  ],
  gourd: [
    [0.4, 0],
    [0.62, 0.24],
    [0.5, 0.52],
    [0.25, 0.7],
    [0.3, 0.86],
    [0.15, 1],
  ],
  bottle: [
    [0.46, 0],
    [0.56, 0.2],
    [0.5, 0.46],
    [0.2, 0.76],
    [0.13, 1],
  ],
  sphere: [
    [0.3, 0],
    [0.56, 0.22],
    [0.66, 0.5],
    [0.5, 0.82],
    [0.16, 1],
  ],
};

function bodyProfile(p: TableLampParams): ProfilePoint[] {
  const top = p.height - p.shadeHeight - 14;
  const r = p.shadeDiameter * 0.5;
  if (p.body === "stem") return stemProfile(r, top);
  if (p.body === "mushroom") return trunkProfile(r, p.height - p.shadeHeight * 0.5);
  const line = thrown[p.body === "tripod" ? "column" : p.body].map(
    ([radius, y]) => [radius * r, Math.max(6, y * top)] as const,
  );
  const first = line[0] ?? [0, 0];
  return [
    [0, 0],
    [first[0] - 6, 0],
    [first[0] - 2, 2],
    ...smoothProfile(line, 34),
    [8, top + 2],
    [0, top + 2],
  ];
}

function stemProfile(r: number, top: number): ProfilePoint[] {
  return [
    [0, 0],
    [r * 0.52 - 2, 0],
    [r * 0.52, 3],
    [r * 0.52, 11],
    [r * 0.5, 14],
    [16, 17],
    [9, 24],
    [8, 40],
    [8, top * 0.5],
    [8, top],
    [0, top],
  ];
}

function trunkProfile(r: number, rise: number): ProfilePoint[] {
  return [
    [0, 0],
    [r * 0.5, 0],
    [r * 0.53, 5],
    ...smoothProfile(
      [
        [r * 0.52, 12],
        [r * 0.36, rise * 0.3],
        [r * 0.26, rise * 0.6],
        [r * 0.24, rise],
      ],
      18,
    ),
    [0, rise],
  ];
}

function addTripod(piece: Piece, p: TableLampParams) {
  const hub = p.height - p.shadeHeight - 20;
  const reach = p.shadeDiameter * 0.4;
  for (const degrees of [62, 182, 302]) {
    const [x, z] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
    piece.add("leg", "body", rod([x * 10, hub, z * 10], [x * reach, 0, z * reach], 11, 7));
  }
  piece.add(
    "hub",
    "fitting",
    turned(
      [
        [0, 0],
        [20, 0],
        [22, 4],
        [22, 18],
        [17, 24],
        [0, 24],
      ],
      { segments: 28 },
    ),
    place(0, hub - 12, 0),
  );
}
