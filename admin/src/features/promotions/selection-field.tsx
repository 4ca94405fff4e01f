import { X } from "lucide-react";
import { useState } from "react";
import { listAdminCategories } from "@shopwright/server/contracts/catalog";
import type { Criterion, Selection } from "@shopwright/server/contracts/promotions";
import { useRead } from "../../api/use-read.ts";
import { usePromotionText } from "../../locales/promotions.ts";
import { Button } from "../../ui/button.tsx";
import { Combobox } from "../../ui/combobox.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useProductList } from "../products/use-product-search.ts";
import { sayCriterion } from "./sentence.ts";
import type { Teller } from "./sentence.ts";
import { textsIn } from "./texts-field.tsx";

/** Which goods: all, or those of categories, products, SKUs and option values; and which of them not. */
export function SelectionField({
  label,
  selection,
  onChange,
  teller,
}: {
  readonly label: string;
  readonly selection: Selection;
  readonly onChange: (selection: Selection) => void;
  readonly teller: Teller;
}) {
  const words = usePromotionText().selection;
  const [excepting, setExcepting] = useState(selection.not.length > 0);
  return (
    <fieldset className="grid gap-2 rounded-lg border border-line p-3">
      <legend className="px-1 font-medium">{label}</legend>
      <Criteria
        none={words.everything}
        criteria={selection.only}
        teller={teller}
        onChange={(only) => onChange({ ...selection, only })}
      />
      {excepting ? (
        <>
          <p className="mt-1 font-medium">{words.not}</p>
          <Criteria
            none=""
            criteria={selection.not}
            teller={teller}
            onChange={(not) => onChange({ ...selection, not })}
          />
        </>
      ) : (
        <Button variant="ghost" size="small" className="w-fit" onClick={() => setExcepting(true)}>
          {words.except}
        </Button>
      )}
    </fieldset>
  );
}

type Kind = "category" | "product" | "sku" | "option";
const kinds: readonly Kind[] = ["category", "product", "sku", "option"];

function Criteria({
  none,
  criteria,
  onChange,
  teller,
}: {
  readonly none: string;
  readonly criteria: readonly Criterion[];
  readonly onChange: (criteria: Criterion[]) => void;
  readonly teller: Teller;
}) {
  const words = usePromotionText().selection;
  const [kind, setKind] = useState<Kind>("category");
  const add = (each: Criterion): void => onChange(joined(criteria, each));
  return (
    <div className="grid gap-2">
      {criteria.length === 0 ? (
        none !== "" && <p className="text-muted">{none}</p>
      ) : (
        <Chips criteria={criteria} onChange={onChange} teller={teller} />
      )}
      <div className="grid items-end gap-2 sm:grid-cols-[10rem_minmax(0,1fr)]">
        <SelectField
          label={words.addBy}
          value={kind}
          choices={kinds.map((value) => ({ value, label: words.by[value] }))}
          onChange={(next) => next !== "" && setKind(next)}
        />
        {kind === "category" && (
          <CategoryPick teller={teller} onPick={(id) => add({ by: kind, ids: [id] })} />
        )}
        {kind === "product" && <ProductPick onPick={(id) => add({ by: kind, ids: [id] })} />}
        {kind === "sku" && <SkuEntry onAdd={(skus) => add({ by: kind, skus })} />}
        {kind === "option" && (
          <OptionEntry onAdd={(option, values) => add({ by: kind, option, values })} />
        )}
      </div>
    </div>
  );
}

/** Ids of one kind stand in one criterion. */
function joined(criteria: readonly Criterion[], more: Criterion): Criterion[] {
  const at = criteria.findIndex((each) => each.by === more.by && each.by !== "option");
  const old = criteria[at];
  if (old === undefined) return [...criteria, more];
  if (old.by === "sku" && more.by === "sku") {
    return criteria.with(at, { by: "sku", skus: [...new Set([...old.skus, ...more.skus])] });
  }
  if ("ids" in old && "ids" in more) {
    return criteria.with(at, { ...old, ids: [...new Set([...old.ids, ...more.ids])] });
  }
  return [...criteria, more];
}

