import { useNavigate } from "@tanstack/react-router";
import { useShellText } from "../locales/shell.ts";
import { useHotkeys } from "../ui/hotkeys.ts";

/** Keys that work on every page. */
export function useShellKeys({
  openPalette,
  openHelp,
}: {
  readonly openPalette: () => void;
  readonly openHelp: () => void;
}): void {
  const { shortcuts } = useShellText();
  const navigate = useNavigate();
  const go = (to: string) => () => void navigate({ to });
  useHotkeys([
    { keys: "mod+k", label: shortcuts.palette, run: openPalette, always: true },
    { keys: "?", label: shortcuts.help, run: openHelp },
    { keys: "g o", label: shortcuts.orders, run: go("/") },
    { keys: "g w", label: shortcuts.work, run: go("/fulfilment") },
    { keys: "g p", label: shortcuts.products, run: go("/products") },
    { keys: "g s", label: shortcuts.stock, run: go("/stock") },
  ]);
}
