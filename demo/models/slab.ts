import { Vector3 } from "three";
import type { BufferGeometry } from "three";
import { projectGrain } from "./grain.ts";
import type { GrainAxis } from "./grain.ts";
import { skinRings } from "./rings.ts";

/** Points of an outline in the ground plane, millimetres, turning from x towards z. */
export type Outline = readonly (readonly [x: number, z: number])[];

export interface SlabOptions {
  /** Radius of the rounded edges. */
  edge?: number;
  grain?: GrainAxis;
  /** Raises (or lowers) the upper face, for a seat hollowed by hand. */
  relief?: (x: number, z: number) => number;
  /** Draws in the lower edge by this much, for a bevelled underside. */
  undercut?: number;
}

/** A board of any rounded outline lying on y = 0 with the given thickness. */
export function slab(
  outline: Outline,
  thickness: number,
  options: SlabOptions = {},
): BufferGeometry {
  const { edge = 3, grain = "x", relief, undercut = 0 } = options;
  const round = Math.min(edge, thickness / 2 - 0.1);
  const steps = [0, 0.25, 0.5, 0.75, 1].map((step) => (step * Math.PI) / 2);
  const lower = steps.map(
    (a) => [undercut + round * (1 - Math.sin(a)), round * (1 - Math.cos(a))] as const,
  );
  const upper = steps.map(
    (a) => [round * (1 - Math.cos(a)), thickness - round * (1 - Math.sin(a))] as const,
  );
  const rim = [...lower, ...upper].map(([inset, y]) => insetRing(outline, inset, y));
  const shrink = (share: number, y: number) =>
    outline.map(([x, z]) => new Vector3(x * share, y, z * share));
  const top = relief ? [0.93, 0.85, 0.7, 0.5, 0.25, 0] : [0];
  const rows = [shrink(0, 0), ...rim, ...top.map((share) => shrink(share, thickness))];
  if (relief) raise(rows, thickness, relief);
  return projectGrain(skinRings(rows), grain);
}

function raise(rows: Vector3[][], thickness: number, relief: (x: number, z: number) => number) {
  for (const row of rows)
    for (const point of row) if (point.y > thickness - 0.01) point.y += relief(point.x, point.z);
}

function insetRing(outline: Outline, inset: number, y: number): Vector3[] {
  const count = outline.length;
  return outline.map(([x, z], index) => {
    const [bx, bz] = outline[(index - 1 + count) % count] ?? [x, z];
    const [ax, az] = outline[(index + 1) % count] ?? [x, z];
    const length = Math.hypot(ax - bx, az - bz) || 1;
    const [alongX, alongZ] = [(ax - bx) / length, (az - bz) / length];
    return new Vector3(x - alongZ * inset, y, z + alongX * inset);
  });
}

/** Circle, ellipse or superellipse (squareness > 2) as an outline. */
export function roundOutline(width: number, depth: number, squareness = 2, points = 56): Outline {
  return Array.from({ length: points }, (_, index) => {
    const angle = (index / points) * Math.PI * 2;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const power = 2 / squareness;
    return [
      (Math.sign(cos) * Math.abs(cos) ** power * width) / 2,
      (Math.sign(sin) * Math.abs(sin) ** power * depth) / 2,
    ] as const;
  });
}

/** Rectangle with corners of the given radius; half the depth makes a pill. */
export function rectOutline(width: number, depth: number, radius: number, perCorner = 8): Outline {
  const corner = Math.min(radius, width / 2, depth / 2) - 0.01;
  const centres = [
    [width / 2 - corner, depth / 2 - corner, 0],
    [-width / 2 + corner, depth / 2 - corner, 1],
    [-width / 2 + corner, -depth / 2 + corner, 2],
    [width / 2 - corner, -depth / 2 + corner, 3],
  ] as const;
  return centres.flatMap(([cx, cz, quarter]) =>
    Array.from({ length: perCorner + 1 }, (_, step) => {
      const angle = ((quarter + step / perCorner) * Math.PI) / 2;
      return [cx + Math.cos(angle) * corner, cz + Math.sin(angle) * corner] as const;
    }),
  );
}
