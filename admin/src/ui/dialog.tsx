import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { useUiText } from "../locales/ui.ts";
import { cx } from "./class-names.ts";

const firstField = ":is(input, select, textarea):not(:disabled, [type=hidden])";

/** A dialog: takes the focus, gives it back, closes with Escape. Full width at the bottom on a phone. */
export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  width = "normal",
  children,
}: {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly title: string;
  readonly description?: ReactNode;
  readonly width?: "normal" | "wide";
  readonly children: ReactNode;
}) {
  const words = useUiText();
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-black/45" />
        <Radix.Content
          {...(description == null ? { "aria-describedby": undefined } : {})}
          onOpenAutoFocus={(event) => {
            // People come to fill in the dialog, not to close it.
            const content = event.currentTarget as HTMLElement;
            const field = content.querySelector<HTMLElement>(firstField);
            if (!field) return;
            event.preventDefault();
            field.focus();
          }}
          className={cx(
            "appear fixed z-50 flex max-h-[92dvh] flex-col bg-surface shadow-raised outline-none",
            "inset-x-0 bottom-0 rounded-t-2xl",
            "sm:inset-x-auto sm:top-[8dvh] sm:bottom-auto sm:left-1/2 sm:max-h-[84dvh] sm:-translate-x-1/2 sm:rounded-2xl",
            width === "wide" ? "sm:w-[min(52rem,94vw)]" : "sm:w-[min(32rem,94vw)]",
          )}
        >
          <header className="flex items-start gap-3 border-b border-line px-5 py-3.5">
            <div className="min-w-0 flex-1">
              <Radix.Title className="text-base font-semibold">{title}</Radix.Title>
              {description != null && (
                <Radix.Description asChild>
                  <div className="mt-0.5 text-muted">{description}</div>
                </Radix.Description>
              )}
            </div>
            <Radix.Close
              aria-label={words.close}
              className="-mr-2 grid size-8 place-items-center rounded-lg text-muted hover:bg-sunken"
            >
              <X aria-hidden className="size-4" />
            </Radix.Close>
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-5 py-4">
            {children}
          </div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