function Chips({
  criteria,
  onChange,
  teller,
}: {
  readonly criteria: readonly Criterion[];
  readonly onChange: (criteria: Criterion[]) => void;
  readonly teller: Teller;
}) {
  const words = usePromotionText().selection;
  const drop = (at: number, index: number): void => {
    const each = criteria[at];
    if (each !== undefined && "ids" in each && each.ids.length > 1) {
      onChange(criteria.with(at, { ...each, ids: each.ids.toSpliced(index, 1) }));
    } else onChange(criteria.toSpliced(at, 1));
  };
  return (
    <ul className="flex flex-wrap gap-1.5">
      {criteria.flatMap((each, at) =>
        sayCriterion(each, teller).map((name, index) => (
          <li
            key={`${each.by} ${name}`}
            className="flex items-center rounded-full bg-sunken pl-2.5"
          >
            <span className="text-muted">{words.by[each.by]}:&nbsp;</span>
            {name}
            <button
              type="button"
              aria-label={words.remove(name)}
              className="grid size-7 place-items-center rounded-full text-muted hover:text-ink"
              onClick={() => drop(at, index)}
            >
              <X aria-hidden className="size-3.5" />
            </button>
          </li>
        )),
      )}
    </ul>
  );
}

function CategoryPick({
  teller,
  onPick,
}: {
  readonly teller: Teller;
  readonly onPick: (id: string) => void;
}) {
  const words = usePromotionText().selection;
  const categories = useRead(listAdminCategories, {}).data?.categories ?? [];
  return (
    <Combobox
      label={words.by.category}
      value=""
      choices={categories.map(({ id, depth }) => ({
        value: id,
        label: `${"– ".repeat(depth)}${teller.nameOf(id)}`,
      }))}
      onChange={onPick}
    />
  );
}

function ProductPick({ onPick }: { readonly onPick: (id: string) => void }) {
  const words = usePromotionText().selection;
  const [typed, setTyped] = useState("");
  const { rows } = useProductList({ ...(typed === "" ? {} : { q: typed }), limit: "20" });
  return (
    <Combobox
      label={words.by.product}
      value=""
      choices={rows.map(({ id, title, handle }) => ({ value: id, label: title || handle }))}
      onSearch={setTyped}
      onChange={onPick}
    />
  );
}

function SkuEntry({ onAdd }: { readonly onAdd: (skus: string[]) => void }) {
  const words = usePromotionText().selection;
  const [typed, setTyped] = useState("");
  const skus = textsIn(typed);
  return (
    <div className="flex flex-wrap items-end gap-2">
      <div className="min-w-40 flex-1">
        <TextField label={words.skus} value={typed} onChange={setTyped} />
      </div>
      <Button
        disabled={skus.length === 0}
        onClick={() => {
          onAdd(skus);
          setTyped("");
        }}
      >
        {words.add}
      </Button>
    </div>
  );
}

function OptionEntry({ onAdd }: { readonly onAdd: (option: string, values: string[]) => void }) {
  const words = usePromotionText().selection;
  const [option, setOption] = useState("");
  const [typed, setTyped] = useState("");
  const values = textsIn(typed);
  return (
    <div className="flex flex-wrap items-end gap-2">
      <div className="min-w-32 flex-1">
        <TextField label={words.option} value={option} onChange={setOption} />
      </div>
      <div className="min-w-32 flex-1">
        <TextField label={words.values} value={typed} onChange={setTyped} />
      </div>
      <Button
        disabled={option.trim() === "" || values.length === 0}
        onClick={() => {
          onAdd(option.trim(), values);
          setTyped("");
        }}
      >
        {words.add}
      </Button>
    </div>
  );
}
