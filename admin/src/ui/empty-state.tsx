import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

/** Nothing here yet: says what will appear and how to get there. */
export function EmptyState({
  icon: Icon,
  title,
  children,
  action,
}: {
  readonly icon?: LucideIcon;
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}) {
  return (
    <div className="grid justify-items-center gap-2 px-6 py-14 text-center">
      {Icon && (
        <span className="grid size-12 place-items-center rounded-full bg-sunken text-muted">
          <Icon aria-hidden className="size-6" />
        </span>
      )}
      <h2 className="text-base font-semibold">{title}</h2>
      {children != null && <div className="max-w-prose text-muted">{children}</div>}
      {action != null && <div className="mt-2">{action}</div>}
    </div>
  );
}
