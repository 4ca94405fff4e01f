import type { BufferGeometry } from "three";
import type { LegShape } from "./params.ts";
import type { Piece } from "./piece.ts";
import { rod } from "./sweep.ts";

type Spot = readonly [number, number, number];

/** One leg from its upper end down to the floor. `radius` is the half-thickness at the top. */
export function leg(top: Spot, foot: Spot, shape: LegShape, radius: number): BufferGeometry {
  const lower = shape === "tapered" ? radius * 0.58 : radius * (shape === "round" ? 0.9 : 1);
  const options = shape === "square" ? { squareness: 7, segments: 20, cap: 2 } : { cap: 2.5 };
  return rod(top, foot, radius, lower, options);
}

export interface LegSet {
  /** Half-distances of the tops from the middle. */
  x: number;
  z: number;
  top: number;
  /** How far the feet stand out beyond the tops. */
  splayX: number;
  splayZ: number;
  shape: LegShape;
  radius: number;
}

/** Four legs under a symmetrical piece. */
export function addFourLegs(piece: Piece, slot: string, set: LegSet) {
  for (const [side, sx] of [
    ["left", -1],
    ["right", 1],
  ] as const)
    for (const [end, sz] of [
      ["front", 1],
      ["back", -1],
    ] as const)
      piece.add(
        `leg-${end}-${side}`,
        slot,
        leg(
          [sx * set.x, set.top, sz * set.z],
          [sx * (set.x + set.splayX), 0, sz * (set.z + set.splayZ)],
          set.shape,
          set.radius,
        ),
      );
}
