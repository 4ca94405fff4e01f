import { useState } from "react";
import {
  importStatement,
  listBankLines,
  previewStatement,
} from "@shopwright/server/contracts/payments";
import type { ReplyOf } from "@shopwright/server/kernel/endpoint";
import { useAction } from "../../api/use-action.ts";
import { useBookText } from "../../locales/books.ts";
import { sayError, useErrorText } from "../../locales/errors.ts";
import { Button } from "../../ui/button.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { FileDrop } from "../../ui/file-drop.tsx";
import { Notice } from "../../ui/notice.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { toast } from "../../ui/toast.tsx";
import { StatementPreview } from "./statement-preview.tsx";

type Preview = ReplyOf<typeof previewStatement>;
type Columns = Preview["columns"];
const columnNames = ["date", "amount", "reference", "payer", "currency"] as const;
const mostBytes = 4_000_000;

/** Takes a bank's CSV, shows what it would do, and does it once that is agreed to. */
export function ImportStatementDialog({ onClose }: { readonly onClose: () => void }) {
  const { bank: words } = useBookText();
  const errors = useErrorText();
  const [csv, setCsv] = useState<string | null>(null);
  const [columns, setColumns] = useState<Columns | undefined>();
  const preview = useAction(previewStatement);
  const take = useAction(importStatement, {
    changes: [listBankLines],
    onDone: ({ matched, unmatched }) => {
      onClose();
      toast(words.imported(matched, unmatched), { tone: "good" });
    },
  });
  const look = (text: string, chosen: Columns | undefined): void => {
    setCsv(text);
    setColumns(chosen);
    preview.mutate({ body: bodyOf(text, chosen) });
  };
  const found = preview.data;
  const fresh = found?.lines.filter((line) => !line.known) ?? [];
  const matched = fresh.filter((line) => line.state === "matched").length;
  return (
    <ConfirmDialog
      open
      width="wide"
      onOpenChange={(open) => !open && onClose()}
      title={words.importTitle}
      description={words.importHint}
      confirm={words.confirm(fresh.length)}
      ready={csv !== null && fresh.length > 0 && !preview.isPending}
      busy={take.isPending}
      error={take.error}
      effects={
        found === undefined
          ? []
          : [
              { label: words.willMatch, value: matched },
              { label: words.willWait, value: fresh.length - matched },
              { label: words.willKnow, value: found.lines.length - fresh.length },
              { label: words.badRows, value: found.badRows.length },
            ]
      }
      onConfirm={() => csv !== null && take.mutate({ body: bodyOf(csv, columns) })}
    >
      {preview.error && (
        <Notice tone="bad" alert>
          {sayError(errors, preview.error)}
        </Notice>
      )}
      {csv === null || preview.error ? (
        <FileDrop
          accept={[".csv", ".txt", "text/csv"]}
          maxBytes={mostBytes}
          hint={words.fileHint}
          onFiles={([file]) => file && void file.text().then((text) => look(text, undefined))}
        />
      ) : (
        <div>
          <Button size="small" variant="ghost" onClick={() => setCsv(null)}>
            {words.another}
          </Button>
        </div>
      )}
      {found && csv !== null && (
        <>
          <ColumnChoice preview={found} onChange={(chosen) => look(csv, chosen)} />
          <StatementPreview preview={found} />
        </>
      )}
    </ConfirmDialog>
  );
}

function bodyOf(csv: string, columns: Columns | undefined) {
  return { csv, ...(columns === undefined ? {} : { columns }) };
}

function ColumnChoice({
  preview,
  onChange,
}: {
  readonly preview: Preview;
  readonly onChange: (columns: Columns) => void;
}) {
  const { bank: words } = useBookText();
  const choices = preview.headers.map((header, at) => ({
    value: String(at),
    label: header || words.row(at + 1),
  }));
  return (
    <details>
      <summary className="cursor-pointer font-medium">{words.columnsTitle}</summary>
      <div className="mt-2 grid grid-cols-2 gap-2 sm:grid-cols-5">
        {columnNames.map((name) => {
          const optional = name === "payer" || name === "currency";
          return (
            <SelectField
              key={name}
              label={words.columnNames[name]}
              value={preview.columns[name] === null ? "" : String(preview.columns[name])}
              {...(optional ? { empty: words.noColumn } : {})}
              choices={choices}
              onChange={(at) => {
                if (at === "" && !optional) return;
                onChange({ ...preview.columns, [name]: at === "" ? null : Number(at) });
              }}
            />
          );
        })}
      </div>
    </details>
  );
}
