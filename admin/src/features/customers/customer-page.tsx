import { Pencil } from "lucide-react";
import { useState } from "react";
import { getCustomer } from "@shopwright/server/contracts/customers";
import type { CustomerView } from "@shopwright/server/contracts/customers";
import { formatAddress } from "@shopwright/server/kernel/address";
import { useRead } from "../../api/use-read.ts";
import { usePageParam } from "../../app/page-params.ts";
import { useLocale } from "../../app/preferences.ts";
import { usePermission } from "../../app/session.tsx";
import { useCustomerText } from "../../locales/customers.ts";
import { Button } from "../../ui/button.tsx";
import { DateTime } from "../../ui/date-time.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Facts, Page, Panel } from "../../ui/page.tsx";
import { PageSkeleton } from "../../ui/skeleton.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { CustomerCredit } from "./customer-credit.tsx";
import { CustomerNotes } from "./customer-notes.tsx";
import { CustomerOrders } from "./customer-orders.tsx";
import { AccountBadge } from "./customers-page.tsx";
import { CustomerTax } from "./customer-tax.tsx";
import { EditCustomerDialog } from "./edit-customer-dialog.tsx";

/** One customer: what they ordered, where it goes, what colleagues noted. */
export default function CustomerPage() {
  const id = usePageParam("customerId");
  const words = useCustomerText();
  const mayWrite = usePermission("customers:write");
  const mayReadOrders = usePermission("orders:read");
  const read = useRead(getCustomer, { params: { id } });
  const [editing, setEditing] = useState(false);
  if (read.data?.id !== id) {
    if (read.error) return <ErrorState error={read.error} onRetry={() => void read.refetch()} />;
    return <PageSkeleton />;
  }
  const customer = read.data;
  return (
    <Page
      title={customer.name || customer.email}
      back={{ to: "/customers", label: words.title }}
      aside={<AccountBadge hasAccount={customer.hasAccount} />}
      actions={
        mayWrite && (
          <Button icon={Pencil} onClick={() => setEditing(true)}>
            {words.edit}
          </Button>
        )
      }
    >
      <div className="grid items-start gap-4 lg:grid-cols-[2fr_1fr]">
        <div className="grid gap-4">
          {mayReadOrders && <CustomerOrders customerId={customer.id} />}
          <CustomerNotes customer={customer} readOnly={!mayWrite} />
        </div>
        <div className="grid gap-4">
          <Panel title={words.details}>
            <Facts
              facts={[
                [
                  words.columns.email,
                  <a key="mail" className="text-accent-ink" href={`mailto:${customer.email}`}>
                    {customer.email}
                  </a>,
                ],
                [words.columns.language, words.languages[customer.locale]],
                [words.since, <DateTime key="since" at={customer.createdAt} />],
              ]}
            />
          </Panel>
          <CustomerCredit customerId={customer.id} />
          <Addresses customer={customer} />
          <CustomerTax customerId={customer.id} readOnly={!mayWrite} />
        </div>
      </div>
      {editing && <EditCustomerDialog customer={customer} onClose={() => setEditing(false)} />}
    </Page>
  );
}

function Addresses({ customer }: { readonly customer: CustomerView }) {
  const words = useCustomerText();
  const locale = useLocale();
  return (
    <Panel title={words.addresses}>
      {customer.addresses.length === 0 && <p className="text-muted">{words.noAddresses}</p>}
      <ul className="grid gap-3">
        {customer.addresses.map(({ id, address, isDefault }) => (
          <li key={id}>
            <address className="not-italic whitespace-pre-line">
              {formatAddress(address, { locale }).join("\n")}
            </address>
            {address.phone !== undefined && <span className="text-muted">{address.phone}</span>}
            {isDefault && <StatusBadge>{words.defaultAddress}</StatusBadge>}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
