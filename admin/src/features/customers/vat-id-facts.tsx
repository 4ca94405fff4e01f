import { RefreshCw } from "lucide-react";
import { checkVatIdNow, getCustomerTax, getVatId } from "@shopwright/server/contracts/tax";
import type { VatIdState } from "@shopwright/server/contracts/tax";
import { useAction } from "../../api/use-action.ts";
import { usePermission } from "../../app/session.tsx";
import { sayError, useErrorText } from "../../locales/errors.ts";
import { useTaxText } from "../../locales/tax.ts";
import { Button } from "../../ui/button.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { toast } from "../../ui/toast.tsx";

const tones = {
  malformed: "bad",
  unchecked: "neutral",
  valid: "good",
  invalid: "bad",
  unavailable: "warn",
} as const;

export function VatIdBadge({ state }: { readonly state: VatIdState }) {
  const text = useTaxText();
  return <StatusBadge tone={tones[state]}>{text.states[state]}</StatusBadge>;
}

/** Asks the register now. Orders keep what was known when they were placed. */
export function CheckVatId({ vatId }: { readonly vatId: string }) {
  const text = useTaxText();
  const errors = useErrorText();
  const may = usePermission("orders:write");
  const check = useAction(checkVatIdNow, {
    changes: [getVatId, getCustomerTax],
    onDone: () => toast(text.checked, { tone: "good" }),
    onProblem: (error) => toast(sayError(errors, error), { tone: "bad" }),
  });
  if (!may) return null;
  return (
    <div className="grid justify-items-start gap-2">
      <Button
        size="small"
        icon={RefreshCw}
        busy={check.isPending}
        onClick={() => check.mutate({ body: { vatId } })}
      >
        {text.check}
      </Button>
    </div>
  );
}
