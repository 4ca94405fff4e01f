import type { DeskOrderView } from "@shopwright/server/contracts/desk";
import type { AttemptView } from "@shopwright/server/contracts/payments";
import { useOrderText } from "../../locales/order.ts";
import { useStatusText } from "../../locales/statuses.ts";
import { DateTime } from "../../ui/date-time.tsx";
import { Money } from "../../ui/money.tsx";
import type { Tone } from "../../ui/notice.tsx";
import { Panel } from "../../ui/page.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";

/** Each attempt to be paid, with what was taken, released and given back. */
export function PaymentPanel({ order }: { readonly order: DeskOrderView }) {
  const words = useOrderText();
  const states = useStatusText();
  return (
    <Panel title={words.attempts}>
      <p className="text-muted">
        {states.methods[order.paymentMethod]} ·{" "}
        {order.captureMoment === "at_order" ? words.captureAtOrder : words.captureAtShipping}
      </p>
      {order.attempts.length === 0 ? (
        <p className="mt-2 text-muted">{words.noAttempts}</p>
      ) : (
        <ul className="mt-2 divide-y divide-line">
          {order.attempts.map((attempt) => (
            <Attempt key={attempt.id} attempt={attempt} />
          ))}
        </ul>
      )}
      <Refunds order={order} />
    </Panel>
  );
}

const attemptTones: Readonly<Partial<Record<AttemptView["state"], Tone>>> = {
  authorised: "info",
  captured: "good",
  failed: "bad",
  unknown: "warn",
  requires_action: "warn",
};

function Attempt({ attempt }: { readonly attempt: AttemptView }) {
  const words = useOrderText();
  const states = useStatusText();
  const methods: Readonly<Record<string, string>> = states.methods;
  const reasons: Readonly<Record<string, string>> = words.reasons;
  return (
    <li className="grid gap-1 py-2.5">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <span>
          {methods[attempt.provider] ?? attempt.provider}
          {attempt.codeEnd !== null && <span className="nums"> ••••{attempt.codeEnd}</span>}
        </span>
        <span className="flex items-center gap-2">
          <StatusBadge tone={attemptTones[attempt.state] ?? "neutral"}>
            {states.attempt[attempt.state]}
          </StatusBadge>
          <Money amount={attempt.amount} />
        </span>
      </div>
      <p className="text-[0.8125rem] break-all text-muted">
        <DateTime at={attempt.createdAt} />
        {attempt.providerRef !== null && <> · {attempt.providerRef}</>}
      </p>
      {attempt.failure !== null && (
        <p className="text-[0.8125rem] text-bad">
          {words.failure(reasons[attempt.failure] ?? attempt.failure)}
        </p>
      )}
      <ul className="grid gap-0.5 text-[0.8125rem] text-muted empty:hidden">
        {attempt.operations.map((operation) => (
          <li key={operation.id} className="flex justify-between gap-3">
            <span>
              {states.operationKind[operation.kind]} · {states.operation[operation.state]}
            </span>
            <Money amount={operation.amount} />
          </li>
        ))}
      </ul>
    </li>
  );
}

function Refunds({ order }: { readonly order: DeskOrderView }) {
  const words = useOrderText();
  const states = useStatusText();
  // The shop's own reasons are codes, those of staff are their words.
  const reasons: Readonly<Record<string, string>> = words.reasons;
  if (order.refunds.length === 0) return null;
  return (
    <>
      <h3 className="mt-3 font-medium">{words.refunds}</h3>
      <ul className="mt-1 grid gap-1.5">
        {order.refunds.map((refund) => (
          <li key={refund.id} className="flex items-start justify-between gap-3">
            <span className="min-w-0">
              <span className="break-words">{reasons[refund.reason] ?? refund.reason}</span>
              <span className="block text-[0.8125rem] text-muted">
                <DateTime at={refund.createdAt} /> · {refund.createdBy.replace(/^staff:/, "")}
              </span>
            </span>
            <span className="flex items-center gap-2">
              <StatusBadge
                tone={
                  refund.state === "failed" ? "bad" : refund.state === "pending" ? "warn" : "good"
                }
              >
                {states.refund[refund.state]}
              </StatusBadge>
              <Money amount={refund.amount} />
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
