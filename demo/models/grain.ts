import { BufferAttribute, Vector3 } from "three";
import type { BufferGeometry } from "three";
import { mergeVertices } from "three/addons/utils/BufferGeometryUtils.js";

export type GrainAxis = "x" | "y" | "z";

/**
 * Lays the material over the part as a joiner would: grain (u) along `axis`, in metres, each triangle
 * seen from its flattest side. Shading normals stay as they are.
 */
export function projectGrain(geometry: BufferGeometry, axis: GrainAxis): BufferGeometry {
  const loose = geometry.index ? geometry.toNonIndexed() : geometry;
  const position = loose.getAttribute("position");
  const uv = new Float32Array(position.count * 2);
  const corners = [new Vector3(), new Vector3(), new Vector3()] as const;
  for (let start = 0; start < position.count; start += 3) {
    corners.forEach((corner, index) => corner.fromBufferAttribute(position, start + index));
    const normal = corners[1].clone().sub(corners[0]).cross(corners[2].clone().sub(corners[0]));
    const across = acrossAxis(normal, axis);
    corners.forEach((corner, index) => {
      const offset = across === "end" ? endGrain(corner, axis) : [corner[axis], corner[across]];
      uv[(start + index) * 2] = (offset[0] ?? 0) / 1000;
      uv[(start + index) * 2 + 1] = (offset[1] ?? 0) / 1000;
    });
  }
  loose.setAttribute("uv", new BufferAttribute(uv, 2));
  return mergeVertices(loose, 1e-4);
}

function acrossAxis(normal: Vector3, axis: GrainAxis): GrainAxis | "end" {
  const others = (["x", "y", "z"] as const).filter((name) => name !== axis);
  const [first = "x", second = "y"] = others;
  const [a, b, own] = [Math.abs(normal[first]), Math.abs(normal[second]), Math.abs(normal[axis])];
  if (own > a && own > b) return "end";
  return a > b ? second : first;
}

/** End grain is short: squeezed along u so that the streaks read as cut fibres. */
function endGrain(corner: Vector3, axis: GrainAxis): [number, number] {
  const [first = "x", second = "y"] = (["x", "y", "z"] as const).filter((name) => name !== axis);
  return [corner[first] * 1.0, corner[second]];
}
