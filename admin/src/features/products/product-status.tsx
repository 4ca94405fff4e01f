import { DateTime } from "../../ui/date-time.tsx";
import { useProductText } from "../../locales/products.ts";
import { StatusBadge } from "../../ui/status-badge.tsx";
import type { ProductStatus } from "./product-draft.ts";

const tones = { draft: "warn", published: "good", archived: "neutral" } as const;

export function ProductStatusBadge({ status }: { readonly status: ProductStatus }) {
  const words = useProductText();
  return <StatusBadge tone={tones[status]}>{words.statuses[status]}</StatusBadge>;
}

/** When it goes on sale or off it by itself, if it does. */
export function ScheduleBadges({
  publishAt,
  unpublishAt,
}: {
  readonly publishAt: string | null;
  readonly unpublishAt: string | null;
}) {
  const { schedule } = useProductText();
  return (
    <>
      {publishAt !== null && (
        <StatusBadge tone="info">
          {schedule.from} <DateTime at={publishAt} />
        </StatusBadge>
      )}
      {unpublishAt !== null && (
        <StatusBadge>
          {schedule.until} <DateTime at={unpublishAt} />
        </StatusBadge>
      )}
    </>
  );
}
