import { Vector3 } from "three";
import { board } from "./board.ts";
import type { MirrorParams } from "./params.ts";
import { place, startPiece } from "./piece.ts";
import type { Piece } from "./piece.ts";
import { rectOutline, roundOutline, slab } from "./slab.ts";
import type { Outline } from "./slab.ts";
import { rod, sweep } from "./sweep.ts";

/** A framed mirror on the wall, leaning on the floor, or on a small stand. */
export function buildMirror(p: MirrorParams): Piece {
  const piece = startPiece(p.mount === "wall" ? "wall" : "floor");
  const lean = p.mount === "floor" ? 4.5 : p.mount === "table" ? 9 : 0;
  const lift = p.mount === "table" ? 26 : 0;
  const wall = p.mount === "wall" ? -p.depth / 2 : 0;
  const outline = mirrorOutline(p);
  const middle = p.height / 2;
  const upright = place(0, middle + lift, wall, { x: -lean });
  const edge = Math.max(5, p.frameWidth / 2);
  const path = inset(outline, edge).map(([x, y]) => new Vector3(x, y, p.depth / 2));
  const frame = sweep(path, {
    section: [edge, p.depth / 2],
    side: sideAt(path),
    squareness: 4,
    closed: true,
    segments: 16,
  });
  piece.add("frame", "frame", frame, upright);
  const glass = slab(inset(outline, p.frameWidth * 0.7), 6, { edge: 1.2 });
  piece.add(
    "glass",
    "glass",
    glass.rotateX(-Math.PI / 2).translate(0, 0, p.depth * 0.62 + 6),
    upright,
  );
  const back = slab(inset(outline, edge), p.depth * 0.4, { edge: 2 });
  piece.add("back", "frame", back.rotateX(-Math.PI / 2).translate(0, 0, 2), upright);
  if (p.ledge) addLedge(piece, p, wall);
  if (p.mount === "table") {
    piece.add(
      "stand",
      "frame",
      board(Math.min(p.width * 0.6, 220), 26, 90, "x", 8),
      place(0, 13, 10),
    );
  }
  if (p.mount === "floor")
    for (const s of [-1, 1])
      piece.add(
        "prop",
        "frame",
        rod(
          [s * p.width * 0.32, p.height * 0.86, -p.height * 0.034],
          [s * p.width * 0.32, 0, -p.height * 0.2],
          9,
          9,
        ),
      );
  return piece;
}

/** Outline in the plane of the wall, around the middle. */
function mirrorOutline({ shape, width: w, height: h }: MirrorParams): Outline {
  if (shape === "round") return roundOutline(w, h, 2, 96);
  if (shape === "rect") return rectOutline(w, h, 18, 8);
  if (shape === "pill") return rectOutline(w, h, Math.min(w, h) / 2, 24);
  if (shape === "arch") return archOutline(w, h);
  return pebbleOutline(w, h);
}

/** No two sides alike, yet exactly as wide and high as asked. */
function pebbleOutline(w: number, h: number): Outline {
  const raw = roundOutline(1, 1, 2.35, 96).map(([x, y], index) => {
    const angle = (index / 96) * Math.PI * 2;
    const swell = 1 + 0.055 * Math.sin(angle * 2 + 0.7) + 0.04 * Math.sin(angle * 3 + 2);
    return [x * swell, y * swell] as const;
  });
  const [left, right] = [Math.min(...raw.map(([x]) => x)), Math.max(...raw.map(([x]) => x))];
  const [low, high] = [Math.min(...raw.map(([, y]) => y)), Math.max(...raw.map(([, y]) => y))];
  return raw.map(
    ([x, y]) =>
      [((x - left) / (right - left) - 0.5) * w, ((y - low) / (high - low) - 0.5) * h] as const,
  );
}

function archOutline(w: number, h: number): Outline {
  const r = w / 2;
  const crown = Array.from({ length: 37 }, (_, i) => {
    const angle = (i / 36) * Math.PI;
    return [Math.cos(angle) * r, h / 2 - r + Math.sin(angle) * r] as const;
  });
  const corner = 16;
  const foot = (sx: number) =>
    Array.from({ length: 7 }, (_, i) => {
      const angle = Math.PI + (i / 6) * (Math.PI / 2) + (sx > 0 ? Math.PI / 2 : 0);
      return [
        sx * (r - corner) + Math.cos(angle) * corner,
        -h / 2 + corner + Math.sin(angle) * corner,
      ] as const;
    });
  return [...crown, ...foot(-1), ...foot(1)];
}

function inset(outline: Outline, by: number): Outline {
  const xs = outline.map(([x]) => Math.abs(x));
  const ys = outline.map(([, y]) => Math.abs(y));
  const [w, h] = [Math.max(...xs), Math.max(...ys)];
  return outline.map(([x, y]) => [x * (1 - by / w), y * (1 - by / h)] as const);
}

/** The frame's section starts square to the wall. */
function sideAt(path: Vector3[]): Vector3 {
  const first = path[0] ?? new Vector3(1, 0, 0);
  return new Vector3(first.x, first.y, 0).normalize();
}

function addLedge(piece: Piece, p: MirrorParams, wall: number) {
  const deep = 110;
  piece.add(
    "ledge",
    "frame",
    board(Math.min(p.width * 0.86, p.width), 20, deep, "x", 6),
    place(0, p.shape === "rect" ? 10 : p.height * 0.07, wall + deep / 2),
  );
}
