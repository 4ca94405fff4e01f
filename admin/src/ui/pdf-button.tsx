import { FileText } from "lucide-react";
import type { CallInput, Endpoint } from "@shopwright/server/kernel/endpoint";
import { addressOf } from "../api/shop.ts";
import { useUiText } from "../locales/ui.ts";
import { cx } from "./class-names.ts";

/** Opens a PDF of the shop in a tab of its own, from where it is printed or kept. */
export function PdfButton<E extends Endpoint>({
  endpoint,
  input,
  label,
  quiet = false,
}: {
  readonly endpoint: E;
  readonly input: CallInput<E>;
  readonly label: string;
  /** A link in text rather than a button. */
  readonly quiet?: boolean;
}) {
  const words = useUiText();
  return (
    <a
      href={addressOf(endpoint, input)}
      target="_blank"
      rel="noreferrer"
      aria-label={words.opensPdf(label)}
      className={cx(
        "inline-flex items-center gap-1.5 whitespace-nowrap",
        quiet
          ? "text-accent-ink underline-offset-2 hover:underline"
          : "min-h-control rounded-lg border border-line-strong/60 bg-surface px-3 font-medium hover:bg-sunken",
      )}
    >
      <FileText aria-hidden className="size-4 shrink-0" />
      {label}
    </a>
  );
}
