import { Vector3 } from "three";
import { board } from "./board.ts";
import { cushion, piping } from "./cushion.ts";
import { leg } from "./legs.ts";
import type { ChairParams } from "./params.ts";
import { place, startPiece } from "./piece.ts";
import type { Piece } from "./piece.ts";
import { rectOutline, slab } from "./slab.ts";
import { bend, rod, sweep } from "./sweep.ts";

/** A dining chair: seat, four legs, one of six backs, arms if wanted. */
export function buildChair(p: ChairParams): Piece {
  const piece = startPiece();
  const hasPosts =
    p.back === "slats" || p.back === "ladder" || p.back === "panel" || p.back === "cushion";
  addSeat(piece, p);
  addLegs(piece, p, hasPosts);
  if (p.back === "spindle") addSpindleBack(piece, p);
  else if (p.back === "loop") addLoopBack(piece, p);
  else addPostBack(piece, p, p.back);
  if (p.arms && p.back !== "loop") addArms(piece, p);
  return piece;
}

const rake = 0.17;
const seatWidth = (p: ChairParams) => p.width - 40;
const seatDepth = (p: ChairParams) => p.depth - 70;

/** Where the back stands at a given height: it leans away from the sitter. */
function backZ(p: ChairParams, y: number): number {
  return -seatDepth(p) / 2 + 22 - Math.max(0, y - p.seatHeight) * rake;
}

function addSeat(piece: Piece, p: ChairParams) {
  const [w, d] = [seatWidth(p), seatDepth(p)];
  if (p.seat === "solid") {
    const hollow = (x: number, z: number) =>
      -9 * Math.max(0, 1 - ((x / (w * 0.42)) ** 2 + ((z - 10) / (d * 0.42)) ** 2));
    const outline = rectOutline(w, d, 90, 10);
    piece.add(
      "seat",
      "seat",
      slab(outline, 28, { edge: 10, undercut: 12, grain: "z", relief: hollow }),
      place(0, p.seatHeight - 28, 0),
    );
    return;
  }
  const rail = 44;
  const y = p.seatHeight - (p.seat === "cord" ? 8 : 38) - rail / 2;
  for (const s of [-1, 1]) {
    piece.add("rail-side", "frame", board(24, rail, d - 30, "z", 4), place(s * (w / 2 - 14), y, 0));
    piece.add(
      "rail-cross",
      "frame",
      board(w - 40, rail, 24, "x", 4),
      place(0, y, s * (d / 2 - 14)),
    );
  }
  if (p.seat === "cord") {
    const sag = (point: Vector3) => {
      point.y -=
        9 * Math.max(0, 1 - (point.x / (w / 2)) ** 2) * Math.max(0, 1 - (point.z / (d / 2)) ** 2);
    };
    piece.add(
      "seat",
      "seat",
      cushion(w - 14, 26, d - 14, { radius: 13, shape: sag }),
      place(0, p.seatHeight - 13, 0),
    );
    return;
  }
  piece.add(
    "seat",
    "seat",
    cushion(w, 50, d, { radius: 22, puff: 10, wrinkle: 1 }),
    place(0, p.seatHeight - 26, 0),
  );
  piece.add("seam", "seat", piping(w, 50, d, 22), place(0, p.seatHeight - 26, 0));
}

