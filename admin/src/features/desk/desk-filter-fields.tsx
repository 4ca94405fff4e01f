import { useDeskText } from "../../locales/desk.ts";
import { useStatusText } from "../../locales/statuses.ts";
import { SelectField } from "../../ui/select-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import type { AddressFilters } from "../../ui/use-address-filters.ts";
import { deskFilters } from "./desk-filters.ts";

/** The filters that fold away. */
export function DeskFilterFields({
  filters,
  change,
}: Pick<AddressFilters<typeof deskFilters>, "filters" | "change">) {
  const { filters: names } = useDeskText();
  const states = useStatusText();
  const choices = <Value extends string>(
    values: readonly Value[],
    text: Readonly<Record<Value, string>>,
  ) => values.map((value) => ({ value, label: text[value] }));
  return (
    <>
      <SelectField
        label={names.status}
        empty={names.any}
        value={filters.status ?? ""}
        choices={choices(deskFilters.status, states.order)}
        onChange={(status) => change({ status })}
      />
      <SelectField
        label={names.payment}
        empty={names.any}
        value={filters.payment ?? ""}
        choices={choices(deskFilters.payment, states.payment)}
        onChange={(payment) => change({ payment })}
      />
      <SelectField
        label={names.fulfilment}
        empty={names.any}
        value={filters.fulfilment ?? ""}
        choices={choices(deskFilters.fulfilment, states.fulfilment)}
        onChange={(fulfilment) => change({ fulfilment })}
      />
      <SelectField
        label={names.method}
        empty={names.any}
        value={filters.method ?? ""}
        choices={choices(deskFilters.method, states.methods)}
        onChange={(method) => change({ method })}
      />
      <TextField
        label={names.country}
        value={filters.country ?? ""}
        maxLength={2}
        className="max-w-20 uppercase"
        onChange={(country) => change({ country: country.toUpperCase() })}
      />
      <TextField
        label={names.from}
        type="date"
        value={filters.from ?? ""}
        onChange={(from) => change({ from })}
      />
      <TextField
        label={names.to}
        type="date"
        value={filters.to ?? ""}
        onChange={(to) => change({ to })}
      />
    </>
  );
}
