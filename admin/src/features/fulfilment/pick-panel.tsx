import { useQueryClient } from "@tanstack/react-query";
import { Check } from "lucide-react";
import {
  listFulfilments,
  packGoods,
  pickGoods,
  readFulfilment,
} from "@shopwright/server/contracts/fulfilment";
import type { FulfilmentView } from "@shopwright/server/contracts/fulfilment";
import { readOrder } from "@shopwright/server/contracts/desk";
import { readKey } from "../../api/use-read.ts";
import { useAction } from "../../api/use-action.ts";
import { sayError, useErrorText } from "../../locales/errors.ts";
import { useFulfilmentText } from "../../locales/fulfilment.ts";
import { Button } from "../../ui/button.tsx";
import { cx } from "../../ui/class-names.ts";
import { Notice } from "../../ui/notice.tsx";
import { Panel } from "../../ui/page.tsx";
import { Picture } from "../../ui/picture.tsx";
import { QuantityField } from "../../ui/quantity-field.tsx";
import { toast } from "../../ui/toast.tsx";
import { useDraft } from "../../ui/use-draft.ts";
import { ScanField } from "./scan-field.tsx";
import { changedPicks, mergePicked } from "./work-counts.ts";
import type { Picked } from "./work-counts.ts";

/**
 * What to take from the shelves. Counts are kept on the phone until they are saved, so that a bad
 * connection between shelves loses none.
 */
export function PickPanel({
  work,
  editable,
}: {
  readonly work: FulfilmentView;
  readonly editable: boolean;
}) {
  const words = useFulfilmentText();
  const errors = useErrorText();
  const [counted, setCounted, dropCounts] = useDraft<Picked>(`pick ${work.id}`, {});
  const picked = mergePicked(work.lines, counted);
  const changed = changedPicks(work.lines, picked);
  const show = useShowWork();
  const pack = useAction(packGoods, {
    changes: [listFulfilments, readOrder],
    onDone: (reply) => {
      show(reply);
      toast(words.packed, { tone: "good" });
    },
  });
  const params = { id: work.id };
  const pick = useAction(pickGoods, { changes: [listFulfilments, readOrder] });
  const save = (then?: () => void, lines = changed): void => {
    if (lines.length === 0) then?.();
    else {
      pick.mutate(
        { params, body: { lines } },
        {
          onSuccess: (reply) => {
            show(reply);
            dropCounts();
            if (then) then();
            else toast(words.picksSaved);
          },
        },
      );
    }
  };
  const everything = Object.fromEntries(work.lines.map((line) => [line.id, line.quantity]));
  const complete = work.lines.every((line) => (picked[line.id] ?? 0) >= line.quantity);
  const busy = pick.isPending || pack.isPending;
  const error = pick.error ?? pack.error;
  return (
    <Panel title={words.steps.pick} flush>
      {editable && !complete && (
        <div className="grid gap-2 px-4 pt-1 pb-3">
          <p className="text-muted">{words.pickHint}</p>
          <ScanField lines={work.lines} picked={picked} onPicked={setCounted} />
        </div>
      )}
      <ul className="divide-y divide-line border-t border-line">
        {work.lines.map((line) => (
          <PickLine
            key={line.id}
            line={line}
            picked={picked[line.id] ?? line.picked}
            editable={editable && !busy}
            onChange={(count) => setCounted({ ...picked, [line.id]: count })}
          />
        ))}
      </ul>
      {error && (
        <div className="px-4 pt-3">
          <Notice tone="bad" alert>
            {sayError(errors, error)}
          </Notice>
        </div>
      )}
      {editable && (
        <div className="flex flex-wrap justify-end gap-2 border-t border-line p-3 max-sm:[&>button]:flex-1">
          {!complete && (
            <Button
              size="large"
              variant={changed.length === 0 ? "primary" : "secondary"}
              disabled={busy}
              onClick={() => setCounted(everything)}
            >
              {words.pickAll}
            </Button>
          )}
          {changed.length > 0 && !complete && (
            <Button size="large" variant="primary" busy={busy} onClick={() => save()}>
              {words.savePicks}
            </Button>
          )}
          {complete && work.state !== "packed" && (
            <Button
              size="large"
              variant="primary"
              busy={busy}
              onClick={() => save(() => pack.mutate({ params }))}
            >
              {words.pack}
            </Button>
          )}
          {complete && work.state === "packed" && changed.length > 0 && (
            <Button size="large" busy={busy} onClick={() => save()}>
              {words.savePicks}
            </Button>
          )}
        </div>
      )}
    </Panel>
  );
}

/** Puts the work as it is now onto the page before the lists are asked again. */
function useShowWork(): (work: FulfilmentView) => void {
  const client = useQueryClient();
  return (work) => client.setQueryData(readKey(readFulfilment, { params: { id: work.id } }), work);
}

interface PickLineProps {
  readonly line: FulfilmentView["lines"][number];
  readonly picked: number;
  readonly editable: boolean;
  readonly onChange: (count: number) => void;
}

function PickLine({ line, picked, editable, onChange }: PickLineProps) {
  const words = useFulfilmentText();
  const done = picked >= line.quantity;
  const name = line.options === "" ? line.title : `${line.title} · ${line.options}`;
  return (
    <li className={cx("flex flex-wrap items-center gap-3 px-4 py-3", done && "bg-good-soft/60")}>
      <button
        type="button"
        disabled={!editable}
        aria-pressed={done}
        className="flex min-h-14 min-w-0 flex-1 basis-56 items-center gap-3 rounded-lg text-left disabled:cursor-default"
        onClick={() => onChange(done ? line.shipped : line.quantity)}
      >
        <span className="relative">
          <Picture pictureKey={line.picture} size={56} />
          {done && (
            <span className="absolute -right-1.5 -bottom-1.5 grid size-6 place-items-center rounded-full bg-good text-surface">
              <Check aria-hidden className="size-4" />
            </span>
          )}
        </span>
        <span className="min-w-0">
          <span className="block font-medium break-words">{line.title}</span>
          {line.options !== "" && <span className="block">{line.options}</span>}
          <span className="nums block text-[0.8125rem] text-muted wrap-anywhere">
            {line.sku}
            {line.barcode !== null && <span className="block">{line.barcode}</span>}
          </span>
          {line.shipped > 0 && (
            <span className="block text-[0.8125rem] text-muted">{words.sent(line.shipped)}</span>
          )}
        </span>
      </button>
      <div className="ml-auto flex items-center gap-3">
        {editable ? (
          <QuantityField
            large
            name={name}
            value={picked}
            min={line.shipped}
            max={line.quantity}
            onChange={onChange}
          />
        ) : (
          <span className="nums text-lg">{picked}</span>
        )}
        <span className="nums min-w-10 text-lg text-muted">/ {line.quantity}</span>
      </div>
    </li>
  );
}
