import { Mesh, MeshStandardMaterial, PlaneGeometry } from "three";
import type { Scene } from "three";
import type { MaterialCode } from "../models/materials.ts";
import { receiveLight } from "./received-light.ts";
import { surfaceOf } from "./surface.ts";

/** A corner of a room for styled pictures: one floor, one wall behind. Metres. */
export interface Room {
  /** Colour of the lime-washed wall, `#rrggbb`. */
  wall: string;
  /** Floor as boards of a wood, or a plain colour. */
  floor: MaterialCode | `#${string}`;
  /** Distance of the wall behind the middle. */
  depth: number;
  /** Height of the floor: a table top for small things. */
  level?: number;
}

/** Puts the room round the pieces. */
export function addRoom(scene: Scene, _casters: Scene, room: Room) {
  const wall = new Mesh(new PlaneGeometry(40, 20), plaster(room.wall));
  wall.position.set(0, (room.level ?? 0) + 10 - 0.001, -room.depth);
  scene.add(wall);
  const floor = new Mesh(
    new PlaneGeometry(40, 20),
    room.floor.startsWith("#") ? plaster(room.floor) : boards(room.floor),
  );
  floor.rotation.x = -Math.PI / 2;
  floor.position.set(0, (room.level ?? 0) - 0.0005, 10 - room.depth);
  scene.add(floor);
}

function plaster(colour: string): MeshStandardMaterial {
  const material = new MeshStandardMaterial({ color: colour, roughness: 0.95 });
  receiveLight(material);
  return material;
}

function boards(code: string): MeshStandardMaterial {
  return surfaceOf(code as MaterialCode, false);
}
