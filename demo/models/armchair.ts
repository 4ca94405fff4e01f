import { Vector3 } from "three";
import { board } from "./board.ts";
import { cushion, piping } from "./cushion.ts";
import { addFourLegs, leg } from "./legs.ts";
import type { ArmchairParams } from "./params.ts";
import { place, startPiece } from "./piece.ts";
import type { Piece } from "./piece.ts";
import { skinRings } from "./rings.ts";
import { projectGrain } from "./grain.ts";
import { bend, rod, sweep } from "./sweep.ts";

/** An easy chair: tub, box, wing, or an open wooden frame with cushions. */
export function buildArmchair(p: ArmchairParams): Piece {
  const piece = startPiece();
  ({ shell: addShell, box: addBox, wing: addWing, slatted: addSlatted })[p.style](piece, p);
  if (p.cushion) {
    const z = p.style === "slatted" ? -p.depth * 0.08 : -p.depth * 0.14;
    const soft = { radius: 38, puff: 48, wrinkle: 4, detail: 12 };
    piece.add(
      "loose-cushion",
      "cushion",
      cushion(p.width * 0.5, 76, 290, soft),
      place(0, p.seatHeight + 150, z, { x: 68 }),
    );
  }
  return piece;
}

const footHeight = (p: ArmchairParams) => Math.round(p.seatHeight * 0.42);

function addLegsUnder(piece: Piece, p: ArmchairParams, width: number, depth: number) {
  addFourLegs(piece, "frame", {
    x: width / 2 - 90,
    z: depth / 2 - 90,
    top: footHeight(p) + 8,
    splayX: 36,
    splayZ: 36,
    shape: p.legs,
    radius: 20,
  });
}

/** One wall running round the sitter, high behind and falling to the front. */
function addShell(piece: Piece, p: ArmchairParams) {
  const foot = footHeight(p);
  const [a, b] = [p.width / 2 - 46, p.depth / 2 - 46];
  const steps = 36;
  const rows = Array.from({ length: steps + 1 }, (_, i) => {
    const t = (i / steps) * 2 - 1;
    const angle = -Math.PI / 2 + t * Math.PI * 0.8;
    const high =
      p.seatHeight + 165 + (p.height - p.seatHeight - 165) * Math.cos((t * Math.PI) / 2) ** 1.5;
    const end = Math.min(1, (1 - Math.abs(t)) * 14 + 0.25);
    return shellSection(
      new Vector3(Math.cos(angle) * a, 0, Math.sin(angle) * b),
      foot,
      high - (1 - end) * 60,
      44 * Math.sqrt(end),
    );
  });
  const first = rows[0];
  const last = rows.at(-1);
  if (!first || !last) throw new Error("a shell needs sections");
  piece.add(
    "shell",
    "upholstery",
    projectGrain(skinRings([shrunk(first), ...rows, shrunk(last)]), "y"),
  );
  const seatTop = { radius: 44, puff: 20, wrinkle: 3, shape: tubFront(p) };
  piece.add(
    "base",
    "upholstery",
    cushion(p.width - 110, 110, p.depth - 90, { radius: 40, shape: tubFront(p) }),
    place(0, foot + 60, 10),
  );
  piece.add(
    "seat",
    "upholstery",
    cushion(p.width - 150, 130, p.depth - 120, seatTop),
    place(0, p.seatHeight - 62, 36),
  );
  addLegsUnder(piece, p, p.width - 60, p.depth - 60);
}

/** Rounds the rear of the seat so that it fits into the tub. */
function tubFront(p: ArmchairParams) {
  return (point: Vector3) => {
    const back = Math.max(0, -point.z / (p.depth / 2));
    point.x *= 1 - 0.34 * back * back;
  };
}

function shellSection(at: Vector3, low: number, high: number, half: number): Vector3[] {
  const out = new Vector3(at.x, 0, at.z).normalize();
  const flare = 46;
  const count = 20;
  return Array.from({ length: count }, (_, i) => {
    const angle = ((i + 0.5) / count) * Math.PI * 2;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const x = Math.sign(cos) * Math.abs(cos) ** 0.6 * half;
    const y = (Math.sign(sin) * Math.abs(sin) ** 0.35 * (high - low)) / 2 + (high + low) / 2;
    const lean = ((y - low) / (high - low)) * flare - 30;
    return at
      .clone()
      .addScaledVector(out, x + lean)
      .setY(y);
  });
}

function shrunk(row: Vector3[]): Vector3[] {
  const centre = row.reduce((sum, point) => sum.add(point), new Vector3()).divideScalar(row.length);
  return row.map(() => centre.clone());
}

