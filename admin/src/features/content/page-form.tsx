import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { ReactNode } from "react";
import {
  changePage,
  createPage,
  getAdminPage,
  listAdminPages,
  shopFactNames,
} from "@shopwright/server/contracts/content";
import type { AdminPageView } from "@shopwright/server/contracts/content";
import { locales } from "@shopwright/server/kernel/locale";
import type { Locale } from "@shopwright/server/kernel/locale";
import { hasCode } from "../../api/problem.ts";
import { useAction } from "../../api/use-action.ts";
import { useContentText } from "../../locales/content.ts";
import { Button } from "../../ui/button.tsx";
import { Form } from "../../ui/form.tsx";
import { Panel } from "../../ui/page.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { TextAreaField, TextField } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";
import { BodyPreview } from "./body-preview.tsx";
import { ConflictNotice } from "./conflict-notice.tsx";
import { draftOfPage, handleOf, pageBody } from "./page-draft.ts";
import type { PageTextDraft } from "./page-draft.ts";
import { useVersionedDraft } from "./use-versioned-draft.ts";

interface PageFormProps {
  /** Null: a new one. */
  readonly page: AdminPageView | null;
  readonly readOnly: boolean;
  readonly onDone: (id: string | null) => void;
  readonly deeds?: ReactNode;
}

/** A page's texts, the languages side by side, each with what shoppers will read below it. */
export function PageForm({ page, readOnly, onDone, deeds }: PageFormProps) {
  const words = useContentText();
  const draft = useVersionedDraft(`page ${page?.id ?? "new"}`, draftOfPage(page));
  const { value } = draft;
  const action = useSave(page, (saved) => {
    draft.drop();
    toast(page === null ? words.created : words.saved, { tone: "good" });
    onDone(saved.id);
  });
  return (
    <Panel title={page === null ? words.newPage : page.handle} actions={deeds}>
      <Form
        error={action.error}
        silent={["changed_meanwhile"]}
        onSubmit={() => {
          if (!readOnly && (page === null || draft.dirty)) action.save(value);
        }}
        buttons={
          !readOnly && (
            <>
              {draft.dirty && (
                <Button variant="ghost" onClick={draft.drop}>
                  {words.discard}
                </Button>
              )}
              <Button
                variant={page === null || draft.dirty ? "primary" : "secondary"}
                type="submit"
                disabled={page !== null && !draft.dirty}
                busy={action.isPending}
              >
                {page === null ? words.create : words.save}
              </Button>
            </>
          )
        }
      >
        <fieldset disabled={readOnly} className="grid min-w-0 gap-4">
          <div className="grid max-w-lg gap-2 sm:grid-cols-2">
            <SelectField
              label={words.kind}
              name="kind"
              value={value.kind}
              choices={(["service", "legal"] as const).map((kind) => ({
                value: kind,
                label: words.kinds[kind],
              }))}
              onChange={(kind) => kind !== "" && draft.put({ kind })}
            />
            <TextField
              label={words.position}
              name="position"
              hint={words.positionHint}
              inputMode="numeric"
              value={String(value.position)}
              onChange={(typed) =>
                draft.put({ position: Number(typed.replaceAll(/\D/g, "").slice(0, 6)) })
              }
            />
          </div>
          <p className="text-[0.8125rem] text-muted">
            {words.bodyHint} {words.factsHint(shopFactNames.map((name) => `{${name}}`).join(", "))}
          </p>
          <div className="grid gap-6 xl:grid-cols-2">
            {locales.map((locale) => (
              <PageTextFields
                key={locale}
                locale={locale}
                text={value.texts[locale]}
                onChange={(text) => draft.put({ texts: { ...value.texts, [locale]: text } })}
              />
            ))}
          </div>
        </fieldset>
        {hasCode(action.error, "changed_meanwhile") && (
          <ConflictNotice
            onKeepMine={() => {
              draft.catchUp();
              action.reset();
            }}
            onTakeTheirs={() => {
              draft.drop();
              action.reset();
            }}
          />
        )}
      </Form>
    </Panel>
  );
}

/** Creates or changes; when somebody else was faster, what they saved is read. */
function useSave(page: AdminPageView | null, onDone: (saved: AdminPageView) => void) {
  const changes = [listAdminPages, getAdminPage];
  const create = useAction(createPage, { changes, onDone });
  const change = useAction(changePage, { changes, onDone });
  const client = useQueryClient();
  const { error, isPending, reset } = page === null ? create : change;
  const conflict = hasCode(error, "changed_meanwhile");
  useEffect(() => {
    if (conflict) void client.invalidateQueries({ queryKey: [getAdminPage.id] });
  }, [conflict, client]);
  return {
    error,
    isPending,
    reset,
    save: (draft: ReturnType<typeof draftOfPage>): void => {
      const body = pageBody(draft);
      if (page === null) create.mutate({ body: { ...body, handle: handleOf(body) } });
      else change.mutate({ params: { id: page.id }, body: { ...body, version: draft.version } });
    },
  };
}

function PageTextFields({
  locale,
  text,
  onChange,
}: {
  readonly locale: Locale;
  readonly text: PageTextDraft;
  readonly onChange: (text: PageTextDraft) => void;
}) {
  const words = useContentText();
  const at = (field: keyof PageTextDraft) => ({
    name: `texts.${locale}.${field}`,
    value: text[field],
    onChange: (typed: string) => onChange({ ...text, [field]: typed }),
  });
  return (
    <section className="grid min-w-0 content-start gap-3">
      <h3 className="font-semibold">{words.languages[locale]}</h3>
      <TextField label={words.name} maxLength={120} lang={locale} {...at("title")} />
      <TextField label={words.slug} hint={words.slugHint} maxLength={100} {...at("slug")} />
      <TextAreaField
        label={words.description}
        hint={words.descriptionHint}
        rows={2}
        maxLength={320}
        lang={locale}
        optional
        {...at("description")}
      />
      <TextAreaField
        label={words.body}
        rows={12}
        maxLength={40_000}
        lang={locale}
        className="font-mono text-[0.8125rem]"
        {...at("body")}
      />
      <BodyPreview body={text.body} locale={locale} />
    </section>
  );
}
