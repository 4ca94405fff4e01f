import { Vector3 } from "three";
import { board } from "./board.ts";
import type { CandleHolderParams } from "./params.ts";
import { place, startPiece } from "./piece.ts";
import type { Piece } from "./piece.ts";
import { bend, rod, sweep } from "./sweep.ts";
import { smoothProfile, turned } from "./turned.ts";

const candleRadius = 11;
const cup = [
  [0, 0],
  [14, 0],
  [15.5, 2],
  [15.5, 22],
  [14.5, 24],
  [12, 24],
  [12, 20],
  [0, 20],
] as const;

/** Candlesticks. Height is that of the holder; the candles stand above it. */
export function buildCandleHolder(p: CandleHolderParams): Piece {
  const piece = startPiece();
  ({ column: addColumn, disc: addDisc, chamber: addChamber, arch: addArch, row: addRow })[p.style](
    piece,
    p,
  );
  return piece;
}

function addCandle(piece: Piece, x: number, y: number, z: number, length: number) {
  const r = candleRadius;
  piece.add(
    "candle",
    "candle",
    turned(
      [
        [0, 0],
        [r, 0],
        [r, length * 0.5],
        [r * 0.96, length - 8],
        [r * 0.7, length - 2],
        [0, length - 4],
      ],
      { segments: 28 },
    ),
    place(x, y, z),
  );
  piece.add(
    "wick",
    "wick",
    rod([x, y + length - 6, z], [x + 1, y + length + 8, z], 0.9, 0.7, { segments: 6, cap: 0.4 }),
  );
}

function addColumn(piece: Piece, p: CandleHolderParams) {
  const pitch = p.diameter * 1.35;
  for (let i = 0; i < p.candles; i++) {
    const x = (i - (p.candles - 1) / 2) * pitch;
    const h = p.height * (1 - 0.24 * ((i * 2) % 3) * (p.candles > 1 ? 1 : 0));
    const r = p.diameter / 2;
    const line = smoothProfile(
      [
        [r, 8],
        [r * 0.7, 14],
        [r * 0.2, 28],
        [r * 0.16, h * 0.5],
        [r * 0.2, h * 0.8],
        [15, h - 26],
      ],
      26,
    );
    piece.add(
      "stick",
      "body",
      turned(
        [
          [0, 0],
          [r - 2, 0],
          [r, 2],
          ...line,
          [15.5, h - 24],
          [15.5, h - 2],
          [14.5, h],
          [12, h],
          [12, h - 20],
          [0, h - 20],
        ],
        { segments: 48 },
      ),
      place(x, 0, i % 2 ? 26 : 0),
    );
    addCandle(piece, x, h - 20, i % 2 ? 26 : 0, 190);
  }
}

function addDisc(piece: Piece, p: CandleHolderParams) {
  const r = p.diameter / 2;
  const h = p.height;
  piece.add(
    "dish",
    "body",
    turned(
      [
        [0, 0],
        [r * 0.7, 0],
        [r * 0.93, h * 0.12],
        [r, h * 0.4],
        [r - 2, h * 0.42],
        [r * 0.9, h * 0.2],
        [r * 0.6, h * 0.12],
        [17, h * 0.14],
        [15.5, h * 0.3],
        [15.5, h],
        [12, h],
        [12, h * 0.3],
        [0, h * 0.3],
      ],
      { segments: 64 },
    ),
  );
  const ear = bend(
    [
      [r - 4, h * 0.3, -9],
      [r + 18, h * 0.34, -13],
      [r + 28, h * 0.34, 0],
      [r + 18, h * 0.34, 13],
      [r - 4, h * 0.3, 9],
    ],
    22,
  );
  piece.add("ear", "body", sweep(ear, { section: [4.5, 2.2], segments: 12 }));
  addCandle(piece, 0, h * 0.3, 0, 150);
}

/** A chamber stick: a heavy turned block with one or more bores. */
function addChamber(piece: Piece, p: CandleHolderParams) {
  for (let i = 0; i < p.candles; i++) {
    const scale = 1 - i * 0.22;
    const [r, h] = [(p.diameter / 2) * (1 - i * 0.1), p.height * scale];
    const x = (i - (p.candles - 1) / 2) * p.diameter * 1.1;
    const line = smoothProfile(
      [
        [r * 0.86, 2],
        [r, h * 0.3],
        [r * 0.94, h * 0.66],
        [r * 0.6, h - 3],
        [14, h],
      ],
      22,
    );
    piece.add(
      "block",
      "body",
      turned([[0, 0], [r * 0.84, 0], ...line, [12, h], [12, h - 20], [0, h - 20]], {
        segments: 48,
      }),
      place(x, 0, i % 2 ? p.diameter * 0.4 : 0),
    );
    addCandle(piece, x, h - 20, i % 2 ? p.diameter * 0.4 : 0, 150);
  }
}

function addArch(piece: Piece, p: CandleHolderParams) {
  const half = p.diameter / 2;
  const arch = bend(
    [
      [-half, 5, 0],
      [-half * 0.98, p.height * 0.5, 0],
      [-half * 0.6, p.height * 0.9, 0],
      [0, p.height - 24, 0],
      [half * 0.6, p.height * 0.9, 0],
      [half * 0.98, p.height * 0.5, 0],
      [half, 5, 0],
    ].map(([x = 0, y = 0, z = 0]) => [x, Math.min(y, p.height - 24), z] as const),
    44,
  );
  piece.add(
    "arch",
    "body",
    sweep(arch, { section: [9, 5], side: new Vector3(0, 0, 1), squareness: 3, segments: 16 }),
  );
  for (const s of [-1, 1])
    piece.add("foot", "body", board(46, 9, 66, "z", 4), place(s * half, 4.5, 0));
  const spots =
    p.candles === 1
      ? [0.5]
      : Array.from({ length: p.candles }, (_, i) => 0.28 + (0.44 * i) / (p.candles - 1));
  for (const t of spots) {
    const at = arch[Math.round(t * (arch.length - 1))] ?? new Vector3();
    piece.add("cup", "body", turned(cup, { segments: 32 }), place(at.x, at.y + 2, 0));
    addCandle(piece, at.x, at.y + 22, 0, 150);
  }
}

function addRow(piece: Piece, p: CandleHolderParams) {
  piece.add(
    "bar",
    "body",
    board(p.diameter, Math.max(24, p.height * 0.5), 54, "x", 8),
    place(0, Math.max(24, p.height * 0.5) / 2, 0),
  );
  const top = Math.max(24, p.height * 0.5);
  for (let i = 0; i < p.candles; i++) {
    const x = -p.diameter / 2 + (p.diameter / p.candles) * (i + 0.5);
    piece.add(
      "cup",
      "body",
      turned(cup, { segments: 32 }).scale(1, Math.max(0.5, (p.height - top) / 24), 1),
      place(x, top - 1, 0),
    );
    addCandle(piece, x, top + 2, 0, 170);
  }
}
