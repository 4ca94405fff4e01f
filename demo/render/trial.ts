import { join } from "node:path";
import sharp from "sharp";
import { callCameraCrew } from "./camera-crew.ts";
import { familyCodes } from "../models/families.ts";
const crew = await callCameraCrew(join(import.meta.dirname, "../.."));
const size = Number(process.argv[3] ?? 600);
const list = (process.argv[2] ?? "chair").split(",");
for (const family of list[0] === "all" ? familyCodes : list as never[]) {
  const start = Date.now();
  try {
  const [pixels] = await crew.shoot({ width: size, height: size, view: { name: "main", turn: 32, rise: 14, fill: 0.76 }, pieces: [{ order: { family, params: {}, materials: {} } }], recolours: [] });
  await sharp(pixels, { raw: { width: size, height: size, channels: 4 } }).png().toFile(`/tmp/pic/${family}.png`);
  console.log(family, Date.now() - start);
  } catch (e) { console.log(family, String(e).slice(0, 1500)); }
}
await crew.close();
