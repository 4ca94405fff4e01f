import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { changeHome, getAdminHome } from "@shopwright/server/contracts/content";
import type { AdminHomeView } from "@shopwright/server/contracts/content";
import { locales } from "@shopwright/server/kernel/locale";
import { hasCode } from "../../api/problem.ts";
import { useAction } from "../../api/use-action.ts";
import { useRead } from "../../api/use-read.ts";
import { useContentText } from "../../locales/content.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Form } from "../../ui/form.tsx";
import { Panel } from "../../ui/page.tsx";
import { PageSkeleton } from "../../ui/skeleton.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";
import { ConflictNotice } from "./conflict-notice.tsx";
import { HomeTextFields } from "./home-text-fields.tsx";
import { useVersionedDraft } from "./use-versioned-draft.ts";

/** Words and pictures of the home page, the languages side by side. */
export function HomeEditor({ readOnly }: { readonly readOnly: boolean }) {
  const read = useRead(getAdminHome, {});
  if (read.isPending) return <PageSkeleton />;
  if (read.error) return <ErrorState error={read.error} onRetry={() => void read.refetch()} />;
  return <HomeForm saved={read.data} readOnly={readOnly} />;
}

function HomeForm({
  saved,
  readOnly,
}: {
  readonly saved: AdminHomeView;
  readonly readOnly: boolean;
}) {
  const words = useContentText();
  const draft = useVersionedDraft("home page", saved);
  const { value } = draft;
  const client = useQueryClient();
  const change = useAction(changeHome, {
    changes: [getAdminHome],
    onDone: () => {
      draft.drop();
      toast(words.saved, { tone: "good" });
    },
  });
  const conflict = hasCode(change.error, "changed_meanwhile");
  useEffect(() => {
    if (conflict) void client.invalidateQueries({ queryKey: [getAdminHome.id] });
  }, [conflict, client]);
  return (
    <Panel title={words.home}>
      <Form
        error={change.error}
        silent={["changed_meanwhile"]}
        onSubmit={() => {
          if (!readOnly && draft.dirty) change.mutate({ body: value });
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
                type="submit"
                variant={draft.dirty ? "primary" : "secondary"}
                disabled={!draft.dirty}
                busy={change.isPending}
              >
                {words.save}
              </Button>
            </>
          )
        }
      >
        <fieldset disabled={readOnly} className="grid min-w-0 gap-4">
          <div className="grid max-w-lg gap-2 sm:grid-cols-2">
            {(["hero", "heroPortrait"] as const).map((field) => (
              <TextField
                key={field}
                label={words[field]}
                name={field}
                hint={words.heroHint}
                optional
                value={value[field] ?? ""}
                onChange={(typed) => draft.put({ [field]: typed.trim() || null })}
              />
            ))}
          </div>
          <div className="grid gap-6 xl:grid-cols-2">
            {locales.map((locale) => (
              <HomeTextFields
                key={locale}
                locale={locale}
                text={value.texts[locale]}
                onChange={(text) => draft.put({ texts: { ...value.texts, [locale]: text } })}
              />
            ))}
          </div>
        </fieldset>
        {conflict && (
          <ConflictNotice
            onKeepMine={() => {
              draft.catchUp();
              change.reset();
            }}
            onTakeTheirs={() => {
              draft.drop();
              change.reset();
            }}
          />
        )}
      </Form>
    </Panel>
  );
}
