import {
  Color,
  DataTexture,
  DoubleSide,
  MeshStandardMaterial,
  NoColorSpace,
  RepeatWrapping,
  SRGBColorSpace,
  LinearFilter,
  LinearMipmapLinearFilter,
} from "three";
import { materials } from "../models/materials.ts";
import type { MaterialCode, MaterialEntry } from "../models/materials.ts";
import { paintTexture } from "../models/texture.ts";
import type { Texture } from "../models/texture.ts";
import { receiveLight } from "./received-light.ts";

/** How a kind of material differs from a plain matt one. */
interface Finish {
  relief?: number;
  metalness?: number;
  opacity?: number;
  environment?: number;
}

const finishes: Record<MaterialEntry["kind"], Finish> = {
  wood: { relief: 0.35 },
  cloth: { relief: 1.1, environment: 0.75 },
  leather: { relief: 0.5 },
  metal: { environment: 1 },
  glass: { opacity: 0.42, environment: 1.5 },
  stone: {},
  glaze: { relief: 0.18, environment: 1.1 },
  clay: { relief: 0.7 },
  paper: { relief: 0.3 },
  mirror: { metalness: 1, environment: 1.05 },
  cord: { relief: 1.6 },
  cane: { relief: 1.4 },
  leaf: {},
  wax: {},
};

const cache = new Map<string, MeshStandardMaterial>();
const textureSize = 1024;

/** Kinds that let lamp light through. */
const lucent = new Set<MaterialEntry["kind"]>(["paper", "cloth", "glass"]);

/** The drawable surface of a material; shines when it is lucent and part of a lit lamp. Made once each. */
export function surfaceOf(code: MaterialCode, inLamp: boolean): MeshStandardMaterial {
  const glows = inLamp && lucent.has(materials[code].kind);
  const key = `${code}${glows ? " lit" : ""}`;
  const known = cache.get(key);
  if (known) return known;
  const made = makeSurface(code, glows);
  cache.set(key, made);
  return made;
}

function makeSurface(code: MaterialCode, glows: boolean): MeshStandardMaterial {
  const entry: MaterialEntry = materials[code];
  const finish = finishes[entry.kind];
  const surface = new MeshStandardMaterial();
  surface.roughness = entry.roughness;
  surface.metalness = code === "brass" ? 1 : (finish.metalness ?? 0);
  surface.envMapIntensity = finish.environment ?? 1;
  surface.side = DoubleSide;
  addTextures(surface, code, entry, finish.relief ?? 0);
  if (finish.opacity !== undefined) {
    surface.transparent = true;
    surface.opacity = glows ? 0.3 : finish.opacity;
    surface.depthWrite = false;
  }
  if (glows) {
    surface.emissive = new Color("#ffdfb6");
    surface.emissiveIntensity = entry.kind === "glass" ? 0.7 : 1.25;
    surface.color.multiplyScalar(0.62);
  }
  receiveLight(surface, { glows, mirror: entry.kind === "mirror" });
  return surface;
}

function addTextures(
  surface: MeshStandardMaterial,
  code: MaterialCode,
  entry: MaterialEntry,
  relief: number,
) {
  const texture = paintTexture(code, textureSize);
  if (!texture) {
    surface.color = new Color(entry.colour);
    return;
  }
  surface.map = dataTexture(texture, new Uint8Array(texture.colour), true);
  if (relief === 0) return;
  surface.normalMap = dataTexture(texture, normalsOf(texture), false);
  surface.normalScale.setScalar(relief);
}

function dataTexture(
  { size, metres }: Texture,
  pixels: Uint8Array<ArrayBuffer>,
  isColour: boolean,
): DataTexture {
  const result = new DataTexture(pixels, size, size);
  result.colorSpace = isColour ? SRGBColorSpace : NoColorSpace;
  result.wrapS = RepeatWrapping;
  result.wrapT = RepeatWrapping;
  result.repeat.set(1 / metres[0], 1 / metres[1]);
  result.magFilter = LinearFilter;
  result.minFilter = LinearMipmapLinearFilter;
  result.generateMipmaps = true;
  result.anisotropy = 4;
  result.needsUpdate = true;
  return result;
}

/** Slopes of the height map as tangent-space normals. */
function normalsOf({ size, height }: Texture): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(size * size * 4);
  const at = (x: number, y: number) =>
    height[((y + size) % size) * size + ((x + size) % size)] ?? 0;
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      const slopeX = (at(x - 1, y) - at(x + 1, y)) * 1.6;
      const slopeY = (at(x, y - 1) - at(x, y + 1)) * 1.6;
      const length = Math.hypot(slopeX, slopeY, 1);
      const index = (y * size + x) * 4;
      out[index] = (slopeX / length) * 127 + 128;
      out[index + 1] = (slopeY / length) * 127 + 128;
      out[index + 2] = (1 / length) * 127 + 128;
      out[index + 3] = 255;
    }
  return out;
}
