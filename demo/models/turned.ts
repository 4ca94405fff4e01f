import { CatmullRomCurve3, Vector3 } from "three";
import type { BufferGeometry } from "three";
import { spaceNoise } from "./noise.ts";
import { skinRings } from "./rings.ts";

/** Radius and height in millimetres. */
export type ProfilePoint = readonly [radius: number, height: number];

export interface TurnedOptions {
  segments?: number;
  creaseDegrees?: number;
  /** How far the wall wanders, as a share of the radius: a hand-thrown pot has about 0.008. */
  wobble?: number;
  seed?: number;
  /** Vertical ribs: how many, and how deep in millimetres. */
  ribs?: { count: number; depth: number; from: number; to: number };
}

/** A body turned on the wheel or the lathe; the profile runs from the bottom centre outwards and up. */
export function turned(
  profile: readonly ProfilePoint[],
  options: TurnedOptions = {},
): BufferGeometry {
  const { segments = 40, creaseDegrees = 50, wobble = 0, seed = 1, ribs } = options;
  const rows = profile.map(([radius, height]) => {
    const ring: Vector3[] = [];
    for (let column = 0; column < segments; column++) {
      const angle = -(column / segments) * Math.PI * 2;
      const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
      const wander = 1 + wobble * spaceNoise(cos * 1.3, height / 60, sin * 1.3, seed);
      let reach = radius * wander;
      if (ribs && height > ribs.from && height < ribs.to) {
        const ease = Math.min(1, (height - ribs.from) / 8, (ribs.to - height) / 8);
        reach -= ribs.depth * ease * (0.5 - 0.5 * Math.abs(Math.cos((angle * ribs.count) / 2)) * 2);
      }
      ring.push(new Vector3(reach * cos, height, reach * sin));
    }
    return ring;
  });
  return skinRings(rows, { creaseDegrees });
}

/** A smooth line through a few profile points, `steps` pieces long. */
export function smoothProfile(points: readonly ProfilePoint[], steps: number): ProfilePoint[] {
  const curve = new CatmullRomCurve3(
    points.map(([radius, height]) => new Vector3(radius, height, 0)),
    false,
    "centripetal",
  );
  return curve.getPoints(steps).map((point) => [Math.max(point.x, 0), point.y] as const);
}

/**
 * A thrown vessel: the outer line from foot to lip, the same wall inside, and a rounded lip.
 * `wall` and `floor` are thicknesses in millimetres.
 */
export function vesselProfile(outer: readonly ProfilePoint[], wall: number, floor: number) {
  const foot = outer[0] ?? [0, 0];
  const lip = outer.at(-1) ?? [0, 0];
  const inner = outer
    .map(([radius, height]) => [Math.max(radius - wall, 0.5), height] as const)
    .filter(([, height]) => height > foot[1] + floor && height < lip[1] - wall * 0.3)
    .toReversed();
  const lowest = inner.at(-1) ?? lip;
  return [
    [0, foot[1] + 1.5],
    [Math.max(foot[0] - 6, foot[0] * 0.7), foot[1] + 1.5],
    [Math.max(foot[0] - 5, foot[0] * 0.75), foot[1]],
    ...outer,
    [lip[0] - wall * 0.18, lip[1] + wall * 0.32],
    [lip[0] - wall * 0.5, lip[1] + wall * 0.45],
    [lip[0] - wall * 0.82, lip[1] + wall * 0.32],
    ...inner,
    [lowest[0] * 0.85, foot[1] + floor + 0.5],
    [lowest[0] * 0.5, foot[1] + floor],
    [0, foot[1] + floor],
  ] satisfies ProfilePoint[];
}
