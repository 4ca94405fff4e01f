import type { DeskOrderView } from "@shopwright/server/contracts/desk";
import { useOrderText } from "../../locales/order.ts";
import { Money } from "../../ui/money.tsx";
import { Facts, Panel } from "../../ui/page.tsx";

/** What the order is worth, what came, what went back, what is due. */
export function MoneyPanel({ order }: { readonly order: DeskOrderView }) {
  const words = useOrderText();
  const { money } = order;
  const over = money.due.minor.startsWith("-");
  const due = over ? { ...money.due, minor: money.due.minor.slice(1) } : money.due;
  const rows = [
    [words.total, money.total, true],
    [words.cancelledMoney, money.cancelled, false],
    [words.authorised, money.authorised, false],
    [words.captured, money.captured, true],
    [words.refunded, money.refunded, false],
  ] as const;
  return (
    <Panel title={words.money}>
      <Facts
        facts={rows
          .filter(([, amount, always]) => always || amount.minor !== "0")
          .map(([name, amount]) => [name, <Money key={name} amount={amount} />] as const)}
      />
      <div className="mt-2 flex justify-between border-t border-line pt-2 font-semibold">
        <span>{over ? words.overpaid : words.due}</span>
        <Money amount={due} strong />
      </div>
    </Panel>
  );
}
