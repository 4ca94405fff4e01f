import type { AttributeView, ProductTypeView } from "@shopwright/server/contracts/catalog";
import { useLocale } from "../../app/preferences.ts";
import { useProductTypeText } from "../../locales/product-types.ts";
import { Notice } from "../../ui/notice.tsx";
import { Panel } from "../../ui/page.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { AttributeField } from "./attribute-field.tsx";
import type { Value } from "./attribute-field.tsx";
import type { AttributesDraft, ProductDraft } from "./product-draft.ts";
import type { TabProps } from "./texts-tab.tsx";
import { useProductTypes } from "./use-product-types.ts";

/** The product's type and what the product says of itself by it, under the type's headings. */
export function AttributesTab({ draft, onChange, readOnly }: TabProps) {
  const words = useProductTypeText();
  const locale = useLocale();
  const { types, typeOf } = useProductTypes();
  const type = typeOf(draft.typeId);
  const own = (type?.attributes ?? []).filter(({ level }) => level === "product");
  const groups = Map.groupBy(own, ({ groups: each }) => each[locale] ?? each.en ?? "");
  const ofVariants = (type?.attributes ?? []).filter(({ level }) => level === "variant");
  return (
    <div className="grid gap-4">
      <Panel>
        <div className="max-w-sm">
          <SelectField
            label={words.type}
            name="typeId"
            disabled={readOnly}
            empty={words.noType}
            hint={type === null ? words.noTypeHint : undefined}
            value={draft.typeId ?? ""}
            choices={types.map((each) => ({
              value: each.id,
              label: each.names[locale] ?? each.names.en ?? each.code,
            }))}
            onChange={(id) => onChange(ofType(draft, typeOf(id)))}
          />
        </div>
      </Panel>
      {type?.attributes.length === 0 && <Notice>{words.typeWithout}</Notice>}
      {[...groups].map(([group, attributes]) => (
        <Panel key={group} title={group || words.ofProduct}>
          <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
            {attributes.map((attribute) => (
              <AttributeField
                key={attribute.id}
                attribute={attribute}
                name={`attributes.${attribute.code}`}
                value={draft.attributes[attribute.code]}
                readOnly={readOnly}
                onChange={(value) =>
                  onChange({ ...draft, attributes: withValue(draft.attributes, attribute, value) })
                }
              />
            ))}
          </div>
        </Panel>
      ))}
      {ofVariants.length > 0 && (
        <Panel title={words.ofVariants}>
          <p className="text-muted">
            {ofVariants.map(({ names, code }) => names[locale] ?? names.en ?? code).join(", ")}.{" "}
            {words.ofVariantsHint}
          </p>
        </Panel>
      )}
    </div>
  );
}

/** Values with one set, or taken away where it is undefined. */
export function withValue(
  values: AttributesDraft,
  { code }: Pick<AttributeView, "code">,
  value: Value | undefined,
): AttributesDraft {
  const { [code]: _before, ...rest } = values;
  return value === undefined ? rest : { ...rest, [code]: value };
}

/** The product under another type: values whose attribute that type has, too, stay. */
function ofType(draft: ProductDraft, type: ProductTypeView | null): ProductDraft {
  const keep = (values: AttributesDraft, level: AttributeView["level"]): AttributesDraft => {
    const known = (type?.attributes ?? []).filter((each) => each.level === level);
    return Object.fromEntries(
      Object.entries(values).filter(([code]) => known.some((each) => each.code === code)),
    );
  };
  return {
    ...draft,
    typeId: type?.id ?? null,
    attributes: keep(draft.attributes, "product"),
    variants: Object.fromEntries(
      Object.entries(draft.variants).map(([key, variant]) => [
        key,
        { ...variant, attributes: keep(variant.attributes, "variant") },
      ]),
    ),
  };
}
