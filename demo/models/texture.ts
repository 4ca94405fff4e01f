import { materials } from "./materials.ts";
import type { MaterialCode, MaterialEntry } from "./materials.ts";
import { randomFrom, tiledNoise } from "./noise.ts";

export interface Texture {
  /** Pixels per side. */
  size: number;
  /** What one tile covers, in metres along and across the grain. */
  metres: readonly [number, number];
  /** sRGB with alpha, row by row. */
  colour: Uint8Array;
  /** 0 low … 1 high, for the relief. */
  height: Float32Array;
}

type Rgb = readonly [number, number, number];
/** Where between colour (0) and accent (1) a point lies, how high it is, and how much darker (1 = not). */
interface Sample {
  tone: number;
  height: number;
  shade?: number;
}
type Painter = (u: number, v: number) => Sample;

interface Recipe {
  metres: readonly [number, number];
  painter: (entry: MaterialEntry, seed: number) => Painter;
}

/** Paints the tile of a material; null for those that are plain (metal, glass, wax). */
export function paintTexture(code: MaterialCode, size: number): Texture | null {
  const entry: MaterialEntry = materials[code];
  const recipe = recipes[entry.kind];
  if (!recipe) return null;
  const paint = recipe.painter(entry, code.length * 17 + code.charCodeAt(0));
  const [base, accent] = [rgb(entry.colour), rgb(entry.accent)];
  const colour = new Uint8Array(size * size * 4);
  const height = new Float32Array(size * size);
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      const at = y * size + x;
      const sample = paint((x + 0.5) / size, (y + 0.5) / size);
      const tone = Math.min(1, Math.max(0, sample.tone));
      base.forEach((from, channel) => {
        const value = (from + ((accent[channel] ?? from) - from) * tone) * (sample.shade ?? 1);
        colour[at * 4 + channel] = Math.min(255, Math.round(value));
      });
      colour[at * 4 + 3] = 255;
      height[at] = sample.height;
    }
  return { size, metres: recipe.metres, colour, height };
}

