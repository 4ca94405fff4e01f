import type { PlanterParams } from "./params.ts";
import { place, startPiece } from "./piece.ts";
import type { Piece } from "./piece.ts";
import { addPlant } from "./plant.ts";
import { addPot } from "./pottery.ts";
import { leg } from "./legs.ts";
import { board } from "./board.ts";
import { rod } from "./sweep.ts";
import { smoothProfile, turned } from "./turned.ts";
import type { ProfilePoint } from "./turned.ts";

/** A plant pot on the floor, on a stand or on cords. Height is pot and stand, not the plant. */
export function buildPlanter(p: PlanterParams): Piece {
  const piece = startPiece(p.hanging ? "ceiling" : "floor");
  const lift = p.stand === "wood" ? Math.round(p.height * 0.42) : p.stand === "saucer" ? 8 : 0;
  const high = p.height - lift;
  const outer = smoothProfile(potLine(p, high), p.ribbed ? 22 : 32);
  const ribs = p.ribbed
    ? {
        ribs: {
          count: 40,
          depth: Math.max(2.4, p.diameter * 0.016),
          from: high * 0.08,
          to: high * 0.9,
        },
      }
    : {};
  addPot(
    piece,
    {
      name: "pot",
      outer,
      wall: 7,
      floor: 12,
      bareTo: 0,
      at: place(0, lift, 0),
      turning: { segments: p.ribbed ? 160 : 64, ...ribs },
    },
    "pot",
    "pot",
  );
  const lip = (outer.at(-1)?.[0] ?? p.diameter / 2) - 7;
  const soil = p.height - Math.max(14, high * 0.1);
  if (p.plant !== "none") {
    addSoil(piece, soil, lip);
    addPlant(piece, p.plant, soil, lip);
  }
  if (p.stand === "wood") addStand(piece, p, lift);
  if (p.stand === "saucer") addDripTray(piece, p.diameter * 0.46);
  if (p.hanging) addCords(piece, p, lip);
  return piece;
}

function addSoil(piece: Piece, y: number, lip: number) {
  piece.add(
    "soil",
    "soil",
    turned(
      [
        [0, -20],
        [lip - 2, -20],
        [lip - 1, 0],
        [lip * 0.6, 4],
        [0, 6],
      ],
      { segments: 40, wobble: 0.02 },
    ),
    place(0, y, 0),
  );
}

function addDripTray(piece: Piece, r: number) {
  addPot(
    piece,
    {
      name: "drip-tray",
      outer: smoothProfile(
        [
          [r * 0.9, 0],
          [r * 0.97, 4],
          [r, 12],
          [r * 1.02, 22],
        ],
        12,
      ),
      wall: 6,
      floor: 8,
      bareTo: 0,
    },
    "pot",
    "pot",
  );
}

function potLine({ profile, diameter }: PlanterParams, h: number): ProfilePoint[] {
  const r = diameter / 2;
  const lines: Record<PlanterParams["profile"], ProfilePoint[]> = {
    cylinder: [
      [r * 0.9, 0],
      [r * 0.97, h * 0.03],
      [r, h * 0.1],
      [r, h * 0.5],
      [r, h * 0.9],
      [r, h],
    ],
    bowl: [
      [r * 0.5, 0],
      [r * 0.66, h * 0.06],
      [r * 0.92, h * 0.36],
      [r, h * 0.7],
      [r * 0.985, h],
    ],
    tapered: [
      [r * 0.68, 0],
      [r * 0.72, h * 0.04],
      [r * 0.82, h * 0.4],
      [r * 0.93, h * 0.78],
      [r, h * 0.84],
      [r, h],
    ],
    belly: [
      [r * 0.62, 0],
      [r * 0.8, h * 0.05],
      [r, h * 0.4],
      [r * 0.96, h * 0.66],
      [r * 0.78, h * 0.92],
      [r * 0.8, h],
    ],
  };
  return lines[profile];
}

function addStand(piece: Piece, p: PlanterParams, lift: number) {
  const r = p.diameter * 0.47;
  for (const s of [-1, 1]) {
    const [x, z] = [r * 0.76, r * 0.76];
    for (const e of [-1, 1])
      piece.add(
        "leg",
        "stand",
        leg([s * x, lift + 70, e * z], [s * x * 1.06, 0, e * z * 1.06], "round", 12),
      );
    piece.add(
      "cross",
      "stand",
      board(2.14 * r, 24, 20, "x", 4),
      place(0, lift - 12, 0, { y: s * 45 }),
    );
  }
}

function addCords(piece: Piece, p: PlanterParams, lip: number) {
  const top = p.height + p.diameter * 1.7;
  for (const degrees of [90, 210, 330]) {
    const [x, z] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
    piece.add(
      "cord",
      "stand",
      rod([x * (lip + 4), p.height - 8, z * (lip + 4)], [0, top, 0], 2.6, 2.6, { segments: 8 }),
    );
  }
  piece.add("ring", "stand", rod([0, top - 10, 0], [0, top + 60, 0], 3.4, 3.4));
}
