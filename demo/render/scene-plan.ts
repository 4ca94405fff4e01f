import { products } from "../catalogue/index.ts";
import type { View } from "./framing.ts";
import type { Placed } from "./page.ts";
import { orderFor } from "./picture-plan.ts";
import type { Room } from "./room.ts";

/** A furnished picture: several products together. Metres and degrees. */
export interface ScenePlan {
  /** Category code, or `hero`, `hero-portrait` for the home page. */
  name: string;
  width: number;
  height: number;
  widths: number[];
  view: View;
  room: Room;
  pieces: Placed[];
  products: string[];
}

export interface Spot {
  x?: number;
  y?: number;
  z?: number;
  turn?: number;
}

export type Goods = readonly [handle: string, chosen: Record<string, string>, spot: Spot];
export type Eye = NonNullable<View["stand"]>;

/** A scene from its room, the photographer's place and what stands where. */
export function scene(
  name: string,
  room: Room,
  eye: Eye,
  goods: readonly Goods[],
  shape: "wide" | "portrait" = "wide",
): ScenePlan {
  const [width, height] = shape === "wide" ? [1920, 1080] : [1080, 1350];
  return {
    name,
    width,
    height,
    widths: shape === "wide" ? [640, 1280, 1920] : [480, 800, 1080],
    view: { name, turn: 0, rise: 0, fill: 1, stand: eye },
    room,
    pieces: goods.map(([handle, chosen, spot]) => ({ order: ordered(handle, chosen), ...spot })),
    products: [...new Set(goods.map(([handle]) => handle))],
  };
}

function ordered(handle: string, chosen: Record<string, string>) {
  const product = products.find((candidate) => candidate.handle === handle);
  if (!product) throw new Error(`no product ${handle}`);
  for (const [code, value] of Object.entries(chosen))
    if (
      !product.options.some(
        (option) => option.code === code && option.values.some((one) => one.code === value),
      )
    )
      throw new Error(`${handle} does not come with ${code} ${value}`);
  const order = orderFor(product, { ...product.variants[0]?.options, ...chosen });
  // In a room a pendant hangs from a ceiling far above the picture.
  if (order.family === "pendant-lamp") order.params = { ...order.params, cordLength: 1500 };
  return order;
}
