import { SlidersHorizontal, Trash2 } from "lucide-react";
import type { Currency } from "@shopwright/server/kernel/currency";
import { useLocale } from "../../app/preferences.ts";
import { useProductText } from "../../locales/products.ts";
import { Button } from "../../ui/button.tsx";
import { CheckField } from "../../ui/check-field.tsx";
import { MoneyField } from "../../ui/money-field.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { AttributeField } from "./attribute-field.tsx";
import { withValue } from "./attributes-tab.tsx";
import { noPrice, variantsOf } from "./product-draft.ts";
import type { OptionDraft, ProductDraft, VariantDraft } from "./product-draft.ts";
import { useCurrencies } from "./use-currencies.ts";
import { useProductTypes } from "./use-product-types.ts";
import { variantName } from "./variant-name.ts";

interface GridProps {
  readonly draft: ProductDraft;
  readonly readOnly: boolean;
  readonly onPut: (variant: VariantDraft) => void;
  readonly onOpen: (key: string) => void;
  readonly onRemove: (key: string) => void;
}

/** The variants as rows of fields; on a phone each is a block of its own. */
export function VariantGrid({ draft, ...rest }: GridProps) {
  const currencies = useCurrencies();
  return (
    <ul className="border-t border-line">
      {variantsOf(draft).map((variant, index) => (
        <VariantRow
          key={variant.key}
          {...rest}
          draft={draft}
          variant={variant}
          index={index}
          currencies={currencies}
        />
      ))}
    </ul>
  );
}

function VariantRow({
  draft,
  variant,
  index,
  currencies,
  readOnly,
  onPut,
  onOpen,
  onRemove,
}: GridProps & {
  readonly variant: VariantDraft;
  readonly index: number;
  readonly currencies: readonly Currency[];
}) {
  const words = useProductText();
  const locale = useLocale();
  const name = variantName(draft.options, variant, locale, words.oneVariant);
  const path = `variants.${index}`;
  return (
    <li className="border-b border-line px-4 py-3 last:border-0">
      <fieldset disabled={readOnly} className="grid gap-2">
        <legend className="sr-only">{name}</legend>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <div className="flex min-w-0 flex-1 basis-64 flex-wrap items-center gap-2">
            {draft.options.length === 0 ? (
              <span className="font-medium">{name}</span>
            ) : (
              draft.options.map((option) => (
                <ValueChoice
                  key={option.code}
                  option={option}
                  variant={variant}
                  onChange={(code) =>
                    onPut({ ...variant, options: { ...variant.options, [option.code]: code } })
                  }
                />
              ))
            )}
          </div>
          <CheckField
            toggle
            label={variant.active ? words.active : words.inactive}
            checked={variant.active}
            disabled={readOnly}
            onChange={(active) => onPut({ ...variant, active })}
          />
          <span className="flex gap-1">
            <Button
              variant="ghost"
              size="small"
              icon={SlidersHorizontal}
              aria-label={words.editVariant(name)}
              onClick={() => onOpen(variant.key)}
            >
              {words.details}
            </Button>
            <Button
              variant="ghost"
              size="small"
              icon={Trash2}
              disabled={readOnly || variantsOf(draft).length === 1}
              aria-label={words.removeVariant(name)}
              onClick={() => onRemove(variant.key)}
            />
          </span>
        </div>
        <div className="grid grid-cols-2 gap-2 md:grid-cols-[repeat(auto-fit,minmax(8.5rem,1fr))]">
          <TextField
            label={words.sku}
            name={`${path}.sku`}
            value={variant.sku}
            onChange={(sku) => onPut({ ...variant, sku })}
          />
          <TextField
            label={words.barcode}
            name={`${path}.barcode`}
            value={variant.barcode}
            onChange={(barcode) => onPut({ ...variant, barcode })}
          />
          <TextField
            label={words.weight}
            name={`${path}.weightGrams`}
            inputMode="numeric"
            className="nums text-right"
            value={variant.weightGrams}
            onChange={(weightGrams) => onPut({ ...variant, weightGrams })}
          />
          {currencies.map((currency) => (
            <MoneyField
              key={currency}
              label={words.price(currency)}
              currency={currency}
              value={(variant.prices[currency] ?? noPrice).amount}
              onChange={(amount) => onPut(withPrice(variant, currency, { amount }))}
            />
          ))}
          <SelectField
            label={words.policy}
            value={variant.stockPolicy}
            choices={(["refuse", "backorder", "order_from_supplier"] as const).map((value) => ({
              value,
              label: words.policies[value],
            }))}
            onChange={(stockPolicy) => stockPolicy !== "" && onPut({ ...variant, stockPolicy })}
          />
        </div>
        <VariantAttributes draft={draft} variant={variant} readOnly={readOnly} onPut={onPut} />
      </fieldset>
    </li>
  );
}

/** What this variant says of itself by the product's type. */
function VariantAttributes({
  draft,
  variant,
  readOnly,
  onPut,
}: Pick<GridProps, "draft" | "readOnly" | "onPut"> & { readonly variant: VariantDraft }) {
  const { typeOf } = useProductTypes();
  const attributes = typeOf(draft.typeId)?.attributes.filter(({ level }) => level === "variant");
  if (attributes === undefined || attributes.length === 0) return null;
  return (
    <div className="grid gap-2 md:grid-cols-[repeat(auto-fit,minmax(16rem,1fr))]">
      {attributes.map((attribute) => (
        <AttributeField
          key={attribute.id}
          attribute={attribute}
          name={`variants.${variant.sku}.attributes.${attribute.code}`}
          value={variant.attributes[attribute.code]}
          readOnly={readOnly}
          onChange={(value) =>
            onPut({ ...variant, attributes: withValue(variant.attributes, attribute, value) })
          }
        />
      ))}
    </div>
  );
}

/** A variant with part of one of its prices changed. */
export function withPrice(
  variant: VariantDraft,
  currency: Currency,
  change: Partial<typeof noPrice>,
): VariantDraft {
  const price = { ...noPrice, ...variant.prices[currency], ...change };
  return { ...variant, prices: { ...variant.prices, [currency]: price } };
}

function ValueChoice({
  option,
  variant,
  onChange,
}: {
  readonly option: OptionDraft;
  readonly variant: VariantDraft;
  readonly onChange: (code: string) => void;
}) {
  const words = useProductText();
  const locale = useLocale();
  const say = (texts: OptionDraft["names"]): string =>
    texts[locale] || texts.en || texts.de || words.unlabelled;
  return (
    <SelectField
      bare
      label={say(option.names)}
      value={variant.options[option.code] ?? ""}
      choices={option.values.map((value) => ({ value: value.code, label: say(value.labels) }))}
      onChange={(code) => code !== "" && onChange(code)}
    />
  );
}
