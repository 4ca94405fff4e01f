import { BufferAttribute } from "three";
import type { BufferGeometry, Matrix4, Vector3 } from "three";
import { buildPiece, materialOf } from "./build.ts";
import type { Order } from "./build.ts";
import type { MaterialCode } from "./materials.ts";
import { randomFrom } from "./noise.ts";
import type { Piece } from "./piece.ts";

/** A part ready to be drawn or written: material chosen, texture laid out, still in millimetres. */
export interface Body {
  name: string;
  slot: string;
  material: MaterialCode;
  geometry: BufferGeometry;
  at: Matrix4[];
  glows: boolean;
}

export interface Model {
  bodies: Body[];
  lamps: Vector3[];
  mount: Piece["mount"];
}

/** Builds what is ordered. Names are unique; each part is cut from another place of the material. */
export function assemble(order: Order): Model {
  const piece = buildPiece(order);
  const random = randomFrom(77);
  const seen = new Map<string, number>();
  const bodies = piece.parts.map((part) => {
    const count = (seen.get(part.name) ?? 0) + 1;
    seen.set(part.name, count);
    const geometry = shiftedTexture(part.geometry, random(), random());
    if (part.glows) addGlow(geometry, part.at, part.slot === "bulb" ? [] : piece.lamps);
    return {
      name: count === 1 ? part.name : `${part.name}-${count}`,
      slot: part.slot,
      material: materialOf(order, part.slot),
      geometry,
      at: part.at,
      glows: part.glows,
    };
  });
  return { bodies, lamps: piece.lamps, mount: piece.mount };
}

function shiftedTexture(geometry: BufferGeometry, du: number, dv: number): BufferGeometry {
  const uv = geometry.getAttribute("uv");
  for (let i = 0; i < uv.count; i++) uv.setXY(i, uv.getX(i) + du, uv.getY(i) + dv);
  return geometry;
}

/** How strongly each point of a shade is lit from inside: falls off with distance from its lamp. */
function addGlow(geometry: BufferGeometry, at: Matrix4[], lamps: Vector3[]) {
  const position = geometry.getAttribute("position");
  const glow = new Float32Array(position.count);
  const back = at[0]?.clone().invert();
  const spots = lamps.map((lamp) => (back ? lamp.clone().applyMatrix4(back) : lamp.clone()));
  const distances = glow.map((_, i) => {
    const reach = spots.map((spot) =>
      Math.hypot(spot.x - position.getX(i), spot.y - position.getY(i), spot.z - position.getZ(i)),
    );
    return Math.min(...reach, 1e6);
  });
  const nearest = distances.reduce((least, value) => Math.min(least, value), Infinity);
  for (let i = 0; i < glow.length; i++)
    glow[i] = Math.min(1, (nearest / (distances[i] ?? 1)) ** 3.2);
  geometry.setAttribute("glow", new BufferAttribute(glow, 1));
}
