import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { external } from "../../platform/db.ts";
import { fileStorage } from "../../platform/storage.ts";
import { type StoredPicture, storageKey } from "../../modules/media/index.ts";

const folder = path.resolve(import.meta.dirname, "../../../../demo/pictures");

const entry = z.object({
  name: z.string(),
  /** Option values the picture is true for; absent on scenes. */
  shows: z.record(z.string(), z.string()).default({}),
  width: z.int(),
  height: z.int(),
  widths: z.array(z.int()).min(1),
  hash: z.string().regex(/^[0-9a-f]+$/),
});

const manifest = z.object({
  products: z.record(
    z.string(),
    z.array(entry.extend({ kind: z.enum(["main", "front", "detail", "option"]) })),
  ),
  scenes: z.record(z.string(), entry),
});
export type DemoPictures = z.output<typeof manifest>;
export type DemoPicture = z.output<typeof entry>;

/** Made by a browser from demo/render/gift-card.html; the hash changes when it does. */
export const giftCardPicture: DemoPicture = {
  name: "card",
  shows: {},
  width: 1200,
  height: 1200,
  widths: [320, 640, 1200],
  hash: "7c1d52f04ab3e968",
};

/** The list of rendered pictures that the demo shop comes with. */
export async function readDemoPictures(): Promise<DemoPictures> {
  return manifest.parse(JSON.parse(await readFile(path.join(folder, "manifest.json"), "utf8")));
}

/** The row that speaks of a rendered picture. Its key changes when the picture does. */
export function storedPicture(of: string, picture: DemoPicture): StoredPicture {
  const { name, width, height, widths, hash } = picture;
  return {
    fileKey: `${of}-${name}-${hash}`,
    width,
    height,
    widths,
    sha256: createHash("sha256").update(`${of} ${name} ${hash}`).digest("hex"),
  };
}

/** Copies the rendered files into storage, but for those that are there. Outside any transaction. */
export async function storeDemoPictures(): Promise<void> {
  const { products, scenes } = await readDemoPictures();
  const files = [
    ...Object.entries(products).flatMap(([handle, pictures]) =>
      pictures.flatMap((picture) => filesOf(handle, handle, picture)),
    ),
    ...Object.values(scenes).flatMap((scene) => filesOf("scenes", "scene", scene)),
    ...filesOf("gift-card", "gift-card", giftCardPicture),
  ];
  await external(async () => {
    for (let start = 0; start < files.length; start += 32) {
      await Promise.all(files.slice(start, start + 32).map(copy));
    }
  });
}

interface File {
  readonly from: string;
  readonly key: string;
}

function filesOf(subfolder: string, of: string, picture: DemoPicture): File[] {
  const { fileKey, widths } = storedPicture(of, picture);
  return widths.map((width) => ({
    from: path.join(folder, subfolder, `${picture.name}-${width}.webp`),
    key: storageKey(fileKey, width),
  }));
}

async function copy({ from, key }: File): Promise<void> {
  const storage = fileStorage();
  if (!(await storage.has(key))) await storage.put(key, await readFile(from));
}
