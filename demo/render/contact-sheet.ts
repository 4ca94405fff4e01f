import { join } from "node:path";
import { parseArgs } from "node:util";
import sharp from "sharp";
import { products } from "../catalogue/index.ts";
import { callCameraCrew } from "./camera-crew.ts";
import { planPictures } from "./picture-plan.ts";

/** A quick look at many products side by side, without touching the pictures of the shop. */
const { values } = parseArgs({
  options: {
    only: { type: "string", default: "" },
    kinds: { type: "string", default: "main" },
    out: { type: "string", default: "contact-sheet.png" },
    columns: { type: "string", default: "8" },
    cell: { type: "string", default: "300" },
  },
});
const cell = Number(values.cell);
const columns = Number(values.columns);
const crew = await callCameraCrew(join(import.meta.dirname, "../.."));
const parts = values.only.split(",");
const kinds = values.kinds.split(",");
const tiles: Buffer[] = [];
for (const product of products.filter(({ handle }) => parts.some((part) => handle.includes(part))))
  for (const picture of planPictures(product).filter(({ kind }) => kinds.includes(kind))) {
    const size = cell * 2;
    const [pixels] = await crew.shoot({
      width: size,
      height: size,
      view: picture.view,
      pieces: [{ order: picture.order }],
      recolours: [],
    });
    const label = Buffer.from(
      `<svg width="${cell}" height="20"><text x="6" y="14" font-size="12" font-family="sans-serif" fill="#666">${product.handle} ${picture.name}</text></svg>`,
    );
    const small = await sharp(pixels, { raw: { width: size, height: size, channels: 4 } })
      .resize(cell)
      .png()
      .toBuffer();
    tiles.push(
      await sharp(small)
        .composite([{ input: label, left: 0, top: cell - 20 }])
        .png()
        .toBuffer(),
    );
  }
await crew.close();
const rows = Math.ceil(tiles.length / columns);
await sharp({
  create: {
    width: columns * cell,
    height: Math.max(1, rows) * cell,
    channels: 3,
    background: "#ffffff",
  },
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
