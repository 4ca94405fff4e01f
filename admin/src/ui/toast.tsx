import { X } from "lucide-react";
import { Toast as Radix } from "radix-ui";
import { useSyncExternalStore } from "react";
import { useUiText } from "../locales/ui.ts";
import { cx } from "./class-names.ts";
import { toneLooks } from "./notice.tsx";
import type { Tone } from "./notice.tsx";

interface ToastMessage {
  readonly id: number;
  readonly text: string;
  readonly tone: Tone;
  readonly undo: (() => void) | null;
}

let messages: readonly ToastMessage[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

/** Says that something is done; with `undo` it can be taken back for a few seconds. */
export function toast(text: string, options: { tone?: Tone; undo?: () => void } = {}): void {
  lastId += 1;
  const { tone = "neutral", undo = null } = options;
  set([...messages.slice(-2), { id: lastId, text, tone, undo }]);
}

function set(next: readonly ToastMessage[]): void {
  messages = next;
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Where toasts appear; stands once in the shell. F8 moves the focus there. */
export function Toasts() {
  const words = useUiText();
  const shown = useSyncExternalStore(listen, () => messages);
  return (
    <Radix.Provider label={words.notification} swipeDirection="down" duration={7000}>
      {shown.map((message) => (
        <Radix.Root
          key={message.id}
          onOpenChange={(open) => {
            if (!open) set(messages.filter((one) => one.id !== message.id));
          }}
          className={cx(
            "appear flex items-center gap-3 rounded-xl border border-line px-4 py-3 shadow-raised",
            message.tone === "neutral" ? "bg-ink text-surface" : toneLooks[message.tone],
          )}
        >
          <Radix.Description className="min-w-0 flex-1">{message.text}</Radix.Description>
          {message.undo && (
            <Radix.Action asChild altText={words.undo}>
              <button
                type="button"
                className="rounded px-2 py-1 font-semibold underline"
                onClick={message.undo}
              >
                {words.undo}
              </button>
            </Radix.Action>
          )}
          <Radix.Close aria-label={words.close} className="grid size-7 place-items-center rounded">
            <X aria-hidden className="size-4" />
          </Radix.Close>
        </Radix.Root>
      ))}
      <Radix.Viewport className="fixed inset-x-3 bottom-3 z-[60] m-0 grid list-none gap-2 p-0 outline-none sm:left-auto sm:w-96" />
    </Radix.Provider>
  );
}
