import { useBlocker } from "@tanstack/react-router";
import { useUiText } from "../locales/ui.ts";
import { ConfirmDialog } from "./confirm-dialog.tsx";

/** Asks before a page with unsaved changes is left; `onLeave` forgets them. */
export function LeaveGuard({
  active,
  onLeave,
}: {
  readonly active: boolean;
  readonly onLeave: () => void;
}) {
  const words = useUiText();
  const blocker = useBlocker({
    // Filters and tabs in the address are not another page.
    shouldBlockFn: ({ current, next }) => active && current.pathname !== next.pathname,
    enableBeforeUnload: () => active,
    withResolver: true,
  });
  return (
    <ConfirmDialog
      open={blocker.status === "blocked"}
      onOpenChange={(open) => !open && blocker.reset?.()}
      title={words.notSaved}
      description={words.notSavedHint}
      confirm={words.leave}
      danger
      onConfirm={() => {
        onLeave();
        blocker.proceed?.();
      }}
    />
  );
}
