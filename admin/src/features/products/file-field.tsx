import { FileText, X } from "lucide-react";
import { addFile, listFiles, maxFileBytes } from "@shopwright/server/contracts/media";
import { useAction } from "../../api/use-action.ts";
import { useRead } from "../../api/use-read.ts";
import { sayError, useErrorText } from "../../locales/errors.ts";
import { useProductTypeText } from "../../locales/product-types.ts";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { FileDrop } from "../../ui/file-drop.tsx";
import { toast } from "../../ui/toast.tsx";
import type { ValueFieldProps } from "./attribute-field.tsx";

interface FileFieldProps extends ValueFieldProps {
  readonly label: string;
  readonly hint: string | undefined;
}

/** A PDF that shoppers may take home: shown by its name, uploaded by drop. */
export function FileField({ label, hint, name, value, readOnly, onChange }: FileFieldProps) {
  const words = useProductTypeText();
  const errors = useErrorText();
  const id = typeof value === "object" && !Array.isArray(value) ? value["file"] : undefined;
  const read = useRead(
    listFiles,
    { query: id === undefined ? {} : { ids: id } },
    { enabled: id !== undefined },
  );
  const upload = useAction(addFile, {
    changes: [listFiles],
    onDone: (file) => onChange({ file: file.id }),
    onProblem: (error) => toast(sayError(errors, error), { tone: "bad" }),
  });
  const file = read.data?.files.find((each) => each.id === id);
  return (
    <Field label={label} name={name} hint={hint}>
      {(control) => (
        <div id={control.id} className="grid gap-2">
          {id === undefined ? (
            readOnly ? (
              <span className="text-muted">{words.noFile}</span>
            ) : (
              <FileDrop
                accept={["application/pdf"]}
                maxBytes={maxFileBytes}
                hint={words.upload}
                onFiles={([chosen]) => {
                  if (chosen === undefined) return;
                  const query = { name: chosen.name.slice(0, 120) };
                  upload.mutate({ query, body: chosen as unknown as Uint8Array });
                }}
              />
            )
          ) : (
            <span className="flex items-center gap-2">
              <FileText aria-hidden className="size-4 shrink-0 text-muted" />
              <a className="min-w-0 truncate underline" href={`/api/store/files/${id}`}>
                {file?.name ?? id}
              </a>
              {!readOnly && (
                <Button
                  size="small"
                  variant="ghost"
                  icon={X}
                  aria-label={words.removeFile}
                  onClick={() => onChange(undefined)}
                />
              )}
            </span>
          )}
        </div>
      )}
    </Field>
  );
}
