import type { PromotionView } from "@shopwright/server/contracts/promotions";
import { useLocale } from "../../app/preferences.ts";
import { usePromotionText } from "../../locales/promotions.ts";
import { Money } from "../../ui/money.tsx";
import { Facts, Panel } from "../../ui/page.tsx";

/** How often it was used and what it gave, against its limits. */
export function UsageTab({ promotion }: { readonly promotion: PromotionView }) {
  const words = usePromotionText().usage;
  const locale = useLocale();
  const number = (value: number) => (
    <span className="nums">{new Intl.NumberFormat(locale).format(value)}</span>
  );
  const { usage, maxUses, budgets } = promotion;
  return (
    <Panel>
      <Facts
        facts={[
          [words.orders, number(usage.orders)],
          [
            words.given,
            usage.given.length === 0
              ? "–"
              : usage.given.map((amount) => (
                  <span key={amount.currency} className="ml-3">
                    <Money amount={amount} />
                  </span>
                )),
          ],
          ...(maxUses === null ? [] : [[words.usesLeft, number(maxUses - usage.orders)] as const]),
          ...budgets.map(({ limit, spent }) => {
            const left = String(BigInt(limit.minor) - BigInt(spent.minor));
            return [
              words.budgetLeft(limit.currency),
              <Money key={limit.currency} amount={{ ...limit, minor: left }} />,
            ] as const;
          }),
        ]}
      />
      <p className="mt-3 text-[0.8125rem] text-muted">{words.hint}</p>
    </Panel>
  );
}
