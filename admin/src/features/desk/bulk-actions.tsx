import { useState } from "react";
import { changeOrdersAtOnce, countOrders, listOrders } from "@shopwright/server/contracts/desk";
import type { OrderRowView } from "@shopwright/server/contracts/desk";
import type { CallInput } from "@shopwright/server/kernel/endpoint";
import { useAction } from "../../api/use-action.ts";
import { useDeskText } from "../../locales/desk.ts";
import { sayCode, useErrorText } from "../../locales/errors.ts";
import { useOrderText } from "../../locales/order.ts";
import { BulkBar } from "../../ui/bulk-bar.tsx";
import { Button } from "../../ui/button.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { MoneyTotal } from "../../ui/money.tsx";
import { Notice } from "../../ui/notice.tsx";
import { TextAreaField } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";

type BulkAction = CallInput<typeof changeOrdersAtOnce>["body"]["action"];
type Kind = BulkAction["kind"];

/** What can be done with the selected orders; each is changed by itself, and what failed stays selected. */
export function BulkActions({
  orders,
  onSelect,
}: {
  readonly orders: readonly OrderRowView[];
  readonly onSelect: (ids: ReadonlySet<string>) => void;
}) {
  const { bulk } = useDeskText();
  const [open, setOpen] = useState<Kind | null>(null);
  return (
    <>
      <BulkBar count={orders.length} onClear={() => onSelect(new Set())}>
        <Button size="small" onClick={() => setOpen("hold")}>
          {bulk.hold}
        </Button>
        <Button size="small" onClick={() => setOpen("release")}>
          {bulk.release}
        </Button>
        <Button size="small" onClick={() => setOpen("note")}>
          {bulk.note}
        </Button>
        <Button size="small" onClick={() => setOpen("cancel")} className="text-bad!">
          {bulk.cancel}
        </Button>
      </BulkBar>
      {open !== null && (
        <BulkDialog
          key={open}
          kind={open}
          orders={orders}
          onSelect={onSelect}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}

interface DialogProps {
  readonly kind: Kind;
  readonly orders: readonly OrderRowView[];
  readonly onSelect: (ids: ReadonlySet<string>) => void;
  readonly onClose: () => void;
}

function BulkDialog({ kind, orders, onSelect, onClose }: DialogProps) {
  const { bulk } = useDeskText();
  const words = useOrderText();
  const [text, setText] = useState("");
  const [chosen] = useState(orders);
  const change = useAction(changeOrdersAtOnce, {
    changes: [listOrders, countOrders],
    onDone: ({ results }) => {
      const failed = results.filter((result) => !result.done);
      onSelect(new Set(failed.map((result) => result.orderId)));
      toast(bulk.done(results.length - failed.length), {
        tone: failed.length > 0 ? "warn" : "neutral",
      });
      if (failed.length === 0) onClose();
    },
  });
  const titles = {
    hold: bulk.holdTitle,
    release: bulk.releaseTitle,
    note: bulk.noteTitle,
    cancel: bulk.cancelTitle,
  };
  const effects = {
    hold: bulk.holdEffect,
    cancel: bulk.cancelEffect,
    release: undefined,
    note: undefined,
  };
  const failed = change.data?.results.filter((result) => !result.done) ?? [];
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={titles[kind](chosen.length)}
      description={effects[kind]}
      confirm={titles[kind](chosen.length)}
      danger={kind === "cancel"}
      busy={change.isPending}
      ready={(kind === "release" || text.trim() !== "") && failed.length === 0}
      error={change.error}
      effects={
        kind === "note"
          ? []
          : [
              { label: bulk.orders, value: chosen.length },
              {
                label: bulk.worth,
                value: <MoneyTotal amounts={chosen.map((order) => order.total)} />,
              },
            ]
      }
      onConfirm={() =>
        change.mutate({
          body: { orderIds: chosen.map((order) => order.id), action: actionOf(kind, text.trim()) },
        })
      }
    >
      {kind !== "release" && (
        <TextAreaField
          label={kind === "note" ? words.note : words.reason}
          name={kind === "note" ? "action.text" : "action.reason"}
          value={text}
          onChange={setText}
          maxLength={kind === "note" ? 2000 : 300}
        />
      )}
      {failed.length > 0 && <Failures orders={chosen} failed={failed} />}
    </ConfirmDialog>
  );
}

function Failures({
  orders,
  failed,
}: {
  readonly orders: readonly OrderRowView[];
  readonly failed: readonly { readonly orderId: string; readonly error: string | null }[];
}) {
  const { bulk } = useDeskText();
  const errors = useErrorText();
  return (
    <Notice tone="warn" alert>
      <p className="font-medium">{bulk.failed}</p>
      <ul className="my-1 list-disc pl-5">
        {failed.map((result) => (
          <li key={result.orderId}>
            {orders.find((order) => order.id === result.orderId)?.number}:{" "}
            {sayCode(errors, result.error ?? "internal")}
          </li>
        ))}
      </ul>
      {bulk.keptHint}
    </Notice>
  );
}

function actionOf(kind: Kind, text: string): BulkAction {
  switch (kind) {
    case "hold":
    case "cancel":
      return { kind, reason: text };
    case "note":
      return { kind, text };
    case "release":
      return { kind };
  }
}
