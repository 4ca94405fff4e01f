import { materials } from "../models/materials.ts";
import { finishes } from "./finishes.ts";
import type {
  DemoOptionValue,
  Dimensions,
  Localised,
  MaterialCode,
  ModelMaterials,
  ModelParams,
  OptionCode,
} from "./types.ts";

/** An option value together with everything it changes about the product. */
export interface Choice extends DemoOptionValue {
  readonly sku: string;
  /** Whole euros on top of the product's base price. */
  readonly eur: number;
  /** Grams on top of the product's base weight. */
  readonly grams: number;
  readonly size: Partial<Dimensions>;
  readonly params: ModelParams;
  readonly materials: ModelMaterials;
}

export interface ChoiceOption {
  readonly code: OptionCode;
  readonly name: Localised;
  readonly values: readonly Choice[];
}

/** Material code → whole euros on top of the base price; the first is the product's default. */
type Surcharges = Readonly<Partial<Record<MaterialCode, number>>>;

interface FinishOption {
  readonly code: OptionCode;
  readonly name: Localised;
}

const finishOption =
  (option: FinishOption) =>
  (slots: string | readonly string[], surcharges: Surcharges): ChoiceOption => ({
    ...option,
    values: (Object.entries(surcharges) as [MaterialCode, number][]).map(([material, eur]) => ({
      code: material,
      label: finishes[material].label,
      swatch: materials[material].colour,
      sku: finishes[material].sku,
      eur,
      grams: 0,
      size: {},
      params: {},
      materials: Object.fromEntries([slots].flat().map((slot) => [slot, material])),
    })),
  });

/** The wood of the named model slots. */
export const wood = finishOption({ code: "material", name: { en: "Wood", de: "Holz" } });
/** The fabric or leather of the named model slots. */
export const cover = finishOption({ code: "colour", name: { en: "Cover", de: "Bezug" } });
export const seat = finishOption({ code: "colour", name: { en: "Seat", de: "Sitz" } });
export const glaze = finishOption({ code: "colour", name: { en: "Glaze", de: "Glasur" } });
export const metal = finishOption({ code: "material", name: { en: "Metal", de: "Metall" } });
export const shade = finishOption({ code: "colour", name: { en: "Shade", de: "Schirm" } });
export const colour = finishOption({ code: "colour", name: { en: "Colour", de: "Farbe" } });
export const material = finishOption({
  code: "material",
  name: { en: "Material", de: "Material" },
});

/** The same option with one value called differently, where a material stands for another one. */
export function renamed(
  option: ChoiceOption,
  code: MaterialCode,
  name: { readonly sku: string; readonly label: Localised },
): ChoiceOption {
  return {
    ...option,
    values: option.values.map((value) => (value.code === code ? { ...value, ...name } : value)),
  };
}

interface SizeSpec {
  readonly code: string;
  readonly en: string;
  readonly de: string;
  readonly eur?: number;
  readonly grams?: number;
  readonly size?: Partial<Dimensions>;
  readonly params?: ModelParams;
}

/** Sizes; the first is the base and so adds nothing. */
export function sizes(...specs: readonly SizeSpec[]): ChoiceOption {
  return versions({ en: "Size", de: "Größe" }, ...specs);
}

/** Sizes that go by another name, such as the side on which a corner sofa turns. */
export function versions(name: Localised, ...specs: readonly SizeSpec[]): ChoiceOption {
  return {
    code: "size",
    name,
    values: specs.map((spec) => ({
      code: spec.code,
      label: { en: spec.en, de: spec.de },
      sku: spec.code.toUpperCase(),
      eur: spec.eur ?? 0,
      grams: spec.grams ?? 0,
      size: spec.size ?? {},
      params: spec.params ?? {},
      materials: {},
    })),
  };
}
