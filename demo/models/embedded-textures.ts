import sharp from "sharp";
import type { EmbeddedTexture } from "./glb.ts";
import type { MaterialCode } from "./materials.ts";
import { paintTexture } from "./texture.ts";

const size = 256;
const known = new Map<MaterialCode, Promise<EmbeddedTexture | null>>();

/** The tile of a material as a small JPEG; painted once per run. */
export function embeddedTexture(code: MaterialCode): Promise<EmbeddedTexture | null> {
  const made = known.get(code) ?? encode(code);
  known.set(code, made);
  return made;
}

async function encode(code: MaterialCode): Promise<EmbeddedTexture | null> {
  const texture = paintTexture(code, size);
  if (!texture) return null;
  const jpeg = await sharp(texture.colour, { raw: { width: size, height: size, channels: 4 } })
    .removeAlpha()
    .jpeg({ quality: 68 })
    .toBuffer();
  return { jpeg, metres: texture.metres };
}
