import type { DemoProductType } from "../../../../demo/catalogue/index.ts";
import type { importTypes } from "../../modules/catalog/index.ts";

/** The demo shop's types as the catalogue takes them. */
export function importedTypes(
  types: readonly DemoProductType[],
): Parameters<typeof importTypes>[1] {
  return types.map(({ code, name, attributes }) => ({
    code,
    names: name,
    attributes: attributes.map((each) => ({
      code: each.code,
      names: each.name,
      help: { ...each.help },
      groups: each.group,
      kind: each.kind,
      level: each.level ?? "product",
      required: each.required ?? false,
      translatable: each.translatable ?? false,
      filterable: each.filterable ?? false,
      unit: each.unit ?? null,
      target: each.target ?? null,
      choices: (each.choices ?? []).map((one) => ({
        code: one.code,
        labels: one.label,
        swatch: one.swatch ?? null,
      })),
    })),
  }));
}