function addLegs(piece: Piece, p: ChairParams, hasPosts: boolean) {
  const [w, d] = [seatWidth(p), seatDepth(p)];
  const radius = p.legs === "square" ? 16 : 18;
  const top = p.seat === "solid" ? p.seatHeight - 20 : p.seatHeight - 46;
  const inset = hasPosts ? 24 : 55;
  const splay = hasPosts ? 8 : 40;
  for (const s of [-1, 1]) {
    const x = s * (w / 2 - inset);
    piece.add(
      "leg-front",
      "frame",
      leg([x, top, d / 2 - inset], [x + s * splay, 0, d / 2 - inset + splay * 0.8], p.legs, radius),
    );
    if (hasPosts) addPost(piece, p, x);
    else
      piece.add(
        "leg-back",
        "frame",
        leg(
          [x, top, -d / 2 + inset],
          [x + s * splay, 0, -d / 2 + inset - splay * 1.1],
          p.legs,
          radius,
        ),
      );
  }
  if (hasPosts && p.seat === "solid") {
    const y = p.seatHeight - 52;
    for (const s of [-1, 1])
      piece.add(
        "rail-side",
        "frame",
        board(20, 46, d - 40, "z", 4),
        place(s * (w / 2 - inset), y, 0),
      );
    piece.add("rail-front", "frame", board(w - 50, 46, 20, "x", 4), place(0, y, d / 2 - inset));
    piece.add("rail-back", "frame", board(w - 50, 46, 20, "x", 4), place(0, y, -d / 2 + inset));
  }
}

function addPost(piece: Piece, p: ChairParams, x: number) {
  const foot = -seatDepth(p) / 2 - 12;
  const low = p.seatHeight - 40;
  const path = bend(
    [
      [x, 0, foot - 14],
      [x, low * 0.6, foot + 22],
      [x, p.seatHeight, backZ(p, p.seatHeight)],
      [x * 0.985, (p.seatHeight + p.height) / 2, backZ(p, (p.seatHeight + p.height) / 2)],
      [x * 0.97, p.height, backZ(p, p.height)],
    ],
    22,
  );
  const square = p.legs === "square";
  piece.add(
    "post",
    "frame",
    sweep(path, {
      section: (t) => (square ? 16 : 18 - 6 * Math.abs(t - 0.45) * 1.6),
      squareness: square ? 7 : 2,
      side: new Vector3(1, 0, 0),
    }),
  );
}

/** A rail across the back at height `y`, hollowed towards the sitter. */
function addCrest(
  piece: Piece,
  p: ChairParams,
  name: string,
  slot: string,
  y: number,
  high: number,
  thick: number,
  half: number,
) {
  const z = backZ(p, y);
  const path = bend(
    [
      [-half, y, z + 14],
      [-half * 0.55, y, z - 12],
      [0, y, z - 20],
      [half * 0.55, y, z - 12],
      [half, y, z + 14],
    ],
    24,
  );
  piece.add(
    name,
    slot,
    sweep(path, {
      section: (t) => [thick, high * (1 - 0.18 * (2 * t - 1) ** 4)],
      squareness: 3.2,
      segments: 20,
      cap: 8,
      side: new Vector3(0, 0, 1),
    }),
  );
}

const crestZ = (p: ChairParams, y: number, share: number) => backZ(p, y) - 20 + 34 * share * share;

function addSpindleBack(piece: Piece, p: ChairParams) {
  const half = p.width / 2 - 24;
  const y = p.height - 34;
  addCrest(piece, p, "crest", "back", y, 34, 11, half);
  const count = 7;
  for (let i = 0; i < count; i++) {
    const share = (i / (count - 1)) * 2 - 1;
    const thick = Math.abs(share) === 1 ? 11 : 7.5;
    piece.add(
      "spindle",
      "frame",
      rod(
        [
          share * (seatWidth(p) / 2 - 52),
          p.seatHeight - 18,
          -seatDepth(p) / 2 + 30 + 22 * share * share,
        ],
        [share * (half - 26), y - 10, crestZ(p, y, share * 0.9)],
        thick,
        thick * 0.8,
      ),
    );
  }
}

