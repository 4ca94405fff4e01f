import { mkdir, readdir, rm } from "node:fs/promises";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import sharp from "sharp";
import { products } from "../catalogue/index.ts";
import type { DemoProduct } from "../catalogue/types.ts";
import { materials } from "../models/materials.ts";
import { callCameraCrew } from "./camera-crew.ts";
import type { CameraCrew } from "./camera-crew.ts";
import { hashOf, readManifest, readSources, writeManifest } from "./manifest.ts";
import type { Manifest, PictureEntry } from "./manifest.ts";
import { planPictures } from "./picture-plan.ts";
import type { PlannedPicture } from "./picture-plan.ts";
import type { ScenePlan } from "./scene-plan.ts";
import { scenes } from "./scenes.ts";

const root = join(import.meta.dirname, "../..");
const pictures = join(root, "demo/pictures");
/** Pixels: the opening look can be looked into closely, the others need less. */
const sides = { main: 1200, option: 1200, front: 800, detail: 800 } as const;
const widthsOf = (side: number) => [320, 640, side];

const { values: wanted } = parseArgs({
  options: {
    only: { type: "string", default: "" },
    scenes: { type: "boolean", default: true },
    all: { type: "boolean", default: false },
    adopt: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
  allowNegative: true,
});

/** What a shop needs most comes first, so that a run cut short is still of use. */
const passes = [["main", "option"], "scenes", ["detail"], ["front"]] as const;
type Kinds = readonly PictureEntry["kind"][];
type Sources = Awaited<ReturnType<typeof readSources>>;

async function renderAll() {
  const manifest = await readManifest(root);
  const sources = await readSources(root);
  const crew = await callCameraCrew(root);
  try {
    for (const kinds of passes) {
      if (kinds === "scenes") await renderScenes(crew, manifest, sources("room"));
      else await renderProducts(crew, manifest, kinds, sources);
    }
  } finally {
    await crew.close();
  }
  await forgetStrangers(manifest);
  await writeManifest(root, inOrder(manifest));
}

async function renderProducts(
  crew: CameraCrew,
  manifest: Manifest,
  kinds: Kinds,
  sources: Sources,
) {
  const chosen = products.filter((product) => isWanted(product.handle));
  for (const [index, product] of chosen.entries()) {
    const made = await renderProduct(crew, manifest, product, kinds, sources(product.model.family));
    if (made > 0) await writeManifest(root, inOrder(manifest));
    console.log(`${kinds.join(", ")} ${index + 1}/${chosen.length} ${product.handle}: ${made} new`);
  }
}

async function renderScenes(crew: CameraCrew, manifest: Manifest, source: string) {
  for (const scene of wanted.scenes ? scenes : []) {
    if (!isWanted(scene.name)) continue;
    const made = await renderScene(crew, manifest, scene, source);
    await writeManifest(root, inOrder(manifest));
    console.log(`scene ${scene.name}: ${made ? "new" : "unchanged"}`);
  }
}

function isWanted(name: string): boolean {
  return wanted.only === "" || wanted.only.split(",").some((part) => name.includes(part));
}

/** Catalogue order, so that the file reads like the shop and changes little. */
function inOrder(manifest: Manifest): Manifest {
  const known = products.flatMap(({ handle }) => {
    const entries = manifest.products[handle];
    return entries ? [[handle, entries] as const] : [];
  });
  return { products: Object.fromEntries(known), scenes: manifest.scenes };
}

async function renderProduct(
  crew: CameraCrew,
  manifest: Manifest,
  product: DemoProduct,
  kinds: Kinds,
  source: string,
) {
  const plan = planPictures(product);
  const before = new Map(
    (manifest.products[product.handle] ?? []).map((entry) => [entry.name, entry]),
  );
  const folder = join(pictures, product.handle);
  await mkdir(folder, { recursive: true });
  const entryOf = ({ name, kind, shows, order, view }: PlannedPicture): PictureEntry => {
    return {
      name,
      kind,
      shows,
      width: sides[kind],
      height: sides[kind],
      widths: widthsOf(sides[kind]),
      hash: hashOf(source, order, view, sides[kind]),
    };
  };
  const isThere = ({ name, kind }: PlannedPicture) =>
    existsSync(join(folder, `${name}-${sides[kind]}.webp`));
  const isFresh = (picture: PlannedPicture) =>
    before.get(picture.name)?.hash === entryOf(picture).hash && isThere(picture);
  const isDue = (picture: PlannedPicture) =>
    wanted.adopt ? !isThere(picture) : wanted.all || !isFresh(picture);
  const due = plan.filter((picture) => kinds.includes(picture.kind) && isDue(picture));
  for (const group of sameShape(due)) {
    const [first] = group;
    if (!first) continue;
    const side = sides[first.kind];
    const shots = await crew.shoot({
      width: side,
      height: side,
      view: first.view,
      pieces: [{ order: first.order }],
      recolours: group.slice(1).map(({ order }) => order),
    });
    await Promise.all(
      shots.map((pixels, index) =>
        save(pixels, side, side, join(folder, group[index]?.name ?? ""), widthsOf(side)),
      ),
    );
  }
  // What is still to come in a later pass keeps its old entry, if it has one.
  manifest.products[product.handle] = plan.flatMap((picture) => {
    const old = before.get(picture.name);
    const isKept = wanted.adopt ? isThere(picture) : isFresh(picture);
    return due.includes(picture) || isKept ? [entryOf(picture)] : old ? [old] : [];
  });
  return due.length;
}

/** Clear parts cast no shadow, so they cannot share the light measured for solid ones. */
const isClear = ({ order }: PlannedPicture) =>
  Object.values(order.materials).some((code) => materials[code].kind === "glass");

/** Pictures from one place of one shape share the measured light: only colours are drawn again. */
function sameShape(plan: PlannedPicture[]): PlannedPicture[][] {
  const groups = new Map<string, PlannedPicture[]>();
  for (const picture of plan) {
    const key = JSON.stringify([picture.view, picture.order.params, isClear(picture)]);
    groups.set(key, [...(groups.get(key) ?? []), picture]);
  }
  return [...groups.values()];
}

async function save(pixels: Buffer, width: number, height: number, path: string, widths: number[]) {
  const raw = { raw: { width, height, channels: 4 as const } };
  for (const size of widths)
    await sharp(pixels, raw)
      .removeAlpha()
      .resize({ width: size, kernel: "lanczos3" })
      .webp({ quality: 78, effort: 4 })
      .toFile(`${path}-${size}.webp`);
}

async function renderScene(crew: CameraCrew, manifest: Manifest, scene: ScenePlan, source: string) {
  const hash = hashOf(source, scene);
  const known = manifest.scenes[scene.name];
  if (known && (wanted.adopt || (!wanted.all && known.hash === hash))) {
    manifest.scenes[scene.name] = { ...known, hash };
    return false;
  }
  const { width, height, widths } = scene;
  const [pixels] = await crew.shoot({
    width,
    height,
    view: scene.view,
    pieces: scene.pieces,
    room: scene.room,
    recolours: [],
  });
  if (!pixels) throw new Error(`${scene.name}: no picture came back`);
  const folder = join(pictures, "scenes");
  await mkdir(folder, { recursive: true });
  await save(pixels, width, height, join(folder, scene.name), widths);
  manifest.scenes[scene.name] = {
    name: scene.name,
    width,
    height,
    widths,
    hash,
    products: scene.products,
  };
  return true;
}

/** Removes pictures of products and options that are no more. */
async function forgetStrangers(manifest: Manifest) {
  const keep = new Map(products.map(({ handle }) => [handle, manifest.products[handle] ?? []]));
  for (const folder of await readdir(pictures, { withFileTypes: true })) {
    if (!folder.isDirectory() || folder.name === "scenes") continue;
    const entries = keep.get(folder.name);
    if (!entries) await rm(join(pictures, folder.name), { recursive: true });
    else await forgetFiles(join(pictures, folder.name), entries);
  }
  for (const handle of Object.keys(manifest.products))
    if (!keep.has(handle)) delete manifest.products[handle];
}

async function forgetFiles(folder: string, entries: PictureEntry[]) {
  const known = new Set(
    entries.flatMap(({ name, widths }) => widths.map((width) => `${name}-${width}.webp`)),
  );
  for (const name of await readdir(folder)) if (!known.has(name)) await rm(join(folder, name));
}

if (wanted.help) {
  console.log(`Renders the demo shop's pictures into demo/pictures; what has not changed is left alone.

  --only a,b     products or scenes whose name contains a or b
  --no-scenes    products only
  --all          render again even what has not changed
  --adopt        the sources changed but not the looks: keep the pictures there are
  CHROMIUM_PATH  program file of the Chromium to use`);
} else {
  await renderAll();
}
