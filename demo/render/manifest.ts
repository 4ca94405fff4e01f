import { createHash } from "node:crypto";
import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { familyCodes } from "../models/families.ts";

export interface PictureEntry {
  /** Files are `<folder>/<name>-<width>.webp`. */
  name: string;
  kind: "main" | "front" | "detail" | "option";
  /** Option values the picture is true for, by option code. */
  shows: Record<string, string>;
  /** Pixels of the largest size. */
  width: number;
  height: number;
  /** Widths there are files for. */
  widths: number[];
  /** Changes whenever the picture would come out differently. */
  hash: string;
}

export interface SceneEntry extends Omit<PictureEntry, "kind" | "shows"> {
  /** Handles of the products in the picture. */
  products: string[];
}

export interface Manifest {
  products: Record<string, PictureEntry[]>;
  scenes: Record<string, SceneEntry>;
}

const file = (root: string) => join(root, "demo/pictures/manifest.json");

export async function readManifest(root: string): Promise<Manifest> {
  const text = await readFile(file(root), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  return text === null ? { products: {}, scenes: {} } : (JSON.parse(text) as Manifest);
}

export async function writeManifest(root: string, manifest: Manifest) {
  await mkdir(join(root, "demo/pictures"), { recursive: true });
  await writeFile(file(root), `${JSON.stringify(manifest, null, 1)}\n`);
}

/** Hashes of the sources a picture depends on: one per family (and `room`, for scenes), on top of what all share. */
export async function readSources(root: string): Promise<(part: string) => string> {
  const shared = createHash("sha256");
  const own = new Map<string, string>();
  for (const folder of ["demo/models", "demo/render"])
    for (const name of (await readdir(join(root, folder))).toSorted()) {
      const family = name.replace(/\.ts$/, "");
      if (!name.endsWith(".ts") || name.endsWith(".test.ts") || notDrawing.has(family)) continue;
      const text = await readFile(join(root, folder, name), "utf8");
      const isFamily = folder === "demo/models" && familyCodes.some((code) => code === family);
      if (isFamily || family === "room") own.set(family, text);
      else shared.update(text);
    }
  const common = shared.digest("hex");
  return (part) => `${common}${own.get(part) ?? ""}`;
}

/** Sources that decide which pictures are made, not how they look; their results are hashed instead. */
const notDrawing = new Set([
  "render",
  "picture-plan",
  "manifest",
  "views",
  "scenes",
  "scene-plan",
  "glb",
  "embedded-textures",
  "export-models",
  "contact-sheet",
  "camera-crew",
  "studio-server",
  "trial",
  "families",
  "params",
]);

export function hashOf(...inputs: unknown[]): string {
  return createHash("sha256").update(JSON.stringify(inputs)).digest("hex").slice(0, 16);
}
