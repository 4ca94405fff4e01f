import type { simulatePromotions } from "@shopwright/server/contracts/promotions";
import type { ReplyOf } from "@shopwright/server/kernel/endpoint";
import { usePromotionText } from "../../locales/promotions.ts";
import { Link } from "../../ui/link.tsx";
import { Money } from "../../ui/money.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Facts, Panel } from "../../ui/page.tsx";

type Answer = ReplyOf<typeof simulatePromotions>;

/** What applies with its amounts by line, and why each of the others does not. */
export function SimulatorAnswer({ answer }: { readonly answer: Answer }) {
  const words = usePromotionText().simulate;
  return (
    <div className="grid gap-4" aria-live="polite">
      {answer.unknownCodes.length > 0 && (
        <Notice tone="warn">{words.unknown(answer.unknownCodes.join(", "))}</Notice>
      )}
      <Panel title={words.goods}>
        <Lines answer={answer} />
      </Panel>
      <Panel title={words.applies}>
        <Applied answer={answer} />
      </Panel>
      <Panel title={words.others}>
        <Others answer={answer} />
      </Panel>
    </div>
  );
}

function Lines({ answer }: { readonly answer: Answer }) {
  const words = usePromotionText().simulate;
  const after = String(BigInt(answer.goods.minor) - BigInt(answer.discount.minor));
  return (
    <>
      <ul className="mb-3 grid gap-1.5">
        {answer.lines.map((line) => (
          <li key={line.variantId} className="flex justify-between gap-4">
            <span className="min-w-0 break-words">
              {line.quantity} × {line.title}
              {line.options !== "" && <span className="text-muted"> · {line.options}</span>}
            </span>
            <span className="text-right whitespace-nowrap">
              {line.total === null ? (
                <span className="text-bad">{words.notSold}</span>
              ) : (
                <Money amount={line.total} />
              )}
              {line.discount.minor !== "0" && (
                <span className="block text-good">
                  −<Money amount={line.discount} />
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
      <Facts
        facts={[
          [words.before, <Money key="goods" amount={answer.goods} />],
          [words.off, <Money key="off" amount={answer.discount} muteZero />],
          [words.deliveryOff, <Money key="delivery" amount={answer.deliveryDiscount} muteZero />],
          [words.after, <Money key="after" strong amount={{ ...answer.goods, minor: after }} />],
        ]}
      />
    </>
  );
}

function Applied({ answer }: { readonly answer: Answer }) {
  const words = usePromotionText().simulate;
  if (answer.applied.length === 0) return <p className="text-muted">{words.nothingApplies}</p>;
  const titleOf = (id: string) => answer.lines.find((line) => line.variantId === id)?.title ?? id;
  return (
    <ul className="grid gap-3">
      {answer.applied.map((each) => (
        <li key={each.promotionId}>
          <p className="flex justify-between gap-4">
            <Link to={`/promotions/${each.promotionId}`} className="font-medium">
              {each.code === null ? each.name : `${each.name} (${each.code})`}
            </Link>
            <span className="text-good">
              −<Money amount={each.amount} />
            </span>
          </p>
          <ul className="text-[0.8125rem] text-muted">
            {each.lines.map((line) => (
              <li key={line.variantId} className="flex justify-between gap-4">
                <span className="min-w-0 truncate">{titleOf(line.variantId)}</span>
                <span>
                  −<Money amount={line.amount} />
                </span>
              </li>
            ))}
            {each.gift && <li>{words.gift(`${each.gift.quantity} × ${each.gift.title}`)}</li>}
          </ul>
        </li>
      ))}
    </ul>
  );
}

function Others({ answer }: { readonly answer: Answer }) {
  const words = usePromotionText();
  if (answer.notApplied.length === 0) {
    return <p className="text-muted">{words.simulate.noOthers}</p>;
  }
  const conditions: Readonly<Record<string, string>> = words.conditions;
  return (
    <ul className="grid gap-2">
      {answer.notApplied.map(({ promotionId, name, reason, unmet }) => (
        <li
          key={promotionId}
          className="grid sm:grid-cols-[minmax(0,1fr)_minmax(0,1.4fr)] sm:gap-4"
        >
          <Link to={`/promotions/${promotionId}`}>{name}</Link>
          <span className="text-muted">
            {words.reasons[reason]} {unmet.map((kind) => conditions[kind] ?? kind).join(", ")}
          </span>
        </li>
      ))}
    </ul>
  );
}
