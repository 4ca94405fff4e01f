import { useShellText } from "../locales/shell.ts";
import { NavList } from "./nav-list.tsx";
import { AccountMenu } from "./account-menu.tsx";
import { Brand } from "./brand.tsx";

/** The menu beside the page, on screens that have the room. */
export function Sidebar({ onHelp }: { readonly onHelp: () => void }) {
  const words = useShellText();
  return (
    <aside
      aria-label={words.menu}
      className="sticky top-0 hidden h-dvh flex-col gap-4 border-r border-line px-3 pt-4 pb-2 lg:flex"
    >
      <Brand />
      <div className="-mx-3 min-h-0 flex-1 overflow-y-auto px-3">
        <NavList />
      </div>
      <AccountMenu onHelp={onHelp} side="top" />
    </aside>
  );
}
