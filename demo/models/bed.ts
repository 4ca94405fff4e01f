import type { Vector3 } from "three";
import { board } from "./board.ts";
import { cushion } from "./cushion.ts";
import { leg } from "./legs.ts";
import { spaceNoise } from "./noise.ts";
import type { BedParams } from "./params.ts";
import { place, startPiece } from "./piece.ts";
import type { Piece } from "./piece.ts";
import { rod } from "./sweep.ts";

const rim = 40;
const frameTop = 330;
const mattressTop = 470;

/** A bed with mattress, duvet and pillows, so that its size can be judged. */
export function buildBed(p: BedParams): Piece {
  const piece = startPiece();
  addFrame(piece, p);
  if (p.headboard !== "none") addHeadboard(piece, p, p.headboard);
  addBedding(piece, p);
  return piece;
}

function addFrame(piece: Piece, p: BedParams) {
  const [w, d] = [p.width + 2 * rim, p.depth + 2 * rim];
  for (const s of [-1, 1]) {
    piece.add(
      "side-rail",
      "frame",
      board(28, 140, d, "z", 5),
      place(s * (w / 2 - 14), frameTop - 70, 0),
    );
    piece.add(
      "end-rail",
      "frame",
      board(w - 50, 140, 28, "x", 5),
      place(0, frameTop - 70, s * (d / 2 - 14)),
    );
    for (const e of [-1, 1]) {
      const spot = [s * (w / 2 - 70), frameTop - 100, e * (d / 2 - 80)] as const;
      piece.add("leg", "frame", leg(spot, [spot[0] + s * 16, 0, spot[2] + e * 16], p.legs, 30));
    }
  }
  piece.add("slats", "frame", board(p.width, 20, p.depth, "x", 3), place(0, frameTop - 40, 0));
}

function addHeadboard(
  piece: Piece,
  p: BedParams,
  style: "slats" | "panel" | "upholstered" | "cane",
) {
  const w = p.width + 2 * rim;
  const z = -p.depth / 2 - rim - 12;
  const low = frameTop - 60;
  const high = p.height - low;
  if (style === "upholstered") {
    const count = Math.max(3, Math.round(w / 260));
    const each = w / count;
    for (let i = 0; i < count; i++)
      piece.add(
        "panel",
        "headboard",
        cushion(each - 3, high, 90, { radius: 30, puff: 10 }),
        place(-w / 2 + each * (i + 0.5), low + high / 2, z - 20, { x: -3 }),
      );
    return;
  }
  for (const s of [-1, 1])
    piece.add(
      "post",
      "frame",
      rod([s * (w / 2 - 24), 0, z + 8], [s * (w / 2 - 24), p.height, z - 40], 22, 17),
    );
  const back = (y: number) => z + 8 - (y / p.height) * 48;
  if (style === "slats") {
    piece.add(
      "crest",
      "headboard",
      rod(
        [-w / 2 + 10, p.height - 24, back(p.height - 24)],
        [w / 2 - 10, p.height - 24, back(p.height - 24)],
        20,
        20,
      ),
    );
    piece.add(
      "lower-rail",
      "frame",
      rod([-w / 2 + 10, low + 60, back(low + 60)], [w / 2 - 10, low + 60, back(low + 60)], 16, 16),
    );
    const count = Math.round(w / 110);
    for (let i = 1; i < count; i++) {
      const x = -w / 2 + (w / count) * i;
      piece.add(
        "spindle",
        "headboard",
        rod([x, low + 60, back(low + 60)], [x, p.height - 30, back(p.height - 30)], 9, 8),
      );
    }
    return;
  }
  const middle = low + high / 2 + 20;
  const slot = style === "cane" ? "frame" : "headboard";
  for (const y of [low + 66, p.height - 40])
    piece.add("rail", slot, board(w - 60, 70, 26, "x", 8), place(0, y, back(y), { x: -2.9 }));
  piece.add(
    "panel",
    "headboard",
    board(w - 80, high - 110, style === "cane" ? 8 : 18, "x", 2),
    place(0, middle, back(middle), { x: -2.9 }),
  );
}

function addBedding(piece: Piece, p: BedParams) {
  piece.add(
    "mattress",
    "bedding",
    cushion(p.width, mattressTop - frameTop + 34, p.depth, { radius: 40, puff: 4 }),
    place(0, (mattressTop + frameTop) / 2 - 17, 0),
  );
  const duvet = p.depth * 0.74;
  const drape = (point: Vector3) => {
    const folds =
      spaceNoise(point.x / 260, 0.3, point.z / 300, 3) * 12 +
      spaceNoise(point.x / 110, 2.3, point.z / 120, 9) * 5;
    if (point.y > 0) point.y += folds;
  };
  piece.add(
    "duvet",
    "bedding",
    cushion(p.width + 60, 150, duvet, { radius: 56, puff: 18, detail: 22, shape: drape }),
    place(0, mattressTop + 2, p.depth / 2 - duvet / 2 + 22),
  );
  const count = p.width > 1200 ? 2 : 1;
  const size = Math.min(720, p.width / count - 60);
  for (let i = 0; i < count; i++) {
    const x = (i - (count - 1) / 2) * (p.width / count);
    piece.add(
      "pillow",
      "bedding",
      cushion(size, 110, 440, { radius: 54, puff: 46, wrinkle: 8, seed: 3 + i, detail: 14 }),
      place(x, mattressTop + 100, -p.depth / 2 + 230, { x: 24 }),
    );
  }
  if (!p.blanket) return;
  const width = p.width + 84;
  const soft = { radius: 62, puff: 10, detail: 20, shape: drape };
  piece.add(
    "blanket",
    "blanket",
    cushion(width, 176, p.depth * 0.26, soft),
    place(0, mattressTop + 4, p.depth * 0.2),
  );
}
