/** Deterministic random numbers in [0, 1): the same seed always gives the same furniture. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function latticeValue(x: number, y: number, z: number, seed: number): number {
  let hash = Math.imul(x, 374761393) + Math.imul(y, 668265263) + Math.imul(z, 2147483647 - 58);
  hash = Math.imul(hash ^ (hash >>> 13) ^ Math.imul(seed, 1442695041), 1274126177);
  return ((hash ^ (hash >>> 16)) >>> 0) / 4294967296;
}

const fade = (t: number) => t * t * (3 - 2 * t);
const mix = (a: number, b: number, t: number) => a + (b - a) * t;
const wrap = (value: number, period: number) => ((value % period) + period) % period;

/** Smooth noise in [0, 1] that repeats after `periodX` and `periodY` cells, so textures tile. */
export function tiledNoise(x: number, y: number, periodX: number, periodY: number, seed: number) {
  const x0 = Math.floor(x);
  const y0 = Math.floor(y);
  const u = fade(x - x0);
  const v = fade(y - y0);
  const left = wrap(x0, periodX);
  const right = wrap(x0 + 1, periodX);
  const low = wrap(y0, periodY);
  const high = wrap(y0 + 1, periodY);
  return mix(
    mix(latticeValue(left, low, 0, seed), latticeValue(right, low, 0, seed), u),
    mix(latticeValue(left, high, 0, seed), latticeValue(right, high, 0, seed), u),
    v,
  );
}

/** Smooth noise in [-1, 1] through space, for hand-made irregularity. */
export function spaceNoise(x: number, y: number, z: number, seed: number): number {
  const [x0, y0, z0] = [Math.floor(x), Math.floor(y), Math.floor(z)];
  const [u, v, w] = [fade(x - x0), fade(y - y0), fade(z - z0)];
  const corner = (i: number, j: number, k: number) => latticeValue(x0 + i, y0 + j, z0 + k, seed);
  const slice = (k: number) =>
    mix(mix(corner(0, 0, k), corner(1, 0, k), u), mix(corner(0, 1, k), corner(1, 1, k), u), v);
  return mix(slice(0), slice(1), w) * 2 - 1;
}
