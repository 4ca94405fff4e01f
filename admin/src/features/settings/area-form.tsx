import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { ReactNode } from "react";
import { getAllSettings } from "@shopwright/server/contracts/settings";
import { hasCode } from "../../api/problem.ts";
import { useSettingText } from "../../locales/settings.ts";
import { Button } from "../../ui/button.tsx";
import { Form } from "../../ui/form.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Panel } from "../../ui/page.tsx";
import { useDraft } from "../../ui/use-draft.ts";
import { same } from "../products/three-way-merge.ts";

/** A saved value with its version. */
export interface Saved<V> {
  readonly version: number;
  readonly value: V;
}

export interface AreaDraft<V> extends Saved<V> {
  readonly dirty: boolean;
  readonly put: (value: V) => void;
  readonly drop: () => void;
  /** Goes on from the version that is saved now. */
  readonly catchUp: () => void;
}

/** What is typed into an area's form, on top of the version it began with; kept over a reload. */
export function useAreaDraft<V>(name: string, saved: Saved<V>): AreaDraft<V> {
  const [kept, keep, drop] = useDraft<Saved<V> | null>(`settings ${name}`, null);
  const current = kept ?? saved;
  return {
    ...current,
    dirty: kept !== null && !same(kept.value, saved.value),
    put: (value) => keep({ version: current.version, value }),
    drop,
    catchUp: () => keep({ version: saved.version, value: current.value }),
  };
}

/** A panel of settings with its own save button; another's save meanwhile is said and can be answered. */
export function AreaForm<V>({
  title,
  draft,
  action,
  readOnly,
  onSave,
  children,
}: {
  readonly title: string;
  readonly draft: AreaDraft<V>;
  readonly action: {
    readonly error: Error | null;
    readonly isPending: boolean;
    readonly reset: () => void;
  };
  readonly readOnly: boolean;
  readonly onSave: () => void;
  readonly children: ReactNode;
}) {
  const words = useSettingText();
  const client = useQueryClient();
  const conflict = hasCode(action.error, "changed_meanwhile");
  useEffect(() => {
    // What is saved now is what the two answers below are about.
    if (conflict) void client.invalidateQueries({ queryKey: [getAllSettings.id] });
  }, [conflict, client]);
  return (
    <Panel title={title}>
      <Form
        error={action.error}
        silent={["changed_meanwhile"]}
        onSubmit={() => {
          if (!readOnly && draft.dirty) onSave();
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
                busy={action.isPending}
              >
                {words.save}
              </Button>
            </>
          )
        }
      >
        <fieldset disabled={readOnly} className="grid gap-4">
          {children}
        </fieldset>
        {conflict && (
          <Notice tone="warn" alert>
            <p>{words.conflict}</p>
            <div className="mt-2 flex flex-wrap gap-2">
              <Button
                size="small"
                onClick={() => {
                  draft.catchUp();
                  action.reset();
                }}
              >
                {words.keepMine}
              </Button>
              <Button
                size="small"
                onClick={() => {
                  draft.drop();
                  action.reset();
                }}
              >
                {words.takeTheirs}
              </Button>
            </div>
          </Notice>
        )}
      </Form>
    </Panel>
  );
}
