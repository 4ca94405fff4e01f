import { Plus, Trash2 } from "lucide-react";
import type { AdminHomeView } from "@shopwright/server/contracts/content";
import type { Locale } from "@shopwright/server/kernel/locale";
import { useContentText } from "../../locales/content.ts";
import { Button } from "../../ui/button.tsx";
import { TextAreaField, TextField } from "../../ui/text-field.tsx";
import { BodyPreview } from "./body-preview.tsx";

type HomeText = NonNullable<AdminHomeView["texts"][Locale]>;

const lines = ["headline", "lead", "invitation", "featuredHeading", "categoriesHeading"] as const;
const mostPromises = 6;

const noText: HomeText = {
  seoTitle: "",
  seoDescription: "",
  headline: "",
  lead: "",
  invitation: "",
  featuredHeading: "",
  categoriesHeading: "",
  storyHeading: "",
  story: "",
  promises: [],
};

interface HomeTextFieldsProps {
  readonly locale: Locale;
  readonly text: HomeText | undefined;
  readonly onChange: (text: HomeText) => void;
}

/** The home page's words in one language, in the order in which shoppers read them. */
export function HomeTextFields({ locale, text = noText, onChange }: HomeTextFieldsProps) {
  const words = useContentText();
  const at = (field: Exclude<keyof HomeText, "promises">) => ({
    name: `texts.${locale}.${field}`,
    lang: locale,
    value: text[field],
    onChange: (typed: string) => onChange({ ...text, [field]: typed }),
  });
  return (
    <section className="grid min-w-0 content-start gap-3">
      <h3 className="font-semibold">{words.languages[locale]}</h3>
      {lines.map((field) =>
        field === "lead" ? (
          <TextAreaField key={field} label={words[field]} maxLength={400} {...at(field)} />
        ) : (
          <TextField key={field} label={words[field]} maxLength={80} {...at(field)} />
        ),
      )}
      <TextField label={words.storyHeading} maxLength={120} {...at("storyHeading")} />
      <TextAreaField label={words.story} rows={6} maxLength={5000} {...at("story")} />
      <BodyPreview body={text.story} locale={locale} />
      <Promises locale={locale} text={text} onChange={onChange} />
      <TextField label={words.seoTitle} maxLength={120} {...at("seoTitle")} />
      <TextAreaField label={words.description} maxLength={320} {...at("seoDescription")} />
    </section>
  );
}

function Promises({ locale, text, onChange }: HomeTextFieldsProps & { readonly text: HomeText }) {
  const words = useContentText();
  const { promises } = text;
  const put = (list: HomeText["promises"]): void => onChange({ ...text, promises: list });
  return (
    <>
      {promises.map((promise, place) => (
        // Promises have no names of their own; their place is what the form knows them by.
        <fieldset key={place} className="grid gap-2 rounded-lg border border-line p-3">
          <TextField
            label={words.promise(place + 1)}
            name={`texts.${locale}.promises.${place}.heading`}
            lang={locale}
            maxLength={80}
            value={promise.heading}
            onChange={(heading) => put(promises.with(place, { ...promise, heading }))}
          />
          <TextAreaField
            label={words.promiseText}
            name={`texts.${locale}.promises.${place}.text`}
            lang={locale}
            maxLength={400}
            value={promise.text}
            onChange={(typed) => put(promises.with(place, { ...promise, text: typed }))}
          />
          <div className="flex justify-end">
            <Button
              size="small"
              variant="ghost"
              icon={Trash2}
              onClick={() => put(promises.toSpliced(place, 1))}
            >
              {words.removePromise(place + 1)}
            </Button>
          </div>
        </fieldset>
      ))}
      {promises.length < mostPromises && (
        <Button
          size="small"
          icon={Plus}
          onClick={() => put([...promises, { heading: "", text: "" }])}
        >
          {words.addPromise}
        </Button>
      )}
    </>
  );
}
