import { Menu as MenuIcon, Search, X } from "lucide-react";
import { Dialog } from "radix-ui";
import { useState } from "react";
import { useShellText } from "../locales/shell.ts";
import { keyCaps } from "../ui/hotkeys.ts";
import { AccountMenu } from "./account-menu.tsx";
import { Brand } from "./brand.tsx";
import { NavList } from "./nav-list.tsx";

/** Search over everything; on a phone also the way to the menu. */
export function TopBar({
  onSearch,
  onHelp,
}: {
  readonly onSearch: () => void;
  readonly onHelp: () => void;
}) {
  const words = useShellText();
  return (
    <div className="sticky top-0 z-30 flex items-center gap-2 border-b border-line bg-ground/95 px-3 py-2 backdrop-blur sm:px-6">
      <Drawer onHelp={onHelp} />
      <button
        type="button"
        onClick={onSearch}
        className="flex min-h-control min-w-0 flex-1 items-center gap-2 rounded-lg border border-line-strong/60 bg-surface px-3 text-muted hover:border-line-strong lg:max-w-md"
      >
        <Search aria-hidden className="size-4 shrink-0" />
        <span className="flex-1 truncate text-left">{words.search}</span>
        <kbd className="hidden font-sans text-[0.75rem] sm:inline">
          {keyCaps("mod+k").join(" ")}
        </kbd>
      </button>
    </div>
  );
}

function Drawer({ onHelp }: { readonly onHelp: () => void }) {
  const words = useShellText();
  const [open, setOpen] = useState(false);
  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Trigger
        aria-label={words.menu}
        className="-ml-1.5 grid size-10 place-items-center rounded-lg hover:bg-sunken lg:hidden"
      >
        <MenuIcon aria-hidden className="size-5" />
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-black/45" />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed inset-y-0 left-0 z-50 flex w-[min(19rem,86vw)] flex-col gap-4 overflow-y-auto bg-surface px-3 py-3 shadow-raised outline-none"
        >
          <div className="flex items-center">
            <Dialog.Title className="sr-only">{words.menu}</Dialog.Title>
            <div className="min-w-0 flex-1">
              <Brand />
            </div>
            <Dialog.Close
              aria-label={words.closeMenu}
              className="grid size-10 place-items-center rounded-lg hover:bg-sunken"
            >
              <X aria-hidden className="size-5" />
            </Dialog.Close>
          </div>
          <div className="flex-1">
            <NavList onGo={() => setOpen(false)} />
          </div>
          <AccountMenu onHelp={onHelp} side="top" />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
