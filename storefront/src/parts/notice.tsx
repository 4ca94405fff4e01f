import type { ComponentChildren } from "preact";

interface NoticeProps {
  /** bad: something did not work; good: it did; plain: worth knowing. */
  readonly tone: "bad" | "good" | "plain";
  readonly children: ComponentChildren;
}

/** Something the shopper should know now; read out when it appears. */
export function Notice({ tone, children }: NoticeProps) {
  return (
    <div class={`notice notice-${tone}`} role={tone === "bad" ? "alert" : "status"}>
      {children}
    </div>
  );
}
