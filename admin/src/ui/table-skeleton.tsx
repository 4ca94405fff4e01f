import { useUiText } from "../locales/ui.ts";
import { Skeleton } from "./skeleton.tsx";

/** A table's rows while the first ones load. */
export function TableSkeleton({ columns }: { readonly columns: number }) {
  const words = useUiText();
  const widths = [70, 90, 55, 80, 65, 75, 50, 85];
  return (
    <output aria-label={words.loading} className="block">
      {widths.map((width, row) => (
        <div key={width} className="flex h-row items-center gap-6 border-b border-line px-4">
          {Array.from({ length: Math.min(columns, 5) }, (_, column) => (
            <span
              key={column}
              className="flex-1"
              style={{ maxWidth: `${widths[(row + column) % 8] ?? 60}%` }}
            >
              <Skeleton className="h-3.5" />
            </span>
          ))}
        </div>
      ))}
    </output>
  );
}
