import { join } from "node:path";
import { parseArgs } from "node:util";
import sharp from "sharp";
import { products } from "../catalogue/index.ts";
import { callCameraCrew } from "./camera-crew.ts";
import type { Shot } from "./page.ts";
import { planPictures } from "./picture-plan.ts";
import { scenes } from "./scenes.ts";

/** A quick look at many pictures side by side, without touching those of the shop. */
const { values } = parseArgs({
  options: {
    only: { type: "string", default: "" },
    kinds: { type: "string", default: "main" },
    scenes: { type: "boolean", default: false },
    out: { type: "string", default: "contact-sheet.png" },
    columns: { type: "string", default: "8" },
    cell: { type: "string", default: "300" },
  },
});

const cell = Number(values.cell);
const columns = Number(values.columns);
const parts = values.only.split(",");
const isWanted = (name: string) => parts.some((part) => name.includes(part));

function productShots(): [label: string, shot: Shot][] {
  const kinds = values.kinds.split(",");
  const size = cell * 2;
  return products
    .filter(({ handle }) => isWanted(handle))
    .flatMap((product) =>
      planPictures(product)
        .filter(({ kind }) => kinds.includes(kind))
        .map(({ name, view, order }): [string, Shot] => [
          `${product.handle} ${name}`,
          { width: size, height: size, view, pieces: [{ order }], recolours: [] },
        ]),
    );
}

function sceneShots(): [label: string, shot: Shot][] {
  return scenes
    .filter(({ name }) => isWanted(name))
    .map(({ name, width, height, view, room, pieces }) => {
      const share = (cell * 1.4) / Math.max(width, height);
      const size = { width: Math.round(width * share), height: Math.round(height * share) };
      return [name, { ...size, view, room, pieces, recolours: [] }];
    });
}

const crew = await callCameraCrew(join(import.meta.dirname, "../.."));
const tiles: Buffer[] = [];
for (const [label, shot] of values.scenes ? sceneShots() : productShots()) {
  const [pixels] = await crew.shoot(shot);
  const text = Buffer.from(
    `<svg width="${cell}" height="20"><text x="6" y="14" font-size="12" font-family="sans-serif" fill="#666">${label}</text></svg>`,
  );
  const raw = { raw: { width: shot.width, height: shot.height, channels: 4 as const } };
  const small = await sharp(pixels, raw)
    .resize(cell, cell, { fit: "contain", background: "#ffffff" })
    .png()
    .toBuffer();
  tiles.push(
    await sharp(small)
      .composite([{ input: text, left: 0, top: cell - 20 }])
      .png()
      .toBuffer(),
  );
}
await crew.close();
const rows = Math.max(1, Math.ceil(tiles.length / columns));
await sharp({
  create: { width: columns * cell, height: rows * cell, channels: 3, background: "#ffffff" },
})
  .composite(
    tiles.map((input, index) => ({
      input,
      left: (index % columns) * cell,
      top: Math.floor(index / columns) * cell,
    })),
  )
  .png()
  .toFile(values.out);
