import { formatMoney, fromWire } from "@shopwright/server/kernel/money";
import type { MoneyView } from "@shopwright/server/kernel/money";
import { useLocale } from "../app/preferences.ts";
import { cx } from "./class-names.ts";

/** An amount as the reader's language writes it, exact at any size. */
export function sayMoney(amount: MoneyView, locale: string): string {
  return formatMoney(fromWire(amount), locale);
}

export function Money({
  amount,
  strong = false,
  muteZero = false,
}: {
  readonly amount: MoneyView;
  readonly strong?: boolean;
  /** Zero is shown quietly: most rows of such a column are. */
  readonly muteZero?: boolean;
}) {
  const locale = useLocale();
  const quiet = muteZero && amount.minor === "0";
  return (
    <span
      className={cx("nums whitespace-nowrap", strong && "font-semibold", quiet && "text-muted")}
    >
      {sayMoney(amount, locale)}
    </span>
  );
}

/** Sums per currency, in the order in which currencies appear. */
export function sumByCurrency(amounts: readonly MoneyView[]): readonly MoneyView[] {
  const sums = new Map<MoneyView["currency"], bigint>();
  for (const { currency, minor } of amounts) {
    sums.set(currency, (sums.get(currency) ?? 0n) + BigInt(minor));
  }
  return [...sums].map(([currency, minor]) => ({ currency, minor: minor.toString() }));
}

/** The total below a column of amounts: one line per currency. */
export function MoneyTotal({ amounts }: { readonly amounts: readonly MoneyView[] }) {
  return (
    <span className="grid justify-items-end">
      {sumByCurrency(amounts).map((sum) => (
        <Money key={sum.currency} amount={sum} strong />
      ))}
    </span>
  );
}
