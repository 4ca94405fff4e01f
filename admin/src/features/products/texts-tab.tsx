import { Copy } from "lucide-react";
import { locales } from "@shopwright/server/kernel/locale";
import type { Locale } from "@shopwright/server/kernel/locale";
import { useProductText } from "../../locales/products.ts";
import { Button } from "../../ui/button.tsx";
import { Panel } from "../../ui/page.tsx";
import { TextAreaField, TextField } from "../../ui/text-field.tsx";
import { textFields } from "./product-draft.ts";
import type { ProductDraft, TextField as FieldName } from "./product-draft.ts";

export interface TabProps {
  readonly draft: ProductDraft;
  readonly onChange: (draft: ProductDraft) => void;
  readonly readOnly: boolean;
}

const long: readonly FieldName[] = ["description", "care", "seoDescription"];

/** The texts of every language beside each other. */
export function TextsTab({ draft, onChange, readOnly }: TabProps) {
  const words = useProductText();
  const put = (locale: Locale, change: Partial<Record<FieldName, string>>): void => {
    const texts = { ...draft.texts, [locale]: { ...draft.texts[locale], ...change } };
    onChange({ ...draft, texts });
  };
  const copyInto = (locale: Locale, from: Locale): void => {
    const empty = textFields.filter((field) => draft.texts[locale][field].trim() === "");
    put(locale, Object.fromEntries(empty.map((field) => [field, draft.texts[from][field]])));
  };
  return (
    <div className="grid gap-4">
      <div className="grid gap-4 lg:grid-cols-2">
        {locales.map((locale) => (
          <Panel
            key={locale}
            title={words.languages[locale]}
            actions={
              !readOnly &&
              locales
                .filter((other) => other !== locale)
                .map((other) => (
                  <Button
                    key={other}
                    size="small"
                    variant="ghost"
                    icon={Copy}
                    onClick={() => copyInto(locale, other)}
                  >
                    {words.copyText(words.languages[other])}
                  </Button>
                ))
            }
          >
            <div lang={locale} className="grid gap-3">
              {textFields.map((field) => (
                <TextOf
                  key={field}
                  locale={locale}
                  field={field}
                  value={draft.texts[locale][field]}
                  readOnly={readOnly}
                  onChange={(value) => put(locale, { [field]: value })}
                />
              ))}
            </div>
          </Panel>
        ))}
      </div>
    </div>
  );
}

function TextOf({
  locale,
  field,
  value,
  readOnly,
  onChange,
}: {
  readonly locale: Locale;
  readonly field: FieldName;
  readonly value: string;
  readonly readOnly: boolean;
  readonly onChange: (value: string) => void;
}) {
  const words = useProductText();
  const look = {
    label: words.fields[field],
    name: `texts.${locale}.${field}`,
    optional: field !== "title",
    value,
    onChange,
    readOnly,
  };
  if (!long.includes(field))
    return <TextField {...look} maxLength={field === "title" ? 200 : 300} />;
  const rows = field === "description" ? 7 : 3;
  const hint = field === "description" ? words.descriptionHint : undefined;
  return <TextAreaField {...look} rows={rows} hint={hint} />;
}
