import type { LucideIcon } from "lucide-react";
import { DropdownMenu as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { cx } from "./class-names.ts";

export interface MenuItem {
  readonly id: string;
  readonly label: string;
  readonly icon?: LucideIcon;
  readonly danger?: boolean;
  readonly onSelect: () => void;
}

/** A button that opens a list of deeds. */
export function Menu({
  trigger,
  items,
  label,
}: {
  readonly trigger: ReactNode;
  readonly items: readonly MenuItem[];
  readonly label: string;
}) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align="end"
          sideOffset={6}
          aria-label={label}
          className="appear z-50 min-w-48 rounded-xl border border-line bg-surface p-1 shadow-raised"
        >
          {items.map((item) => (
            <Radix.Item
              key={item.id}
              onSelect={item.onSelect}
              className={cx(
                "flex min-h-9 cursor-pointer items-center gap-2 rounded-lg px-2.5 outline-none data-highlighted:bg-sunken",
                item.danger === true && "text-bad",
              )}
            >
              {item.icon && <item.icon aria-hidden className="size-4" />}
              {item.label}
            </Radix.Item>
          ))}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
