import type { BufferGeometry } from "three";
import { RoundedBoxGeometry } from "three/addons/geometries/RoundedBoxGeometry.js";
import { projectGrain } from "./grain.ts";
import type { GrainAxis } from "./grain.ts";

/** A planed board centred on the origin, edges broken by `edge` millimetres. */
export function board(
  width: number,
  height: number,
  depth: number,
  grain: GrainAxis = "x",
  edge = 2.5,
): BufferGeometry {
  const round = Math.min(edge, width / 2 - 0.05, height / 2 - 0.05, depth / 2 - 0.05);
  return projectGrain(new RoundedBoxGeometry(width, height, depth, 2, round), grain);
}
