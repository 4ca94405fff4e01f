import type { BowlParams } from "./params.ts";
import { place, startPiece } from "./piece.ts";
import type { Piece } from "./piece.ts";
import { addPot } from "./pottery.ts";
import { smoothProfile } from "./turned.ts";
import type { ProfilePoint } from "./turned.ts";

/** A bowl, or a nest of up to four. */
export function buildBowl(p: BowlParams): Piece {
  const piece = startPiece();
  let y = 0;
  for (let index = 0; index < p.pieces; index++) {
    const size = 1 - index * 0.14;
    const outer = smoothProfile(bowlLine(p, size), 30);
    const name = index === 0 ? "bowl" : `bowl-${index + 1}`;
    addPot(piece, {
      name,
      outer,
      wall: 4.2,
      floor: 7,
      bareTo: p.rawFoot * p.height * size,
      at: place(0, y, 0),
      turning: { seed: index + 1 },
    });
    y += 9 + p.height * 0.07;
  }
  return piece;
}

function bowlLine({ profile, diameter, height }: BowlParams, size: number): ProfilePoint[] {
  const [r, h] = [(diameter / 2) * size, height * size];
  const lines: Record<BowlParams["profile"], ProfilePoint[]> = {
    coupe: [
      [r * 0.42, 0],
      [r * 0.5, h * 0.06],
      [r * 0.78, h * 0.32],
      [r * 0.94, h * 0.66],
      [r, h],
    ],
    footed: [
      [r * 0.42, 0],
      [r * 0.4, h * 0.1],
      [r * 0.44, h * 0.17],
      [r * 0.76, h * 0.4],
      [r * 0.95, h * 0.72],
      [r, h],
    ],
    flared: [
      [r * 0.32, 0],
      [r * 0.34, h * 0.1],
      [r * 0.5, h * 0.3],
      [r * 0.74, h * 0.62],
      [r, h],
    ],
    deep: [
      [r * 0.56, 0],
      [r * 0.72, h * 0.06],
      [r * 0.95, h * 0.34],
      [r, h * 0.62],
      [r * 0.99, h],
    ],
    low: [
      [r * 0.74, 0],
      [r * 0.84, h * 0.07],
      [r * 0.96, h * 0.4],
      [r * 0.995, h * 0.8],
      [r, h],
    ],
  };
  return lines[profile];
}
