import { Vector3 } from "three";
import { board } from "./board.ts";
import { addFourLegs } from "./legs.ts";
import type { TableParams } from "./params.ts";
import { place, startPiece } from "./piece.ts";
import type { Piece } from "./piece.ts";
import { rectOutline, roundOutline, slab } from "./slab.ts";
import type { Outline } from "./slab.ts";
import { rod, sweep } from "./sweep.ts";
import { smoothProfile, turned } from "./turned.ts";

/** Dining, coffee and side tables and desks: a top, what carries it, drawers and a lower board. */
export function buildTable(p: TableParams): Piece {
  const piece = startPiece();
  const under = p.height - p.topThickness;
  const edge = Math.min(p.topThickness * 0.42, 10);
  piece.add(
    "top",
    "top",
    slab(topOutline(p), p.topThickness, { edge, undercut: p.topThickness > 20 ? 14 : 2 }),
    place(0, under, 0),
  );
  addBase(piece, p, under);
  if (p.drawers > 0) addDrawers(piece, p, under);
  if (p.shelf) {
    const share = p.legs === "panel" || p.legs === "square" ? 0.88 : 0.7;
    const outline =
      p.top === "rect"
        ? rectOutline(p.width * share, p.depth * share, 14)
        : roundOutline(p.width * share, p.depth * share, p.top === "pill" ? 3 : 2);
    piece.add("shelf", "top", slab(outline, 16, { edge: 5 }), place(0, p.height * 0.3, 0));
  }
  return piece;
}

function topOutline(p: TableParams): Outline {
  if (p.top === "round" || p.top === "oval")
    return roundOutline(p.width, p.depth, p.top === "oval" ? 2.3 : 2, 72);
  return rectOutline(
    p.width,
    p.depth,
    p.top === "pill" ? p.depth / 2 : 16,
    p.top === "pill" ? 16 : 6,
  );
}

function addBase(piece: Piece, p: TableParams, under: number) {
  if (p.legs === "trestle") addTrestles(piece, p, under);
  else if (p.legs === "pedestal") addPedestal(piece, p, under);
  else if (p.legs === "drum") addDrum(piece, p, under);
  else if (p.legs === "panel") addPanels(piece, p, under);
  else if (p.legs === "cross") addCross(piece, p, under);
  else if (p.legs === "wire") addWire(piece, p, under);
  else addLegs(piece, p, under, p.legs);
}

function addLegs(
  piece: Piece,
  p: TableParams,
  under: number,
  shape: "round" | "tapered" | "square",
) {
  const small = Math.min(p.width, p.depth) < 700;
  const radius = small ? 17 : shape === "square" ? 27 : 29;
  const oval = p.top === "round" || p.top === "oval";
  const inX = oval
    ? p.width * 0.17
    : p.top === "pill"
      ? p.depth * 0.42
      : shape === "square"
        ? radius + 6
        : Math.min(130, p.width * 0.1);
  const inZ = oval
    ? p.depth * 0.17
    : shape === "square"
      ? radius + 6
      : Math.min(100, p.depth * 0.14);
  const splay = shape === "square" ? 0 : small ? 36 : 46;
  const [x, z] = [p.width / 2 - inX, p.depth / 2 - inZ];
  addFourLegs(piece, "base", {
    x,
    z,
    top: under + 2,
    splayX: splay,
    splayZ: splay * 0.8,
    shape,
    radius,
  });
  const high = small ? 44 : 72;
  for (const s of [-1, 1]) {
    piece.add(
      "apron-long",
      "base",
      board(2 * x - radius, high, 22, "x", 3),
      place(0, under - high / 2, s * z),
    );
    piece.add(
      "apron-short",
      "base",
      board(22, high, 2 * z - radius, "z", 3),
      place(s * x, under - high / 2, 0),
    );
  }
}

function addTrestles(piece: Piece, p: TableParams, under: number) {
  const x = p.width / 2 - Math.min(320, p.width * 0.2);
  const half = p.depth / 2 - 90;
  for (const s of [-1, 1]) {
    for (const e of [-1, 1])
      piece.add(
        "leg",
        "base",
        rod([s * x, under, e * half * 0.62], [s * (x + 36), 0, e * half], 24, 19, {
          squareness: 3.4,
          segments: 18,
        }),
      );
    piece.add("head", "base", board(64, 40, 2 * half, "z", 8), place(s * x, under - 20, 0));
    piece.add(
      "tie",
      "base",
      rod(
        [s * (x + 20), under * 0.42, -half * 0.84],
        [s * (x + 20), under * 0.42, half * 0.84],
        16,
        16,
      ),
    );
  }
  piece.add("stretcher", "base", board(2 * x + 60, 54, 26, "x", 8), place(0, under * 0.42, 0));
}

