import { Search, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useShellText } from "../locales/shell.ts";
import { useUiText } from "../locales/ui.ts";
import { useHotkeys } from "./hotkeys.ts";

/** The search box of a list: "/" goes there, what is typed counts after a short rest. */
export function SearchField({
  value,
  onChange,
  label,
  placeholder,
}: {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly label: string;
  readonly placeholder?: string;
}) {
  const words = useUiText();
  const shell = useShellText();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(value);
  const [sent, setSent] = useState(value);
  if (value !== sent) {
    // A view or the address changed the search: show that one.
    setSent(value);
    setTyped(value);
  }
  useEffect(() => {
    if (typed === sent) return;
    const timer = setTimeout(() => {
      setSent(typed);
      onChange(typed.trim());
    }, 250);
    return () => clearTimeout(timer);
  }, [typed, sent, onChange]);
  useHotkeys([{ keys: "/", label: shell.shortcuts.search, run: () => input.current?.focus() }]);
  return (
    <div className="relative min-w-0 flex-1 basis-60">
      <Search
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-muted"
      />
      <input
        ref={input}
        type="search"
        aria-label={label}
        placeholder={placeholder ?? label}
        className="field-box pr-9 pl-8.5 [&::-webkit-search-cancel-button]:hidden"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter") {
            setSent(typed);
            onChange(typed.trim());
          }
          if (event.key === "Escape") event.currentTarget.blur();
        }}
      />
      {typed !== "" && (
        <button
          type="button"
          aria-label={words.clear}
          className="absolute inset-y-0 right-0 grid w-9 place-items-center text-muted"
          onClick={() => {
            setTyped("");
            setSent("");
            onChange("");
            input.current?.focus();
          }}
        >
          <X aria-hidden className="size-4" />
        </button>
      )}
    </div>
  );
}