function rgb(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** Sum of ever finer noise; `x` and `y` cells along u and v at the coarsest. */
function clouds(u: number, v: number, x: number, y: number, seed: number, octaves = 3): number {
  let sum = 0;
  let weight = 0.5;
  let total = 0;
  for (let i = 0; i < octaves; i++) {
    const scale = 2 ** i;
    sum += weight * tiledNoise(u * x * scale, v * y * scale, x * scale, y * scale, seed + i * 13);
    total += weight;
    weight /= 2;
  }
  return sum / total;
}

/** Flat-sawn boards: rings drift along the grain; pores are short dark strokes. */
function woodPainter(_: MaterialEntry, seed: number): Painter {
  return (u, v) => {
    const drift = clouds(u, v, 2, 3, seed) * 2.3 + clouds(u, v, 4, 8, seed + 3, 2) * 0.25;
    const ring = (((v * 9 + drift) % 1) + 1) % 1;
    const late = ring ** 3 * (1 - Math.max(0, ring - 0.94) / 0.06);
    const pore = tiledNoise(u * 42, v * 300, 42, 300, seed + 5) ** 5;
    const fibre = tiledNoise(u * 16, v * 190, 16, 190, seed + 9);
    const patch = clouds(u, v, 2, 2, seed + 20, 2);
    const tone = 0.1 + 0.42 * late + 0.5 * pore + 0.22 * (fibre - 0.3) + 0.32 * (patch - 0.45);
    return { tone, height: 1 - pore * 0.9 - late * 0.15 };
  };
}

/** Plain weave with uneven threads. */
function clothPainter(_: MaterialEntry, seed: number): Painter {
  const threads = 132;
  return (u, v) => {
    const [a, b] = [u * threads, v * threads];
    const over = (Math.floor(a) + Math.floor(b)) % 2 === 0;
    const [warp, weft] = [Math.sin((a % 1) * Math.PI), Math.sin((b % 1) * Math.PI)];
    const height = over
      ? 0.45 + 0.55 * warp * Math.abs(weft) ** 0.4
      : 0.3 + 0.55 * weft * Math.abs(warp) ** 0.4;
    const along = tiledNoise(u * 9, v * threads, 9, threads, seed);
    const across = tiledNoise(u * threads, v * 9, threads, 9, seed + 1);
    const slub = (over ? across : along) - 0.5;
    const mottle = clouds(u, v, 6, 6, seed + 4) - 0.5;
    return {
      tone: 0.3 + 0.75 * slub + 0.5 * (0.6 - height) + 0.5 * mottle,
      height: height + slub * 0.3,
    };
  };
}

function leatherPainter(_: MaterialEntry, seed: number): Painter {
  return (u, v) => {
    const pebble = 1 - Math.abs(clouds(u, v, 60, 60, seed, 2) * 2 - 1);
    const hide = clouds(u, v, 3, 3, seed + 7, 4);
    return { tone: 0.12 + 0.7 * (hide - 0.3) + 0.35 * (pebble - 0.6), height: 1 - pebble ** 3 };
  };
}

function marblePainter(_: MaterialEntry, seed: number): Painter {
  return (u, v) => {
    const warp = clouds(u, v, 3, 3, seed, 5);
    const vein = 1 - Math.abs(Math.sin((u * 2 + v * 1 + warp * 2.6) * Math.PI * 2 * 0.5));
    const fine = 1 - Math.abs(clouds(u, v, 7, 7, seed + 3, 4) * 2 - 1);
    return {
      tone: 0.75 * Math.max(0, vein) ** 9 + 0.3 * fine ** 14 + 0.32 * (warp - 0.35),
      height: 1,
    };
  };
}

/** Fired glaze: pooled unevenly, with small iron specks. */
function glazePainter(_: MaterialEntry, seed: number): Painter {
  const specks = speckMap(seed, 150, 0.0042);
  return (u, v) => {
    const pool = clouds(u, v, 4, 5, seed, 4);
    const speck = specks(u, v);
    return {
      tone: 0.5 * Math.max(0, pool - 0.42) + 0.8 * speck,
      height: 0.7 + 0.3 * clouds(u, v, 14, 14, seed + 2, 2),
      shade: 1 - 0.35 * speck,
    };
  };
}

function clayPainter(_: MaterialEntry, seed: number): Painter {
  const grog = speckMap(seed, 320, 0.003);
  return (u, v) => {
    const grain = clouds(u, v, 70, 70, seed, 2);
    const ridge = tiledNoise(u * 60, v * 2, 60, 2, seed + 3);
    return {
      tone: 0.6 * (grain - 0.35) + 0.5 * grog(u, v) + 0.25 * (clouds(u, v, 3, 3, seed + 8) - 0.4),
      height: 0.6 * grain + 0.4 * ridge,
    };
  };
}

/** A scatter of round specks, as a soft mask over the tile. */
function speckMap(seed: number, count: number, radius: number) {
  const random = randomFrom(seed);
  const cells = 24;
  const grid = new Map<number, [number, number, number][]>();
  for (let i = 0; i < count; i++) {
    const [x, y, r] = [random(), random(), radius * (0.35 + random() ** 3 * 1.2)];
    const cell = Math.floor(x * cells) * cells + Math.floor(y * cells);
    grid.set(cell, [...(grid.get(cell) ?? []), [x, y, r]]);
  }
  return (u: number, v: number): number => {
    let most = 0;
    for (const [x, y, r] of grid.get(Math.floor(u * cells) * cells + Math.floor(v * cells)) ?? [])
      most = Math.max(most, Math.min(1, Math.max(0, 1.5 - Math.hypot(u - x, v - y) / r)));
    return most;
  };
}

function paperPainter(_: MaterialEntry, seed: number): Painter {
  return (u, v) => {
    const fibre = clouds(u, v, 30, 9, seed, 3) * 0.6 + clouds(u, v, 9, 40, seed + 5, 2) * 0.4;
    return { tone: 0.9 * (fibre - 0.35), height: fibre };
  };
}

/** Strands lying side by side along u, each twisted. */
function cordPainter(_: MaterialEntry, seed: number): Painter {
  const strands = 16;
  return (u, v) => {
    const b = v * strands;
    const round = Math.sin((b % 1) * Math.PI);
    const twist = 0.5 + 0.5 * Math.sin((u * 26 + (b % 1) * 1.4) * Math.PI * 2);
    const each = tiledNoise(0.5, Math.floor(b), 1, strands, seed);
    return {
      tone: 0.95 * (1 - round) ** 1.3 + 0.25 * (twist - 0.5) * round + 0.4 * (each - 0.4),
      height: round ** 0.7 + 0.12 * twist,
    };
  };
}

/** Six-way caning: pairs along and across, one strand on each diagonal, dark where it is open. */
function canePainter(): Painter {
  const cells = 5;
  const near = (value: number, at: number, half: number) => {
    const off = Math.abs(((((value - at) % 1) + 1.5) % 1) - 0.5);
    return off < half ? Math.sqrt(1 - (off / half) ** 2) : 0;
  };
  return (u, v) => {
    const [a, b] = [u * cells, v * cells];
    const pairs = Math.max(
      near(a, 0.08, 0.07),
      near(a, 0.28, 0.07),
      near(b, 0.08, 0.07),
      near(b, 0.28, 0.07),
    );
    const diagonals = Math.max(near(a + b, 0.36, 0.09), near(a - b, 0, 0.09)) * 0.85;
    const strand = Math.max(pairs, diagonals);
    return {
      tone: 1 - strand * 0.9,
      height: strand,
      shade: strand > 0 ? 0.75 + 0.25 * strand : 0.42,
    };
  };
}

function leafPainter(_: MaterialEntry, seed: number): Painter {
  return (u, v) => {
    const cloud = clouds(u, v, 5, 5, seed);
    return { tone: 1.1 * (cloud - 0.2), height: cloud };
  };
}

const recipes: Partial<Record<MaterialEntry["kind"], Recipe>> = {
  wood: { metres: [0.9, 0.34], painter: woodPainter },
  cloth: { metres: [0.26, 0.26], painter: clothPainter },
  leather: { metres: [0.3, 0.3], painter: leatherPainter },
  stone: { metres: [0.9, 0.9], painter: marblePainter },
  glaze: { metres: [0.2, 0.2], painter: glazePainter },
  clay: { metres: [0.12, 0.12], painter: clayPainter },
  paper: { metres: [0.24, 0.24], painter: paperPainter },
  cord: { metres: [0.07, 0.056], painter: cordPainter },
  cane: { metres: [0.075, 0.075], painter: canePainter },
  leaf: { metres: [0.2, 0.2], painter: leafPainter },
};
