import { ArrowLeft, ArrowRight, GripVertical, Trash2 } from "lucide-react";
import { pictureUrl } from "@shopwright/server/contracts/media";
import type { AdminPictureView } from "@shopwright/server/contracts/media";
import { locales } from "@shopwright/server/kernel/locale";
import { useLocale } from "../../app/preferences.ts";
import { useProductText } from "../../locales/products.ts";
import { Button } from "../../ui/button.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { TextField } from "../../ui/text-field.tsx";
import type { OptionDraft, PictureDraft } from "./product-draft.ts";

/** One picture: its place, its words in each language, and the option value it shows. */
export function PictureCard({
  picture,
  file,
  at,
  of,
  options,
  readOnly,
  onMove,
  onChange,
  onRemove,
}: {
  readonly picture: PictureDraft;
  readonly file: AdminPictureView;
  readonly at: number;
  readonly of: number;
  readonly options: readonly OptionDraft[];
  readonly readOnly: boolean;
  readonly onMove: (to: number) => void;
  readonly onChange: (picture: PictureDraft) => void;
  readonly onRemove: () => void;
}) {
  const words = useProductText();
  const locale = useLocale();
  const place = at + 1;
  const values = options.flatMap((option) =>
    option.values.map((value) => ({
      value: `${option.code}/${value.code}`,
      label: `${option.names[locale] || option.names.en}: ${value.labels[locale] || value.labels.en}`,
    })),
  );
  return (
    <fieldset disabled={readOnly} className="grid gap-2 rounded-xl border border-line p-2.5">
      <legend className="sr-only">{`${words.pictures} ${place}/${of}`}</legend>
      <img
        src={pictureUrl(file, 640)}
        alt={picture.alt[locale] || picture.alt.en}
        width={file.width}
        height={file.height}
        loading="lazy"
        className="aspect-square w-full rounded-lg bg-sunken object-cover"
      />
      <div className="flex items-center gap-1">
        <GripVertical aria-hidden className="size-4 cursor-grab text-muted" />
        {at === 0 && <StatusBadge tone="info">{words.main}</StatusBadge>}
        <span className="ml-auto flex gap-1">
          <Button
            size="small"
            variant="ghost"
            icon={ArrowLeft}
            aria-label={words.earlier(place)}
            disabled={at === 0}
            onClick={() => onMove(at - 1)}
          />
          <Button
            size="small"
            variant="ghost"
            icon={ArrowRight}
            aria-label={words.later(place)}
            disabled={place === of}
            onClick={() => onMove(at + 1)}
          />
          <Button
            size="small"
            variant="ghost"
            icon={Trash2}
            aria-label={words.removePicture(place)}
            onClick={onRemove}
          />
        </span>
      </div>
      {locales.map((each) => (
        <TextField
          key={each}
          label={words.alt(words.languages[each])}
          lang={each}
          maxLength={300}
          value={picture.alt[each]}
          onChange={(alt) => onChange({ ...picture, alt: { ...picture.alt, [each]: alt } })}
          hint={picture.alt[each].trim() === "" ? words.altMissing : undefined}
        />
      ))}
      {values.length > 0 && (
        <SelectField
          label={words.shows}
          empty={words.showsAll}
          value={picture.optionCode === null ? "" : `${picture.optionCode}/${picture.valueCode}`}
          choices={values}
          onChange={(chosen) => {
            const [optionCode = null, valueCode = null] = chosen === "" ? [] : chosen.split("/");
            onChange({ ...picture, optionCode, valueCode });
          }}
        />
      )}
    </fieldset>
  );
}
