import type { DeskOrderView } from "@shopwright/server/contracts/desk";
import { getVatId } from "@shopwright/server/contracts/tax";
import { useRead } from "../../api/use-read.ts";
import { useTaxText } from "../../locales/tax.ts";
import { DateTime, Day } from "../../ui/date-time.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Facts, Panel } from "../../ui/page.tsx";
import { CheckVatId, VatIdBadge } from "../customers/vat-id-facts.tsx";

/** Why the order was taxed as it was: the VAT id or certificate of its buyer. Nothing for consumers. */
export function TaxPanel({ order }: { readonly order: DeskOrderView }) {
  const text = useTaxText();
  const { taxEvidence } = order;
  if (taxEvidence === null) return null;
  const { vatId, certificate } = taxEvidence;
  return (
    <Panel title={text.taxOfOrder}>
      <div className="grid gap-3">
        {vatId !== null && <VatId then={vatId} />}
        {certificate !== null && (
          <Facts
            facts={[
              [
                text.certificate,
                <span key="certificate">
                  {certificate.number}, <Day day={certificate.expiresOn} />
                </span>,
              ],
            ]}
          />
        )}
      </div>
    </Panel>
  );
}

type Evidence = NonNullable<NonNullable<DeskOrderView["taxEvidence"]>["vatId"]>;

function VatId({ then }: { readonly then: Evidence }) {
  const text = useTaxText();
  const { data: now } = useRead(getVatId, { query: { vatId: then.vatId } });
  const charged = then.state !== "valid";
  return (
    <>
      <p className="font-medium break-all">{then.vatId}</p>
      <Facts
        facts={[
          [text.atOrder, <VatIdBadge key="then" state={then.state} />],
          ...(now === undefined
            ? []
            : [[text.now, <VatIdBadge key="now" state={now.state} />] as const]),
          ...(then.name === "" ? [] : [[text.companyName, then.name] as const]),
          ...(then.checkedAt === null
            ? []
            : [[text.checkedAt, <DateTime key="at" at={then.checkedAt} />] as const]),
          ...(then.consultationNumber === null
            ? []
            : [
                [
                  text.consultation,
                  <span key="proof" className="break-all">
                    {then.consultationNumber}
                  </span>,
                ] as const,
              ]),
        ]}
      />
      {charged && now?.state === "valid" && <Notice tone="info">{text.validNow}</Notice>}
      {then.state === "unavailable" && now?.state !== "valid" && (
        <Notice tone="warn">{text.chargedAnyway}</Notice>
      )}
      <CheckVatId vatId={then.vatId} />
    </>
  );
}
