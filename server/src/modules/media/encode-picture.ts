import { createHash } from "node:crypto";
import sharp, { type Metadata } from "sharp";
import { refuse } from "../../kernel/errors.ts";
import { maxPicturePixels, pictureTooLarge, pictureUnreadable } from "./contract.ts";

/** Widths in pixels that pages ask for; a smaller original also keeps its own. */
const shownWidths = [320, 640, 1200] as const;
/** WebP cannot hold a longer side. */
const longestSide = 16_383;
const readable: ReadonlySet<string> = new Set(["jpeg", "png", "webp", "heif"]);

/** A picture made anew from an upload: the pixels only, nothing else the file carried. */
export interface EncodedPicture {
  readonly width: number;
  readonly height: number;
  /** Of the original file, hexadecimal. */
  readonly sha256: string;
  /** Ascending by width. */
  readonly sizes: readonly { readonly width: number; readonly webp: Buffer }[];
}

/** The sizes to make of a picture this wide. */
export function widthsFor(width: number): number[] {
  const smaller = shownWidths.filter((each) => each < width);
  const largest = shownWidths.at(-1) ?? width;
  return width < largest ? [...smaller, width] : [...shownWidths];
}

/**
 * Decodes a picture and encodes it as WebP in the widths that pages ask for, upright and without
 * metadata. Whatever else was hidden in the file ends here.
 * Refuses `picture_unreadable` and `picture_too_large`.
 */
export async function encodePicture(bytes: Uint8Array): Promise<EncodedPicture> {
  const { width, height } = await measure(bytes);
  const sizes = [];
  for (const each of widthsFor(width)) {
    sizes.push({ width: each, webp: await encode(bytes, each) });
  }
  return { width, height, sha256: createHash("sha256").update(bytes).digest("hex"), sizes };
}

async function measure(bytes: Uint8Array): Promise<{ width: number; height: number }> {
  const { format, autoOrient } = await metadataOf(bytes);
  if (!readable.has(format)) refuse(pictureUnreadable, { format });
  const { width, height } = autoOrient;
  if (width * height > maxPicturePixels || Math.max(width, height) > longestSide) {
    refuse(pictureTooLarge, { width, height, maxPixels: maxPicturePixels, maxSide: longestSide });
  }
  return { width, height };
}

// A header may announce more pixels than are ever decoded; measure() has refused it by then.
const reading = { limitInputPixels: maxPicturePixels, failOn: "error" } as const;

async function metadataOf(bytes: Uint8Array): Promise<Metadata> {
  try {
    return await sharp(bytes, { ...reading, limitInputPixels: false }).metadata();
  } catch (error) {
    return refuse(pictureUnreadable, { reason: reasonOf(error) });
  }
}

async function encode(bytes: Uint8Array, width: number): Promise<Buffer> {
  try {
    return await sharp(bytes, reading)
      .autoOrient()
      .resize({ width, withoutEnlargement: true })
      .webp({ quality: 80 })
      .toBuffer();
  } catch (error) {
    return refuse(pictureUnreadable, { reason: reasonOf(error) });
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message.slice(0, 200) : "unknown";
}
