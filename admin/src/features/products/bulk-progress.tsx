import { Undo2, X } from "lucide-react";
import { useEffect } from "react";
import { getBulkEdit, listAdminProducts, undoBulkEdit } from "@shopwright/server/contracts/catalog";
import { useQueryClient } from "@tanstack/react-query";
import { useAction } from "../../api/use-action.ts";
import { useRead } from "../../api/use-read.ts";
import { sayCode, sayError, useErrorText } from "../../locales/errors.ts";
import { useProductText } from "../../locales/products.ts";
import { Button } from "../../ui/button.tsx";
import { Link } from "../../ui/link.tsx";
import { Notice } from "../../ui/notice.tsx";

/** How far an edit has come, what it could not do, and the way back. */
export function BulkProgress({
  id,
  onUndo,
  onClose,
}: {
  readonly id: string;
  readonly onUndo: (id: string) => void;
  readonly onClose: () => void;
}) {
  const words = useProductText();
  const errors = useErrorText();
  const client = useQueryClient();
  const read = useRead(getBulkEdit, { params: { id } }, { every: 1000 });
  const undo = useAction(undoBulkEdit, { onDone: (edit) => onUndo(edit.id) });
  const edit = read.data;
  const ended = edit?.state === "done";
  useEffect(() => {
    if (ended) void client.invalidateQueries({ queryKey: [listAdminProducts.id] });
  }, [client, ended]);
  if (edit === undefined || edit.id !== id) return null;
  return (
    <Notice
      tone={ended ? (edit.failed > 0 ? "warn" : "good") : "info"}
      action={
        <span className="flex gap-1">
          {edit.undoable && (
            <Button
              size="small"
              icon={Undo2}
              busy={undo.isPending}
              onClick={() => undo.mutate({ params: { id } })}
            >
              {words.bulk.undo}
            </Button>
          )}
          {ended && (
            <Button
              size="small"
              variant="ghost"
              icon={X}
              aria-label={words.bulk.close}
              onClick={onClose}
            />
          )}
        </span>
      }
    >
      <p aria-live="polite" className="font-medium">
        {ended
          ? words.bulk.ended(edit.changed, edit.total)
          : words.bulk.running(edit.done, edit.total)}
      </p>
      {!ended && <progress className="w-full" max={edit.total} value={edit.done} />}
      {edit.failed > 0 && <p>{words.bulk.failed(edit.failed)}</p>}
      <ul className="list-disc pl-5">
        {edit.failures.map(({ productId, title, problem }) => (
          <li key={productId}>
            <Link to={`/products/${productId}`}>{title}</Link>: {sayCode(errors, problem)}
          </li>
        ))}
      </ul>
      {undo.error && <p className="text-bad">{sayError(errors, undo.error)}</p>}
    </Notice>
  );
}
