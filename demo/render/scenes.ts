import type { View } from "./framing.ts";
import type { Placed } from "./page.ts";
import type { Room } from "./room.ts";

/** A furnished picture: several products together. */
export interface ScenePlan {
  name: string;
  width: number;
  height: number;
  widths: number[];
  view: View;
  room: Room;
  pieces: Placed[];
  products: string[];
}

export const scenes: ScenePlan[] = [];
