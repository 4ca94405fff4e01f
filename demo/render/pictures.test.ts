import { existsSync } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { categories, products } from "../catalogue/index.ts";
import { readManifest } from "./manifest.ts";
import type { Manifest } from "./manifest.ts";
import { planPictures } from "./picture-plan.ts";

const root = join(import.meta.dirname, "../..");
const pictures = join(root, "demo/pictures");

describe("the rendered pictures", () => {
  let manifest: Manifest;
  beforeAll(async () => {
    manifest = await readManifest(root);
  });

  it.each(products.map((product) => [product.handle, product] as const))(
    "show every look of %s, the opening one first",
    (handle, product) => {
      const entries = manifest.products[handle] ?? [];
      expect(entries.map(({ name, kind, shows }) => ({ name, kind, shows }))).toEqual(
        planPictures(product).map(({ name, kind, shows }) => ({ name, kind, shows })),
      );
      for (const { name, widths } of entries)
        for (const width of widths)
          expect(existsSync(join(pictures, handle, `${name}-${width}.webp`))).toBe(true);
    },
  );

  it("furnish a scene for every category and two for the home page", () => {
    const wanted = [...categories.map(({ code }) => code), "hero", "hero-portrait"];
    expect(Object.keys(manifest.scenes).toSorted()).toEqual(wanted.toSorted());
    for (const { name, widths } of Object.values(manifest.scenes))
      for (const width of widths)
        expect(existsSync(join(pictures, "scenes", `${name}-${width}.webp`))).toBe(true);
  });

  it("have the size that the manifest says", async () => {
    for (const [handle, entries] of Object.entries(manifest.products)) {
      const [main] = entries;
      const file = await sharp(join(pictures, handle, `main-${main?.width}.webp`)).metadata();
      expect([file.width, file.height]).toEqual([main?.width, main?.height]);
    }
  });

  it("are no burden to whoever clones the shop", async () => {
    const names = await readdir(pictures, { recursive: true });
    const sizes = await Promise.all(
      names.map(async (name) => (await stat(join(pictures, name))).size),
    );
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(40_000_000);
  });
});
