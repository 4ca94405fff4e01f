import { Plus } from "lucide-react";
import { useState } from "react";
import { getCustomerTax, withdrawCertificate } from "@shopwright/server/contracts/tax";
import type { CertificateView, CustomerTaxView } from "@shopwright/server/contracts/tax";
import { useAction } from "../../api/use-action.ts";
import { useRead } from "../../api/use-read.ts";
import { useLocale } from "../../app/preferences.ts";
import { useTaxText } from "../../locales/tax.ts";
import { Button } from "../../ui/button.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { sayDay } from "../../ui/date-time.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Panel } from "../../ui/page.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { toast } from "../../ui/toast.tsx";
import { AddCertificateDialog } from "./add-certificate-dialog.tsx";
import { CheckVatId, VatIdBadge } from "./vat-id-facts.tsx";

interface CustomerTaxProps {
  readonly customerId: string;
  readonly readOnly: boolean;
}

/** What a customer's tax depends on: their VAT ids and certificates of exemption. */
export function CustomerTax({ customerId, readOnly }: CustomerTaxProps) {
  const text = useTaxText();
  const read = useRead(getCustomerTax, { params: { customerId } });
  if (read.error) return <ErrorState error={read.error} onRetry={() => void read.refetch()} />;
  if (read.isPending) return null;
  return (
    <>
      <Panel title={text.vatIds}>
        <VatIds tax={read.data} />
      </Panel>
      <Certificates
        customerId={customerId}
        certificates={read.data.certificates}
        readOnly={readOnly}
      />
    </>
  );
}

function VatIds({ tax }: { readonly tax: CustomerTaxView }) {
  const text = useTaxText();
  if (tax.vatIds.length === 0) return <p className="text-muted">{text.noVatIds}</p>;
  return (
    <ul className="grid gap-3">
      {tax.vatIds.map(({ vatId, state, name }) => (
        <li key={vatId} className="grid gap-1.5">
          <span className="flex flex-wrap items-center gap-2">
            <span className="font-medium break-all">{vatId}</span>
            <VatIdBadge state={state} />
          </span>
          {name !== "" && <span className="text-muted">{name}</span>}
          <CheckVatId vatId={vatId} />
        </li>
      ))}
    </ul>
  );
}

const tones = { in_force: "good", expired: "warn", withdrawn: "neutral" } as const;

function Certificates({
  customerId,
  certificates,
  readOnly,
}: CustomerTaxProps & { readonly certificates: readonly CertificateView[] }) {
  const text = useTaxText();
  const locale = useLocale();
  const [open, setOpen] = useState<CertificateView | "new" | null>(null);
  const withdraw = useAction(withdrawCertificate, {
    changes: [getCustomerTax],
    onDone: () => {
      setOpen(null);
      toast(text.withdrawn, { tone: "good" });
    },
  });
  return (
    <Panel
      title={text.certificates}
      actions={
        !readOnly && (
          <Button size="small" icon={Plus} onClick={() => setOpen("new")}>
            {text.addCertificate}
          </Button>
        )
      }
    >
      <p className="mb-2 text-muted">
        {certificates.length === 0 ? text.noCertificates : text.certificatesHint}
      </p>
      <ul className="grid gap-3">
        {certificates.map((each) => (
          <li key={each.id} className="grid justify-items-start gap-1">
            <span className="flex flex-wrap items-center gap-2">
              <span className="font-medium break-all">{each.number}</span>
              <StatusBadge tone={tones[each.state]}>
                {text.certificateStates[each.state]}
              </StatusBadge>
            </span>
            <span className="text-muted">
              {each.places.join(", ")}, {text.validUntil(sayDay(each.expiresOn, locale))}
            </span>
            {!readOnly && each.state !== "withdrawn" && (
              <Button size="small" variant="ghost" onClick={() => setOpen(each)}>
                {text.withdraw}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {open === "new" && (
        <AddCertificateDialog customerId={customerId} onClose={() => setOpen(null)} />
      )}
      {open !== null && open !== "new" && (
        <ConfirmDialog
          open
          danger
          title={text.withdrawTitle(open.number)}
          confirm={text.withdraw}
          onOpenChange={(stays) => !stays && setOpen(null)}
          busy={withdraw.isPending}
          error={withdraw.error}
          effects={[{ label: text.withdrawEffect, value: text.withdrawEffectValue }]}
          onConfirm={() => withdraw.mutate({ params: { certificateId: open.id } })}
        />
      )}
    </Panel>
  );
}
