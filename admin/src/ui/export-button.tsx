import { Download } from "lucide-react";
import { useState } from "react";
import type { CallInput, Endpoint } from "@shopwright/server/kernel/endpoint";
import { fetchFile } from "../api/shop.ts";
import { sayError, useErrorText } from "../locales/errors.ts";
import { useUiText } from "../locales/ui.ts";
import { Button } from "./button.tsx";
import { toCsv } from "./csv.ts";
import type { CsvColumn } from "./csv.ts";
import { saveFile } from "./save-file.ts";
import { toast } from "./toast.tsx";

/** Everything the filters match, as the server writes it. */
export function ExportButton<E extends Endpoint>({
  endpoint,
  input,
}: {
  readonly endpoint: E;
  readonly input: CallInput<E>;
}) {
  const words = useUiText();
  const errors = useErrorText();
  const [busy, setBusy] = useState(false);
  const run = async (): Promise<void> => {
    setBusy(true);
    try {
      const file = await fetchFile(endpoint, input);
      saveFile(file.blob, file.fileName);
    } catch (error) {
      toast(sayError(errors, error), { tone: "bad" });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button variant="ghost" icon={Download} busy={busy} onClick={() => void run()}>
      {busy ? words.exporting : words.exportCsv}
    </Button>
  );
}

/** The rows that are shown, written here. For lists that are loaded whole. */
export function ExportRowsButton<Row>({
  fileName,
  columns,
  rows,
}: {
  readonly fileName: string;
  readonly columns: readonly CsvColumn<Row>[];
  readonly rows: readonly Row[];
}) {
  const words = useUiText();
  return (
    <Button
      variant="ghost"
      icon={Download}
      onClick={() => saveFile(new Blob([toCsv(columns, rows)], { type: "text/csv" }), fileName)}
    >
      {words.exportCsv}
    </Button>
  );
}
