import type { BufferGeometry, Matrix4 } from "three";
import { projectGrain } from "./grain.ts";
import type { Piece } from "./piece.ts";
import { place } from "./piece.ts";
import { turned, vesselProfile } from "./turned.ts";
import type { ProfilePoint, TurnedOptions } from "./turned.ts";

export interface Pot {
  name: string;
  /** Outer line from the foot up to the lip. */
  outer: ProfilePoint[];
  wall: number;
  floor: number;
  /** The clay stays bare up to this height, millimetres. */
  bareTo: number;
  at?: Matrix4;
  turning?: TurnedOptions;
  /** Shallow and wide: the glaze is laid out from above instead of round the wall. */
  flat?: boolean;
}

/** A thrown and glazed vessel in two parts: bare clay below the glaze line, glaze above and inside. */
export function addPot(piece: Piece, pot: Pot, glaze = "glaze", clay = "clay") {
  const { at = place(0, 0, 0), turning } = pot;
  const profile = vesselProfile(pot.outer, pot.wall, pot.floor);
  const options = { wobble: 0.006, segments: 64, ...turning };
  const bare = pot.bareTo > 1 ? pot.bareTo : 0;
  const lay = (geometry: BufferGeometry) => (pot.flat ? projectGrain(geometry, "x") : geometry);
  if (bare === 0) {
    piece.add(pot.name, glaze, lay(turned(profile, options)), at);
    return;
  }
  const cut = profile.findIndex(([, height], index) => index > 2 && height > bare);
  const [before, after] = [profile[cut - 1], profile[cut]];
  if (cut < 0 || !before || !after)
    throw new Error(`${pot.name}: the glaze line lies above the lip`);
  const share = (bare - before[1]) / (after[1] - before[1]);
  const line: ProfilePoint = [before[0] + (after[0] - before[0]) * share, bare];
  // The glaze stands a little proud of the clay, as it does on a real pot.
  const rolled: ProfilePoint[] = [
    [line[0] - 2, bare + 0.2],
    [line[0] + 0.3, bare],
    [line[0] + 0.6, bare + 0.8],
  ];
  piece.add(
    `${pot.name}-foot`,
    clay,
    turned([...profile.slice(0, cut), line, [line[0] - 2.5, bare + 0.5]], options),
    at,
  );
  piece.add(pot.name, glaze, lay(turned([...rolled, ...profile.slice(cut)], options)), at);
}
