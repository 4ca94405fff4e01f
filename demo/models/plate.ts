import type { PlateParams } from "./params.ts";
import { place, startPiece } from "./piece.ts";
import type { Piece } from "./piece.ts";
import { addPot } from "./pottery.ts";
import { smoothProfile } from "./turned.ts";
import type { ProfilePoint } from "./turned.ts";

/** A plate, or a stack of up to six. Height is that of one plate. */
export function buildPlate(p: PlateParams): Piece {
  const piece = startPiece();
  const outer = smoothProfile(plateLine(p), 28);
  for (let index = 0; index < p.pieces; index++) {
    const name = index === 0 ? "plate" : `plate-${index + 1}`;
    const at = place((index % 3) - 1, index * Math.max(7, p.height * 0.4), ((index * 2) % 3) - 1, {
      y: index * 67,
    });
    addPot(piece, {
      name,
      outer,
      flat: true,
      wall: 4.5,
      floor: 6,
      bareTo: Math.min(2.5, p.height * 0.12),
      at,
      turning: { segments: 80, seed: index + 1, wobble: 0.004 },
    });
  }
  return piece;
}

function plateLine({ rim, diameter, height: h }: PlateParams): ProfilePoint[] {
  const r = diameter / 2;
  const lines: Record<PlateParams["rim"], ProfilePoint[]> = {
    coupe: [
      [r * 0.56, 0],
      [r * 0.62, h * 0.1],
      [r * 0.84, h * 0.36],
      [r * 0.96, h * 0.72],
      [r, h],
    ],
    rimmed: [
      [r * 0.58, 0],
      [r * 0.64, h * 0.14],
      [r * 0.72, h * 0.46],
      [r * 0.78, h * 0.62],
      [r * 0.9, h * 0.82],
      [r, h],
    ],
    flat: [
      [r * 0.84, 0],
      [r * 0.92, h * 0.08],
      [r * 0.985, h * 0.4],
      [r, h],
    ],
    raised: [
      [r * 0.8, 0],
      [r * 0.9, h * 0.06],
      [r * 0.97, h * 0.4],
      [r * 0.985, h * 0.75],
      [r, h],
    ],
  };
  return lines[rim];
}
