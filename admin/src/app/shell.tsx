import { Outlet, useRouterState } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { SignInDialog } from "../features/sign-in/sign-in-dialog.tsx";
import { SignInPage } from "../features/sign-in/sign-in-page.tsx";
import { useShellText } from "../locales/shell.ts";
import { ErrorState } from "../ui/error-state.tsx";
import { CommandPalette } from "./command-palette.tsx";
import { KeyboardHelp } from "./keyboard-help.tsx";
import { OfflineNotice } from "./offline-notice.tsx";
import { PasswordReminder } from "./password-reminder.tsx";
import { ShopReminder } from "./shop-reminder.tsx";
import { SignedIn, useSession } from "./session.tsx";
import { Sidebar } from "./sidebar.tsx";
import { TopBar } from "./top-bar.tsx";
import { useShellKeys } from "./use-shell-keys.ts";

/** Around every page: who is signed in, menu, search; asks for the password where nobody is. */
export function Shell() {
  const session = useSession();
  if (session.isPending) return null;
  if (session.data === undefined) {
    return <ErrorState error={session.error} onRetry={() => void session.refetch()} />;
  }
  if (session.data === null) return <SignInPage />;
  return (
    <SignedIn me={session.data}>
      <Office />
    </SignedIn>
  );
}

function Office() {
  const words = useShellText();
  const [palette, setPalette] = useState(false);
  const [help, setHelp] = useState(false);
  const main = useRef<HTMLElement>(null);
  useShellKeys({ openPalette: () => setPalette(true), openHelp: () => setHelp(true) });
  useFocusOnNewPage(main);
  return (
    <div className="min-h-dvh lg:grid lg:grid-cols-[14.5rem_minmax(0,1fr)]">
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:rounded-lg focus:bg-surface focus:px-3 focus:py-2"
      >
        {words.skip}
      </a>
      <Sidebar onHelp={() => setHelp(true)} />
      <div className="flex min-w-0 flex-col">
        <TopBar onSearch={() => setPalette(true)} onHelp={() => setHelp(true)} />
        <main
          ref={main}
          id="content"
          tabIndex={-1}
          className="flex-1 px-3 py-4 outline-none sm:px-6 sm:py-5"
        >
          <OfflineNotice />
          <PasswordReminder />
          <ShopReminder />
          <Outlet />
        </main>
      </div>
      <CommandPalette open={palette} onOpenChange={setPalette} />
      <KeyboardHelp open={help} onOpenChange={setHelp} />
      <SignInDialog />
    </div>
  );
}

/** After going to another page the focus is at its beginning, as after loading one. */
function useFocusOnNewPage(main: { readonly current: HTMLElement | null }): void {
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const before = useRef(path);
  useEffect(() => {
    if (before.current !== undefined && path !== before.current) {
      main.current?.focus({ preventScroll: true });
    }
    before.current = path;
  }, [path, main]);
}
