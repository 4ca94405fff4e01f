import { board } from "./board.ts";
import type { CoatRackParams } from "./params.ts";
import { place, startPiece } from "./piece.ts";
import type { Piece } from "./piece.ts";
import { rod } from "./sweep.ts";
import { turned } from "./turned.ts";

/** Where coats hang: a tree, a standing rail, pegs on the wall, or pegs under a hat shelf. */
export function buildCoatRack(p: CoatRackParams): Piece {
  const wall = p.style === "pegs" || p.style === "shelf";
  const piece = startPiece(wall ? "wall" : "floor");
  ({ tree: addTree, frame: addFrame, pegs: addPegs, shelf: addShelf })[p.style](piece, p);
  return piece;
}

function addTree(piece: Piece, p: CoatRackParams) {
  const r = Math.min(p.width, p.depth) / 2;
  piece.add("post", "frame", rod([0, 20, 0], [0, p.height, 0], 22, 16));
  piece.add(
    "foot",
    "base",
    turned(
      [
        [0, 0],
        [r * 0.72 - 3, 0],
        [r * 0.72, 4],
        [r * 0.72, 20],
        [r * 0.72 - 6, 26],
        [30, 32],
        [24, 40],
        [0, 40],
      ],
      { segments: 64 },
    ),
  );
  for (let i = 0; i < p.hooks; i++) {
    const angle = (i / p.hooks) * Math.PI * 2 + 0.4;
    const level = p.height - 110 - (i % 2) * 150;
    const reach = r * 0.96;
    const [x, z] = [Math.cos(angle), Math.sin(angle)];
    piece.add(
      "hook",
      "hooks",
      rod([x * 8, level, z * 8], [x * reach, level + 88, z * reach], 11.5, 9),
    );
  }
}

function addFrame(piece: Piece, p: CoatRackParams) {
  const [x, z] = [p.width / 2 - 20, p.depth / 2 - 16];
  for (const s of [-1, 1]) {
    for (const e of [-1, 1])
      piece.add("leg", "frame", rod([s * x, 0, e * z], [s * x, p.height, e * 9], 15, 12));
    piece.add(
      "tie",
      "frame",
      rod([s * x, p.height * 0.16, -z * 0.84], [s * x, p.height * 0.16, z * 0.84], 10, 10),
    );
  }
  piece.add(
    "rail",
    "base",
    rod([-p.width / 2, p.height - 40, 0], [p.width / 2, p.height - 40, 0], 14, 14),
  );
  const slats = [-0.6, -0.2, 0.2, 0.6];
  for (const share of slats)
    piece.add(
      "shoe-slat",
      "base",
      board(p.width - 40, 14, (z * 2) / 6, "x", 4),
      place(0, p.height * 0.16 + 15, share * z * 0.86),
    );
  for (let i = 0; i < p.hooks; i++) {
    const at = -x + ((2 * x) / (p.hooks + 1)) * (i + 1);
    piece.add("hook", "hooks", rod([at, p.height - 40, -40], [at, p.height - 40, 40], 8, 7));
  }
}

function pegs(piece: Piece, p: CoatRackParams, y: number, wall: number, reach: number) {
  const peg = turned(
    [
      [0, 0],
      [11, 0],
      [9, 20],
      [8.5, reach - 22],
      [13, reach - 9],
      [14, reach - 4],
      [11, reach],
      [0, reach + 1],
    ],
    { segments: 24 },
  );
  const pitch = p.width / p.hooks;
  const spots = Array.from({ length: p.hooks }, (_, i) =>
    place(-p.width / 2 + pitch * (i + 0.5), y, wall, { x: 82 }),
  );
  piece.add("peg", "hooks", peg, ...spots);
}

function addPegs(piece: Piece, p: CoatRackParams) {
  const wall = -p.depth / 2;
  piece.add(
    "rail",
    "frame",
    board(p.width, p.height, 22, "x", 7),
    place(0, p.height / 2, wall + 11),
  );
  pegs(piece, p, p.height / 2, wall + 20, p.depth - 22);
}

function addShelf(piece: Piece, p: CoatRackParams) {
  const wall = -p.depth / 2;
  piece.add("rail", "frame", board(p.width, 90, 20, "x", 5), place(0, 45, wall + 10));
  pegs(piece, p, 45, wall + 18, Math.min(95, p.depth * 0.4));
  for (const s of [-1, 1])
    piece.add(
      "cheek",
      "frame",
      board(22, p.height, p.depth * 0.86, "z", 8),
      place(s * (p.width / 2 - 11), p.height / 2, wall + p.depth * 0.43),
    );
  const count = 5;
  for (let i = 0; i < count; i++)
    piece.add(
      "slat",
      "frame",
      rod(
        [-p.width / 2 + 14, p.height - 36, wall + 40 + ((p.depth - 90) / (count - 1)) * i],
        [p.width / 2 - 14, p.height - 36, wall + 40 + ((p.depth - 90) / (count - 1)) * i],
        11,
        11,
      ),
    );
}
