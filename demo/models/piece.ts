import { Euler, Matrix4, Quaternion, Vector3 } from "three";
import type { BufferGeometry } from "three";

/** One body of one material. Geometry in millimetres; `at` places it once or several times. */
export interface Part {
  name: string;
  slot: string;
  geometry: BufferGeometry;
  at: Matrix4[];
  /** A lit shade: shines by itself, strongest near the lamp. */
  glows: boolean;
}

export interface Piece {
  parts: Part[];
  /** Where bulbs sit, millimetres. */
  lamps: Vector3[];
  /** What it stands on or hangs from. */
  mount: "floor" | "wall" | "ceiling";
  add: (name: string, slot: string, geometry: BufferGeometry, ...at: Matrix4[]) => void;
  addGlowing: (name: string, slot: string, geometry: BufferGeometry, ...at: Matrix4[]) => void;
}

/** An empty piece that a family fills with parts. */
export function startPiece(mount: Piece["mount"] = "floor"): Piece {
  const parts: Part[] = [];
  const put =
    (glows: boolean): Piece["add"] =>
    (name, slot, geometry, ...at) => {
      parts.push({ name, slot, geometry, glows, at: at.length > 0 ? at : [new Matrix4()] });
    };
  return { parts, lamps: [], mount, add: put(false), addGlowing: put(true) };
}

/** Position in millimetres and rotation in degrees (applied x, then y, then z of the fixed axes). */
export function place(
  x: number,
  y: number,
  z: number,
  turn: { x?: number; y?: number; z?: number } = {},
) {
  const radians = (degrees = 0) => (degrees * Math.PI) / 180;
  const rotation = new Euler(radians(turn.x), radians(turn.y), radians(turn.z), "ZYX");
  return new Matrix4().compose(
    new Vector3(x, y, z),
    new Quaternion().setFromEuler(rotation),
    new Vector3(1, 1, 1),
  );
}
