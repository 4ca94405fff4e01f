import { addShade } from "./lamp-shade.ts";
import type { FloorLampParams } from "./params.ts";
import { place, startPiece } from "./piece.ts";
import type { Piece } from "./piece.ts";
import { bend, rod, sweep } from "./sweep.ts";
import { turned } from "./turned.ts";

/** A standing lamp on a disc, a tripod, a wide arc or a jointed reading arm. */
export function buildFloorLamp(p: FloorLampParams): Piece {
  const piece = startPiece();
  ({ disc: addDisc, tripod: addTripod, arc: addArc, reading: addReading })[p.base](piece, p);
  return piece;
}

function foot(piece: Piece, radius: number, x = 0) {
  piece.add(
    "foot",
    "base",
    turned(
      [
        [0, 0],
        [radius - 3, 0],
        [radius, 3],
        [radius, 16],
        [radius - 5, 21],
        [24, 24],
        [16, 34],
        [0, 36],
      ],
      { segments: 56 },
    ),
    place(x, 0, 0),
  );
}

function topShade(piece: Piece, p: FloorLampParams) {
  addShade(
    piece,
    {
      shape: p.shade,
      diameter: p.shadeDiameter,
      height: p.shadeHeight,
      y: p.height - p.shadeHeight,
    },
    "shade",
    "stem",
  );
}

function addDisc(piece: Piece, p: FloorLampParams) {
  foot(piece, Math.min(150, p.shadeDiameter * 0.36));
  piece.add("stem", "stem", rod([0, 20, 0], [0, p.height - p.shadeHeight * 0.6, 0], 11, 10));
  topShade(piece, p);
}

function addTripod(piece: Piece, p: FloorLampParams) {
  const hub = p.height - p.shadeHeight - 40;
  const reach = Math.max(200, p.height * 0.16);
  for (const degrees of [62, 182, 302]) {
    const [x, z] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
    piece.add("leg", "base", rod([x * 16, hub, z * 16], [x * reach, 0, z * reach], 15, 10));
  }
  piece.add(
    "hub",
    "stem",
    turned(
      [
        [0, 0],
        [30, 0],
        [34, 5],
        [34, 30],
        [28, 38],
        [0, 38],
      ],
      { segments: 36 },
    ),
    place(0, hub - 18, 0),
  );
  piece.add("stem", "stem", rod([0, hub, 0], [0, p.height - p.shadeHeight * 0.6, 0], 8, 8));
  topShade(piece, p);
}

function addArc(piece: Piece, p: FloorLampParams) {
  const reach = p.height * 0.52;
  foot(piece, 165, -reach / 2);
  const top = p.height;
  const drop = p.height - p.shadeHeight - 110;
  const path = bend(
    [
      [-reach / 2, 20, 0],
      [-reach / 2, top * 0.55, 0],
      [-reach * 0.38, top * 0.86, 0],
      [-reach * 0.08, top - 8, 0],
      [reach * 0.24, top - 40, 0],
      [reach / 2, drop + p.shadeHeight, 0],
    ],
    48,
  );
  piece.add("arc", "stem", sweep(path, { section: (t) => 11 - 3 * t }));
  addShade(
    piece,
    { shape: p.shade, diameter: p.shadeDiameter, height: p.shadeHeight, y: drop, x: reach / 2 },
    "shade",
    "stem",
  );
}

function addReading(piece: Piece, p: FloorLampParams) {
  foot(piece, 135, -110);
  const joint = p.height * 0.86;
  const tip = p.height - p.shadeHeight * 0.2;
  piece.add("stem", "stem", rod([-110, 20, 0], [-110, joint, 0], 10, 10));
  piece.add("joint", "stem", rod([-110, joint, -20], [-110, joint, 20], 17, 17));
  piece.add("arm", "stem", rod([-190, joint - 40, 0], [150, tip, 0], 8, 7));
  addShade(
    piece,
    {
      shape: p.shade,
      diameter: p.shadeDiameter,
      height: p.shadeHeight,
      y: tip - p.shadeHeight - 4,
      x: 150,
    },
    "shade",
    "stem",
  );
}
