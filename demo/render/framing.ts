import { PerspectiveCamera, Vector3 } from "three";

export interface View {
  name: string;
  /** Degrees: where the camera stands round the piece (0 in front, positive to its right) and how high. */
  turn: number;
  rise: number;
  /** Share of the frame the subject fills. */
  fill: number;
  /** Close-up: a ball around a point, both as shares of the piece's box (0–1 from its least corner). */
  /** Scenes: camera and the point it looks at, metres, and its angle of view. Turn, rise and fill are not used. */
  stand?: {
    from: readonly [number, number, number];
    to: readonly [number, number, number];
    lens: number;
  };
  close?: { at: readonly [number, number, number]; radius: number };
}

const lens = 20;

/** A long lens, set back until the points fill the wanted share of the frame and lie in its middle. */
export function frame(points: Vector3[], view: View, aspect: number): PerspectiveCamera {
  if (view.stand) return standing(view.stand, aspect);
  const camera = new PerspectiveCamera(lens, aspect, 0.01, 200);
  const [turn, rise] = [(view.turn * Math.PI) / 180, (view.rise * Math.PI) / 180];
  const towards = new Vector3(
    Math.sin(turn) * Math.cos(rise),
    Math.sin(rise),
    Math.cos(turn) * Math.cos(rise),
  );
  const centre = points
    .reduce((sum, point) => sum.add(point), new Vector3())
    .divideScalar(points.length);
  let distance =
    (1.5 * Math.max(...points.map((point) => point.distanceTo(centre)))) /
    Math.tan((lens * Math.PI) / 360);
  for (let round = 0; round < 8; round++) {
    aim(camera, centre, towards, distance);
    const box = extent(points, camera);
    const half = Math.tan((lens * Math.PI) / 360) * distance;
    const right = new Vector3().setFromMatrixColumn(camera.matrixWorld, 0);
    const up = new Vector3().setFromMatrixColumn(camera.matrixWorld, 1);
    centre.addScaledVector(right, box.x * half * aspect).addScaledVector(up, box.y * half);
    distance *= Math.max(box.width, box.height) / view.fill;
  }
  // Subjects sit a touch below the middle: it looks settled, and the shadow still fits.
  const up = new Vector3().setFromMatrixColumn(camera.matrixWorld, 1);
  aim(camera, centre.addScaledVector(up, distance * 0.004), towards, distance);
  return camera;
}

function standing({ from, to, lens: angle }: NonNullable<View["stand"]>, aspect: number) {
  const camera = new PerspectiveCamera(angle, aspect, 0.05, 100);
  camera.position.set(...from);
  camera.lookAt(new Vector3(...to));
  camera.updateProjectionMatrix();
  camera.updateMatrixWorld();
  return camera;
}

function aim(camera: PerspectiveCamera, centre: Vector3, towards: Vector3, distance: number) {
  camera.position.copy(centre).addScaledVector(towards, distance);
  camera.near = distance * 0.05;
  camera.far = distance * 6;
  camera.lookAt(centre);
  camera.updateProjectionMatrix();
  camera.updateMatrixWorld();
}

/** Middle (−1…1) and size (1 = whole frame) of the points on the picture. */
function extent(points: Vector3[], camera: PerspectiveCamera) {
  let [left, right, low, high] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const point of points) {
    const { x, y } = point.clone().project(camera);
    left = Math.min(left, x);
    right = Math.max(right, x);
    low = Math.min(low, y);
    high = Math.max(high, y);
  }
  return {
    x: (left + right) / 2,
    y: (low + high) / 2,
    width: (right - left) / 2,
    height: (high - low) / 2,
  };
}
