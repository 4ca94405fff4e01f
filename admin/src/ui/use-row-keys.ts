import { useRef, useState } from "react";
import type { KeyboardEvent } from "react";
import { useShellText } from "../locales/shell.ts";
import { useHotkeys } from "./hotkeys.ts";
import type { Hotkey } from "./hotkeys.ts";

export interface RowKeys {
  /** The row that the keyboard is on. */
  readonly activeId: string | null;
  readonly rowProps: (id: string) => {
    readonly ref: (element: HTMLTableRowElement | null) => void;
    readonly tabIndex: number;
    readonly onFocus: () => void;
    readonly onKeyDown: (event: KeyboardEvent<HTMLTableRowElement>) => void;
  };
}

/** j and k move through rows, x selects, Enter opens; one row at a time is in the tab order. */
export function useRowKeys({
  ids,
  open,
  toggle,
  selectable,
  openable,
}: {
  readonly ids: readonly string[];
  readonly open: (id: string) => void;
  readonly toggle: (id: string) => void;
  readonly selectable: boolean;
  readonly openable: boolean;
}): RowKeys {
  const words = useShellText();
  const [active, setActive] = useState<string | null>(null);
  const elements = useRef(new Map<string, HTMLTableRowElement>());
  const current = active !== null && ids.includes(active) ? active : null;
  const move = (step: 1 | -1): void => {
    const at = current === null ? (step === 1 ? -1 : ids.length) : ids.indexOf(current);
    const next = ids[Math.min(ids.length - 1, Math.max(0, at + step))];
    if (next === undefined) return;
    setActive(next);
    elements.current.get(next)?.focus();
  };
  const withCurrent = (deed: (id: string) => void) => () => {
    if (current !== null) deed(current);
  };
  const hotkeys: Hotkey[] = [
    { keys: "j", label: words.shortcuts.next, run: () => move(1) },
    { keys: "k", label: words.shortcuts.previous, run: () => move(-1) },
  ];
  if (selectable) {
    hotkeys.push({ keys: "x", label: words.shortcuts.select, run: withCurrent(toggle) });
  }
  if (openable) hotkeys.push({ keys: "o", label: words.shortcuts.open, run: withCurrent(open) });
  useHotkeys(hotkeys);
  return {
    activeId: current,
    rowProps: (id) => ({
      ref: (element) => {
        if (element) elements.current.set(id, element);
        else elements.current.delete(id);
      },
      tabIndex: id === (current ?? ids[0]) ? 0 : -1,
      onFocus: () => setActive(id),
      onKeyDown: (event) => {
        if (event.target !== event.currentTarget) return;
        if (event.key === "Enter" && openable) open(id);
        else if (event.key === "ArrowDown") move(1);
        else if (event.key === "ArrowUp") move(-1);
        else return;
        event.preventDefault();
      },
    }),
  };
}
