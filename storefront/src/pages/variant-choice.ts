import type { ProductView, VariantView } from "@shopwright/server/contracts/catalog";

/**
 * The variant that an address asks for: the one that agrees with most of the chosen values, the
 * earlier ones counting first; without a choice the product's first. Null when nothing is offered.
 */
export function chosenVariant(
  product: Pick<ProductView, "options" | "variants">,
  query: URLSearchParams,
): VariantView | null {
  const wanted = product.options.flatMap(({ code }) => {
    const value = query.get(code);
    return value === null ? [] : [[code, value] as const];
  });
  return bestMatch(product.variants, Object.fromEntries(wanted));
}

/** The variant to go to when one value is chosen: it has that value, and keeps the others if it can. */
export function variantWith(
  product: Pick<ProductView, "variants">,
  current: VariantView,
  option: string,
  value: string,
): VariantView | null {
  const having = product.variants.filter(({ options }) => options[option] === value);
  return bestMatch(having, { ...current.options, [option]: value });
}

/** The query that leads to a variant: its values in the order of the options. */
export function variantQuery(product: Pick<ProductView, "options">, variant: VariantView): string {
  const query = new URLSearchParams();
  for (const { code } of product.options) {
    const value = variant.options[code];
    if (value !== undefined) query.set(code, value);
  }
  return query.toString();
}

/** The pictures to show with a variant: its own first, then the others that do not show another value. */
export function picturesOf(
  product: Pick<ProductView, "pictures">,
  variant: VariantView | null,
): ProductView["pictures"] {
  const fitting = product.pictures.filter(
    ({ optionCode, valueCode }) =>
      optionCode === null || variant === null || variant.options[optionCode] === valueCode,
  );
  const own = fitting.filter(({ id }) => id === variant?.pictureId);
  return [...own, ...fitting.filter(({ id }) => id !== variant?.pictureId)];
}

function bestMatch(
  variants: readonly VariantView[],
  wanted: Readonly<Record<string, string>>,
): VariantView | null {
  const agreement = ({ options }: VariantView): number =>
    Object.entries(wanted).filter(([code, value]) => options[code] === value).length;
  let best: VariantView | null = null;
  for (const variant of variants) {
    if (best === null || agreement(variant) > agreement(best)) best = variant;
  }
  return best;
}
