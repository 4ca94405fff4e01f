import type { MailState } from "@shopwright/server/contracts/notifications";
import { useMailText } from "../../locales/mails.ts";
import { StatusBadge } from "../../ui/status-badge.tsx";

const tones = { queued: "info", sent: "good", kept: "neutral", failed: "bad" } as const;

export function MailStateBadge({ state }: { readonly state: MailState }) {
  const words = useMailText();
  return <StatusBadge tone={tones[state]}>{words.states[state]}</StatusBadge>;
}
