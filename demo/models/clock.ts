import { board } from "./board.ts";
import { projectGrain } from "./grain.ts";
import type { ClockParams } from "./params.ts";
import { place, startPiece } from "./piece.ts";
import type { Piece } from "./piece.ts";
import { turned } from "./turned.ts";

/** A clock for the wall or the table, at ten past ten. */
export function buildClock(p: ClockParams): Piece {
  const piece = startPiece(p.mount === "wall" ? "wall" : "floor");
  const r = p.diameter / 2;
  const [y, z] = p.mount === "wall" ? [r, -p.depth / 2] : [r + 12, -p.depth / 2];
  const rim = Math.max(7, r * 0.07);
  const d = p.depth;
  const upright = place(0, y, z, { x: 90 });
  const ring = [
    [0, 0],
    [r - 3, 0],
    [r, 3],
    [r, d - 5],
    [r - 3, d],
    [r - rim + 2, d],
    [r - rim, d - 3],
    [r - rim, d - 12],
    [0, d - 12],
  ] as const;
  piece.add("frame", "frame", turned(ring, { segments: 88 }), upright);
  piece.add(
    "face",
    "face",
    projectGrain(
      turned(
        [
          [0, 0],
          [r - rim - 0.5, 0],
          [r - rim - 0.5, 2],
          [0, 2.2],
        ],
        { segments: 72 },
      ),
      "x",
    ),
    place(0, y, z + d - 11.5, { x: 90 }),
  );
  addMarks(piece, p, y, z + d - 8.8, r - rim);
  addHands(piece, y, z + d - 7.5, r - rim);
  if (p.mount === "table")
    piece.add("foot", "frame", board(r * 1.1, 26, d * 0.96, "x", 7), place(0, 13, 0));
  return piece;
}

function addMarks(piece: Piece, p: ClockParams, y: number, z: number, r: number) {
  if (p.marks === "none") return;
  const dots = p.marks === "dots";
  for (let hour = 0; hour < 12; hour++) {
    const angle = (hour / 12) * Math.PI * 2;
    const main = hour % 3 === 0;
    const size = dots ? r * (main ? 0.032 : 0.02) : r * (main ? 0.13 : 0.08);
    const at = r * 0.86 - (dots ? 0 : size / 2);
    const spot = place(Math.sin(angle) * at, y + Math.cos(angle) * at, z, {
      z: (-angle * 180) / Math.PI,
      ...(dots ? { x: 90 } : {}),
    });
    if (dots)
      piece.add(
        "mark",
        "hands",
        turned(
          [
            [0, 0],
            [size, 0],
            [size, 1],
            [0, 1.4],
          ],
          { segments: 20 },
        ),
        place(Math.sin(angle) * at, y + Math.cos(angle) * at, z, { x: 90 }),
      );
    else piece.add("mark", "hands", board(r * 0.014 + 1, size, 1.2, "y", 0.4), spot);
  }
}

function addHands(piece: Piece, y: number, z: number, r: number) {
  const hand = (turn: number, length: number, width: number, lift: number, name: string) => {
    const radians = (turn * Math.PI) / 180;
    const middle = length * 0.42;
    piece.add(
      name,
      "hands",
      board(width, length * 1.12, 1.4, "y", 0.6),
      place(Math.sin(radians) * middle, y + Math.cos(radians) * middle, z + lift, { z: -turn }),
    );
  };
  hand(305, r * 0.52, r * 0.032 + 1.5, 1, "hour-hand");
  hand(60, r * 0.78, r * 0.022 + 1.5, 3, "minute-hand");
  piece.add(
    "hub",
    "hands",
    turned(
      [
        [0, 0],
        [r * 0.034 + 2, 0],
        [r * 0.034 + 2, 4],
        [0, 5],
      ],
      { segments: 24 },
    ),
    place(0, y, z + 1, { x: 90 }),
  );
}
