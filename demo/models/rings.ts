import { BufferAttribute, BufferGeometry, Vector3 } from "three";

export interface RingOptions {
  /** The last ring joins the first (a closed frame). */
  joined?: boolean;
  /** Break the shading where the wall turns by more than this many degrees. Default: never. */
  creaseDegrees?: number;
}

/**
 * Skin stretched over a row of closed rings with equally many points each: the base of everything
 * turned, swept or cut out. The skin must close (or nearly): its outside is found by its volume.
 * Texture coordinates are metres: u along the row, v around (true to scale where it is widest).
 */
export function skinRings(rows: Vector3[][], options: RingOptions = {}): BufferGeometry {
  const rings = options.creaseDegrees ? splitCreases(rows, options.creaseDegrees) : markAll(rows);
  const around = rows[0]?.length ?? 0;
  const positions: number[] = [];
  const uvs: number[] = [];
  const girth = Math.max(...rows.map(perimeter));
  let along = 0;
  const list = options.joined && rings[0] ? [...rings, rings[0]] : rings;
  list.forEach((entry, index) => {
    const previous = list[index - 1];
    if (previous) along += centreStep(previous.points, entry.points);
    for (let column = 0; column <= around; column++) {
      const point = pick(entry.points, column);
      positions.push(point.x, point.y, point.z);
      uvs.push(along / 1000, (girth * column) / around / 1000);
    }
  });
  const geometry = new BufferGeometry();
  geometry.setAttribute("position", new BufferAttribute(new Float32Array(positions), 3));
  geometry.setAttribute("uv", new BufferAttribute(new Float32Array(uvs), 2));
  geometry.setIndex(facingOutwards(quadIndices(list, around), positions));
  geometry.computeVertexNormals();
  joinSeams(geometry, list.length, around, options.joined ?? false);
  return geometry;
}

interface Ring {
  points: Vector3[];
  /** No skin between this ring and the one before: the shading breaks here. */
  restarts: boolean;
}

const markAll = (rows: Vector3[][]): Ring[] => rows.map((points) => ({ points, restarts: false }));

function pick(points: Vector3[], column: number): Vector3 {
  const point = points[column % points.length];
  if (!point) throw new Error("a ring needs points");
  return point;
}

function perimeter(points: Vector3[]): number {
  return points.reduce((sum, point, index) => sum + point.distanceTo(pick(points, index + 1)), 0);
}

/** Longest step any point takes, so that u keeps its scale on flat lids as on walls. */
function centreStep(from: Vector3[], to: Vector3[]): number {
  const quarter = Math.floor(from.length / 4);
  return Math.max(
    pick(from, 0).distanceTo(pick(to, 0)),
    pick(from, quarter).distanceTo(pick(to, quarter)),
  );
}

function splitCreases(rows: Vector3[][], degrees: number): Ring[] {
  const limit = Math.cos((degrees * Math.PI) / 180);
  const result: Ring[] = [];
  rows.forEach((points, index) => {
    result.push({ points, restarts: false });
    const before = rows[index - 1];
    const after = rows[index + 1];
    if (!before || !after) return;
    const arriving = pick(points, 0).clone().sub(pick(before, 0)).normalize();
    const leaving = pick(after, 0).clone().sub(pick(points, 0)).normalize();
    if (arriving.dot(leaving) < limit) result.push({ points, restarts: true });
  });
  return result;
}

function quadIndices(list: Ring[], around: number): number[] {
  const indices: number[] = [];
  const stride = around + 1;
  list.slice(1).forEach((entry, row) => {
    const previous = list[row];
    if (!previous || entry.restarts) return;
    const closedBelow = isPoint(previous.points);
    const closedAbove = isPoint(entry.points);
    for (let column = 0; column < around; column++) {
      const low = row * stride + column;
      const high = low + stride;
      if (!closedBelow) indices.push(low, low + 1, high);
      if (!closedAbove) indices.push(low + 1, high + 1, high);
    }
  });
  return indices;
}

const isPoint = (points: Vector3[]) =>
  pick(points, 0).distanceTo(pick(points, 1)) + pick(points, 1).distanceTo(pick(points, 2)) < 1e-4;

/** First and last column lie on each other; give them one normal so that no seam shows. */
function joinSeams(geometry: BufferGeometry, rows: number, around: number, joined: boolean) {
  const normals = geometry.getAttribute("normal");
  const average = (a: number, b: number) => {
    const sum = new Vector3(
      normals.getX(a) + normals.getX(b),
      normals.getY(a) + normals.getY(b),
      normals.getZ(a) + normals.getZ(b),
    ).normalize();
    normals.setXYZ(a, sum.x, sum.y, sum.z);
    normals.setXYZ(b, sum.x, sum.y, sum.z);
  };
  const stride = around + 1;
  for (let row = 0; row < rows; row++) average(row * stride, row * stride + around);
  if (!joined) return;
  for (let column = 0; column < stride; column++) average(column, (rows - 1) * stride + column);
}

/** Turns all triangles over when the body would be inside out. */
function facingOutwards(indices: number[], positions: number[]): number[] {
  const corner = (index: number) => new Vector3().fromArray(positions, index * 3);
  let volume = 0;
  for (let i = 0; i + 2 < indices.length; i += 3) {
    const [a = 0, b = 0, c = 0] = indices.slice(i, i + 3);
    volume += corner(a).dot(corner(b).cross(corner(c)));
  }
  return volume >= 0 ? indices : indices.toReversed();
}
