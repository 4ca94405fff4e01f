import type { BufferGeometry, Matrix4 } from "three";
import { assemble } from "./assemble.ts";
import type { Body } from "./assemble.ts";
import type { Order } from "./build.ts";
import { materials } from "./materials.ts";
import type { MaterialCode, MaterialEntry } from "./materials.ts";

/** A tile of a material, ready to be embedded. */
export interface EmbeddedTexture {
  jpeg: Uint8Array;
  /** What one tile covers, in metres along and across the grain. */
  metres: readonly [number, number];
}

export type TextureSource = (code: MaterialCode) => Promise<EmbeddedTexture | null>;

/** Metres that a stored texture coordinate of 1 stands for. */
const textureReach = 8;

/** Chunks of the binary part; every piece starts on a four-byte boundary. */
class Binary {
  readonly views: object[] = [];
  private readonly chunks: Uint8Array[] = [];
  private length = 0;

  /** Returns the index of the new buffer view. */
  add(bytes: Uint8Array, extra: object = {}): number {
    this.views.push({ buffer: 0, byteOffset: this.length, byteLength: bytes.length, ...extra });
    const padded = new Uint8Array(Math.ceil(bytes.length / 4) * 4);
    padded.set(bytes);
    this.chunks.push(padded);
    this.length += padded.length;
    return this.views.length - 1;
  }

  join(): Uint8Array {
    const all = new Uint8Array(this.length);
    let at = 0;
    for (const chunk of this.chunks) {
      all.set(chunk, at);
      at += chunk.length;
    }
    return all;
  }
}

/**
 * The model as a binary glTF 2.0 file in metres: one named node per body and place, one named material
 * per slot (`slot: oak`), so that a viewer can find and recolour parts. Positions are stored in 16
 * and normals in 8 bits (KHR_mesh_quantization), which keeps every file far below a megabyte.
 */
export async function writeGlb(
  name: string,
  order: Order,
  textures: TextureSource,
): Promise<Uint8Array> {
  const model = assemble(order);
  const binary = new Binary();
  const accessors: object[] = [];
  const used = [...new Set(model.bodies.map(materialKey))];
  const painted = await paintMaterials(used, binary, textures);
  const meshes = model.bodies.map((body) =>
    writeMesh(body, used.indexOf(materialKey(body)), binary, accessors),
  );
  const nodes = model.bodies.flatMap((body, mesh) =>
    body.at.map((at, copy) => ({
      name: copy === 0 ? body.name : `${body.name}/${copy + 1}`,
      mesh,
      matrix: nodeMatrix(at, meshes[mesh]?.step ?? 1, meshes[mesh]?.origin ?? [0, 0, 0]),
    })),
  );
  const bytes = binary.join();
  const json = {
    asset: { version: "2.0", generator: "Shopwright demo models" },
    extensionsUsed: ["KHR_mesh_quantization", ...painted.extensions],
    extensionsRequired: ["KHR_mesh_quantization"],
    scene: 0,
    scenes: [{ name, nodes: [nodes.length] }],
    nodes: [...nodes, { name, children: nodes.map((_, index) => index) }],
    meshes: meshes.map(({ mesh }) => mesh),
    ...painted.json,
    accessors,
    bufferViews: binary.views,
    buffers: [{ byteLength: bytes.length }],
  };
  return container(JSON.stringify(json), bytes);
}

const materialKey = (body: Body) => `${body.slot}: ${body.material}${body.glows ? " lit" : ""}`;

async function paintMaterials(keys: string[], binary: Binary, source: TextureSource) {
  const images: object[] = [];
  const textures: object[] = [];
  const known = new Map<MaterialCode, object | null>();
  const extensions = new Set<string>();
  const list: object[] = [];
  for (const key of keys) {
    const code = (key.split(": ")[1] ?? "").replace(" lit", "") as MaterialCode;
    if (!known.has(code)) {
      const texture = await source(code);
      known.set(code, texture && embed(texture, code, binary, images, textures));
    }
    const map = known.get(code);
    if (map) extensions.add("KHR_texture_transform");
    list.push(materialJson(key, code, map ?? null, extensions));
  }
  const samplers =
    textures.length > 0
      ? {
          images,
          textures,
          samplers: [{ magFilter: 9729, minFilter: 9987, wrapS: 10497, wrapT: 10497 }],
        }
      : {};
  return { extensions: [...extensions], json: { materials: list, ...samplers } };
}

