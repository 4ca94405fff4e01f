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

function bodyProfile(p: TableLampParams): ProfilePoint[] {
  const top = p.height - p.shadeHeight - 14;
  const r = p.shadeDiameter * 0.5;
  if (p.body === "stem") {
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
  if (p.body === "mushroom") {
    const rise = p.height - p.shadeHeight * 0.5;
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
  const shapes: Record<"column" | "gourd" | "bottle" | "sphere", ProfilePoint[]> = {
    column: [
      [r * 0.4, 6],
      [r * 0.4, top * 0.5],
      [r * 0.39, top * 0.9],
      [r * 0.3, top * 0.985],
    ],
    gourd: [
      [r * 0.4, 6],
      [r * 0.62, top * 0.24],
      [r * 0.5, top * 0.52],
      [r * 0.25, top * 0.7],
      [r * 0.3, top * 0.86],
      [r * 0.15, top],
    ],
    bottle: [
      [r * 0.46, 6],
      [r * 0.56, top * 0.2],
      [r * 0.5, top * 0.46],
      [r * 0.2, top * 0.76],
      [r * 0.13, top],
    ],
    sphere: [
      [r * 0.3, 6],
      [r * 0.56, top * 0.22],
      [r * 0.66, top * 0.5],
      [r * 0.5, top * 0.82],
      [r * 0.16, top],
    ],
  };
  const line = shapes[p.body === "tripod" ? "column" : p.body];
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
