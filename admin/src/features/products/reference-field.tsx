import { X } from "lucide-react";
import { useState } from "react";
import { getAdminProduct } from "@shopwright/server/contracts/catalog";
import { listAdminPages } from "@shopwright/server/contracts/content";
import { useRead } from "../../api/use-read.ts";
import { useLocale } from "../../app/preferences.ts";
import { useProductTypeText } from "../../locales/product-types.ts";
import { Button } from "../../ui/button.tsx";
import { Combobox } from "../../ui/combobox.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import type { ValueFieldProps } from "./attribute-field.tsx";
import { useProductList } from "./use-product-search.ts";

interface ReferenceProps extends ValueFieldProps {
  readonly label: string;
  readonly hint: string | undefined;
}

/** Points to a product, found by typing, or to a page of text. */
export function ReferenceField(props: ReferenceProps) {
  return props.attribute.target === "page" ? (
    <PageReference {...props} />
  ) : (
    <ProductReference {...props} />
  );
}

function targetOf(value: ReferenceProps["value"], to: "product" | "page"): string {
  return (typeof value === "object" && !Array.isArray(value) ? value[to] : undefined) ?? "";
}

function ProductReference({ label, hint, name, value, readOnly, onChange }: ReferenceProps) {
  const words = useProductTypeText();
  const locale = useLocale();
  const [typed, setTyped] = useState("");
  const id = targetOf(value, "product");
  const { rows } = useProductList({ ...(typed === "" ? {} : { q: typed }), limit: 20 });
  const chosen = useRead(getAdminProduct, { params: { id } }, { enabled: id !== "" });
  const texts = chosen.data?.texts;
  const title = texts?.[locale]?.title ?? texts?.en?.title ?? chosen.data?.handle;
  return (
    <div className="flex items-end gap-1">
      <div className="min-w-0 flex-1">
        <Combobox
          label={label}
          name={name}
          hint={hint}
          value={id}
          disabled={readOnly}
          {...(id === "" || title === undefined ? {} : { chosenLabel: title })}
          choices={rows.map((row) => ({ value: row.id, label: row.title || row.handle }))}
          onSearch={setTyped}
          onChange={(product) => onChange({ product })}
        />
      </div>
      {id !== "" && !readOnly && (
        <Button
          variant="ghost"
          icon={X}
          aria-label={words.clear}
          onClick={() => onChange(undefined)}
        />
      )}
    </div>
  );
}

function PageReference({ label, hint, name, value, readOnly, onChange }: ReferenceProps) {
  const words = useProductTypeText();
  const locale = useLocale();
  const read = useRead(listAdminPages, {});
  const pages = read.data?.pages ?? [];
  return (
    <SelectField
      label={label}
      name={name}
      hint={hint}
      disabled={readOnly}
      empty={words.notSaid}
      value={targetOf(value, "page")}
      choices={pages.map(({ handle, titles }) => ({
        value: handle,
        label: titles[locale] ?? titles.en ?? handle,
      }))}
      onChange={(page) => onChange(page === "" ? undefined : { page })}
    />
  );
}
