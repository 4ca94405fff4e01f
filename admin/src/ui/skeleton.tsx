import { useUiText } from "../locales/ui.ts";
import { cx } from "./class-names.ts";

/** Grey where text will be, in its size, so that nothing jumps when it comes. */
export function Skeleton({ className }: { readonly className?: string }) {
  return (
    <span
      aria-hidden
      className={cx("block animate-pulse rounded bg-sunken", className ?? "h-4 w-full")}
    />
  );
}

/** A page's panels while they load. */
export function PageSkeleton() {
  const words = useUiText();
  return (
    <output aria-label={words.loading} className="grid gap-4">
      <Skeleton className="h-8 w-56" />
      <div className="panel grid gap-3 p-5">
        {[80, 95, 60, 88, 72].map((width) => (
          <span key={width} style={{ width: `${width}%` }}>
            <Skeleton />
          </span>
        ))}
      </div>
    </output>
  );
}
