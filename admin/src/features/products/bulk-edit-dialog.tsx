import { useState } from "react";
import { previewBulkEdit, startBulkEdit } from "@shopwright/server/contracts/catalog";
import type { BulkEditView, BulkPreviewView } from "@shopwright/server/contracts/catalog";
import { isCurrency } from "@shopwright/server/kernel/currency";
import { toDecimal } from "@shopwright/server/kernel/money";
import { useAction } from "../../api/use-action.ts";
import { useRead } from "../../api/use-read.ts";
import { sayError, useErrorText } from "../../locales/errors.ts";
import { useProductText } from "../../locales/products.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { Notice } from "../../ui/notice.tsx";
import { bulkChangeOf, emptyBulk } from "./bulk-draft.ts";
import type { BulkChange, BulkSelection } from "./bulk-draft.ts";
import { BulkFields } from "./bulk-fields.tsx";
import { sayPath } from "./joined-notice.tsx";
import { emptyDraft } from "./product-draft.ts";

/** One change for many products: what, then what it would do, then done in the background. */
export function BulkEditDialog({
  selection,
  onStarted,
  onClose,
}: {
  readonly selection: BulkSelection;
  readonly onStarted: (edit: BulkEditView) => void;
  readonly onClose: () => void;
}) {
  const words = useProductText();
  const [draft, setDraft] = useState(emptyBulk);
  const change = bulkChangeOf(draft);
  const start = useAction(startBulkEdit, { onDone: onStarted });
  const count = selection.productIds?.length;
  return (
    <ConfirmDialog
      open
      width="wide"
      onOpenChange={(open) => !open && onClose()}
      title={count === undefined ? words.bulk.titleAll : words.bulk.title(count)}
      description={words.bulk.hint}
      confirm={words.bulk.start}
      danger={draft.kind === "archive"}
      ready={change !== null}
      busy={start.isPending}
      error={start.error}
      onConfirm={() => change !== null && start.mutate({ body: { selection, change } })}
    >
      <BulkFields draft={draft} onChange={setDraft} />
      {change !== null && <Preview selection={selection} change={change} />}
    </ConfirmDialog>
  );
}

function Preview({
  selection,
  change,
}: {
  readonly selection: BulkSelection;
  readonly change: BulkChange;
}) {
  const words = useProductText();
  const errors = useErrorText();
  const read = useRead(previewBulkEdit, { body: { selection, change } });
  if (read.error) return <Notice tone="bad">{sayError(errors, read.error)}</Notice>;
  if (read.data === undefined) return null;
  const { total, looked, changes, examples } = read.data;
  return (
    <section aria-live="polite" className="grid gap-2 rounded-lg bg-sunken px-3.5 py-3">
      <p className="font-medium">
        {looked === total
          ? words.bulk.wouldChange(changes, total)
          : words.bulk.wouldChangeSome(changes, looked, total)}
      </p>
      <ul className="grid gap-2 text-[0.8125rem]">
        {examples.map((each) => (
          <Example key={each.productId} example={each} />
        ))}
      </ul>
    </section>
  );
}

const blank = emptyDraft();

function Example({ example }: { readonly example: BulkPreviewView["examples"][number] }) {
  const words = useProductText();
  return (
    <li className="grid gap-0.5">
      <span className="font-medium">{example.title}</span>
      {example.differences.map(({ path, before, after }) => (
        <span key={path} className="break-words">
          <span className="text-muted">{sayPath(words, path, blank)}: </span>
          {saySide(path, before)} → {saySide(path, after)}
        </span>
      ))}
    </li>
  );
}

/** Prices come in minor units; all else reads as it is. */
export function saySide(path: string, value: string | null): string {
  if (value === null) return "–";
  const currency = /\.(?:prices|earlierPrices)\.([A-Z]{3})$/.exec(path)?.[1];
  if (currency === undefined || !isCurrency(currency)) return value;
  return toDecimal({ minor: BigInt(value), currency });
}
