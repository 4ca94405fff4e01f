import { newVariant } from "./product-draft.ts";
import type { OptionDraft, VariantDraft } from "./product-draft.ts";

type Chosen = Readonly<Record<string, string>>;

/** Every choice of one value for each option, in the order of the options. */
export function combinations(options: readonly OptionDraft[]): readonly Chosen[] {
  return options.reduce<readonly Chosen[]>(
    (before, option) =>
      before.flatMap((chosen) =>
        option.values.map((value) => ({ ...chosen, [option.code]: value.code })),
      ),
    [{}],
  );
}

/** The combinations that no variant stands for yet. */
export function missingCombinations(
  options: readonly OptionDraft[],
  variants: readonly VariantDraft[],
): readonly Chosen[] {
  const taken = new Set(variants.map((variant) => nameOf(options, variant.options)));
  return combinations(options).filter((chosen) => !taken.has(nameOf(options, chosen)));
}

/**
 * Variants for the combinations that are missing. SKUs continue the first variant's: its parts before
 * the values, then the values' codes; weight, policy and prices are copied from it too.
 */
export function variantsFor(
  chosen: readonly Chosen[],
  variants: readonly VariantDraft[],
  newKey: () => string,
): readonly VariantDraft[] {
  const model = variants[0];
  return chosen.map((options) => {
    const key = newKey();
    const fresh = model === undefined ? newVariant(key, options) : { ...model, key, id: null };
    return { ...fresh, options, barcode: "", sku: skuFor(model, options), active: true };
  });
}

function skuFor(model: VariantDraft | undefined, options: Chosen): string {
  if (model === undefined || model.sku === "") return "";
  const parts = model.sku.split("-");
  // As many parts at the end as there are options stand for their values.
  const stem = parts
    .slice(0, Math.max(1, parts.length - Object.keys(model.options).length))
    .join("-");
  return [stem, ...Object.values(options)].join("-").toUpperCase().slice(0, 64);
}

function nameOf(options: readonly OptionDraft[], chosen: Chosen): string {
  return options.map(({ code }) => chosen[code] ?? "").join("\n");
}

/** A short name for addresses and records, made of words: "Seat height" → "seat-height". */
export function codeFrom(words: string, taken: readonly string[]): string {
  const plain = words
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 50);
  const stem = plain === "" ? "value" : plain;
  if (!taken.includes(stem)) return stem;
  let number = 2;
  while (taken.includes(`${stem}-${number}`)) number += 1;
  return `${stem}-${number}`;
}
