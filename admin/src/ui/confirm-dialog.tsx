import type { ReactNode } from "react";
import { useUiText } from "../locales/ui.ts";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";
import { Form } from "./form.tsx";

export interface Effect {
  readonly label: string;
  readonly value: ReactNode;
}

/** Asks once before money, stock or access changes, and says in numbers what will happen. */
export function ConfirmDialog({
  open,
  onOpenChange,
  title,
  description,
  effects = [],
  confirm,
  danger = false,
  busy = false,
  ready = true,
  error,
  onConfirm,
  width,
  children,
}: {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly title: string;
  readonly description?: ReactNode;
  /** What will be different: "Stock in Berlin — 12 → 9". */
  readonly effects?: readonly Effect[];
  /** The deed in words: "Refund €129.90". */
  readonly confirm: string;
  readonly danger?: boolean;
  readonly busy?: boolean;
  readonly ready?: boolean;
  readonly error?: Error | null;
  readonly onConfirm: () => void;
  readonly width?: "normal" | "wide";
  readonly children?: ReactNode;
}) {
  const words = useUiText();
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={title}
      description={description}
      {...(width === undefined ? {} : { width })}
    >
      <Form
        onSubmit={() => {
          if (ready && !busy) onConfirm();
        }}
        error={error}
        buttons={
          <>
            <Button variant="ghost" onClick={() => onOpenChange(false)}>
              {words.back}
            </Button>
            <Button
              type="submit"
              variant={danger ? "danger" : "primary"}
              busy={busy}
              disabled={!ready}
            >
              {confirm}
            </Button>
          </>
        }
      >
        {children}
        <Effects effects={effects} />
      </Form>
    </Dialog>
  );
}

/** What will happen, in numbers. */
export function Effects({ effects }: { readonly effects: readonly Effect[] }) {
  if (effects.length === 0) return null;
  return (
    <dl aria-live="polite" className="grid gap-1.5 rounded-lg bg-sunken px-3.5 py-3">
      {effects.map((effect) => (
        <div key={effect.label} className="flex flex-wrap justify-between gap-x-4">
          <dt className="text-muted">{effect.label}</dt>
          <dd className="nums font-medium">{effect.value}</dd>
        </div>
      ))}
    </dl>
  );
}
