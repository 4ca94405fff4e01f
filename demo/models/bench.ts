import type { Vector3 } from "three";
import { board } from "./board.ts";
import { cushion, piping } from "./cushion.ts";
import { addFourLegs } from "./legs.ts";
import type { BenchParams } from "./params.ts";
import { place, startPiece } from "./piece.ts";
import type { Piece } from "./piece.ts";
import { rectOutline, slab } from "./slab.ts";
import { rod } from "./sweep.ts";

/** A bench for the hall, the table or the foot of the bed. */
export function buildBench(p: BenchParams): Piece {
  const piece = startPiece();
  if (p.style === "storage") addChest(piece, p);
  else addStand(piece, p);
  if (p.style === "plank")
    piece.add(
      "seat",
      "seat",
      slab(rectOutline(p.width, p.depth, 40), 34, { edge: 8, undercut: 8 }),
      place(0, p.height - 34, 0),
    );
  if (p.style === "slatted") addSlats(piece, p);
  if (p.style === "cord") addCord(piece, p);
  if (p.style === "upholstered" || p.style === "storage") addCushion(piece, p);
  if (p.back) addBack(piece, p);
  return piece;
}

const cushionHeight = 70;

function addStand(piece: Piece, p: BenchParams) {
  const under = { plank: 30, slatted: 28, cord: 24, upholstered: cushionHeight - 6, storage: 0 }[
    p.style
  ];
  const straight = p.legs === "square" || p.style === "cord";
  const [x, z] = straight
    ? [p.width / 2 - 26, p.depth / 2 - 26]
    : [p.width / 2 - 110, p.depth / 2 - 70];
  const splay = straight ? 0 : 40;
  const top = p.height - under;
  addFourLegs(piece, "frame", {
    x,
    z,
    top: straight ? p.height - under + 4 : top,
    splayX: splay,
    splayZ: splay * 0.9,
    shape: p.legs,
    radius: 20,
  });
  if (p.style === "plank" && !straight) return;
  for (const s of [-1, 1]) {
    piece.add("rail-long", "frame", board(2 * x, 46, 24, "x", 4), place(0, top - 22, s * z));
    piece.add("rail-short", "frame", board(24, 46, 2 * z, "z", 4), place(s * x, top - 22, 0));
  }
  if (straight)
    for (const s of [-1, 1])
      piece.add("stretcher", "frame", rod([s * x, 120, -z], [s * x, 120, z], 11, 11));
  if (straight) piece.add("stretcher-long", "frame", rod([-x, 120, 0], [x, 120, 0], 11, 11));
}

function addSlats(piece: Piece, p: BenchParams) {
  const count = Math.round(p.depth / 52);
  const pitch = p.depth / count;
  const slat = board(p.width, 24, pitch - 12, "x", 5);
  const spots = Array.from({ length: count }, (_, i) =>
    place(0, p.height - 12, -p.depth / 2 + pitch * (i + 0.5)),
  );
  piece.add("slat", "seat", slat, ...spots);
  for (const s of [-1, 0, 1])
    piece.add(
      "bearer",
      "frame",
      board(36, 22, p.depth - 40, "z", 3),
      place(s * (p.width / 2 - 110), p.height - 34, 0),
    );
}

function addCord(piece: Piece, p: BenchParams) {
  const sag = (point: Vector3) => {
    point.y -=
      9 *
      Math.max(0, 1 - ((2 * point.x) / p.width) ** 4) *
      Math.max(0, 1 - ((2 * point.z) / p.depth) ** 2);
  };
  piece.add(
    "seat",
    "seat",
    cushion(p.width - 60, 28, p.depth, { radius: 13.5, shape: sag, detail: 14 }),
    place(0, p.height - 14, 0),
  );
  for (const s of [-1, 1])
    piece.add(
      "end-rail",
      "frame",
      board(30, 32, p.depth, "z", 6),
      place(s * (p.width / 2 - 15), p.height - 16, 0),
    );
}

function addCushion(piece: Piece, p: BenchParams) {
  const at = place(0, p.height - cushionHeight / 2, 0);
  piece.add(
    "cushion",
    "seat",
    cushion(p.width - 8, cushionHeight, p.depth - 8, { radius: 26, puff: 10, wrinkle: 1.5 }),
    at,
  );
  piece.add("seam", "seat", piping(p.width - 8, cushionHeight, p.depth - 8, 26), at);
}

function addChest(piece: Piece, p: BenchParams) {
  const high = p.height - cushionHeight - 70;
  const y = 70 + high / 2;
  piece.add("lid", "frame", board(p.width, 20, p.depth, "x", 3), place(0, 70 + high - 10, 0));
  piece.add("floor", "frame", board(p.width - 4, 18, p.depth - 4, "x", 3), place(0, 79, 0));
  piece.add(
    "back",
    "frame",
    board(p.width - 20, high - 30, 16, "x", 2),
    place(0, y, -p.depth / 2 + 12),
  );
  for (const s of [-1, 1])
    piece.add(
      "side",
      "frame",
      board(20, high - 8, p.depth, "y", 3),
      place(s * (p.width / 2 - 10), y, 0),
    );
  const count = Math.max(2, Math.round(p.width / 500));
  const each = (p.width - 44) / count;
  const fronts = Array.from({ length: count }, (_, i) =>
    place(-p.width / 2 + 22 + each * (i + 0.5), y, p.depth / 2 - 12),
  );
  piece.add("front", "frame", board(each - 4, high - 44, 18, "x", 2), ...fronts);
  addFourLegs(piece, "frame", {
    x: p.width / 2 - 70,
    z: p.depth / 2 - 60,
    top: 74,
    splayX: 6,
    splayZ: 6,
    shape: p.legs,
    radius: 18,
  });
}

function addBack(piece: Piece, p: BenchParams) {
  const top = p.height + 380;
  for (const s of [-1, 1])
    piece.add(
      "post",
      "frame",
      rod(
        [s * (p.width / 2 - 60), p.height - 40, -p.depth / 2 + 26],
        [s * (p.width / 2 - 70), top, -p.depth / 2 - 50],
        17,
        12,
      ),
    );
  for (const y of [p.height + 160, p.height + 260, p.height + 350])
    piece.add(
      "back-rail",
      "seat",
      board(p.width - 60, 56, 18, "x", 6),
      place(0, y, -p.depth / 2 + 26 - ((y - p.height) / 380) * 76, { x: -11 }),
    );
}
