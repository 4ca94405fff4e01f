import { useEffect, useRef, useSyncExternalStore } from "react";

export interface Hotkey {
  /** "j", "?", "mod+k" (Ctrl or ⌘), or two keys one after the other: "g o". */
  readonly keys: string;
  /** What it does, for the list of shortcuts. */
  readonly label: string;
  readonly run: () => void;
  /** Works while typing, too (only sensible with mod). */
  readonly always?: boolean;
}

const active = new Set<{ current: readonly Hotkey[] }>();
const listeners = new Set<() => void>();
let snapshot: readonly Hotkey[] = [];
let firstKey: { readonly key: string; readonly at: number } | null = null;

/** Keys that work while this component is on the page; the last one mounted wins. */
export function useHotkeys(hotkeys: readonly Hotkey[]): void {
  const holder = useRef(hotkeys);
  const names = hotkeys.map((hotkey) => `${hotkey.keys}\n${hotkey.label}`).join("\n");
  useEffect(() => {
    holder.current = hotkeys;
  });
  useEffect(() => {
    if (active.size === 0) document.addEventListener("keydown", onKeyDown);
    active.add(holder);
    publish();
    return () => {
      active.delete(holder);
      publish();
      if (active.size === 0) document.removeEventListener("keydown", onKeyDown);
    };
  }, [names]);
}

/** What can be pressed on this page. */
export function useActiveHotkeys(): readonly Hotkey[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => snapshot,
  );
}

/** How a shortcut is written on this machine: ["⌘", "K"]. */
export function keyCaps(keys: string): readonly string[] {
  const apple = /Mac|iPhone|iPad/.test(navigator.platform);
  return keys
    .split(/[+ ]/)
    .map((key) =>
      key === "mod" ? (apple ? "⌘" : "Ctrl") : key.length === 1 ? key.toUpperCase() : key,
    );
}

function publish(): void {
  snapshot = [...active].flatMap((holder) => holder.current);
  for (const listener of listeners) listener();
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || event.altKey) return;
  const mod = event.metaKey || event.ctrlKey;
  const pressed = `${mod ? "mod+" : ""}${event.key.length === 1 ? event.key.toLowerCase() : event.key}`;
  const both =
    firstKey !== null && event.timeStamp - firstKey.at < 1200 ? `${firstKey.key} ${pressed}` : "";
  firstKey = mod ? null : { key: pressed, at: event.timeStamp };
  const busy = isTyping(event.target) || inDialog(event.target);
  const found = [...active]
    .toReversed()
    .flatMap((holder) => holder.current)
    .find(
      (hotkey) =>
        (hotkey.keys === pressed || hotkey.keys === both) && (!busy || hotkey.always === true),
    );
  if (!found) return;
  event.preventDefault();
  firstKey = null;
  found.run();
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches("textarea, select, input:not([type=checkbox], [type=radio], [type=button])"))
  );
}

/** A dialog has the keyboard to itself; what is behind it must not move. */
function inDialog(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest("[role=dialog], [role=menu]") !== null;
}
