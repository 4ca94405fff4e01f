import { board } from "./board.ts";
import { addFourLegs } from "./legs.ts";
import type { SideboardParams } from "./params.ts";
import { place, startPiece } from "./piece.ts";
import type { Piece } from "./piece.ts";
import { rod } from "./sweep.ts";
import { turned } from "./turned.ts";

const wood = 22;
const footHeights = { legs: 150, plinth: 60, sled: 160, wall: 0 } as const;

/** A cabinet of one row of columns, each open, with a door, or with stacked drawers. */
export function buildSideboard(p: SideboardParams): Piece {
  const piece = startPiece(p.base === "wall" ? "wall" : "floor");
  const foot = footHeights[p.base];
  addCarcase(piece, p, foot);
  addFoot(piece, p, foot);
  const span = (p.width - 2 * wood) / p.columns;
  for (let i = 0; i < p.columns; i++) {
    const x = -p.width / 2 + wood + span * (i + 0.5);
    const open = i < p.openColumns;
    const drawers = i >= p.columns - p.drawerColumns && p.drawers > 0 ? p.drawers : 0;
    if (open) addShelf(piece, p, x, span, foot);
    else if (drawers > 0) addDrawers(piece, p, x, span, foot, drawers);
    else addDoor(piece, p, x, span, foot, i % 2 === 0 ? 1 : -1);
  }
  return piece;
}

function addCarcase(piece: Piece, p: SideboardParams, foot: number) {
  const high = p.height - foot;
  const y = foot + high / 2;
  for (const s of [-1, 1]) {
    piece.add(
      "side",
      "body",
      board(wood, high - 2 * wood + 1, p.depth, "y", 2),
      place(s * (p.width / 2 - wood / 2), y, 0),
    );
    piece.add(
      s > 0 ? "top" : "bottom",
      "body",
      board(p.width, wood, p.depth, "x", 4),
      place(0, y + s * (high / 2 - wood / 2), 0),
    );
  }
  piece.add(
    "back",
    "body",
    board(p.width - wood, high - wood, 10, "x", 2),
    place(0, y, -p.depth / 2 + 10),
  );
  const span = (p.width - 2 * wood) / p.columns;
  for (let i = 1; i < p.columns; i++) {
    const between = i <= p.openColumns ? p.depth - 16 : p.depth - 46;
    piece.add(
      "divider",
      "body",
      board(16, high - 2 * wood, between, "y", 2),
      place(-p.width / 2 + wood + span * i, y, -(p.depth - between) / 2 + 4),
    );
  }
}

function addFoot(piece: Piece, p: SideboardParams, foot: number) {
  if (p.base === "plinth")
    piece.add(
      "plinth",
      "base",
      board(p.width - 60, foot, p.depth - 60, "x", 2),
      place(0, foot / 2, 0),
    );
  if (p.base === "legs")
    addFourLegs(piece, "base", {
      x: p.width / 2 - Math.min(110, p.width * 0.16),
      z: p.depth / 2 - 80,
      top: foot + 4,
      splayX: 26,
      splayZ: 22,
      shape: "tapered",
      radius: 19,
    });
  if (p.base !== "sled") return;
  const [x, z] = [p.width / 2 - 90, p.depth / 2 - 30];
  for (const s of [-1, 1]) {
    for (const e of [-1, 1])
      piece.add("leg", "base", rod([s * x, foot, e * z], [s * x, 6, e * z], 10, 10));
    piece.add("runner", "base", rod([s * x, 10, -z - 10], [s * x, 10, z + 10], 10, 10));
    piece.add("bearer", "base", rod([s * x, foot - 10, -z], [s * x, foot - 10, z], 9, 9));
  }
  piece.add("stay", "base", rod([-x, foot - 10, -z], [x, foot - 10, -z], 9, 9));
}

interface Front {
  x: number;
  y: number;
  width: number;
  height: number;
}

function addFront(piece: Piece, p: SideboardParams, name: string, front: Front) {
  const z = p.depth / 2 - 16;
  const at = place(front.x, front.y, z);
  if (p.front === "plain") {
    piece.add(name, "front", board(front.width, front.height, 20, "x", 2.5), at);
    return;
  }
  if (p.front === "cane") {
    const frame = 46;
    piece.add(
      "cane",
      "front",
      board(front.width - 2 * frame + 8, front.height - 2 * frame + 8, 6, "x", 1),
      place(front.x, front.y, z - 2),
    );
    for (const s of [-1, 1]) {
      piece.add(
        "stile",
        "body",
        board(frame, front.height, 20, "y", 2.5),
        place(front.x + s * (front.width / 2 - frame / 2), front.y, z),
      );
      piece.add(
        "rail",
        "body",
        board(front.width - 2 * frame, frame, 20, "x", 2.5),
        place(front.x, front.y + s * (front.height / 2 - frame / 2), z),
      );
    }
    return;
  }
  const pitch = p.front === "slatted" ? 26 : 18;
  const count = Math.max(2, Math.round(front.width / pitch));
  const each = front.width / count;
  piece.add(
    name,
    "front",
    board(front.width, front.height, 10, "y", 2),
    place(front.x, front.y, z - 4),
  );
  const slat =
    p.front === "slatted"
      ? board(each - 9, front.height, 14, "y", 3)
      : board(each - 1, front.height, 16, "y", 7.6);
  const spots = Array.from({ length: count }, (_, i) =>
    place(front.x - front.width / 2 + each * (i + 0.5), front.y, z + 3),
  );
  piece.add("slat", "front", slat, ...spots);
}

function addDoor(
  piece: Piece,
  p: SideboardParams,
  x: number,
  span: number,
  foot: number,
  side: number,
) {
  const height = p.height - foot - 2 * wood - 4;
  const y = foot + (p.height - foot) / 2;
  addFront(piece, p, "door", { x, y, width: span - 4, height });
  const pull = rod([0, -60, 0], [0, 60, 0], 5, 5);
  piece.add(
    "pull",
    "handle",
    pull,
    place(x + side * (span / 2 - 26), y + height * 0.12, p.depth / 2 + 14),
  );
  for (const s of [-1, 1])
    piece.add(
      "pull-foot",
      "handle",
      rod([0, 0, -14], [0, 0, 0], 4, 4),
      place(x + side * (span / 2 - 26), y + height * 0.12 + s * 44, p.depth / 2 + 12),
    );
}

function addDrawers(
  piece: Piece,
  p: SideboardParams,
  x: number,
  span: number,
  foot: number,
  count: number,
) {
  const total = p.height - foot - 2 * wood;
  const each = total / count;
  for (let i = 0; i < count; i++) {
    const y = foot + wood + each * (i + 0.5);
    addFront(piece, p, "drawer", { x, y, width: span - 4, height: each - 4 });
    const knob = turned(
      [
        [0, 0],
        [5, 0],
        [5, 10],
        [11, 15],
        [12, 18],
        [10, 22],
        [0, 23],
      ],
      { segments: 20 },
    );
    piece.add("knob", "handle", knob, place(x, y, p.depth / 2 - 4, { x: 90 }));
  }
}

function addShelf(piece: Piece, p: SideboardParams, x: number, span: number, foot: number) {
  piece.add(
    "shelf",
    "body",
    board(span - 8, 18, p.depth - 40, "x", 2),
    place(x, foot + (p.height - foot) / 2, 4),
  );
}
