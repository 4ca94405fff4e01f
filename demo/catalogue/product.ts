import type { FamilyCode, FamilyParams, SlotOf } from "../models/families.ts";
import { barcodeFor } from "./barcode.ts";
import type { Choice, ChoiceOption } from "./choices.ts";
import { measuresOf } from "./model-measures.ts";
import type {
  DemoModel,
  DemoProduct,
  DemoProductText,
  DemoVariant,
  Dimensions,
  Localised,
  MaterialCode,
  ModelMaterials,
  ModelParams,
  StockPolicy,
  WarehouseCode,
} from "./types.ts";

/** A product as it is written down: one base, and options that each add to it. */
export interface ProductSpec {
  /** Unique in the shop, never given to another product: barcodes are made from it. */
  readonly number: number;
  readonly handle: string;
  readonly category: string;
  /** Beginning of every SKU of the product. */
  readonly sku: string;
  readonly related: readonly string[];
  readonly featured?: true;
  readonly en: TextSpec;
  readonly de: TextSpec;
  readonly options?: readonly ChoiceOption[];
  readonly base: BaseSpec;
  readonly stock: StockSpec;
  /** Whole euros asked before, by the variant's part of the SKU; "" for an only variant. */
  readonly reducedFrom?: Readonly<Record<string, number>>;
  /** Measures are left out: they follow from the sizes above. */
  readonly model: { [F in FamilyCode]: FamilySpec<F> }[FamilyCode];
}

interface FamilySpec<F extends FamilyCode> {
  readonly family: F;
  readonly params?: Readonly<Partial<FamilyParams[F]>>;
  readonly materials?: Readonly<Partial<Record<SlotOf<F>, MaterialCode>>>;
}

interface TextSpec {
  readonly title: string;
  readonly subtitle: string;
  readonly description: readonly string[];
  readonly care: string;
  readonly seo: string;
}

interface BaseSpec {
  /** Whole euros, VAT included. */
  readonly eur: number;
  /** Whole euros before VAT. */
  readonly cost: number;
  readonly grams: number;
  /** Millimetres: width, depth, height. */
  readonly size: readonly [number, number, number];
}

interface StockSpec {
  /** Units of the best-selling variant; the others are kept in smaller numbers. */
  readonly HAV: number;
  readonly NJY: number;
  readonly policy: StockPolicy;
  /** Exact units [HAV, NJY] by the variant's part of the SKU. */
  readonly exactly?: Readonly<Record<string, readonly [number, number]>>;
}

export const refuse: StockPolicy = { kind: "refuse" };
export const backorder = (cap: number, days: number): StockPolicy => ({
  kind: "backorder",
  cap,
  days,
});
export const fromSupplier = (days: number): StockPolicy => ({ kind: "order_from_supplier", days });

/**
 * Spells a product out: every combination of its options becomes a variant. Throws when the spec
 * names stock or an earlier price for a variant that does not come about.
 */
export function product(spec: ProductSpec): DemoProduct {
  const options = spec.options ?? [];
  const combined = combinations(options);
  refuseUnknownVariants(spec, combined.map(tailOf));
  return {
    handle: spec.handle,
    category: spec.category,
    related: spec.related,
    featured: spec.featured ?? false,
    text: { en: textOf(spec.en), de: textOf(spec.de) },
    options: options.map(({ code, name, values }) => ({
      code,
      name,
      values: values.map(plainValue),
    })),
    variants: combined.map((picked, index) => variantOf(spec, picked, index)),
    model: modelOf(spec, options),
  };
}

/** A mistyped variant would otherwise keep its usual stock and price, and nobody would notice. */
function refuseUnknownVariants(spec: ProductSpec, tails: readonly string[]): void {
  const named = Object.keys({ ...spec.stock.exactly, ...spec.reducedFrom });
  const unknown = named.filter((tail) => !tails.includes(tail));
  if (unknown.length > 0) {
    throw new Error(
      `${spec.handle} has no variant ${unknown.join(", ")}, only ${tails.join(", ")}`,
    );
  }
}

/** The variant's part of the SKU. */
function tailOf(picked: readonly PickedChoice[]): string {
  return picked.map(({ choice }) => choice.sku).join("-");
}

function plainValue(choice: Choice): {
  code: string;
  label: Localised;
  swatch?: string;
} {
  const { code, label, swatch } = choice;
  return swatch === undefined ? { code, label } : { code, label, swatch };
}

function textOf({ seo, ...text }: TextSpec): DemoProductText {
  return { ...text, seoTitle: `${text.title} | Tidewick`, seoDescription: seo };
}

