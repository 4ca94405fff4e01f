import { BufferAttribute, Mesh, MeshStandardMaterial, PlaneGeometry } from "three";
import type { Scene } from "three";
import { board } from "../models/board.ts";
import type { MaterialCode } from "../models/materials.ts";
import { randomFrom } from "../models/noise.ts";
import { rectOutline, roundOutline, slab } from "../models/slab.ts";
import { receiveLight } from "./received-light.ts";
import { surfaceOf } from "./surface.ts";

/** A corner of a room for furnished pictures: a floor, a wall behind, perhaps a rug. Metres. */
export interface Room {
  /** Colour of the lime-washed wall, `#rrggbb`. */
  wall: string;
  /** Boards of a wood, or a smooth floor of one colour. */
  floor: { boards: MaterialCode; width: number } | { colour: string };
  /** Distance of the wall behind the middle. */
  depth: number;
  rug?: {
    x: number;
    z: number;
    width: number;
    depth: number;
    round: boolean;
    material: MaterialCode;
  };
  /** Skirting along the wall; a table top has none. */
  skirting: boolean;
}

const span = 14;

/** Puts the room round the pieces. */
export function addRoom(scene: Scene, room: Room) {
  const wall = new Mesh(fading(new PlaneGeometry(span, 8, 28, 1)), plaster(room.wall));
  wall.position.set(0, 4 - 0.02, -room.depth);
  scene.add(wall);
  addFloor(scene, room);
  if (room.skirting) {
    const skirting = new Mesh(
      board(span * 1000, 90, 14, "x", 3).scale(0.001, 0.001, 0.001),
      plaster("#efeae1"),
    );
    skirting.position.set(0, 0.045, -room.depth + 0.007);
    scene.add(skirting);
  }
  if (room.rug) addRug(scene, room.rug);
}

/** Daylight comes from the left: the wall darkens to the right. */
function fading(geometry: PlaneGeometry): PlaneGeometry {
  const position = geometry.getAttribute("position");
  const colours = new Float32Array(position.count * 3);
  for (let i = 0; i < position.count; i++) {
    const share = (position.getX(i) / span) * 2.4;
    colours.fill(0.93 - 0.16 * Math.tanh(share), i * 3, i * 3 + 3);
  }
  geometry.setAttribute("color", new BufferAttribute(colours, 3));
  return geometry;
}

function plaster(colour: string): MeshStandardMaterial {
  const material = new MeshStandardMaterial({
    color: colour,
    roughness: 0.95,
    vertexColors: colour !== "#efeae1",
  });
  receiveLight(material);
  return material;
}

function addFloor(scene: Scene, { floor, depth }: Room) {
  if ("colour" in floor) {
    const plane = new Mesh(fading(new PlaneGeometry(span, span, 28, 1)), plaster(floor.colour));
    plane.rotation.x = -Math.PI / 2;
    plane.position.set(0, -0.0006, span / 2 - depth);
    scene.add(plane);
    return;
  }
  const random = randomFrom(21);
  const reach = floor.width < 0.16 ? 3 : 9;
  const joint = new Mesh(
    new PlaneGeometry(span, span),
    new MeshStandardMaterial({ color: "#3b3026", roughness: 1 }),
  );
  receiveLight(joint.material);
  joint.rotation.x = -Math.PI / 2;
  joint.position.set(0, -0.003, span / 2 - depth);
  scene.add(joint);
  const rows = Math.ceil(reach / floor.width);
  for (let row = 0; row < rows; row++)
    for (let x = -reach / 2 - random() * 1.6; x < reach / 2;) {
      const length = 1.5 + random() * 0.8;
      const plank = new Mesh(plankOf(length, floor.width, random), surfaceOf(floor.boards, false));
      plank.position.set(x + length / 2, -0.0006, -depth + floor.width * (row + 0.5));
      scene.add(plank);
      x += length;
    }
}

function plankOf(length: number, width: number, random: () => number): PlaneGeometry {
  const geometry = new PlaneGeometry(length - 0.0015, width - 0.0015).rotateX(-Math.PI / 2);
  const uv = geometry.getAttribute("uv");
  const [u, v] = [random() * 3, random() * 3];
  for (let i = 0; i < uv.count; i++) uv.setXY(i, u + uv.getX(i) * length, v + uv.getY(i) * width);
  return geometry;
}

/** Flat enough that what stands on it need not be lifted. */
function addRug(scene: Scene, rug: NonNullable<Room["rug"]>) {
  const [width, depth] = [rug.width * 1000, rug.depth * 1000];
  const outline = rug.round ? roundOutline(width, depth, 2, 96) : rectOutline(width, depth, 30, 6);
  const geometry = slab(outline, 10, { edge: 4 }).scale(0.001, 0.001, 0.001);
  const mesh = new Mesh(geometry, surfaceOf(rug.material, false));
  mesh.position.set(rug.x, -0.0075, rug.z);
  scene.add(mesh);
}
