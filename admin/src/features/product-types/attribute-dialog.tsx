import { useState } from "react";
import { locales } from "@shopwright/server/kernel/locale";
import { useLocale } from "../../app/preferences.ts";
import { useProductTypeText } from "../../locales/product-types.ts";
import { CheckField } from "../../ui/check-field.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { SegmentedField } from "../../ui/segmented-field.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { ChoicesEditor } from "./choices-editor.tsx";
import { hasChoices, isFilter, isText, kinds } from "./type-draft.ts";
import type { AttributeDraft, ByLocale } from "./type-draft.ts";

/** One attribute: what it is called, what kind of value it takes, and where it is shown. */
export function AttributeDialog({
  attribute,
  readOnly,
  onDone,
  onClose,
}: {
  readonly attribute: AttributeDraft;
  readonly readOnly: boolean;
  readonly onDone: (attribute: AttributeDraft) => void;
  readonly onClose: () => void;
}) {
  const words = useProductTypeText();
  const locale = useLocale();
  const [draft, setDraft] = useState(attribute);
  const put = (part: Partial<AttributeDraft>): void => setDraft({ ...draft, ...part });
  const named = draft.names.en.trim() !== "" || draft.names.de.trim() !== "";
  const choicesReady =
    !hasChoices(draft.kind) ||
    (draft.choices.length > 0 && draft.choices.every(({ labels }) => labels.en || labels.de));
  return (
    <ConfirmDialog
      open
      width="wide"
      onOpenChange={(open) => !open && onClose()}
      title={draft.names[locale] || draft.names.en || draft.names.de || words.addAttribute}
      confirm={words.done}
      ready={!readOnly && named && choicesReady}
      onConfirm={() => onDone(draft)}
    >
      <fieldset disabled={readOnly} className="grid gap-4">
        <Texts
          label={words.name}
          value={draft.names}
          onChange={(names) => put({ names })}
          first="en"
        />
        <div className="grid gap-3 sm:grid-cols-3">
          <SelectField
            label={words.kind}
            value={draft.kind}
            choices={kinds.map((value) => ({ value, label: words.kinds[value] }))}
            onChange={(kind) => kind !== "" && put({ kind })}
          />
          {draft.kind === "number" && (
            <TextField
              label={words.unit}
              hint={words.unitHint}
              optional
              maxLength={12}
              value={draft.unit}
              onChange={(unit) => put({ unit })}
            />
          )}
          {draft.kind === "reference" && (
            <SelectField
              label={words.target}
              value={draft.target}
              choices={(["product", "page"] as const).map((value) => ({
                value,
                label: words.targets[value],
              }))}
              onChange={(target) => target !== "" && put({ target })}
            />
          )}
          <TextField
            label={words.code}
            optional
            value={draft.code}
            onChange={(code) => put({ code: code.toLowerCase() })}
          />
        </div>
        {hasChoices(draft.kind) && (
          <ChoicesEditor
            choices={draft.choices}
            colours={draft.kind === "swatch"}
            onChange={(choices) => put({ choices })}
          />
        )}
        <SegmentedField
          label={words.level}
          value={draft.level}
          choices={(["product", "variant"] as const).map((value) => ({
            value,
            label: words.levels[value],
          }))}
          onChange={(level) => put({ level })}
        />
        <div className="grid gap-2">
          <CheckField
            label={words.required}
            checked={draft.required}
            onChange={(required) => put({ required })}
          />
          {isText(draft.kind) && (
            <CheckField
              label={words.translatable}
              checked={draft.translatable}
              onChange={(translatable) => put({ translatable })}
            />
          )}
          {isFilter(draft.kind) && (
            <CheckField
              label={words.filterable}
              checked={draft.filterable}
              onChange={(filterable) => put({ filterable })}
            />
          )}
        </div>
        <Texts
          label={words.group}
          hint={words.groupHint}
          value={draft.groups}
          onChange={(groups) => put({ groups })}
        />
        <Texts
          label={words.help}
          hint={words.helpHint}
          value={draft.help}
          onChange={(help) => put({ help })}
        />
      </fieldset>
    </ConfirmDialog>
  );
}

function Texts({
  label,
  hint,
  value,
  onChange,
  first,
}: {
  readonly label: (language: string) => string;
  readonly hint?: string;
  readonly value: ByLocale;
  readonly onChange: (value: ByLocale) => void;
  /** The language that is asked for; without it all are optional. */
  readonly first?: "en";
}) {
  const words = useProductTypeText();
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      {locales.map((locale) => (
        <TextField
          key={locale}
          label={label(words.languages[locale])}
          hint={locale === "en" ? hint : undefined}
          optional={locale !== first}
          value={value[locale]}
          onChange={(text) => onChange({ ...value, [locale]: text })}
        />
      ))}
    </div>
  );
}
