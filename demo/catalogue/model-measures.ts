import type { FamilyCode } from "../models/families.ts";
import type { Dimensions, ModelParams } from "./types.ts";

/** A bed's model is asked for by its mattress; the frame stands out 40 mm on every side. */
const bedFrame = 80;

/** How far a chaise longue runs out beyond the rest of its sofa. */
const chaiseLength = 620;

/**
 * The measures a model family is asked for, taken from the outer measures of the finished piece, so
 * that the number on the page and the picture beside it cannot disagree. Millimetres. `params` are the
 * product's other parameters, some of which change what a measure means.
 */
export function measuresOf(
  family: FamilyCode,
  { w, d, h }: Dimensions,
  params: ModelParams,
): ModelParams {
  switch (family) {
    case "bed":
      return { width: w - bedFrame, depth: d - bedFrame, height: h };
    case "sofa":
      return { width: w, depth: hasChaise(params) ? d - chaiseLength : d, height: h };
    case "floor-lamp":
    case "table-lamp":
      return { height: h };
    case "mug":
    case "teapot":
      // The handle makes them wider than deep, so the depth is the body's diameter.
      return { diameter: d, height: h };
    case "bowl":
    case "plate":
    case "vase":
    case "planter":
    case "candle-holder":
    case "pendant-lamp":
      return { diameter: w, height: h };
    case "clock":
      return { diameter: w, depth: d };
    default:
      return { width: w, depth: d, height: h };
  }
}

function hasChaise({ chaise = "none" }: ModelParams): boolean {
  return chaise !== "none";
}
