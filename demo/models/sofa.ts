import type { Vector3 } from "three";
import { board } from "./board.ts";
import { cushion, piping } from "./cushion.ts";
import { addFourLegs, leg } from "./legs.ts";
import type { SofaParams } from "./params.ts";
import { place, startPiece } from "./piece.ts";
import type { Piece } from "./piece.ts";
import { rod } from "./sweep.ts";

const armWidths = { slim: 95, round: 170, block: 220, none: 0, wood: 42 } as const;
const seatThickness = 165;
const backThickness = 190;

/** A sofa of loose cushions on a frame; one side may run on as a chaise. */
export function buildSofa(p: SofaParams): Piece {
  const piece = startPiece();
  const foot = p.base === "legs" ? 130 : 40;
  addBase(piece, p, foot);
  addBackCushions(piece, p);
  addSeatCushions(piece, p);
  if (p.arms === "wood") addWoodFrame(piece, p);
  else if (p.arms !== "none") addArms(piece, p, foot);
  addThrowCushions(piece, p);
  return piece;
}

const inner = (p: SofaParams) => p.width - 2 * armWidths[p.arms];
/** How far a chaise runs on in front of the other seats; not part of `depth`. */
const chaiseLength = 620;

function addBase(piece: Piece, p: SofaParams, foot: number) {
  const high = p.seatHeight - seatThickness + 12 - foot;
  const w = p.arms === "wood" ? inner(p) : p.width - Math.max(8, armWidths[p.arms] * 1.1);
  if (p.arms === "wood") {
    for (const s of [-1, 1])
      piece.add(
        "rail",
        "frame",
        board(w, 70, 30, "x", 6),
        place(0, p.seatHeight - seatThickness - 30, s * (p.depth / 2 - 60)),
      );
    piece.add(
      "webbing",
      "upholstery",
      board(w - 10, 16, p.depth - 130, "x", 4),
      place(0, p.seatHeight - seatThickness - 4, 0),
    );
  } else {
    piece.add(
      "base",
      "upholstery",
      cushion(w, high, p.depth - 20, { radius: 18, puff: 1 }),
      place(0, foot + high / 2, 0),
    );
    piece.add(
      "back-frame",
      "upholstery",
      cushion(w, p.height - 90 - foot, 90, { radius: 26, puff: 3 }),
      place(0, foot + (p.height - 90 - foot) / 2, -p.depth / 2 + 55, { x: -2 }),
    );
  }
  if (p.chaise !== "none") {
    const [x, seat] = chaiseAt(p);
    piece.add(
      "chaise-base",
      "upholstery",
      cushion(seat + 4, high, chaiseLength + 60, { radius: 18, puff: 1 }),
      place(x, foot + high / 2, p.depth / 2 + chaiseLength / 2 - 40),
    );
  }
  if (p.base === "plinth")
    piece.add("plinth", "frame", board(w - 80, foot, p.depth - 100, "x", 2), place(0, foot / 2, 0));
  else if (p.arms !== "wood") addFeet(piece, p, foot);
}

function addFeet(piece: Piece, p: SofaParams, foot: number) {
  addFourLegs(piece, "frame", {
    x: p.width / 2 - 90,
    z: p.depth / 2 - 90,
    top: foot + 6,
    splayX: 22,
    splayZ: 18,
    shape: "tapered",
    radius: 21,
  });
  if (p.chaise === "none") return;
  const [x, seat] = chaiseAt(p);
  for (const s of [-1, 1]) {
    const at = x + s * (seat / 2 - 60);
    piece.add(
      "leg-chaise",
      "frame",
      leg(
        [at, foot + 6, p.depth / 2 + chaiseLength - 90],
        [at + s * 14, 0, p.depth / 2 + chaiseLength - 74],
        "tapered",
        21,
      ),
    );
  }
}

function chaiseAt(p: SofaParams): [x: number, width: number] {
  const seat = inner(p) / p.seats;
  return [(p.chaise === "left" ? -1 : 1) * (inner(p) / 2 - seat / 2), seat];
}

function addSeatCushions(piece: Piece, p: SofaParams) {
  const seat = inner(p) / p.seats;
  const depth = p.depth - backThickness - 30;
  const y = p.seatHeight - seatThickness / 2 + 2;
  for (let i = 0; i < p.seats; i++) {
    const x = -inner(p) / 2 + seat * (i + 0.5);
    const runsOn = (p.chaise === "left" && i === 0) || (p.chaise === "right" && i === p.seats - 1);
    const d = depth + (runsOn ? chaiseLength + 10 : 0);
    const z = p.depth / 2 - depth / 2 + (runsOn ? (chaiseLength + 10) / 2 : 0) + 4;
    piece.add(
      "seat",
      "upholstery",
      cushion(seat - 5, seatThickness, d, { radius: 38, puff: 20, wrinkle: 4, seed: 11 + i }),
      place(x, y, z),
    );
    piece.add("seam", "upholstery", piping(seat - 5, seatThickness, d, 38), place(x, y, z));
  }
}

