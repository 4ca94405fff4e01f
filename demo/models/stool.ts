import { Vector3 } from "three";
import { board } from "./board.ts";
import { cushion, piping } from "./cushion.ts";
import { leg } from "./legs.ts";
import type { StoolParams } from "./params.ts";
import { place, startPiece } from "./piece.ts";
import type { Piece } from "./piece.ts";
import { rectOutline, roundOutline, slab } from "./slab.ts";
import type { Outline } from "./slab.ts";
import { rod, sweep } from "./sweep.ts";

/** A stool on three or four legs, low or at bar height. */
export function buildStool(p: StoolParams): Piece {
  const piece = startPiece();
  const outline = seatOutline(p);
  const thick = p.seat === "solid" ? 30 : 18;
  const boardTop = p.seat === "solid" ? p.height : p.height - 46;
  const relief =
    p.top === "saddle"
      ? (x: number) => 16 * (x / (p.width / 2)) ** 2 - 14
      : (x: number, z: number) => -6 * Math.max(0, 1 - (x * x + z * z) / (p.width * 0.4) ** 2);
  const solid = p.seat === "solid";
  if (p.seat === "cord") addCordSeat(piece, p);
  else
    piece.add(
      "seat-board",
      solid ? "seat" : "frame",
      slab(outline, thick, { edge: 9, undercut: 10, grain: "x", ...(solid ? { relief } : {}) }),
      place(0, boardTop - thick, 0),
    );
  if (p.seat === "upholstered") {
    const round = p.top === "round";
    const shape = round ? squareToDisc(p.width / 2, p.depth / 2) : undefined;
    const options = { radius: 22, puff: 14, detail: 12, ...(shape ? { shape } : {}) };
    piece.add(
      "cushion",
      "seat",
      cushion(p.width, 52, p.depth, options),
      place(0, p.height - 30, 0),
    );
    piece.add("seam", "seat", piping(p.width, 52, p.depth, 22, shape), place(0, p.height - 30, 0));
  }
  addLegs(piece, p, boardTop - thick + 6);
  return piece;
}

function seatOutline(p: StoolParams): Outline {
  const [w, d] = p.seat === "upholstered" ? [p.width - 30, p.depth - 30] : [p.width, p.depth];
  return p.top === "round" ? roundOutline(w, d) : rectOutline(w, d, p.top === "saddle" ? 60 : 34);
}

/** Turns a square cushion into a round one without folding it. */
function squareToDisc(halfX: number, halfZ: number) {
  return (point: Vector3) => {
    const [x, z] = [point.x / halfX, point.z / halfZ];
    point.x = halfX * x * Math.sqrt(Math.max(0, 1 - (z * z) / 2));
    point.z = halfZ * z * Math.sqrt(Math.max(0, 1 - (x * x) / 2));
  };
}

function addCordSeat(piece: Piece, p: StoolParams) {
  const y = p.height - 30;
  for (const s of [-1, 1]) {
    piece.add(
      "rail",
      "frame",
      board(26, 40, p.depth - 20, "z", 5),
      place(s * (p.width / 2 - 16), y, 0),
    );
    piece.add(
      "rail",
      "frame",
      board(p.width - 30, 40, 26, "x", 5),
      place(0, y, s * (p.depth / 2 - 16)),
    );
  }
  const sag = (point: Vector3) => {
    point.y -=
      8 *
      Math.max(0, 1 - ((2 * point.x) / p.width) ** 2) *
      Math.max(0, 1 - ((2 * point.z) / p.depth) ** 2);
  };
  piece.add(
    "seat",
    "seat",
    cushion(p.width, 28, p.depth - 8, { radius: 13.5, shape: sag }),
    place(0, p.height - 14, 0),
  );
}

function addLegs(piece: Piece, p: StoolParams, top: number) {
  const tall = p.height > 560;
  const radius = tall ? 17 : 16;
  const spread = p.seat === "cord" || p.legs === "square" ? 1 : tall ? 1.34 : 1.26;
  const inset = p.seat === "cord" || p.legs === "square" ? 0.86 : 0.62;
  const angles = p.legCount === 3 ? [90, 210, 330] : [45, 135, 225, 315];
  const reach = p.top === "round" || p.legCount === 3 ? 0.5 : 0.68;
  const spots = angles.map((degrees) => {
    const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
    return { x: cos * p.width * reach * inset, z: sin * p.depth * reach * inset };
  });
  for (const { x, z } of spots)
    piece.add("leg", "frame", leg([x, top, z], [x * spread, 0, z * spread], p.legs, radius));
  const low = p.footrest > 0 ? p.footrest : p.height * 0.36;
  const at = spots.map(({ x, z }) => {
    const share = spread + (1 - spread) * (low / top);
    return [x * share, low, z * share] as const;
  });
  if (p.footrest > 0 && p.top === "round") {
    const size = Math.hypot(at[0]?.[0] ?? 0, at[0]?.[2] ?? 0);
    const ring = roundOutline(size * 2, size * 2, 2, 48).map(([x, z]) => new Vector3(x, low, z));
    piece.add("foot-ring", "footrest", sweep(ring, { section: 7, closed: true }));
    return;
  }
  at.forEach((from, index) => {
    const to = at[(index + 1) % at.length] ?? from;
    piece.add("stretcher", "frame", rod(from, [to[0], low, to[2]], 9, 9));
  });
}
