import { ArrowDown, ArrowUp, Pencil, Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { locales } from "@shopwright/server/kernel/locale";
import { useLocale } from "../../app/preferences.ts";
import { useProductTypeText } from "../../locales/product-types.ts";
import { Button } from "../../ui/button.tsx";
import { Panel } from "../../ui/page.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { AttributeDialog } from "./attribute-dialog.tsx";
import { emptyAttribute, isFilter } from "./type-draft.ts";
import type { AttributeDraft, TypeDraft } from "./type-draft.ts";

interface FieldsProps {
  readonly draft: TypeDraft;
  readonly readOnly: boolean;
  readonly onChange: (draft: TypeDraft) => void;
}

/** A type's names and the list of its attributes, in order. */
export function TypeFields({ draft, readOnly, onChange }: FieldsProps) {
  const words = useProductTypeText();
  const [open, setOpen] = useState<AttributeDraft | null>(null);
  const { attributes } = draft;
  const put = (next: readonly AttributeDraft[]): void => onChange({ ...draft, attributes: next });
  const keep = (attribute: AttributeDraft): void => {
    const known = attributes.some(({ key }) => key === attribute.key);
    put(
      known
        ? attributes.map((each) => (each.key === attribute.key ? attribute : each))
        : [...attributes, attribute],
    );
    setOpen(null);
  };
  return (
    <div className="grid gap-4">
      <Panel>
        <fieldset disabled={readOnly} className="grid gap-3 sm:grid-cols-3">
          {locales.map((locale) => (
            <TextField
              key={locale}
              label={words.name(words.languages[locale])}
              name={`names.${locale}`}
              optional={locale !== "en"}
              value={draft.names[locale]}
              onChange={(name) => onChange({ ...draft, names: { ...draft.names, [locale]: name } })}
            />
          ))}
          <TextField
            label={words.code}
            name="code"
            optional
            value={draft.code}
            onChange={(code) => onChange({ ...draft, code: code.toLowerCase() })}
          />
        </fieldset>
      </Panel>
      <Panel
        title={words.attributes}
        flush
        actions={
          !readOnly && (
            <Button
              size="small"
              icon={Plus}
              onClick={() => setOpen(emptyAttribute(attributes.at(-1)?.groups))}
            >
              {words.addAttribute}
            </Button>
          )
        }
      >
        <p className="px-4 pb-2 text-[0.8125rem] text-muted">
          {attributes.length === 0 ? words.noAttributes : words.attributesHint}
        </p>
        <ol className="border-t border-line">
          {attributes.map((each, at) => (
            <AttributeRow
              key={each.key}
              attribute={each}
              at={at}
              of={attributes.length}
              readOnly={readOnly}
              onOpen={() => setOpen(each)}
              onMove={(to) => put(attributes.toSpliced(at, 1).toSpliced(to, 0, each))}
              onRemove={() => put(attributes.toSpliced(at, 1))}
            />
          ))}
        </ol>
      </Panel>
      {open !== null && (
        <AttributeDialog
          attribute={open}
          readOnly={readOnly}
          onDone={keep}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  );
}

interface RowProps {
  readonly attribute: AttributeDraft;
  readonly at: number;
  readonly of: number;
  readonly readOnly: boolean;
  readonly onOpen: () => void;
  readonly onMove: (to: number) => void;
  readonly onRemove: () => void;
}

function AttributeRow({ attribute, at, of, readOnly, onOpen, onMove, onRemove }: RowProps) {
  const words = useProductTypeText();
  const locale = useLocale();
  const { kind, unit, level, required, filterable, names, groups } = attribute;
  const name = names[locale] || names.en || names.de;
  const group = groups[locale] || groups.en;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1.5 border-b border-line px-4 py-2.5 last:border-0">
      <div className="min-w-0 flex-1 basis-52">
        <p className="truncate font-medium">{name}</p>
        <p className="truncate text-[0.8125rem] text-muted">
          {[words.kinds[kind], unit, level === "variant" ? words.levels.variant : "", group]
            .filter((each) => each !== "")
            .join(" · ")}
        </p>
      </div>
      {required && <StatusBadge tone="info">{words.needed}</StatusBadge>}
      {filterable && isFilter(kind) && <StatusBadge>{words.filter}</StatusBadge>}
      <span className="flex gap-1">
        <Button
          size="small"
          variant="ghost"
          icon={ArrowUp}
          disabled={readOnly || at === 0}
          aria-label={words.moveUp(name)}
          onClick={() => onMove(at - 1)}
        />
        <Button
          size="small"
          variant="ghost"
          icon={ArrowDown}
          disabled={readOnly || at === of - 1}
          aria-label={words.moveDown(name)}
          onClick={() => onMove(at + 1)}
        />
        <Button
          size="small"
          variant="ghost"
          icon={Pencil}
          aria-label={words.editAttribute(name)}
          onClick={onOpen}
        />
        <Button
          size="small"
          variant="ghost"
          icon={Trash2}
          disabled={readOnly}
          aria-label={words.removeAttribute(name)}
          onClick={onRemove}
        />
      </span>
    </li>
  );
}