function addBackCushions(piece: Piece, p: SofaParams) {
  const seat = inner(p) / p.seats;
  const high = p.height - p.seatHeight + 40;
  for (let i = 0; i < p.seats; i++) {
    const x = -inner(p) / 2 + seat * (i + 0.5);
    const lean = (point: Vector3) => {
      point.z -= (point.y / high) * 24;
    };
    const at = place(x, p.seatHeight + high / 2 - 26, -p.depth / 2 + 100 + backThickness / 2 - 6, {
      x: -9,
    });
    piece.add(
      "back",
      "upholstery",
      cushion(seat - 10, high, backThickness, {
        radius: 62,
        puff: 26,
        wrinkle: 7,
        seed: 31 + i,
        shape: lean,
      }),
      at,
    );
  }
}

function addArms(piece: Piece, p: SofaParams, foot: number) {
  const w = armWidths[p.arms];
  const top = p.arms === "block" ? p.seatHeight + 130 : p.seatHeight + 175;
  const radius = { slim: 30, round: 82, block: 44, none: 1, wood: 1 }[p.arms];
  for (const s of [-1, 1]) {
    const at = place(s * (p.width / 2 - w / 2), foot + (top - foot) / 2, 6);
    piece.add(
      "arm",
      "upholstery",
      cushion(w, top - foot, p.depth - 12, {
        radius,
        puff: p.arms === "slim" ? 4 : 10,
        wrinkle: 2,
        seed: 5 + s,
      }),
      at,
    );
  }
}

function addWoodFrame(piece: Piece, p: SofaParams) {
  const top = p.seatHeight + 190;
  for (const s of [-1, 1]) {
    const x = s * (p.width / 2 - 20);
    piece.add(
      "leg-front",
      "frame",
      leg([x, top, p.depth / 2 - 70], [x, 0, p.depth / 2 - 60], "round", 20),
    );
    piece.add(
      "leg-back",
      "frame",
      leg([x, p.height - 60, -p.depth / 2 + 40], [x, 0, -p.depth / 2 + 90], "round", 20),
    );
    piece.add("arm", "frame", board(62, 26, p.depth - 40, "z", 12), place(x, top + 6, 0));
    piece.add(
      "side-rail",
      "frame",
      rod(
        [x, p.seatHeight - seatThickness - 30, p.depth / 2 - 60],
        [x, p.seatHeight - seatThickness - 50, -p.depth / 2 + 80],
        15,
        15,
      ),
    );
  }
  piece.add(
    "back-rail",
    "frame",
    rod(
      [-p.width / 2 + 20, p.height - 90, -p.depth / 2 + 44],
      [p.width / 2 - 20, p.height - 90, -p.depth / 2 + 44],
      16,
      16,
    ),
  );
  piece.add(
    "back-rail",
    "frame",
    rod(
      [-p.width / 2 + 20, p.seatHeight + 40, -p.depth / 2 + 64],
      [p.width / 2 - 20, p.seatHeight + 40, -p.depth / 2 + 64],
      14,
      14,
    ),
  );
}

function addThrowCushions(piece: Piece, p: SofaParams) {
  const spots = [-1, 1, -0.55].slice(0, p.cushions);
  const z = -p.depth / 2 + 100 + backThickness + 66;
  spots.forEach((side, index) => {
    const x = side * (inner(p) / 2 - 200);
    const soft = {
      radius: 44,
      puff: 62,
      wrinkle: 5,
      seed: 50 + index,
      detail: 12,
      shape: pinchCorners,
    };
    piece.add(
      "throw-cushion",
      "cushion",
      cushion(420, 90, 420, soft),
      place(x, p.seatHeight + 215, z + index * 20, { x: 66, y: side * -14, z: side * 5 }),
    );
  });
}

function pinchCorners(point: Vector3) {
  const corner =
    Math.min(1, Math.abs(point.x / 210)) ** 3 * Math.min(1, Math.abs(point.z / 210)) ** 3;
  point.y *= 1 - 0.55 * corner;
  const edge =
    1 -
    0.05 * (1 - Math.min(1, Math.abs(point.x / 210)) ** 2) -
    0.05 * (1 - Math.min(1, Math.abs(point.z / 210)) ** 2);
  point.x *= edge;
  point.z *= edge;
}
