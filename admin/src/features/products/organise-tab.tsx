import { ArrowDown, ArrowUp, X } from "lucide-react";
import { useState } from "react";
import { listAdminCategories, productKinds } from "@shopwright/server/contracts/catalog";
import { useRead } from "../../api/use-read.ts";
import { useLocale } from "../../app/preferences.ts";
import { useProductText } from "../../locales/products.ts";
import { useTaxText } from "../../locales/tax.ts";
import { Button } from "../../ui/button.tsx";
import { CheckField } from "../../ui/check-field.tsx";
import { Combobox } from "../../ui/combobox.tsx";
import { Panel } from "../../ui/page.tsx";
import { Picture } from "../../ui/picture.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { TextField } from "../../ui/text-field.tsx";
import type { RelatedDraft } from "./product-draft.ts";
import type { TabProps } from "./texts-tab.tsx";
import { useProductList } from "./use-product-search.ts";

/** Where the product stands: categories, related goods, address, tax. */
export function OrganiseTab(props: TabProps) {
  const { draft, onChange, readOnly } = props;
  const words = useProductText();
  const tax = useTaxText();
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      <CategoryChoice {...props} />
      <div className="grid gap-4">
        <Panel>
          <div className="grid gap-3">
            <TextField
              label={words.fields.handle}
              name="handle"
              hint={words.handleHint}
              readOnly={readOnly}
              value={draft.handle}
              onChange={(handle) => onChange({ ...draft, handle })}
            />
            <SelectField
              label={words.fields.kind}
              name="kind"
              hint={draft.kind === "gift_card" ? words.giftCardHint : undefined}
              disabled={readOnly}
              value={draft.kind ?? "physical"}
              choices={productKinds.map((value) => ({ value, label: words.kinds[value] }))}
              onChange={(kind) => kind !== "" && onChange({ ...draft, kind })}
            />
            <SelectField
              label={words.fields.taxCategory}
              name="taxCategory"
              disabled={readOnly || draft.kind === "gift_card"}
              value={draft.kind === "gift_card" ? "zero" : draft.taxCategory}
              choices={(["standard", "reduced", "zero"] as const).map((value) => ({
                value,
                label: tax.categories[value],
              }))}
              onChange={(taxCategory) => taxCategory !== "" && onChange({ ...draft, taxCategory })}
            />
            <CheckField
              label={words.fields.featured}
              disabled={readOnly}
              checked={draft.featured}
              onChange={(featured) => onChange({ ...draft, featured })}
            />
          </div>
        </Panel>
        <RelatedChoice {...props} />
      </div>
    </div>
  );
}

function CategoryChoice({ draft, onChange, readOnly }: TabProps) {
  const words = useProductText();
  const locale = useLocale();
  const read = useRead(listAdminCategories, {});
  return (
    <Panel title={words.categories}>
      <p className="mb-3 text-[0.8125rem] text-muted">{words.categoriesHint}</p>
      {read.isPending && <Skeleton className="h-40 w-full" />}
      {read.data?.categories.length === 0 && <p>{words.noCategories}</p>}
      <ul className="grid gap-2">
        {(read.data?.categories ?? []).map((category) => (
          <li key={category.id} style={{ paddingInlineStart: `${category.depth * 1.5}rem` }}>
            <CheckField
              label={category.texts[locale]?.name ?? category.texts.en?.name ?? category.code}
              disabled={readOnly}
              checked={draft.categoryIds.includes(category.id)}
              onChange={(checked) =>
                onChange({
                  ...draft,
                  categoryIds: checked
                    ? [...draft.categoryIds, category.id]
                    : draft.categoryIds.filter((id) => id !== category.id),
                })
              }
            />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function RelatedChoice({ draft, onChange, readOnly }: TabProps) {
  const words = useProductText();
  const [typed, setTyped] = useState("");
  const { rows } = useProductList({ ...(typed === "" ? {} : { q: typed }), limit: 20 });
  const { related } = draft;
  const put = (next: readonly RelatedDraft[]): void => onChange({ ...draft, related: next });
  const move = (at: number, to: number): void => {
    const one = related[at];
    if (one && to >= 0 && to < related.length) put(related.toSpliced(at, 1).toSpliced(to, 0, one));
  };
  const offered = rows.filter(({ id }) => !related.some((each) => each.id === id));
  return (
    <Panel title={words.related}>
      <p className="mb-3 text-[0.8125rem] text-muted">{words.relatedHint}</p>
      <ol className="mb-3 grid gap-1.5">
        {related.map((one, at) => (
          <li key={one.id} className="flex items-center gap-2">
            <Picture pictureKey={one.pictureKey} />
            <span className="min-w-0 flex-1 truncate">{one.title}</span>
            {!readOnly && (
              <>
                <Button
                  size="small"
                  variant="ghost"
                  icon={ArrowUp}
                  disabled={at === 0}
                  aria-label={words.moveUp(one.title)}
                  onClick={() => move(at, at - 1)}
                />
                <Button
                  size="small"
                  variant="ghost"
                  icon={ArrowDown}
                  disabled={at === related.length - 1}
                  aria-label={words.moveDown(one.title)}
                  onClick={() => move(at, at + 1)}
                />
                <Button
                  size="small"
                  variant="ghost"
                  icon={X}
                  aria-label={words.remove(one.title)}
                  onClick={() => put(related.filter((each) => each !== one))}
                />
              </>
            )}
          </li>
        ))}
      </ol>
      {related.length === 0 && <p className="mb-3 text-muted">{words.noRelated}</p>}
      {!readOnly && (
        <Combobox
          label={words.addRelated}
          value=""
          choices={offered.map((row) => ({ value: row.id, label: row.title || row.handle }))}
          onSearch={setTyped}
          onChange={(id) => {
            const row = rows.find((each) => each.id === id);
            if (!row) return;
            put([...related, { id, title: row.title, pictureKey: row.picture?.key ?? null }]);
          }}
        />
      )}
    </Panel>
  );
}
