import { BufferAttribute, BufferGeometry, Matrix4, Quaternion, Euler, Vector3 } from "three";
import { randomFrom } from "./noise.ts";
import type { Piece } from "./piece.ts";
import { bend, sweep } from "./sweep.ts";

export interface Leaf {
  /** Radians around the upright. */
  turn: number;
  /** Radians above the horizontal. */
  rise: number;
  length: number;
  width: number;
  droop?: number;
}

/** A single leaf, folded along its midrib, drawn on both sides. */
export function addLeaf(piece: Piece, slot: string, at: Vector3, leaf: Leaf) {
  const spin = new Quaternion().setFromEuler(new Euler(0, -leaf.turn, leaf.rise, "YXZ"));
  piece.add("leaf", slot, leafBlade(leaf), new Matrix4().compose(at, spin, new Vector3(1, 1, 1)));
}

function leafBlade({ length, width, droop = 0.25 }: Leaf): BufferGeometry {
  const steps = 8;
  const across = [-1, -0.5, 0, 0.5, 1];
  const top: number[] = [];
  const uv: number[] = [];
  for (let i = 0; i <= steps; i++) {
    const t = i / steps;
    const half = (width / 2) * Math.sin(Math.PI * Math.min(1, t * 0.94 + 0.05)) ** 0.75;
    for (const side of across) {
      top.push(t * length, Math.abs(side) * half * 0.32 - droop * length * t * t, side * half);
      uv.push((t * length) / 1000, (side * half) / 1000);
    }
  }
  const geometry = new BufferGeometry();
  const under = top.map((value, index) => (index % 3 === 1 ? value - 0.5 : value));
  geometry.setAttribute("position", new BufferAttribute(new Float32Array([...top, ...under]), 3));
  geometry.setAttribute("uv", new BufferAttribute(new Float32Array([...uv, ...uv]), 2));
  const indices: number[] = [];
  const offset = top.length / 3;
  for (let i = 0; i < steps; i++)
    for (let j = 0; j < across.length - 1; j++) {
      const a = i * across.length + j;
      const b = a + across.length;
      indices.push(a, a + 1, b, a + 1, b + 1, b);
      indices.push(
        offset + a,
        offset + b,
        offset + a + 1,
        offset + a + 1,
        offset + b,
        offset + b + 1,
      );
    }
  geometry.setIndex(indices);
  geometry.computeVertexNormals();
  return geometry;
}

export type PlantKind = "rubber" | "olive" | "grass" | "succulent";

/** A house plant growing from `y` out of a pot of the given inner radius. */
export function addPlant(piece: Piece, kind: PlantKind, y: number, radius: number) {
  ({ rubber: addRubber, olive: addOlive, grass: addGrass, succulent: addSucculent })[kind](
    piece,
    y,
    radius,
  );
}

function addRubber(piece: Piece, y: number, radius: number) {
  const random = randomFrom(5);
  for (let stem = 0; stem < 3; stem++) {
    const turn = stem * 2.1 + 0.4;
    const [x, z] = [Math.cos(turn), Math.sin(turn)];
    const tall = radius * (3.4 - stem * 0.5);
    const path = bend(
      [
        [x * radius * 0.15, y - 6, z * radius * 0.15],
        [x * radius * 0.26, y + tall * 0.5, z * radius * 0.26],
        [x * radius * 0.5, y + tall, z * radius * 0.5],
      ],
      16,
    );
    piece.add(
      "shoot",
      "plant",
      sweep(path, { section: (t) => radius * (0.035 - 0.018 * t), segments: 8 }),
    );
    for (let i = 0; i < 8; i++) {
      const at = path[4 + Math.round(i * 1.6)] ?? path.at(-1) ?? new Vector3();
      addLeaf(piece, "plant", at, {
        turn: i * 2.4 + stem + random() * 0.4,
        rise: 0.45 + i * 0.08,
        length: radius * (0.95 + random() * 0.3 - i * 0.03),
        width: radius * 0.46,
        droop: 0.32,
      });
    }
  }
}

function addOlive(piece: Piece, y: number, radius: number) {
  const random = randomFrom(9);
  const tall = radius * 3.2;
  const trunk = bend(
    [
      [0, y - 6, 0],
      [radius * 0.1, y + tall * 0.35, radius * 0.04],
      [0, y + tall * 0.62, 0],
    ],
    14,
  );
  piece.add(
    "trunk",
    "plant",
    sweep(trunk, { section: (t) => radius * (0.06 - 0.025 * t), segments: 10 }),
  );
  for (let branch = 0; branch < 9; branch++) {
    const turn = branch * 2.4;
    const reach = radius * (0.7 + random() * 0.5);
    const rise = tall * (0.34 + random() * 0.22);
    const start = trunk[8 + (branch % 6)] ?? new Vector3();
    const path = bend(
      [
        start.toArray(),
        [
          start.x + Math.cos(turn) * reach * 0.6,
          start.y + rise * 0.6,
          start.z + Math.sin(turn) * reach * 0.6,
        ],
        [start.x + Math.cos(turn) * reach, start.y + rise, start.z + Math.sin(turn) * reach],
      ],
      12,
    );
    piece.add(
      "branch",
      "plant",
      sweep(path, { section: (t) => radius * (0.02 - 0.012 * t), segments: 6 }),
    );
    for (let k = 2; k < 12; k++) {
      addLeaf(piece, "plant", path[k] ?? start, {
        turn: turn + (k % 2 ? 1 : -1) * (0.8 + random()),
        rise: 0.2 + random() * 0.7,
        length: radius * 0.36,
        width: radius * 0.11,
        droop: 0.1,
      });
    }
  }
}

function addGrass(piece: Piece, y: number, radius: number) {
  const random = randomFrom(3);
  for (let i = 0; i < 46; i++) {
    const turn = i * 2.4 + random();
    const out = radius * 0.55 * Math.sqrt(i / 46);
    const at = new Vector3(Math.cos(turn) * out, y - 4, Math.sin(turn) * out);
    addLeaf(piece, "plant", at, {
      turn,
      rise: 1.35 - 0.6 * (i / 46) + random() * 0.1,
      length: radius * (2 + random()),
      width: radius * 0.09,
      droop: 0.2 + 0.5 * (i / 46),
    });
  }
}

function addSucculent(piece: Piece, y: number, radius: number) {
  for (let i = 0; i < 34; i++) {
    const share = i / 34;
    addLeaf(piece, "plant", new Vector3(0, y + (1 - share) * radius * 0.3, 0), {
      turn: i * 2.39996,
      rise: 1.35 - share * 1.1,
      length: radius * (0.42 + share * 0.62),
      width: radius * 0.34,
      droop: -0.15,
    });
  }
}
