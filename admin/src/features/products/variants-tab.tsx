import { CopyCheck, Plus } from "lucide-react";
import { useState } from "react";
import type { AdminProductView } from "@shopwright/server/contracts/catalog";
import { useLocale } from "../../app/preferences.ts";
import { useProductText } from "../../locales/products.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Panel } from "../../ui/page.tsx";
import { toast } from "../../ui/toast.tsx";
import { missingCombinations, variantsFor } from "./combinations.ts";
import { nameCodes } from "./name-codes.ts";
import { OptionsEditor } from "./options-editor.tsx";
import { variantsOf } from "./product-draft.ts";
import type { ProductDraft, VariantDraft } from "./product-draft.ts";
import type { TabProps } from "./texts-tab.tsx";
import { VariantDialog } from "./variant-dialog.tsx";
import { VariantGrid } from "./variant-grid.tsx";
import { variantName } from "./variant-name.ts";

const newKey = (): string => `new-${crypto.randomUUID()}`;

/** Options and the variants made of them. */
export function VariantsTab({
  draft,
  onChange,
  readOnly,
  product,
}: TabProps & { readonly product: AdminProductView | null }) {
  const words = useProductText();
  const locale = useLocale();
  const [openKey, setOpenKey] = useState<string | null>(null);
  const variants = variantsOf(draft);
  const missing = missingCombinations(draft.options, variants);
  // With codes made of names first, so that new SKUs read "-ASH", not the code of something unnamed.
  const addAll = (count: number): void => {
    const ready = nameCodes(draft);
    const own = variantsOf(ready);
    const chosen = missingCombinations(ready.options, own).slice(0, count);
    const made = variantsFor(chosen.length > 0 ? chosen : [{}], own, newKey);
    const all = [...own, ...made].map((each) => [each.key, each] as const);
    onChange({ ...ready, variants: Object.fromEntries(all) });
  };
  const removed = (product?.variants ?? []).filter(({ id }) => draft.variants[id] === undefined);
  const putAll = (list: readonly VariantDraft[]): void =>
    onChange({ ...draft, variants: Object.fromEntries(list.map((each) => [each.key, each])) });
  const put = (variant: VariantDraft): void =>
    onChange({ ...draft, variants: { ...draft.variants, [variant.key]: variant } });
  const open = openKey === null ? undefined : draft.variants[openKey];
  const first = variants[0];
  return (
    <div className="grid gap-4">
      <OptionsEditor
        options={draft.options}
        readOnly={readOnly}
        onChange={(options) => onChange({ ...draft, options })}
      />
      <Panel
        title={words.variantsTitle}
        flush
        actions={
          !readOnly && (
            <>
              {first !== undefined && variants.length > 1 && (
                <Button
                  size="small"
                  variant="ghost"
                  icon={CopyCheck}
                  onClick={() => {
                    putAll(variants.map((each) => sameTermsAs(first, each)));
                    const name = variantName(draft.options, first, locale, words.oneVariant);
                    toast(words.appliedToAll(name), { undo: () => putAll(variants) });
                  }}
                >
                  {words.applyToAll}
                </Button>
              )}
              {missing.length > 0 && draft.options.length > 0 && (
                <Button size="small" icon={Plus} onClick={() => addAll(missing.length)}>
                  {words.addMissing(missing.length)}
                </Button>
              )}
              {draft.options.length > 0 && (
                <Button size="small" icon={Plus} onClick={() => addAll(1)}>
                  {words.addVariant}
                </Button>
              )}
            </>
          )
        }
      >
        <p className="px-4 pb-2 text-[0.8125rem] text-muted">
          {words.variantsHint} {words.priceHint}
        </p>
        {removed.length > 0 && (
          <div className="px-4 pb-3">
            <Notice tone="warn">{words.removedVariants(removed.length)}</Notice>
          </div>
        )}
        <VariantGrid
          draft={draft}
          readOnly={readOnly}
          onPut={put}
          onOpen={setOpenKey}
          onRemove={(key) => putAll(variants.filter((each) => each.key !== key))}
        />
      </Panel>
      {open && (
        <VariantDialog
          variant={open}
          index={variants.indexOf(open)}
          name={variantName(draft.options, open, locale, words.oneVariant)}
          readOnly={readOnly}
          onChange={put}
          onClose={() => setOpenKey(null)}
        />
      )}
    </div>
  );
}

/** One variant with the prices, weight and policy of another. */
function sameTermsAs(model: VariantDraft, variant: ProductDraft["variants"][string]): VariantDraft {
  const { prices, weightGrams, stockPolicy, backorderCap, backorderDays } = model;
  return { ...variant, prices, weightGrams, stockPolicy, backorderCap, backorderDays };
}