function addBox(piece: Piece, p: ArmchairParams) {
  const foot = footHeight(p);
  const arm = 100;
  const high = p.seatHeight + 170 - foot;
  for (const s of [-1, 1])
    piece.add(
      "arm",
      "upholstery",
      cushion(arm, high, p.depth - 30, { radius: 32, puff: 5 }),
      place(s * (p.width / 2 - arm / 2), foot + high / 2, 0),
    );
  piece.add(
    "back-frame",
    "upholstery",
    cushion(p.width - 2 * arm + 30, p.height - foot - 40, 100, { radius: 34, puff: 4 }),
    place(0, foot + (p.height - foot - 40) / 2, -p.depth / 2 + 66, { x: -4 }),
  );
  piece.add(
    "base",
    "upholstery",
    cushion(p.width - 2 * arm + 20, 110, p.depth - 60, { radius: 18 }),
    place(0, foot + 56, 10),
  );
  const seat = [p.width - 2 * arm - 6, 150, p.depth - 160] as const;
  const at = place(0, p.seatHeight - 72, 72);
  piece.add("seat", "upholstery", cushion(...seat, { radius: 36, puff: 20, wrinkle: 4 }), at);
  piece.add("seam", "upholstery", piping(...seat, 36), at);
  const back = p.height - p.seatHeight + 20;
  piece.add(
    "back",
    "upholstery",
    cushion(p.width - 2 * arm - 12, back, 160, { radius: 56, puff: 24, wrinkle: 6 }),
    place(0, p.seatHeight + back / 2 - 10, -p.depth / 2 + 172, { x: -10 }),
  );
  addLegsUnder(piece, p, p.width, p.depth);
}

function addWing(piece: Piece, p: ArmchairParams) {
  const foot = footHeight(p);
  const high = p.height - foot - 20;
  const wrap = (point: Vector3) => {
    const side = Math.abs(point.x) / (p.width / 2);
    point.z +=
      390 * Math.max(0, side - 0.5) ** 1.25 * Math.min(1, Math.max(0.35, 0.7 + point.y / high));
    point.z -= ((point.y + high / 2) / high) ** 2 * 90;
  };
  piece.add(
    "back",
    "upholstery",
    cushion(p.width - 30, high, 120, { radius: 52, puff: 12, detail: 22, shape: wrap }),
    place(0, foot + high / 2, -p.depth / 2 + 150),
  );
  const armHigh = p.seatHeight + 160 - foot;
  for (const s of [-1, 1])
    piece.add(
      "arm",
      "upholstery",
      cushion(96, armHigh, p.depth - 190, { radius: 44, puff: 8 }),
      place(s * (p.width / 2 - 50), foot + armHigh / 2, 40),
    );
  piece.add(
    "base",
    "upholstery",
    cushion(p.width - 150, 110, p.depth - 150, { radius: 24 }),
    place(0, foot + 58, 50),
  );
  piece.add(
    "seat",
    "upholstery",
    cushion(p.width - 190, 150, p.depth - 190, { radius: 46, puff: 24, wrinkle: 4 }),
    place(0, p.seatHeight - 72, 74),
  );
  addLegsUnder(piece, p, p.width - 40, p.depth - 80);
}

function addSlatted(piece: Piece, p: ArmchairParams) {
  const arm = p.seatHeight + 180;
  const [x, front, rear] = [p.width / 2 - 30, p.depth / 2 - 110, -p.depth / 2 + 40];
  for (const s of [-1, 1]) {
    piece.add("leg-front", "frame", leg([s * x, arm, front], [s * x, 0, front + 40], p.legs, 19));
    piece.add(
      "post",
      "frame",
      rod(
        [s * (x - 34), p.height, rear - 20],
        [s * (x - 34), p.seatHeight - 110, rear + 160],
        15,
        17,
      ),
    );
    piece.add(
      "leg-back",
      "frame",
      leg([s * x, arm - 20, rear + 120], [s * x, 0, rear + 20], p.legs, 19),
    );
    piece.add(
      "side-rail",
      "frame",
      rod([s * x, p.seatHeight - 100, front + 8], [s * x, p.seatHeight - 150, rear + 70], 15, 15),
    );
    const path = bend(
      [
        [s * x, arm - 16, rear + 60],
        [s * x, arm + 4, 0],
        [s * (x + 4), arm + 8, front - 20],
        [s * (x + 2), arm + 2, front + 60],
      ],
      22,
    );
    piece.add(
      "arm",
      "frame",
      sweep(path, {
        section: (t) => [18 + 16 * Math.sin(t * 2.6), 11],
        squareness: 2.8,
        segments: 16,
        cap: 8,
      }),
    );
  }
  addSlattedBack(piece, p, x, rear);
  piece.add(
    "front-rail",
    "frame",
    board(2 * x, 56, 24, "x", 6),
    place(0, p.seatHeight - 110, front + 6),
  );
  const seat = [2 * x - 36, 120, p.depth - 190] as const;
  const at = place(0, p.seatHeight - 44, 60, { x: -5 });
  piece.add("seat", "upholstery", cushion(...seat, { radius: 34, puff: 20, wrinkle: 4 }), at);
  piece.add("seam", "upholstery", piping(...seat, 34), at);
}

function addSlattedBack(piece: Piece, p: ArmchairParams, x: number, rear: number) {
  const lean = 24;
  for (const y of [p.height - 40, p.height - 150, p.height - 260]) {
    const z = rear - 20 + ((p.height - y) / (p.height - p.seatHeight + 110)) * 180;
    piece.add(
      "back-rail",
      "frame",
      board(2 * x - 68, 44, 16, "x", 6),
      place(0, y, z, { x: -lean }),
    );
  }
  const high = p.height - p.seatHeight + 40;
  piece.add(
    "back",
    "upholstery",
    cushion(2 * x - 84, high, 130, { radius: 44, puff: 22, wrinkle: 5 }),
    place(0, p.seatHeight + high / 2 - 26, rear + 168, { x: -lean }),
  );
}
