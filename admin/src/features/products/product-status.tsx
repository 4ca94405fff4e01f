import { useProductText } from "../../locales/products.ts";
import { StatusBadge } from "../../ui/status-badge.tsx";
import type { ProductStatus } from "./product-draft.ts";

const tones = { draft: "warn", published: "good", archived: "neutral" } as const;

export function ProductStatusBadge({ status }: { readonly status: ProductStatus }) {
  const words = useProductText();
  return <StatusBadge tone={tones[status]}>{words.statuses[status]}</StatusBadge>;
}
