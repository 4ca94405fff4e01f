import { Minus, Plus } from "lucide-react";
import { useUiText } from "../locales/ui.ts";
import { cx } from "./class-names.ts";

/** A number with one button to each side; `large` is for a thumb in the warehouse. */
export function QuantityField({
  name,
  value,
  onChange,
  min = 0,
  max,
  large = false,
  disabled = false,
}: {
  /** What is counted, for screen readers. */
  readonly name: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly min?: number;
  readonly max: number;
  readonly large?: boolean;
  readonly disabled?: boolean;
}) {
  const words = useUiText();
  const put = (next: number): void => onChange(Math.min(max, Math.max(min, next)));
  const button = cx(
    "grid place-items-center bg-surface text-ink hover:bg-sunken disabled:text-muted disabled:opacity-50",
    large ? "size-14" : "w-8",
  );
  return (
    <div
      className={cx(
        "inline-flex overflow-hidden rounded-lg border border-line-strong focus-within:outline-2 focus-within:outline-accent",
        large ? "h-14" : "h-control",
      )}
    >
      <button
        type="button"
        className={button}
        aria-label={words.less(name)}
        disabled={disabled || value <= min}
        onClick={() => put(value - 1)}
      >
        <Minus aria-hidden className={large ? "size-6" : "size-4"} />
      </button>
      <input
        className={cx(
          "nums border-x border-line bg-surface text-center outline-none",
          large ? "w-16 text-xl!" : "w-11",
        )}
        inputMode="numeric"
        aria-label={words.quantityOf(name)}
        value={String(value)}
        disabled={disabled}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => {
          const digits = event.currentTarget.value.replaceAll(/\D/g, "").slice(0, 7);
          put(digits === "" ? min : Number(digits));
        }}
      />
      <button
        type="button"
        className={button}
        aria-label={words.moreOf(name)}
        disabled={disabled || value >= max}
        onClick={() => put(value + 1)}
      >
        <Plus aria-hidden className={large ? "size-6" : "size-4"} />
      </button>
    </div>
  );
}
