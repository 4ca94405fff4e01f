import { X } from "lucide-react";
import type { ReactNode } from "react";
import { useUiText } from "../locales/ui.ts";

/** What can be done with the selected rows; floats at the bottom while any is selected. */
export function BulkBar({
  count,
  onClear,
  children,
}: {
  readonly count: number;
  readonly onClear: () => void;
  readonly children: ReactNode;
}) {
  const words = useUiText();
  return (
    <div
      aria-live="polite"
      className="pointer-events-none sticky bottom-3 z-20 flex justify-center px-2 empty:hidden"
    >
      {count > 0 && (
        <div className="appear pointer-events-auto flex max-w-full flex-wrap items-center gap-2 rounded-xl border border-line bg-surface px-3 py-2 shadow-raised">
          <span className="nums px-1 font-medium">{words.selected(count)}</span>
          {children}
          <button
            type="button"
            aria-label={words.clearSelection}
            className="grid size-8 place-items-center rounded-lg text-muted hover:bg-sunken"
            onClick={onClear}
          >
            <X aria-hidden className="size-4" />
          </button>
        </div>
      )}
    </div>
  );
}
