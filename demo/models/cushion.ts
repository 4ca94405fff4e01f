import { BufferAttribute, BufferGeometry, Vector3 } from "three";
import { mergeVertices } from "three/addons/utils/BufferGeometryUtils.js";
import { projectGrain } from "./grain.ts";
import { spaceNoise } from "./noise.ts";
import { rectOutline } from "./slab.ts";
import { sweep } from "./sweep.ts";

export interface CushionOptions {
  /** Radius of the corners. */
  radius?: number;
  /** How far the faces belly out, in millimetres. */
  puff?: number;
  /** Height of the soft folds. */
  wrinkle?: number;
  seed?: number;
  /** Bends the finished cushion; gets and changes each point. */
  shape?: (point: Vector3) => void;
  detail?: number;
}

/** A stuffed box centred on the origin: rounded, bellied, never quite even. */
export function cushion(
  width: number,
  height: number,
  depth: number,
  options: CushionOptions = {},
): BufferGeometry {
  const half = new Vector3(width / 2, height / 2, depth / 2);
  const radius = Math.min(options.radius ?? 40, half.x, half.y, half.z) - 0.1;
  const points: number[] = [];
  for (const face of faces) addFace(points, face, half, radius, options.detail ?? 10);
  const geometry = new BufferGeometry();
  geometry.setAttribute("position", new BufferAttribute(new Float32Array(points), 3));
  const closed = mergeVertices(geometry, 1e-3);
  stuff(closed, half, radius, options);
  closed.computeVertexNormals();
  return projectGrain(closed, "x");
}

type Axis = "x" | "y" | "z";
const faces: readonly (readonly [normal: Axis, sign: 1 | -1, u: Axis, v: Axis])[] = [
  ["x", 1, "y", "z"],
  ["x", -1, "z", "y"],
  ["y", 1, "z", "x"],
  ["y", -1, "x", "z"],
  ["z", 1, "x", "y"],
  ["z", -1, "y", "x"],
];

function addFace(
  out: number[],
  [normal, sign, u, v]: (typeof faces)[number],
  half: Vector3,
  radius: number,
  detail: number,
) {
  const longest = Math.max(half.x, half.y, half.z);
  // Short sides bend less and need fewer points.
  const share = (axis: Axis) => Math.max(3, Math.round(detail * (half[axis] / longest) ** 0.7));
  const us = stations(half[u], radius, share(u));
  const vs = stations(half[v], radius, share(v));
  const corner = (a: number, b: number) => {
    const point = new Vector3();
    point[normal] = half[normal] * sign;
    point[u] = a;
    point[v] = b;
    return roundOff(point, half, radius);
  };
  us.slice(1).forEach((u1, i) => {
    const u0 = us[i] ?? u1;
    vs.slice(1).forEach((v1, j) => {
      const v0 = vs[j] ?? v1;
      const quad = [corner(u0, v0), corner(u1, v0), corner(u1, v1), corner(u0, v1)] as const;
      for (const index of [0, 1, 2, 0, 2, 3] as const) out.push(...quad[index].toArray());
    });
  });
}

/** Denser near the edges, where the surface turns. */
function stations(half: number, radius: number, detail: number): number[] {
  const turn = [0, 0.2, 0.45, 0.72].map((share) => -half + radius * share);
  const inner = Math.max(half - radius, 0.01);
  const flat = Array.from({ length: detail + 1 }, (_, i) => -inner + (2 * inner * i) / detail);
  return [...turn, ...flat, ...turn.map((value) => -value).toReversed()];
}

function roundOff(point: Vector3, half: Vector3, radius: number): Vector3 {
  const inner = point.clone();
  for (const axis of ["x", "y", "z"] as const) {
    const limit = half[axis] - radius;
    inner[axis] = Math.min(Math.max(point[axis], -limit), limit);
  }
  const out = point.clone().sub(inner);
  return out.lengthSq() > 0 ? inner.add(out.setLength(radius)) : point;
}

function stuff(geometry: BufferGeometry, half: Vector3, radius: number, options: CushionOptions) {
  const { puff = 0, wrinkle = 0, seed = 7, shape } = options;
  const position = geometry.getAttribute("position");
  const point = new Vector3();
  const scale = Math.max(80, radius * 3);
  for (let index = 0; index < position.count; index++) {
    point.fromBufferAttribute(position, index);
    const [x, y, z] = [point.x / half.x, point.y / half.y, point.z / half.z];
    const belly = (a: number, b: number) => (1 - a * a) * (1 - b * b);
    point.y += Math.sign(y) * Math.abs(y) ** 3 * puff * belly(x, z);
    point.z += Math.sign(z) * Math.abs(z) ** 3 * puff * 0.5 * belly(x, y);
    point.x += Math.sign(x) * Math.abs(x) ** 3 * puff * 0.35 * belly(y, z);
    if (wrinkle) {
      const fold = spaceNoise(point.x / scale, point.y / scale, point.z / scale, seed);
      point.y += wrinkle * fold * Math.sign(y) * Math.min(1, Math.abs(y) * 1.5);
    }
    shape?.(point);
    position.setXYZ(index, point.x, point.y, point.z);
  }
}

/** The corded seam along the upper edge of a cushion of the same size. */
export function piping(
  width: number,
  height: number,
  depth: number,
  radius: number,
  shape?: (point: Vector3) => void,
) {
  const inset = radius * (1 - Math.SQRT1_2) - 1;
  const outline = rectOutline(width - 2 * inset, depth - 2 * inset, Math.max(radius - inset, 8), 5);
  const path = outline.map(([x, z]) => new Vector3(x, height / 2 - inset, z)).toReversed();
  if (shape) path.forEach(shape);
  return sweep(path, { section: 3.6, closed: true, segments: 7 });
}
