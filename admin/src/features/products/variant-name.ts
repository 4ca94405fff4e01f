import type { Locale } from "@shopwright/server/kernel/locale";
import type { OptionDraft, VariantDraft } from "./product-draft.ts";

/** A variant as people call it: "Oak · 140 cm", or `single` where there is nothing to choose. */
export function variantName(
  options: readonly OptionDraft[],
  variant: VariantDraft,
  locale: Locale,
  single: string,
): string {
  const labels = options.flatMap((option) => {
    const code = variant.options[option.code];
    const value = option.values.find((each) => each.code === code);
    return value === undefined ? [] : [value.labels[locale] || value.labels.en || value.labels.de];
  });
  return labels.filter((label) => label !== "").join(" · ") || variant.sku || single;
}
