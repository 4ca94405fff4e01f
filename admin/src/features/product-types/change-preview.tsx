import type { TypeChangePreview } from "@shopwright/server/contracts/catalog";
import { useLocale } from "../../app/preferences.ts";
import { useProductTypeText } from "../../locales/product-types.ts";
import type { ProductTypeWords } from "../../locales/product-types.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { Link } from "../../ui/link.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";

/** What a change of the type does to how many products, with examples, before it is done. */
export function ChangePreview({
  preview,
  busy,
  error,
  onConfirm,
  onClose,
}: {
  readonly preview: TypeChangePreview;
  readonly busy: boolean;
  readonly error: Error | null;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}) {
  const words = useProductTypeText();
  const locale = useLocale();
  const changes = preview.changes.filter(({ changed }) => changed > 0);
  const loses = changes.some((each) => each.loses > 0);
  return (
    <ConfirmDialog
      open
      width="wide"
      onOpenChange={(open) => !open && onClose()}
      title={words.preview}
      description={words.previewHint}
      confirm={words.confirm}
      danger={loses}
      busy={busy}
      error={error}
      onConfirm={onConfirm}
    >
      <ul className="grid gap-4">
        {changes.map((change) => (
          <li key={change.code} className="grid gap-1.5">
            <p className="flex flex-wrap items-baseline gap-2">
              <span className="font-semibold">
                {change.names[locale] ?? change.names.en ?? change.code}
              </span>
              <span className="text-muted">
                {change.steps.map((step) => words.steps[step]).join(", ")}
              </span>
              <StatusBadge>{words.changes(change.changed)}</StatusBadge>
              {change.loses > 0 && (
                <StatusBadge tone="bad">{words.loses(change.loses)}</StatusBadge>
              )}
            </p>
            <table className="w-full text-[0.8125rem]">
              <tbody>
                {change.examples.map((each) => (
                  <tr key={each.productId} className="border-t border-line align-top">
                    <td className="py-1 pr-3">
                      <Link to={`/products/${each.productId}`}>{each.title}</Link>
                    </td>
                    <td className="py-1 pr-3 text-muted">{sayValues(each.before, words)}</td>
                    <td className={each.after.length === 0 ? "py-1 text-bad" : "py-1"}>
                      → {sayValues(each.after, words)}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </li>
        ))}
        {preview.lacking.map(({ code, products }) => (
          <li key={code}>
            <span className="font-semibold">{code}</span>: {words.lacking(products)}
          </li>
        ))}
      </ul>
    </ConfirmDialog>
  );
}

type Value = TypeChangePreview["changes"][number]["examples"][number]["before"][number];

function sayValues(values: readonly Value[], words: ProductTypeWords): string {
  if (values.length === 0) return words.nothing;
  return values.map((each) => sayValue(each, words)).join(" · ");
}

function sayValue(value: Value, words: ProductTypeWords): string {
  if (typeof value === "boolean") return value ? words.yes : words.no;
  if (typeof value !== "object") return String(value);
  return Object.values(value).join(", ").slice(0, 120);
}
