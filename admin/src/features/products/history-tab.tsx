import { History } from "lucide-react";
import { useState } from "react";
import {
  compareRevisions,
  listAdminProducts,
  listRevisions,
  restoreRevision,
} from "@shopwright/server/contracts/catalog";
import type { AdminProductView, DifferenceView } from "@shopwright/server/contracts/catalog";
import { useAction } from "../../api/use-action.ts";
import { useRead } from "../../api/use-read.ts";
import { sayError, useErrorText } from "../../locales/errors.ts";
import { useProductText } from "../../locales/products.ts";
import { Actor } from "../../ui/actor.tsx";
import { Button } from "../../ui/button.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { DateTime } from "../../ui/date-time.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Panel } from "../../ui/page.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { toast } from "../../ui/toast.tsx";
import { saySide } from "./bulk-edit-dialog.tsx";
import { sayPath } from "./joined-notice.tsx";
import type { ProductDraft } from "./product-draft.ts";
import { wordDiff } from "./word-diff.ts";

interface HistoryProps {
  readonly product: AdminProductView | null;
  readonly draft: ProductDraft;
  readonly readOnly: boolean;
  readonly onSaved: (product: AdminProductView) => void;
}

/** What was saved when and by whom; each can be compared with what is now, and restored. */
export function HistoryTab({ product, draft, readOnly, onSaved }: HistoryProps) {
  const words = useProductText();
  const [limit, setLimit] = useState(20);
  const [open, setOpen] = useState<number | null>(null);
  const id = product?.id ?? "";
  const read = useRead(
    listRevisions,
    { params: { id }, query: { limit } },
    { enabled: product !== null },
  );
  if (product === null) return <EmptyState title={words.saveFirst} />;
  if (read.isPending) return <Skeleton className="h-40 w-full" />;
  const revisions = read.data?.revisions ?? [];
  const latest = revisions[0]?.number;
  return (
    <Panel title={words.history.title} flush>
      {revisions.length === 0 && (
        <EmptyState icon={History} title={words.history.none}>
          {words.history.noneHint}
        </EmptyState>
      )}
      <ol className="border-t border-line">
        {revisions.map(({ number, savedAt, savedBy, changed }) => (
          <li
            key={number}
            className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-4 py-2.5 last:border-0"
          >
            <div className="min-w-0 flex-1 basis-60">
              <p className="font-medium">
                {words.history.number(number)} · <DateTime at={savedAt} /> ·{" "}
                <Actor actor={savedBy} />
              </p>
              <p className="text-[0.8125rem] break-words text-muted">
                {changed.length === 0
                  ? words.history.first
                  : sayAll(changed.map((path) => sayPath(words, path, draft)))}
              </p>
            </div>
            {number !== latest && (
              <Button size="small" onClick={() => setOpen(number)}>
                {words.history.compare}
              </Button>
            )}
          </li>
        ))}
      </ol>
      {read.data?.next != null && limit < 50 && (
        <p className="px-4 py-3">
          <Button onClick={() => setLimit(50)}>{words.history.more}</Button>
        </p>
      )}
      {open !== null && (
        <Comparison
          product={product}
          draft={draft}
          number={open}
          readOnly={readOnly}
          onSaved={(reply) => {
            setOpen(null);
            onSaved(reply);
          }}
          onClose={() => setOpen(null)}
        />
      )}
    </Panel>
  );
}

function Comparison({
  product,
  draft,
  number,
  readOnly,
  onSaved,
  onClose,
}: HistoryProps & {
  readonly product: AdminProductView;
  readonly number: number;
  readonly onClose: () => void;
}) {
  const words = useProductText();
  const errors = useErrorText();
  const params = { id: product.id, number };
  const read = useRead(compareRevisions, { params, query: {} });
  const restore = useAction(restoreRevision, {
    changes: [listAdminProducts, listRevisions],
    onDone: (reply) => {
      toast(words.history.restored(number), { tone: "good" });
      onSaved(reply);
    },
  });
  const differences = read.data?.differences ?? [];
  return (
    <ConfirmDialog
      open
      width="wide"
      onOpenChange={(open) => !open && onClose()}
      title={words.history.compareTitle(number)}
      description={words.history.compareHint}
      confirm={words.history.restore}
      ready={!readOnly && differences.length > 0}
      busy={restore.isPending}
      error={restore.error}
      onConfirm={() => restore.mutate({ params, body: { version: product.version } })}
    >
      {read.error && <Notice tone="bad">{sayError(errors, read.error)}</Notice>}
      {read.isPending && <Skeleton className="h-24 w-full" />}
      {read.data && differences.length === 0 && <p>{words.history.same}</p>}
      <dl className="grid gap-3">
        {differences.map((each) => (
          <div key={each.path} className="grid gap-0.5">
            <dt className="text-[0.8125rem] font-medium text-muted">
              {sayPath(words, each.path, draft)}
            </dt>
            <dd className="break-words whitespace-pre-wrap">
              <Words difference={each} />
            </dd>
          </div>
        ))}
      </dl>
    </ConfirmDialog>
  );
}

/** From what was then to what is now: words that went struck out, words that came marked. */
function Words({ difference }: { readonly difference: DifferenceView }) {
  const { path, before, after } = difference;
  const runs = wordDiff(
    before === null ? "" : saySide(path, before),
    after === null ? "" : saySide(path, after),
  );
  return runs.map(({ kind, text }, place) => {
    // The runs of one comparison never move, so their places are their keys.
    if (kind === "gone") {
      return (
        <del key={place} className="rounded bg-bad-soft text-bad">
          {text}
        </del>
      );
    }
    return kind === "new" ? (
      <ins key={place} className="rounded bg-good-soft text-good no-underline">
        {text}
      </ins>
    ) : (
      <span key={place}>{text}</span>
    );
  });
}

function sayAll(names: readonly string[]): string {
  const each = [...new Set(names)];
  return each.length > 6 ? `${each.slice(0, 6).join(", ")} +${each.length - 6}` : each.join(", ");
}
