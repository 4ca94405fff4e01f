import { listPriceChanges } from "@shopwright/server/contracts/pricing";
import { useRead } from "../../api/use-read.ts";
import { useProductText } from "../../locales/products.ts";
import { useUiText } from "../../locales/ui.ts";
import { Actor } from "../../ui/actor.tsx";
import { Button } from "../../ui/button.tsx";
import { DateTime } from "../../ui/date-time.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { MoneyField } from "../../ui/money-field.tsx";
import { Money } from "../../ui/money.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { noPrice } from "./product-draft.ts";
import type { VariantDraft } from "./product-draft.ts";
import { useCurrencies } from "./use-currencies.ts";
import { withPrice } from "./variant-grid.tsx";

type NumberField = "widthMm" | "depthMm" | "heightMm" | "backorderCap" | "backorderDays";

/** What of a variant is changed rarely, and what its prices were. */
export function VariantDialog({
  variant,
  index,
  name,
  readOnly,
  onChange,
  onClose,
}: {
  readonly variant: VariantDraft;
  readonly index: number;
  readonly name: string;
  readonly readOnly: boolean;
  readonly onChange: (variant: VariantDraft) => void;
  readonly onClose: () => void;
}) {
  const words = useProductText();
  const ui = useUiText();
  const currencies = useCurrencies();
  const number = (field: NumberField, label: string) => (
    <TextField
      label={label}
      name={`variants.${index}.${field}`}
      inputMode="numeric"
      className="nums text-right"
      readOnly={readOnly}
      value={variant[field]}
      onChange={(value) => onChange({ ...variant, [field]: value })}
    />
  );
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={name} description={variant.sku}>
      <div className="grid gap-4">
        <div className="grid grid-cols-3 gap-2">
          {number("widthMm", words.width)}
          {number("depthMm", words.depth)}
          {number("heightMm", words.height)}
        </div>
        {variant.stockPolicy !== "refuse" && (
          <div className="grid gap-2 sm:grid-cols-2">
            {variant.stockPolicy === "backorder" && number("backorderCap", words.backorderCap)}
            {number("backorderDays", words.backorderDays)}
          </div>
        )}
        <div className="grid gap-2 sm:grid-cols-2">
          {currencies.map((currency) => (
            <MoneyField
              key={currency}
              label={words.compareAt(currency)}
              currency={currency}
              optional
              disabled={readOnly || (variant.prices[currency] ?? noPrice).amount === null}
              value={(variant.prices[currency] ?? noPrice).compareAt}
              onChange={(compareAt) => onChange(withPrice(variant, currency, { compareAt }))}
            />
          ))}
        </div>
        {variant.id !== null && <PriceHistory variantId={variant.id} />}
        <div className="flex justify-end">
          <Button onClick={onClose}>{ui.close}</Button>
        </div>
      </div>
    </Dialog>
  );
}

function PriceHistory({ variantId }: { readonly variantId: string }) {
  const words = useProductText();
  const read = useRead(listPriceChanges, { params: { id: variantId }, query: { limit: 20 } });
  if (read.data === undefined) return null;
  return (
    <section className="grid gap-1.5">
      <h3 className="font-medium">{words.priceHistory}</h3>
      {read.data.changes.length === 0 && <p className="text-muted">{words.noPriceChanges}</p>}
      <ol className="grid gap-1">
        {read.data.changes.map((change) => (
          <li
            key={`${change.changedAt}${change.currency}`}
            className="flex flex-wrap justify-between gap-x-3 text-[0.8125rem]"
          >
            <span className="text-muted">
              <DateTime at={change.changedAt} /> · <Actor actor={change.changedBy} />
            </span>
            {change.amount === null ? (
              <span>{`${words.priceRemoved} (${change.currency})`}</span>
            ) : (
              <Money amount={change.amount} />
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
