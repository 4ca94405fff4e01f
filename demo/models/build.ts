import { buildArmchair } from "./armchair.ts";
import { buildBed } from "./bed.ts";
import { buildBench } from "./bench.ts";
import { buildBowl } from "./bowl.ts";
import { buildCandleHolder } from "./candle-holder.ts";
import { buildChair } from "./chair.ts";
import { buildClock } from "./clock.ts";
import { buildCoatRack } from "./coat-rack.ts";
import { families } from "./families.ts";
import type { FamilyCode, FamilyParams } from "./families.ts";
import { buildFloorLamp } from "./floor-lamp.ts";
import type { MaterialCode } from "./materials.ts";
import { buildMirror } from "./mirror.ts";
import { buildMug } from "./mug.ts";
import { buildPendantLamp } from "./pendant-lamp.ts";
import type { Piece } from "./piece.ts";
import { buildPlanter } from "./planter.ts";
import { buildPlate } from "./plate.ts";
import { buildShelf } from "./shelf.ts";
import { buildSideboard } from "./sideboard.ts";
import { buildSofa } from "./sofa.ts";
import { buildStool } from "./stool.ts";
import { buildTable } from "./table.ts";
import { buildTableLamp } from "./table-lamp.ts";
import { buildTeapot } from "./teapot.ts";
import { buildVase } from "./vase.ts";

const builders: { [F in FamilyCode]: (params: FamilyParams[F]) => Piece } = {
  chair: buildChair,
  armchair: buildArmchair,
  stool: buildStool,
  bench: buildBench,
  sofa: buildSofa,
  table: buildTable,
  shelf: buildShelf,
  sideboard: buildSideboard,
  "coat-rack": buildCoatRack,
  bed: buildBed,
  "floor-lamp": buildFloorLamp,
  "table-lamp": buildTableLamp,
  "pendant-lamp": buildPendantLamp,
  mug: buildMug,
  bowl: buildBowl,
  plate: buildPlate,
  teapot: buildTeapot,
  vase: buildVase,
  planter: buildPlanter,
  "candle-holder": buildCandleHolder,
  mirror: buildMirror,
  clock: buildClock,
};

/** What to build, loosely typed as it comes from the catalogue; checked against the family here. */
export interface Order {
  family: FamilyCode;
  params: Readonly<Record<string, number | string | boolean>>;
  materials: Readonly<Record<string, MaterialCode>>;
}

/** Slots that every family may use without offering them for choice. */
const fixedSlots: Readonly<Record<string, MaterialCode>> = {
  bulb: "paper-white",
  soil: "walnut",
  wick: "steel-black",
};

/** Parts of the model in millimetres. Throws when a parameter is unknown to the family or of another kind. */
export function buildPiece(order: Order): Piece {
  return buildFamily(order.family, order.params);
}

function buildFamily<F extends FamilyCode>(family: F, given: Order["params"]): Piece {
  const usual: Readonly<Record<string, number | string | boolean>> = { ...families[family].params };
  for (const [name, value] of Object.entries(given))
    if (typeof usual[name] !== typeof value)
      throw new Error(`${family} has no parameter ${name} that could be ${String(value)}`);
  const complete = { ...usual, ...given };
  // The loop above has checked names and kinds against the family's own defaults.
  return builders[family](complete as unknown as FamilyParams[F]);
}

/** The material of a slot: as ordered, else the family's usual one. */
export function materialOf(order: Order, slot: string): MaterialCode {
  const usual: Readonly<Record<string, MaterialCode>> = families[order.family].slots;
  const code = order.materials[slot] ?? usual[slot] ?? fixedSlots[slot];
  if (!code) throw new Error(`${order.family} has no slot ${slot}`);
  return code;
}