/** The first option varies slowest, so that variants stay grouped as the page shows them. */
function combinations(options: readonly ChoiceOption[]): readonly (readonly PickedChoice[])[] {
  return options.reduce<readonly (readonly PickedChoice[])[]>(
    (soFar, option) =>
      soFar.flatMap((picked) => option.values.map((choice) => [...picked, { option, choice }])),
    [[]],
  );
}

interface PickedChoice {
  readonly option: ChoiceOption;
  readonly choice: Choice;
}

function variantOf(spec: ProductSpec, picked: readonly PickedChoice[], index: number): DemoVariant {
  const choices = picked.map(({ choice }) => choice);
  const tail = tailOf(picked);
  const surcharge = sum(choices.map(({ eur }) => eur));
  const eur = spec.base.eur + surcharge;
  const before = spec.reducedFrom?.[tail];
  return {
    sku: [spec.sku, ...choices.map(({ sku }) => sku)].join("-"),
    options: Object.fromEntries(picked.map(({ option, choice }) => [option.code, choice.code])),
    barcode: barcodeFor(spec.number, index + 1),
    weightGrams: spec.base.grams + sum(choices.map(({ grams }) => grams)),
    dimensions: choices.reduce<Dimensions>(
      (size, choice) => ({ ...size, ...choice.size }),
      dimensionsOf(spec.base.size),
    ),
    priceEurMinor: cents(eur),
    priceUsdMinor: cents(usdFor(eur)),
    costEurMinor: cents(spec.base.cost + costOf(surcharge)),
    ...(before === undefined
      ? {}
      : { compareAtEurMinor: cents(before), compareAtUsdMinor: cents(usdFor(before)) }),
    stock: stockOf(spec.stock, tail, index),
    stockPolicy: spec.stock.policy,
    taxCategory: "standard",
  };
}

function dimensionsOf([w, d, h]: readonly [number, number, number]): Dimensions {
  return { w, d, h };
}

/**
 * The American list price before sales tax: five per cent above the number of euros, for freight,
 * in whole dollars, and in steps of five dollars from a hundred up.
 */
function usdFor(eur: number): number {
  const step = eur < 100 ? 1 : 5;
  return Math.round((eur * 105) / (100 * step)) * step;
}

/** Better wood and cloth cost the workshop about 35 % of what they add to the price. */
const costOf = (surchargeEur: number): number => Math.round((surchargeEur * 35) / 100);

const cents = (whole: number): bigint => BigInt(whole) * 100n;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);

/** Share of the best-seller's stock, in per cent, by the variant's place; then it starts again. */
const stockShares = [100, 70, 45, 60, 25, 35] as const;

function stockOf(
  stock: StockSpec,
  tail: string,
  index: number,
): Readonly<Record<WarehouseCode, number>> {
  const exact = stock.exactly?.[tail];
  if (exact) return { HAV: exact[0], NJY: exact[1] };
  const share = stockShares[index % stockShares.length] ?? 100;
  return {
    HAV: Math.round((stock.HAV * share) / 100),
    NJY: Math.round((stock.NJY * share) / 100),
  };
}

/** The model starts as the first value of every option; each value then says what it changes. */
function modelOf(spec: ProductSpec, options: readonly ChoiceOption[]): DemoModel {
  const { family, params, materials } = spec.model;
  const defaults = options.flatMap(({ values }) => values.slice(0, 1));
  const measures = measuresOf(family, dimensionsOf(spec.base.size), { ...params });
  return {
    family,
    params: defaults.reduce<ModelParams>((all, choice) => ({ ...all, ...choice.params }), {
      ...measures,
      ...params,
    }),
    materials: defaults.reduce<ModelMaterials>((all, choice) => ({ ...all, ...choice.materials }), {
      ...materials,
    }),
    overrides: options.flatMap((option) =>
      option.values.flatMap((choice) => overrideOf(spec, option, choice)),
    ),
  };
}

function overrideOf(
  spec: ProductSpec,
  option: ChoiceOption,
  choice: Choice,
): DemoModel["overrides"] {
  const params = { ...measuresChangedBy(spec, choice), ...choice.params };
  const { materials } = choice;
  const changes = {
    ...(Object.keys(params).length > 0 ? { params } : {}),
    ...(Object.keys(materials).length > 0 ? { materials } : {}),
  };
  if (Object.keys(changes).length === 0) return [];
  return [{ option: option.code, value: choice.code, ...changes }];
}

function measuresChangedBy(spec: ProductSpec, choice: Choice): ModelParams {
  if (Object.keys(choice.size).length === 0) return {};
  const { family, params } = spec.model;
  return measuresOf(family, { ...dimensionsOf(spec.base.size), ...choice.size }, { ...params });
}