function addLoopBack(piece: Piece, p: ChairParams) {
  const armY = p.arms ? p.seatHeight + 200 : p.height - 90;
  const half = p.width / 2 - 14;
  const front = p.arms ? seatDepth(p) * 0.28 : seatDepth(p) * 0.08;
  const path = bend(
    [
      [-half, armY, front],
      [-half * 0.98, armY + 12, -seatDepth(p) * 0.2],
      [-half * 0.6, p.height - 24, -seatDepth(p) * 0.52],
      [0, p.height - 18, -seatDepth(p) * 0.62],
      [half * 0.6, p.height - 24, -seatDepth(p) * 0.52],
      [half * 0.98, armY + 12, -seatDepth(p) * 0.2],
      [half, armY, front],
    ],
    44,
  );
  piece.add(
    "bow",
    "back",
    sweep(path, {
      section: (t) => [13 + 5 * Math.abs(2 * t - 1) ** 3, 15],
      squareness: 2.6,
      segments: 16,
      cap: 9,
    }),
  );
  const spots = p.arms
    ? [0.06, 0.26, 0.38, 0.46, 0.54, 0.62, 0.74, 0.94]
    : [0.07, 0.22, 0.34, 0.45, 0.55, 0.66, 0.78, 0.93];
  for (const t of spots) {
    const end = path[Math.round(t * (path.length - 1))] ?? new Vector3();
    const [w, d] = [seatWidth(p) / 2 - 34, seatDepth(p) / 2 - 32];
    const reach = 1 / Math.max(Math.abs(end.x) / w, Math.abs(end.z) / d, 1);
    piece.add(
      "spindle",
      "frame",
      rod(
        [end.x * reach * 0.98, p.seatHeight - 16, end.z * reach * 0.98],
        [end.x, end.y, end.z],
        8.5,
        7,
      ),
    );
  }
}

function addPostBack(piece: Piece, p: ChairParams, back: "slats" | "ladder" | "panel" | "cushion") {
  const half = seatWidth(p) / 2 - 24;
  const rise = p.height - p.seatHeight;
  if (back === "ladder") {
    for (const share of [0.36, 0.62, 0.88])
      addCrest(piece, p, "slat", "back", p.seatHeight + rise * share, 24, 7, half - 2);
    return;
  }
  if (back === "panel") {
    addCrest(piece, p, "board", "back", p.height - rise * 0.26, rise * 0.24, 8, half + 14);
    return;
  }
  if (back === "cushion") {
    const high = rise * 0.62;
    const y = p.height - high / 2 - 4;
    const curve = (point: Vector3) => {
      point.z += 26 * (point.x / half) ** 2;
    };
    const at = place(0, y, backZ(p, y) - 4, { x: -9.6 });
    piece.add(
      "back-cushion",
      "back",
      cushion(half * 2 - 10, high, 46, { radius: 20, puff: 14, shape: curve }),
      at,
    );
    return;
  }
  addCrest(piece, p, "crest", "back", p.height - 30, 28, 9, half);
  addCrest(piece, p, "lower-rail", "back", p.seatHeight + rise * 0.22, 16, 8, half);
  for (const share of [-0.6, -0.3, 0, 0.3, 0.6]) {
    const [low, high] = [p.seatHeight + rise * 0.22, p.height - 30];
    const x = share * half * 1.1;
    const path = [
      new Vector3(x, low, crestZ(p, low, share)),
      new Vector3(x, high, crestZ(p, high, share)),
    ];
    piece.add(
      "slat",
      "back",
      sweep(path, { section: [15, 6], squareness: 4, segments: 16, side: new Vector3(1, 0, 0) }),
    );
  }
}

function addArms(piece: Piece, p: ChairParams) {
  const y = p.seatHeight + 205;
  for (const s of [-1, 1]) {
    const x = s * (p.width / 2 - 18);
    const front = seatDepth(p) / 2 - 70;
    const path = bend(
      [
        [x * 0.9, y + 14, backZ(p, y) + 6],
        [x, y + 6, -seatDepth(p) * 0.15],
        [x * 1.02, y, front],
        [x * 0.98, y - 4, front + 34],
      ],
      22,
    );
    piece.add(
      "arm",
      "frame",
      sweep(path, {
        section: (t) => [15 + 8 * Math.sin(t * 3), 10],
        squareness: 2.6,
        segments: 16,
        cap: 8,
      }),
    );
    piece.add(
      "arm-post",
      "frame",
      rod(
        [s * (seatWidth(p) / 2 - 16), p.seatHeight - 20, front - 30],
        [x * 1.0, y - 2, front - 6],
        12,
        10,
      ),
    );
  }
}