function addPedestal(piece: Piece, p: TableParams, under: number) {
  const r = Math.min(p.width, p.depth) / 2;
  const foot = r * 0.62;
  const waist = Math.max(26, r * 0.14);
  const profile = smoothProfile(
    [
      [foot, 14],
      [foot * 0.72, 26],
      [waist * 1.25, 90],
      [waist, under * 0.45],
      [waist * 1.1, under * 0.75],
      [r * 0.42, under - 12],
    ],
    30,
  );
  piece.add(
    "pedestal",
    "base",
    turned([[0, 0], [foot - 4, 0], [foot, 4], ...profile, [r * 0.42, under], [0, under]]),
  );
}

function addDrum(piece: Piece, p: TableParams, under: number) {
  const r = Math.min(p.width, p.depth) * 0.36;
  const ribs = { count: 44, depth: 9, from: 6, to: under - 6 };
  const body = turned(
    [
      [0, 0],
      [r - 4, 0],
      [r, 4],
      [r, 14],
      [r, under * 0.33],
      [r, under * 0.66],
      [r, under - 12],
      [r, under],
      [0, under],
    ],
    { segments: 264, ribs },
  );
  piece.add("drum", "base", body);
}

function addPanels(piece: Piece, p: TableParams, under: number) {
  const x = p.width / 2 - Math.min(p.width * 0.12, 220);
  const outline = rectOutline(p.depth * 0.72, 58, 29, 10);
  for (const s of [-1, 1])
    piece.add(
      "panel",
      "base",
      slab(outline, under, { edge: 4, grain: "y" }),
      place(s * x, 0, 0, { y: 90 }),
    );
  piece.add("stretcher", "base", board(2 * x, 70, 24, "x", 4), place(0, under - 90, 0));
}

function addCross(piece: Piece, p: TableParams, under: number) {
  const r = Math.min(p.width, p.depth) * 0.42;
  for (const angle of [45, 135]) {
    const [x, z] = [Math.cos((angle * Math.PI) / 180) * r, Math.sin((angle * Math.PI) / 180) * r];
    for (const s of [-1, 1])
      piece.add(
        "leg",
        "base",
        rod([s * x * 0.82, under, s * z * 0.82], [-s * x, 0, -s * z], 21, 17),
      );
  }
  const ring = roundOutline(r * 0.36, r * 0.36).map(([x, z]) => new Vector3(x, under * 0.45, z));
  piece.add("ring", "base", sweep(ring, { section: 8, closed: true }));
}

function addWire(piece: Piece, p: TableParams, under: number) {
  const round = p.top !== "rect";
  const outline = (share: number) =>
    round
      ? roundOutline(p.width * share, p.depth * share, 2, 56)
      : rectOutline(p.width * share, p.depth * share, 30);
  const ring = (share: number, y: number) =>
    sweep(
      outline(share).map(([x, z]) => new Vector3(x, y, z)),
      { section: 6, closed: true, segments: 10 },
    );
  piece.add("upper-ring", "base", ring(0.8, under - 6));
  piece.add("lower-ring", "base", ring(0.66, 6));
  const count = 14;
  for (let i = 0; i < count; i++) {
    const angle = (i / count) * Math.PI * 2;
    const [x, z] = [(Math.cos(angle) * p.width) / 2, (Math.sin(angle) * p.depth) / 2];
    const fit = round ? 1 : 0.97 / Math.max(Math.abs(Math.cos(angle)), Math.abs(Math.sin(angle)));
    piece.add(
      "wire",
      "base",
      rod([x * 0.8 * fit, under - 6, z * 0.8 * fit], [x * 0.66 * fit, 6, z * 0.66 * fit], 4, 4, {
        segments: 8,
      }),
    );
  }
}

function addDrawers(piece: Piece, p: TableParams, under: number) {
  const span = p.width - (p.legs === "square" ? 130 : Math.min(360, p.width * 0.34));
  const each = span / p.drawers;
  const z = p.depth / 2 - (p.legs === "square" ? 33 : Math.min(100, p.depth * 0.14));
  piece.add("drawer-box", "base", board(span, 92, z - 20, "x", 3), place(0, under - 48, z / 2 + 2));
  for (let i = 0; i < p.drawers; i++) {
    const x = -span / 2 + each * (i + 0.5);
    piece.add("drawer", "top", board(each - 6, 84, 20, "x", 3), place(x, under - 48, z + 8));
    piece.add(
      "knob",
      "handle",
      turned(
        [
          [0, 0],
          [6, 0],
          [6, 10],
          [12, 14],
          [13, 18],
          [11, 22],
          [0, 23],
        ],
        { segments: 20 },
      ),
      place(x, under - 48, z + 16, { x: 90 }),
    );
  }
}
