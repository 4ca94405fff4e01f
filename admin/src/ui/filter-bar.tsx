import { SlidersHorizontal, X } from "lucide-react";
import { useState } from "react";
import type { ReactNode } from "react";
import { useUiText } from "../locales/ui.ts";
import { Button } from "./button.tsx";
import { cx } from "./class-names.ts";

/** The row above a list: search, then filters that fold away on a phone, then what else. */
export function FilterBar({
  search,
  children,
  active,
  onClear,
  trailing,
}: {
  readonly search?: ReactNode;
  /** SelectFields with `bare`. */
  readonly children?: ReactNode;
  /** How many filters are set, without the search. */
  readonly active: number;
  readonly onClear: () => void;
  readonly trailing?: ReactNode;
}) {
  const words = useUiText();
  const [open, setOpen] = useState(false);
  return (
    <div className="grid gap-2 border-b border-line p-3">
      <div className="flex flex-wrap items-center gap-2">
        {search}
        {children != null && (
          <Button
            variant={active > 0 ? "secondary" : "ghost"}
            icon={SlidersHorizontal}
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            {words.filters}
            {active > 0 && <span className="nums">({active})</span>}
          </Button>
        )}
        {trailing}
      </div>
      {children != null && (
        <div className={cx("flex flex-wrap items-end gap-2", !open && "hidden")}>
          {children}
          {active > 0 && (
            <Button variant="ghost" icon={X} onClick={onClear}>
              {words.clearFilters}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
