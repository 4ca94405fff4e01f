import { useState } from "react";
import { listStock } from "@shopwright/server/contracts/inventory";
import type { ReplyOf } from "@shopwright/server/kernel/endpoint";
import { useList } from "../../api/use-read.ts";
import { Combobox } from "../../ui/combobox.tsx";

type StockRow = ReplyOf<typeof listStock>["items"][number];

/** Chooses a variant by SKU or name. */
export function VariantField({
  label,
  chosenLabel,
  value,
  onChange,
}: {
  readonly label: string;
  readonly chosenLabel?: string | undefined;
  readonly value: string;
  readonly onChange: (row: StockRow) => void;
}) {
  const [typed, setTyped] = useState("");
  const { rows } = useList(listStock, {
    query: { ...(typed === "" ? {} : { search: typed }), limit: 20 },
  });
  return (
    <Combobox
      label={label}
      value={value}
      {...(chosenLabel === undefined ? {} : { chosenLabel })}
      choices={rows.map((row) => ({
        value: row.variantId,
        label: [row.sku, row.title, row.options].filter((part) => part !== "").join(" · "),
      }))}
      onSearch={setTyped}
      onChange={(id) => {
        const row = rows.find((each) => each.variantId === id);
        if (row) onChange(row);
      }}
    />
  );
}
