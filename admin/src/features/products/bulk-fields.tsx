import { listAdminCategories } from "@shopwright/server/contracts/catalog";
import { useRead } from "../../api/use-read.ts";
import { useLocale } from "../../app/preferences.ts";
import { useProductText } from "../../locales/products.ts";
import { useTaxText } from "../../locales/tax.ts";
import { SelectField } from "../../ui/select-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { AttributeField } from "./attribute-field.tsx";
import { bulkKinds } from "./bulk-draft.ts";
import type { BulkDraft } from "./bulk-draft.ts";
import { useCurrencies } from "./use-currencies.ts";
import { useProductTypes } from "./use-product-types.ts";

interface FieldsProps {
  readonly draft: BulkDraft;
  readonly onChange: (draft: BulkDraft) => void;
}

/** What is done to all of the chosen products, and what it needs to know. */
export function BulkFields({ draft, onChange }: FieldsProps) {
  const words = useProductText();
  const tax = useTaxText();
  return (
    <div className="grid gap-3">
      <SelectField
        label={words.bulk.what}
        value={draft.kind}
        choices={bulkKinds.map((value) => ({ value, label: words.bulk.kinds[value] }))}
        onChange={(kind) => kind !== "" && onChange({ ...draft, kind })}
      />
      {(draft.kind === "add_category" || draft.kind === "remove_category") && (
        <CategoryOf draft={draft} onChange={onChange} />
      )}
      {draft.kind === "attribute" && <AttributeOf draft={draft} onChange={onChange} />}
      {draft.kind === "tax_category" && (
        <SelectField
          label={words.fields.taxCategory}
          value={draft.taxCategory}
          choices={(["standard", "reduced", "zero"] as const).map((value) => ({
            value,
            label: tax.categories[value],
          }))}
          onChange={(taxCategory) => taxCategory !== "" && onChange({ ...draft, taxCategory })}
        />
      )}
      {draft.kind === "price" && <PriceOf draft={draft} onChange={onChange} />}
    </div>
  );
}

function CategoryOf({ draft, onChange }: FieldsProps) {
  const words = useProductText();
  const locale = useLocale();
  const read = useRead(listAdminCategories, {});
  return (
    <SelectField
      label={words.category}
      value={draft.categoryId}
      choices={(read.data?.categories ?? []).map((category) => ({
        value: category.id,
        label: `${"  ".repeat(category.depth)}${category.texts[locale]?.name ?? category.code}`,
      }))}
      onChange={(categoryId) => onChange({ ...draft, categoryId })}
    />
  );
}

function AttributeOf({ draft, onChange }: FieldsProps) {
  const words = useProductText();
  const locale = useLocale();
  const { types } = useProductTypes();
  const offered = types.flatMap((type) =>
    type.attributes.map((attribute) => ({
      attribute,
      value: `${type.id} ${attribute.code}`,
      label: `${type.names[locale] ?? type.names.en ?? type.code}: ${
        attribute.names[locale] ?? attribute.names.en ?? attribute.code
      }`,
    })),
  );
  const chosen = offered.find(({ value }) => value === draft.attribute);
  return (
    <>
      <SelectField
        label={words.bulk.attribute}
        value={draft.attribute}
        choices={offered}
        onChange={(attribute) => onChange({ ...draft, attribute, value: undefined })}
      />
      {chosen !== undefined && (
        <AttributeField
          key={chosen.value}
          attribute={{ ...chosen.attribute, required: false }}
          name="value"
          value={draft.value}
          readOnly={false}
          onChange={(value) => onChange({ ...draft, value })}
        />
      )}
      {chosen !== undefined && draft.value === undefined && (
        <p className="text-[0.8125rem] text-muted">{words.bulk.emptied}</p>
      )}
    </>
  );
}

function PriceOf({ draft, onChange }: FieldsProps) {
  const words = useProductText();
  const currencies = useCurrencies();
  return (
    <div className="grid gap-3 sm:grid-cols-3">
      <TextField
        label={words.bulk.percent}
        hint={words.bulk.percentHint}
        inputMode="text"
        className="nums text-right"
        placeholder="-10"
        value={draft.percent}
        onChange={(percent) => onChange({ ...draft, percent })}
      />
      <SelectField
        label={words.bulk.currency}
        empty={words.bulk.everyCurrency}
        value={draft.currency}
        choices={currencies.map((value) => ({ value, label: value }))}
        onChange={(currency) => onChange({ ...draft, currency })}
      />
      <SelectField
        label={words.bulk.ending}
        empty={words.bulk.anyEnding}
        value={draft.ending}
        choices={(["99", "95", "0"] as const).map((value) => ({
          value,
          label: `.${value.padEnd(2, "0")}`,
        }))}
        onChange={(ending) => onChange({ ...draft, ending })}
      />
    </div>
  );
}
