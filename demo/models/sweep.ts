import { CatmullRomCurve3, Vector3 } from "three";
import type { BufferGeometry } from "three";
import { skinRings } from "./rings.ts";

export interface SweepOptions {
  /** Half-width and half-height of the section at t in [0, 1], or one radius for both. */
  section: number | readonly [number, number] | ((t: number) => number | readonly [number, number]);
  /** 2 is round; 5 a square with soft edges. */
  squareness?: number;
  segments?: number;
  closed?: boolean;
  /** Which way the half-width points at the start; made square to the path. */
  side?: Vector3;
  /** Rounding of the ends in millimetres. */
  cap?: number;
}

/** A rod, rail or tube along a line of points (millimetres). */
export function sweep(path: Vector3[], options: SweepOptions): BufferGeometry {
  const { segments = 14, squareness = 2, closed = false, cap = 2.5 } = options;
  const frames = carryFrames(path, options.side, closed);
  const rows = frames.map((frame, index) => {
    const [a, b] = sectionAt(options.section, index / Math.max(1, frames.length - 1));
    return ringAt(frame, a, b, segments, squareness);
  });
  if (closed) return skinRings(rows, { joined: true });
  const first = frames[0];
  const last = frames.at(-1);
  if (!first || !last) throw new Error("a path needs two points");
  const start = capRows(first, sectionAt(options.section, 0), -cap, segments, squareness);
  const end = capRows(last, sectionAt(options.section, 1), cap, segments, squareness);
  return skinRings([...start.toReversed(), ...rows.slice(1, -1), ...end]);
}

/** A straight member between two points, possibly tapering. */
export function rod(
  from: readonly [number, number, number],
  to: readonly [number, number, number],
  startRadius: number,
  endRadius: number,
  options: Omit<SweepOptions, "section"> = {},
): BufferGeometry {
  const start = new Vector3(...from);
  const path = [0, 0.25, 0.5, 0.75, 1].map((t) => start.clone().lerp(new Vector3(...to), t));
  return sweep(path, { ...options, section: (t) => startRadius + (endRadius - startRadius) * t });
}

/** Points of a smooth curve through the given corners. */
export function bend(
  corners: readonly (readonly [number, number, number])[],
  steps = 24,
  closed = false,
): Vector3[] {
  const curve = new CatmullRomCurve3(
    corners.map((corner) => new Vector3(...corner)),
    closed,
    "centripetal",
  );
  const points = curve.getSpacedPoints(steps);
  return closed ? points.slice(0, -1) : points;
}

interface Frame {
  centre: Vector3;
  along: Vector3;
  across: Vector3;
  up: Vector3;
}

type Section = SweepOptions["section"];

function sectionAt(section: Section, t: number): readonly [number, number] {
  const size = typeof section === "function" ? section(t) : section;
  return typeof size === "number" ? [size, size] : size;
}

function carryFrames(path: Vector3[], side: Vector3 | undefined, closed: boolean): Frame[] {
  let across = side?.clone() ?? null;
  return path.map((centre, index) => {
    const count = path.length;
    const before = path[closed ? (index - 1 + count) % count : Math.max(index - 1, 0)] ?? centre;
    const after = path[closed ? (index + 1) % count : Math.min(index + 1, count - 1)] ?? centre;
    const along = after.clone().sub(before).normalize();
    across ??=
      Math.abs(along.y) > 0.9 ? new Vector3(1, 0, 0) : along.clone().cross(new Vector3(0, 1, 0));
    across = across.clone().addScaledVector(along, -across.dot(along)).normalize();
    return { centre, along, across, up: along.clone().cross(across) };
  });
}

function ringAt(frame: Frame, a: number, b: number, segments: number, squareness: number) {
  return Array.from({ length: segments }, (_, column) => {
    const angle = ((column + 0.5) / segments) * Math.PI * 2;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const power = 2 / squareness;
    const x = Math.sign(cos) * Math.abs(cos) ** power * a;
    const y = Math.sign(sin) * Math.abs(sin) ** power * b;
    return frame.centre.clone().addScaledVector(frame.across, x).addScaledVector(frame.up, y);
  });
}

function capRows(
  frame: Frame,
  [a, b]: readonly [number, number],
  cap: number,
  segments: number,
  squareness: number,
): Vector3[][] {
  const round = Math.min(Math.abs(cap), a * 0.95, b * 0.95);
  const shifted = (distance: number): Frame => ({
    ...frame,
    centre: frame.centre.clone().addScaledVector(frame.along, Math.sign(cap) * distance),
  });
  const rows = [0, 0.25, 0.5, 0.75, 1].map((step) => {
    const angle = (step * Math.PI) / 2;
    const inset = round * (1 - Math.cos(angle));
    const out = round * Math.sin(angle) - round;
    return ringAt(shifted(out), a - inset, b - inset, segments, squareness);
  });
  rows.push(ringAt(shifted(0), 0, 0, segments, squareness));
  return rows;
}
