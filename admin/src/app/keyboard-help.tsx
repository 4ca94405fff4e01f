import { useShellText } from "../locales/shell.ts";
import { Dialog } from "../ui/dialog.tsx";
import { keyCaps, useActiveHotkeys } from "../ui/hotkeys.ts";

/** What can be pressed on this page. */
export function KeyboardHelp({
  open,
  onOpenChange,
}: {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}) {
  const words = useShellText();
  const hotkeys = useActiveHotkeys();
  const named = [...new Map(hotkeys.map((hotkey) => [hotkey.keys, hotkey])).values()];
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={words.help} description={words.helpHint}>
      <dl className="grid gap-2">
        {named.map((hotkey) => (
          <div key={hotkey.keys} className="flex items-center justify-between gap-4">
            <dt>{hotkey.label}</dt>
            <dd className="flex gap-1">
              {keyCaps(hotkey.keys).map((cap, index) => (
                <kbd
                  key={`${index} ${cap}`}
                  className="min-w-6 rounded-md border border-line-strong/60 bg-sunken px-1.5 py-0.5 text-center font-sans text-[0.75rem]"
                >
                  {cap}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
