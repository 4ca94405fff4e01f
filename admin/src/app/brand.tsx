import { Store } from "lucide-react";
import { getShop } from "@shopwright/server/contracts/settings";
import { useRead } from "../api/use-read.ts";
import { useShellText } from "../locales/shell.ts";

/** The shop's name, leading to the shop. */
export function Brand() {
  const words = useShellText();
  const shop = useRead(getShop, {});
  return (
    <a
      href="/"
      target="_blank"
      rel="noreferrer"
      title={words.openShop}
      className="flex min-h-9 min-w-0 items-center gap-2.5 rounded-lg px-1.5"
    >
      <span className="grid size-7 shrink-0 place-items-center rounded-lg bg-accent text-on-accent">
        <Store aria-hidden className="size-4" />
      </span>
      <span className="truncate font-semibold">{shop.data?.name ?? words.product}</span>
      <span className="sr-only">({words.openShop})</span>
    </a>
  );
}
