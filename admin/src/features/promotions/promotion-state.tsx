import type { PromotionState } from "@shopwright/server/contracts/promotions";
import { usePromotionText } from "../../locales/promotions.ts";
import { StatusBadge } from "../../ui/status-badge.tsx";

const tones = { running: "good", scheduled: "info", ended: "neutral", paused: "warn" } as const;

export function PromotionStateBadge({ state }: { readonly state: PromotionState }) {
  const words = usePromotionText();
  return <StatusBadge tone={tones[state]}>{words.views[state]}</StatusBadge>;
}
