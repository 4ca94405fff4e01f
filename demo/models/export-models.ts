import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { products } from "../catalogue/index.ts";
import { orderFor } from "../render/picture-plan.ts";
import { embeddedTexture } from "./embedded-textures.ts";
import { writeGlb } from "./glb.ts";

/** Writes `glb/<handle>.glb` for the opening variant of every product, and removes what is no product any more. */
const folder = join(import.meta.dirname, "glb");
await mkdir(folder, { recursive: true });
let total = 0;
for (const product of products) {
  const order = orderFor(product, { ...product.variants[0]?.options });
  const bytes = await writeGlb(product.handle, order, embeddedTexture);
  await writeFile(join(folder, `${product.handle}.glb`), bytes);
  total += bytes.length;
}
const wanted = new Set(products.map(({ handle }) => `${handle}.glb`));
for (const name of await readdir(folder)) if (!wanted.has(name)) await rm(join(folder, name));
console.log(`${products.length} models, ${(total / 1e6).toFixed(1)} MB in ${folder}`);
