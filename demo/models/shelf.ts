import { board } from "./board.ts";
import type { ShelfParams } from "./params.ts";
import { place, startPiece } from "./piece.ts";
import type { Piece } from "./piece.ts";
import { rod } from "./sweep.ts";

/** Shelving: thin frame, leaning ladder, solid case, or boards on a wall rail. */
export function buildShelf(p: ShelfParams): Piece {
  const piece = startPiece(p.style === "wall" ? "wall" : "floor");
  ({ frame: addFrame, ladder: addLadder, wall: addWall, case: addCase })[p.style](piece, p);
  return piece;
}

const thick = 22;

function levels(p: ShelfParams, low: number, high: number): number[] {
  const gaps = Math.max(1, p.boards - 1);
  return Array.from({ length: p.boards }, (_, i) => low + ((high - low) * i) / gaps);
}

function uprights(p: ShelfParams, inset: number): number[] {
  const span = p.width - 2 * inset;
  return Array.from({ length: p.columns + 1 }, (_, i) => -span / 2 + (span * i) / p.columns);
}

function addFrame(piece: Piece, p: ShelfParams) {
  const z = p.depth / 2 - 14;
  for (const x of uprights(p, 14)) {
    for (const s of [-1, 1])
      piece.add("upright", "frame", rod([x, 0, s * z], [x, p.height, s * z], 11, 11));
    for (const y of levels(p, 130, p.height - 60))
      piece.add("bearer", "frame", rod([x, y - 14, -z], [x, y - 14, z], 6, 6));
  }
  for (const y of levels(p, 130, p.height - 60))
    piece.add("board", "boards", board(p.width - 36, thick, p.depth - 6, "x", 5), place(0, y, 0));
  const back = levels(p, 130, p.height - 60);
  for (const y of [back[0] ?? 0, back.at(-1) ?? 0])
    piece.add(
      "back-rail",
      "frame",
      rod([-p.width / 2 + 14, y + 34, -z], [p.width / 2 - 14, y + 34, -z], 6, 6),
    );
}

function addLadder(piece: Piece, p: ShelfParams) {
  const lean = 0.16;
  const back = -p.depth / 2;
  const foot = back + p.height * lean;
  for (const x of uprights(p, 16)) {
    piece.add(
      "rail",
      "frame",
      rod([x, 0, foot], [x, p.height, back + 14], 17, 15, { squareness: 3.2, segments: 18 }),
    );
    piece.add(
      "strut",
      "frame",
      rod([x, 0, back + 20], [x, p.height * 0.92, back + 14], 12, 12, {
        squareness: 3.2,
        segments: 18,
      }),
    );
  }
  const reach = levels(p, 190, p.height - 120);
  reach.forEach((y) => {
    const front = back + (p.height - y) * lean + 20;
    const deep = Math.min(p.depth, Math.max(140, front - back + 70));
    piece.add(
      "board",
      "boards",
      board(p.width - 6, thick, deep, "x", 5),
      place(0, y, back + deep / 2),
    );
    piece.add("lip", "boards", board(p.width - 40, 34, 12, "x", 4), place(0, y + 14, back + 8));
  });
}

function addWall(piece: Piece, p: ShelfParams) {
  const wall = -p.depth / 2;
  const ys = p.boards === 1 ? [p.height / 2] : levels(p, 20, p.height - 20 - 40);
  for (const y of ys)
    piece.add("board", "boards", board(p.width, 24, p.depth - 10, "x", 6), place(0, y, 5));
  const posts = uprights({ ...p, columns: Math.max(1, p.columns) }, Math.min(110, p.width * 0.12));
  for (const x of posts) {
    if (p.boards > 1)
      piece.add(
        "standard",
        "frame",
        board(18, p.height, 12, "y", 4),
        place(x, p.height / 2, wall + 6),
      );
    for (const y of ys) {
      piece.add(
        "bracket",
        "frame",
        rod([x, y - 16, wall + 6], [x, y - 16, p.depth / 2 - 30], 7, 5),
      );
      piece.add(
        "brace",
        "frame",
        rod([x, Math.max(6, y - 80), wall + 8], [x, y - 18, p.depth * 0.16], 5, 5),
      );
    }
  }
}

function addCase(piece: Piece, p: ShelfParams) {
  const foot = 60;
  const xs = uprights(p, thick / 2);
  xs.forEach((x, i) => {
    const outer = i === 0 || i === xs.length - 1;
    piece.add(
      outer ? "side" : "divider",
      "frame",
      board(thick, outer ? p.height : p.height - foot - thick, p.depth - (outer ? 0 : 12), "y", 3),
      place(x, outer ? p.height / 2 : foot + (p.height - foot) / 2, outer ? 0 : -4),
    );
  });
  piece.add(
    "back",
    "frame",
    board(p.width - 20, p.height - foot - 10, 8, "y", 1),
    place(0, foot + (p.height - foot) / 2, -p.depth / 2 + 8),
  );
  for (const y of levels(p, foot + thick / 2, p.height - thick / 2))
    piece.add(
      "board",
      "boards",
      board(p.width - 2 * thick, thick, p.depth - 8, "x", 3),
      place(0, y, 0),
    );
}