function embed(
  { jpeg, metres }: EmbeddedTexture,
  code: string,
  binary: Binary,
  images: object[],
  textures: object[],
): object {
  images.push({ name: code, mimeType: "image/jpeg", bufferView: binary.add(jpeg) });
  textures.push({ name: code, source: images.length - 1, sampler: 0 });
  return {
    index: textures.length - 1,
    extensions: {
      KHR_texture_transform: { scale: [textureReach / metres[0], textureReach / metres[1]] },
    },
  };
}

function materialJson(
  name: string,
  code: MaterialCode,
  map: object | null,
  extensions: Set<string>,
): object {
  const entry: MaterialEntry = materials[code];
  const [r, g, b] = linear(entry.colour);
  const clear = entry.kind === "glass";
  const metallic = code === "brass" || entry.kind === "mirror" ? 1 : 0;
  const coated = entry.kind === "glaze" || entry.kind === "stone";
  if (coated) extensions.add("KHR_materials_clearcoat");
  const lit = name.endsWith(" lit") && (entry.kind === "paper" || entry.kind === "cloth");
  return {
    name,
    doubleSided: clear || entry.kind === "leaf",
    pbrMetallicRoughness: {
      ...(map ? { baseColorTexture: map } : { baseColorFactor: [r, g, b, clear ? 0.42 : 1] }),
      metallicFactor: metallic,
      roughnessFactor: entry.roughness,
    },
    ...(clear ? { alphaMode: "BLEND" } : {}),
    ...(lit ? { emissiveFactor: [0.6, 0.48, 0.32] } : {}),
    ...(coated
      ? {
          extensions: {
            KHR_materials_clearcoat: { clearcoatFactor: 0.8, clearcoatRoughnessFactor: 0.16 },
          },
        }
      : {}),
  };
}

