import { codeFrom } from "./combinations.ts";
import type { ByLocale, OptionDraft, ProductDraft, VariantDraft } from "./product-draft.ts";

/** Codes of options and values until they have a name; a hyphen and a number may follow. */
export const newOptionCode = "new-option";
export const newValueCode = "new-value";

/** The draft with codes made of names where an option or a value is new. Saved codes never change. */
export function nameCodes(draft: ProductDraft): ProductDraft {
  const optionCodes = new Map<string, string>();
  const valueCodes = new Map<string, ReadonlyMap<string, string>>();
  const options = draft.options.map((option): OptionDraft => {
    const code = named(option.code, newOptionCode, option.names, [
      ...draft.options.map((each) => each.code),
      ...optionCodes.values(),
    ]);
    const renamed = new Map<string, string>();
    const values = option.values.map((value) => {
      const taken = [...option.values.map((each) => each.code), ...renamed.values()];
      const valueCode = named(value.code, newValueCode, value.labels, taken);
      renamed.set(value.code, valueCode);
      return { ...value, code: valueCode };
    });
    optionCodes.set(option.code, code);
    valueCodes.set(option.code, renamed);
    return { ...option, code, values };
  });
  const rename = (variant: VariantDraft): VariantDraft => ({
    ...variant,
    options: Object.fromEntries(
      Object.entries(variant.options).map(([option, value]) => [
        optionCodes.get(option) ?? option,
        valueCodes.get(option)?.get(value) ?? value,
      ]),
    ),
  });
  const variants = Object.values(draft.variants).map(rename);
  return { ...draft, options, variants: Object.fromEntries(variants.map((one) => [one.key, one])) };
}

function named(code: string, stem: string, names: ByLocale, taken: readonly string[]): string {
  const name = names.en.trim() || names.de.trim();
  const isNew = code === stem || new RegExp(`^${stem}-\\d+$`).test(code);
  return isNew && name !== "" ? codeFrom(name, taken) : code;
}
