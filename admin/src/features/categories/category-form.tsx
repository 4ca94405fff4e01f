import { Trash2 } from "lucide-react";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import {
  changeCategory,
  createCategory,
  deleteCategory,
  listAdminCategories,
  setCategoryPicture,
} from "@shopwright/server/contracts/catalog";
import type { AdminCategoryView } from "@shopwright/server/contracts/catalog";
import { maxPictureBytes, pictureTypes, pictureUrl } from "@shopwright/server/contracts/media";
import { locales } from "@shopwright/server/kernel/locale";
import type { Locale } from "@shopwright/server/kernel/locale";
import { hasCode } from "../../api/problem.ts";
import { useAction } from "../../api/use-action.ts";
import { sayError, useErrorText } from "../../locales/errors.ts";
import { useCategoryText } from "../../locales/categories.ts";
import { Button } from "../../ui/button.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { FileDrop } from "../../ui/file-drop.tsx";
import { Form } from "../../ui/form.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { TextAreaField, TextField } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";
import { useDraft } from "../../ui/use-draft.ts";
import { codeFrom } from "../products/combinations.ts";
import { same } from "../products/three-way-merge.ts";
import { categoryBody, draftOfCategory } from "./category-draft.ts";
import { lastPosition, possibleParents } from "./category-moves.ts";
import { useCategoryName } from "./category-tree.tsx";

interface CategoryFormProps {
  readonly all: readonly AdminCategoryView[];
  /** Null: a new one. */
  readonly category: AdminCategoryView | null;
  readonly parentId: string | null;
  readonly readOnly: boolean;
  readonly onDone: (id: string | null) => void;
}

/** Names, place and picture of a category. */
export function CategoryForm({ all, category, parentId, readOnly, onDone }: CategoryFormProps) {
  const words = useCategoryText();
  const nameOf = useCategoryName();
  const [draft, put, drop] = useDraft(
    `category ${category?.id ?? "new"}`,
    draftOfCategory(category, parentId),
  );
  const done = (saved: AdminCategoryView): void => {
    drop();
    toast(words.saved, { tone: "good" });
    onDone(saved.id);
  };
  const changes = [listAdminCategories];
  const create = useAction(createCategory, { changes, onDone: done });
  const client = useQueryClient();
  const change = useAction(changeCategory, {
    changes,
    onDone: done,
    onProblem: (error) => {
      if (!hasCode(error, "changed_meanwhile")) return;
      toast(words.conflictHint, { tone: "warn" });
      void client.invalidateQueries({ queryKey: [listAdminCategories.id] });
    },
  });
  const untouched = draftOfCategory(category, parentId);
  const action = category === null ? create : change;
  const position =
    category !== null && category.parentId === draft.parentId
      ? category.position
      : lastPosition(all, draft.parentId);
  const putText = (locale: Locale, part: Partial<(typeof draft.texts)[Locale]>): void =>
    put({ ...draft, texts: { ...draft.texts, [locale]: { ...draft.texts[locale], ...part } } });
  return (
    <Form
      error={action.error}
      onSubmit={() => {
        if (readOnly) return;
        const body = categoryBody(draft, position);
        if (category === null) create.mutate({ body });
        else {
          change.mutate({
            params: { id: category.id },
            body: { ...body, version: category.version },
          });
        }
      }}
      buttons={
        !readOnly && (
          <>
            {category && <DeleteButton category={category} onDone={() => onDone(null)} />}
            {!same(untouched, draft) && (
              <Button variant="ghost" onClick={drop}>
                {words.discard}
              </Button>
            )}
            <Button variant="primary" type="submit" busy={action.isPending}>
              {category === null ? words.create : words.save}
            </Button>
          </>
        )
      }
    >
      <fieldset disabled={readOnly} className="grid gap-4">
        {locales.map((locale) => (
          <section key={locale} lang={locale} className="grid gap-2">
            <h3 className="font-semibold">{words.languages[locale]}</h3>
            <div className="grid gap-2 sm:grid-cols-2">
              <TextField
                label={words.name}
                name={`texts.${locale}.name`}
                maxLength={120}
                value={draft.texts[locale].name}
                onChange={(name) => {
                  const slug =
                    category === null ? (name === "" ? "" : codeFrom(name, [])) : undefined;
                  putText(locale, { name, ...(slug === undefined ? {} : { slug }) });
                }}
              />
              <TextField
                label={words.slug}
                name={`texts.${locale}.slug`}
                value={draft.texts[locale].slug}
                onChange={(slug) => putText(locale, { slug })}
              />
            </div>
            <TextAreaField
              label={words.intro}
              name={`texts.${locale}.intro`}
              optional
              value={draft.texts[locale].intro}
              onChange={(intro) => putText(locale, { intro })}
            />
          </section>
        ))}
        <div className="grid gap-2 sm:grid-cols-2">
          <SelectField
            label={words.parent}
            name="parentId"
            empty={words.noParent}
            value={draft.parentId ?? ""}
            choices={possibleParents(all, category).map((each) => ({
              value: each.id,
              label: `${"  ".repeat(each.depth)}${nameOf(each)}`,
            }))}
            onChange={(id) => put({ ...draft, parentId: id === "" ? null : id })}
          />
          <TextField
            label={words.code}
            name="code"
            optional={category === null}
            hint={words.codeHint}
            value={draft.code}
            onChange={(code) => put({ ...draft, code })}
          />
        </div>
        {category && !readOnly && <CategoryPicture category={category} />}
      </fieldset>
    </Form>
  );
}

function CategoryPicture({ category }: { readonly category: AdminCategoryView }) {
  const words = useCategoryText();
  const errors = useErrorText();
  const nameOf = useCategoryName();
  const upload = useAction(setCategoryPicture, {
    changes: [listAdminCategories],
    onDone: () => toast(words.pictureSaved, { tone: "good" }),
    onProblem: (error) => toast(sayError(errors, error), { tone: "bad" }),
  });
  return (
    <section className="grid gap-2">
      <h3 className="font-semibold">{words.picture}</h3>
      {category.picture && (
        <img
          src={pictureUrl(category.picture, 640)}
          alt={nameOf(category)}
          className="max-h-56 w-full rounded-lg object-cover"
        />
      )}
      <FileDrop
        accept={pictureTypes}
        maxBytes={maxPictureBytes}
        hint={words.pictureHint}
        // The file goes as the raw body; on the wire that is a Blob instead of bytes.
        onFiles={([file]) =>
          file &&
          upload.mutate({ params: { id: category.id }, body: file as unknown as Uint8Array })
        }
      />
    </section>
  );
}

function DeleteButton({
  category,
  onDone,
}: {
  readonly category: AdminCategoryView;
  readonly onDone: () => void;
}) {
  const words = useCategoryText();
  const nameOf = useCategoryName();
  const [asking, setAsking] = useState(false);
  const name = nameOf(category);
  const remove = useAction(deleteCategory, {
    changes: [listAdminCategories],
    onDone: () => {
      setAsking(false);
      toast(words.removed(name));
      onDone();
    },
  });
  return (
    <>
      <Button variant="ghost" icon={Trash2} onClick={() => setAsking(true)}>
        {words.remove}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={words.removeTitle(name)}
        description={words.removeHint}
        danger
        confirm={words.remove}
        busy={remove.isPending}
        error={remove.error}
        onConfirm={() => remove.mutate({ params: { id: category.id } })}
      />
    </>
  );
}
