import type { DeskOrderView } from "@shopwright/server/contracts/desk";
import { readDocumentPdf } from "@shopwright/server/contracts/invoicing";
import { useOrderText } from "../../locales/order.ts";
import { Day } from "../../ui/date-time.tsx";
import { Money } from "../../ui/money.tsx";
import { Panel } from "../../ui/page.tsx";
import { PdfButton } from "../../ui/pdf-button.tsx";

export function DocumentsPanel({ order }: { readonly order: DeskOrderView }) {
  const words = useOrderText();
  return (
    <Panel title={words.documents}>
      {order.documents.length === 0 ? (
        <p className="text-muted">{words.noDocuments}</p>
      ) : (
        <ul className="grid gap-2">
          {order.documents.map((document) => (
            <li key={document.id} className="flex flex-wrap items-center justify-between gap-x-3">
              <span className="grid">
                <PdfButton
                  quiet
                  endpoint={readDocumentPdf}
                  input={{ params: { id: document.id } }}
                  label={document.label}
                />
                <span className="text-[0.8125rem] text-muted">
                  {words.documentKinds[document.kind]} · <Day day={document.issuedOn} />
                </span>
              </span>
              <Money amount={document.gross} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
