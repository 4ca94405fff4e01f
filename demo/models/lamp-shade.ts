import { Vector3 } from "three";
import type { ShadeShape } from "./params.ts";
import { place } from "./piece.ts";
import type { Piece } from "./piece.ts";
import { roundOutline } from "./slab.ts";
import { rod, sweep } from "./sweep.ts";
import { smoothProfile, turned } from "./turned.ts";
import type { ProfilePoint } from "./turned.ts";

export interface Shade {
  shape: ShadeShape;
  diameter: number;
  height: number;
  /** Height of the lower edge above the floor. */
  y: number;
  x?: number;
  z?: number;
}

/** A lit shade with its bulb; `slot` shade, ring and carrier in `fitting`. */
export function addShade(piece: Piece, shade: Shade, slot = "shade", fitting = "fitting") {
  const { x = 0, z = 0, y } = shade;
  const at = place(x, y, z);
  const body = turned(shadeProfile(shade), {
    segments: shade.shape === "pleated" ? 144 : 56,
    ...pleats(shade),
  });
  piece.addGlowing("shade", slot, body, at);
  piece.lamps.push(new Vector3(x, y + shade.height * 0.45, z));
  if (shade.shape === "lantern") addHoops(piece, shade, slot, at);
  if (shade.shape === "globe" || shade.shape === "lantern" || shade.shape === "dome") return;
  piece.add("carrier", fitting, rod([x, y - 10, z], [x, y + shade.height * 0.82, z], 4, 4));
  piece.add(
    "finial",
    fitting,
    turned(
      [
        [0, 0],
        [7, 0],
        [8, 6],
        [4, 11],
        [0, 14],
      ],
      { segments: 20 },
    ),
    place(x, y + shade.height * 0.82, z),
  );
}

function pleats(shade: Shade) {
  if (shade.shape !== "pleated") return {};
  return {
    ribs: { count: 48, depth: Math.max(5, shade.diameter * 0.018), from: -1, to: shade.height + 1 },
  };
}

function thin(outer: readonly ProfilePoint[], wall = 2.2): ProfilePoint[] {
  const inner = outer
    .map(([radius, height]) => [Math.max(radius - wall, 0.2), height] as const)
    .toReversed();
  const first = outer[0] ?? [0, 0];
  return [...outer, ...inner, first];
}

function shadeProfile({ shape, diameter, height }: Shade): ProfilePoint[] {
  const r = diameter / 2;
  if (shape === "globe") return smoothProfile(arc(r, height, 0.13), 30);
  if (shape === "lantern") return thin(smoothProfile(arc(r, height, 0.3), 32), 1.5);
  if (shape === "dome")
    return thin(
      smoothProfile(
        [
          [r, 0],
          [r * 0.98, height * 0.22],
          [r * 0.84, height * 0.6],
          [r * 0.5, height * 0.9],
          [r * 0.12, height],
          [0.5, height],
        ],
        26,
      ),
    );
  const top = { drum: 0.9, cone: 0.42, pleated: 0.68 }[shape];
  const line = [0, 0.2, 0.4, 0.6, 0.8, 1].map((t) => [r + (r * top - r) * t, height * t] as const);
  return thin(line);
}

/** A flattened sphere, open by `mouth` of the radius below and above. */
function arc(r: number, height: number, mouth: number): ProfilePoint[] {
  const start = Math.asin(mouth);
  const count = 12;
  return Array.from({ length: count + 1 }, (_, i) => {
    const angle = start + ((Math.PI - 2 * start) * i) / count;
    const [sin, cos] = [Math.sin(angle), Math.cos(angle) / Math.cos(start)];
    return [r * sin, (height / 2) * (1 - cos)] as const;
  });
}

function addHoops(piece: Piece, shade: Shade, slot: string, at: ReturnType<typeof place>) {
  const count = Math.max(5, Math.round(shade.height / 34));
  const profile = smoothProfile(arc(shade.diameter / 2, shade.height, 0.3), 60);
  for (let i = 0; i <= count; i++) {
    const [radius, y] = profile[Math.round((i / count) * (profile.length - 1))] ?? [0, 0];
    const ring = roundOutline(radius * 2 + 1.5, radius * 2 + 1.5, 2, 48).map(
      ([x, z]) => new Vector3(x, y, z),
    );
    piece.addGlowing("hoop", slot, sweep(ring, { section: 1.6, closed: true, segments: 6 }), at);
  }
}