function linear(hex: string): [number, number, number] {
  const value = Number.parseInt(hex.slice(1), 16);
  const channel = (shift: number) => {
    const c = ((value >> shift) & 255) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  return [channel(16), channel(8), channel(0)];
}

interface WrittenMesh {
  mesh: object;
  /** Millimetres per stored unit, and the millimetre position of zero. */
  step: number;
  origin: readonly [number, number, number];
}

function writeMesh(body: Body, material: number, binary: Binary, accessors: object[]): WrittenMesh {
  const { geometry } = body;
  geometry.computeBoundingBox();
  const box = geometry.boundingBox;
  if (!box) throw new Error(`${body.name} has no extent`);
  const origin = [
    (box.min.x + box.max.x) / 2,
    (box.min.y + box.max.y) / 2,
    (box.min.z + box.max.z) / 2,
  ] as const;
  const reach = Math.max(box.max.x - origin[0], box.max.y - origin[1], box.max.z - origin[2], 0.01);
  const step = reach / 32767;
  const accessor = (entry: object) => accessors.push(entry) - 1;
  const attributes = {
    POSITION: accessor(positions(geometry, origin, step, binary)),
    NORMAL: accessor(normals(geometry, binary)),
    TEXCOORD_0: accessor(coordinates(geometry, binary)),
  };
  const indices = accessor(corners(geometry, binary));
  return {
    mesh: { name: body.name, primitives: [{ attributes, indices, material }] },
    step,
    origin,
  };
}

function positions(
  geometry: BufferGeometry,
  origin: readonly number[],
  step: number,
  binary: Binary,
): object {
  const source = geometry.getAttribute("position");
  // Four 16-bit numbers per point: the fourth only keeps the alignment.
  const stored = new Int16Array(source.count * 4);
  const min = [Infinity, Infinity, Infinity];
  const max = [-Infinity, -Infinity, -Infinity];
  for (let i = 0; i < source.count; i++)
    for (const axis of [0, 1, 2] as const) {
      const value = Math.round((source.getComponent(i, axis) - (origin[axis] ?? 0)) / step);
      stored[i * 4 + axis] = value;
      min[axis] = Math.min(min[axis] ?? value, value);
      max[axis] = Math.max(max[axis] ?? value, value);
    }
  const view = binary.add(new Uint8Array(stored.buffer), { byteStride: 8, target: 34962 });
  return { bufferView: view, componentType: 5122, count: source.count, type: "VEC3", min, max };
}

function normals(geometry: BufferGeometry, binary: Binary): object {
  const source = geometry.getAttribute("normal");
  const stored = new Int8Array(source.count * 4);
  for (let i = 0; i < source.count; i++) {
    const [x, y, z] = [source.getX(i), source.getY(i), source.getZ(i)];
    const length = Math.hypot(x, y, z);
    // A point where everything cancels out (the tip of a cone) looks up.
    const unit = length > 1e-6 ? [x / length, y / length, z / length] : [0, 1, 0];
    unit.forEach((value, axis) => (stored[i * 4 + axis] = Math.round(value * 127)));
  }
  const view = binary.add(new Uint8Array(stored.buffer), { byteStride: 4, target: 34962 });
  return {
    bufferView: view,
    componentType: 5120,
    normalized: true,
    count: source.count,
    type: "VEC3",
  };
}

function coordinates(geometry: BufferGeometry, binary: Binary): object {
  const source = geometry.getAttribute("uv");
  const stored = new Int16Array(source.count * 2);
  for (let i = 0; i < source.count; i++)
    for (const axis of [0, 1] as const) {
      const share = source.getComponent(i, axis) / textureReach;
      if (Math.abs(share) > 1) throw new Error(`texture coordinates beyond ${textureReach} m`);
      stored[i * 2 + axis] = Math.round(share * 32767);
    }
  const view = binary.add(new Uint8Array(stored.buffer), { byteStride: 4, target: 34962 });
  return {
    bufferView: view,
    componentType: 5122,
    normalized: true,
    count: source.count,
    type: "VEC2",
  };
}

function corners(geometry: BufferGeometry, binary: Binary): object {
  const { index } = geometry;
  if (!index) throw new Error("a model part needs an index");
  const count = geometry.getAttribute("position").count;
  const small = count <= 65535;
  const stored = small ? Uint16Array.from(index.array) : Uint32Array.from(index.array);
  const view = binary.add(new Uint8Array(stored.buffer), { target: 34963 });
  return {
    bufferView: view,
    componentType: small ? 5123 : 5125,
    count: index.count,
    type: "SCALAR",
  };
}

/** Placement in millimetres, with the quantisation undone and metres out. */
function nodeMatrix(
  at: Matrix4,
  step: number,
  origin: readonly [number, number, number],
): number[] {
  const matrix = at.clone();
  const undo = matrix.clone().makeTranslation(...origin);
  undo.multiply(matrix.clone().makeScale(step, step, step));
  const metres = matrix.clone().makeScale(0.001, 0.001, 0.001);
  return metres.multiply(matrix.multiply(undo)).toArray();
}

function container(json: string, bytes: Uint8Array): Uint8Array {
  const text = new TextEncoder().encode(json);
  const textLength = Math.ceil(text.length / 4) * 4;
  const out = new Uint8Array(12 + 8 + textLength + 8 + bytes.length);
  const view = new DataView(out.buffer);
  view.setUint32(0, 0x46546c67, true);
  view.setUint32(4, 2, true);
  view.setUint32(8, out.length, true);
  view.setUint32(12, textLength, true);
  view.setUint32(16, 0x4e4f534a, true);
  out.fill(0x20, 20, 20 + textLength);
  out.set(text, 20);
  view.setUint32(20 + textLength, bytes.length, true);
  view.setUint32(24 + textLength, 0x004e4942, true);
  out.set(bytes, 28 + textLength);
  return out;
}
