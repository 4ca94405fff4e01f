import { useState } from "react";
import { checkImport, getImport, listImports } from "@shopwright/server/contracts/exchange";
import type { ImportView } from "@shopwright/server/contracts/exchange";
import { getShop } from "@shopwright/server/contracts/settings";
import { locales } from "@shopwright/server/kernel/locale";
import { useAction } from "../../api/use-action.ts";
import { useRead } from "../../api/use-read.ts";
import { sayError, useErrorText } from "../../locales/errors.ts";
import { useExchangeText } from "../../locales/exchange.ts";
import { Button } from "../../ui/button.tsx";
import { CheckField } from "../../ui/check-field.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Facts, Panel } from "../../ui/page.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { fieldLabel, formatLabel } from "./field-label.ts";

type Currency = ImportView["options"]["currency"];

/** What each column means, and how the file is to be read. */
export function MappingForm({
  found,
  onChecked,
}: {
  readonly found: ImportView;
  readonly onChecked: () => void;
}) {
  const words = useExchangeText();
  const errors = useErrorText();
  const [mapping, setMapping] = useState<readonly (string | null)[]>(found.mapping);
  const [options, setOptions] = useState(found.options);
  const check = useAction(checkImport, { changes: [getImport, listImports], onDone: onChecked });
  const send = (): void =>
    check.mutate({
      params: { id: found.id },
      body: { version: found.version, mapping: [...mapping], options },
    });
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(16rem,1fr)]">
      <Panel title={words.mappingTitle}>
        <p className="mb-3 max-w-prose text-muted">{words.mappingHint}</p>
        <Columns found={found} mapping={mapping} onChange={setMapping} />
      </Panel>
      <Panel>
        <div className="grid gap-4">
          <Facts
            facts={[
              [words.recognised, words.dialects[found.dialect] ?? found.dialect],
              [words.format, formatLabel(words, found.format)],
            ]}
          />
          <OptionFields found={found} options={options} onChange={setOptions} />
          {check.error && (
            <Notice tone="bad" alert>
              {sayError(errors, check.error)}
            </Notice>
          )}
          <Button variant="primary" busy={check.isPending} onClick={send}>
            {words.check}
          </Button>
        </div>
      </Panel>
    </div>
  );
}

function OptionFields({
  found,
  options,
  onChange,
}: {
  readonly found: ImportView;
  readonly options: ImportView["options"];
  readonly onChange: (options: ImportView["options"]) => void;
}) {
  const words = useExchangeText();
  const currencies = useCurrencies(options.currency);
  return (
    <>
      {(found.kind === "products" || found.kind === "customers") && (
        <SelectField
          label={words.locale}
          value={options.locale}
          choices={locales.map((value) => ({ value, label: words.locales[value] }))}
          onChange={(locale) => locale !== "" && onChange({ ...options, locale })}
        />
      )}
      {found.kind === "products" && (
        <SelectField
          label={words.currency}
          value={options.currency}
          choices={currencies.map((value) => ({ value, label: value }))}
          onChange={(currency) => currency !== "" && onChange({ ...options, currency })}
        />
      )}
      <CheckField
        label={words.overwrite}
        hint={words.overwriteHint}
        checked={options.overwrite}
        onChange={(overwrite) => onChange({ ...options, overwrite })}
      />
    </>
  );
}

function useCurrencies(chosen: Currency): readonly Currency[] {
  const shop = useRead(getShop, {}).data;
  return [...new Set([chosen, ...(shop?.currencies ?? [])])];
}

function Columns({
  found,
  mapping,
  onChange,
}: {
  readonly found: ImportView;
  readonly mapping: readonly (string | null)[];
  readonly onChange: (mapping: readonly (string | null)[]) => void;
}) {
  const words = useExchangeText();
  const currencies = useCurrencies(found.options.currency).map((each) => each.toLowerCase());
  const used = new Set(mapping);
  const offered = found.fields.filter((field) => {
    const currency = /^(?:price|compare_at|sale_price)_([a-z]{3})$/.exec(field)?.[1];
    return used.has(field) || currency === undefined || currencies.includes(currency);
  });
  return (
    <ul className="grid">
      {found.headers.map((header, column) => {
        const name = header === "" ? words.columnName(column + 1) : header;
        const field = mapping[column] ?? null;
        const sample = found.sample.map((row) => row[column] ?? "").find((cell) => cell !== "");
        return (
          <li
            key={`${header} ${column}`}
            className="grid items-center gap-x-4 gap-y-1 border-b border-line py-2 last:border-0 sm:grid-cols-2"
          >
            <span className="min-w-0">
              <span className="block truncate font-medium">{name}</span>
              <span className="block truncate text-[0.8125rem] text-muted">
                {sample === undefined ? words.nothingThere : `${words.example} ${sample}`}
              </span>
            </span>
            <SelectField
              bare
              label={name}
              value={field ?? ""}
              empty={words.leftOut}
              choices={offered.map((value) => ({
                value,
                label: fieldLabel(words, value),
                disabled: value !== field && used.has(value),
              }))}
              onChange={(value) =>
                onChange(mapping.map((each, at) => (at === column ? value || null : each)))
              }
            />
          </li>
        );
      })}
    </ul>
  );
}
